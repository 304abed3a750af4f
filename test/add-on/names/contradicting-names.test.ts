import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

type Rows = readonly (readonly string[])[];

const begin = () => {
  const bench = openWorkbench({ store: { searchLagMs: 0 } });
  bench.sync({
    Products: csvOf([
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'],
      ['cup', 'Cup', 'Size', 'S', 'C-S', '10'],
      ['cup', '', '', 'L', 'C-L', '10'],
      ['mug', 'Mug', 'Size', 'S', 'M-S', '10'],
    ]),
  });
  return bench;
};
const idOf = ({ store }: Workbench, handle: string) =>
  (store.dump().products.find((product) => product.handle === handle)?.id ?? '').replace(/.*\//, '');
const variantOf = ({ store }: Workbench, sku: string) =>
  (
    store
      .dump()
      .products.flatMap(({ variants }) => variants)
      .find((variant) => variant.sku === sku)?.id ?? ''
  ).replace(/.*\//, '');
const stateOf = ({ store }: Workbench) => store.dump().products.map((product) => JSON.stringify(product));

const cases: Readonly<Record<string, (bench: Workbench) => readonly [rows: Rows, both: RegExp]>> = {
  'a product ID and the handle of another product': (bench) => [
    [
      ['Product ID', 'Handle', 'Title', 'Vendor'],
      [idOf(bench, 'cup'), 'mug', 'Cupx', 'V'],
    ],
    new RegExp(`${idOf(bench, 'cup')}.*“cup”.*“mug”.*${idOf(bench, 'mug')}`),
  ],
  'a variant ID and the SKU of another variant': (bench) => [
    [
      ['Variant ID', 'SKU', 'Price'],
      [variantOf(bench, 'C-S'), 'M-S', '11'],
    ],
    new RegExp(`${variantOf(bench, 'C-S')}.*“M-S”.*${variantOf(bench, 'M-S')}`),
  ],
  'a variant ID and the handle of another product': (bench) => [
    [
      ['Variant ID', 'Handle', 'Price'],
      [variantOf(bench, 'C-S'), 'mug', '11'],
    ],
    new RegExp(`${variantOf(bench, 'C-S')}.*“mug”`),
  ],
  'a variant ID and the handle of another product in a Products tab': (bench) => [
    [
      ['Handle', 'Title', 'Variant ID', 'Price'],
      ['mug', 'Mugx', variantOf(bench, 'C-S'), '11'],
    ],
    new RegExp(`${variantOf(bench, 'C-S')}.*“mug”`),
  ],
  'a variant ID and the option value of a sibling': (bench) => [
    [
      ['Handle', 'Title', 'Variant ID', 'Option1 Name', 'Option1 Value', 'Price'],
      ['cup', 'Cup', variantOf(bench, 'C-S'), 'Size', 'L', '11'],
    ],
    new RegExp(`${variantOf(bench, 'C-S')}.*“L”.*${variantOf(bench, 'C-L')}`),
  ],
  'a variant ID and a handle that Shopify does not have': (bench) => [
    [
      ['Handle', 'Title', 'Variant ID', 'Price'],
      ['mugg', 'Mugx', variantOf(bench, 'M-S'), '11'],
    ],
    new RegExp(`${variantOf(bench, 'M-S')}.*“mugg”`),
  ],
};

describe('names of one row that mean two items', () => {
  test.each(Object.entries(cases))('are an error that names both, and nothing is sent: %s', (_, caseOf) => {
    const bench = begin();
    const [rows, both] = caseOf(bench);
    const before = stateOf(bench);
    for (let run = 0; run < 2; run += 1) {
      const said = saidOf(bench.sync({ New: csvOf(rows) }))['New:2'];
      expect(said).toMatch(/^error /);
      expect(said).toMatch(both);
      expect(stateOf(bench)).toEqual(before);
    }
  });

  test('a product ID beside a handle that nobody has asks for that handle', () => {
    const bench = begin();
    const rows = [
      ['Product ID', 'Handle', 'Title'],
      [idOf(bench, 'cup'), 'cup-new', 'Cup'],
    ];
    expect(saidOf(bench.sync({ New: csvOf(rows) }))['New:2']).toMatch(/^updated Handle cup → cup-new/);
  });
});

test('of rows in four tabs that name one variant differently none goes through where two contradict each other', () => {
  const bench = begin();
  const before = stateOf(bench);
  const told = saidOf(
    bench.sync({
      Products: csvOf([
        ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'],
        ['cup', 'Cup', 'Size', 'S', 'C-S', '10'],
      ]),
      More: csvOf([
        ['Handle', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'],
        ['cup', 'Size', 'S', 'C-S', '11'],
      ]),
      Prices: csvOf([
        ['SKU', 'Price'],
        ['C-S', '11'],
      ]),
      Variants: csvOf([
        ['Variant ID', 'Price'],
        [variantOf(bench, 'C-S'), '11'],
      ]),
    }),
  );
  expect(Object.values(told).map((text) => text.split(' ')[0])).toEqual(['error', 'error', 'error', 'error']);
  expect(stateOf(bench)).toEqual(before);
});
