import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const COSTS = [5, 8, 12, 7.5, 20, 3.2, 15, 9, 33, 2.4];
const NUMBERS = COSTS.map((_, at) => at + 1);
const ORDER = [8, 3, 10, 5, 1, 2, 9, 7, 4, 6];
type List = readonly (readonly [item: number, value: number])[];

const costOf = (item: number) => COSTS[item - 1] ?? 0;
const dearer = (item: number) => Math.round(costOf(item) * 108) / 100;
const PRODUCTS = [
  ['Handle', 'Title', 'SKU', 'Inventory tracker'],
  ...NUMBERS.map((item) => [`it-${item}`, `It ${item}`, `K${item}`, 'shopify']),
];
const tab = (column: string, list: List) =>
  csvOf([['SKU', column], ...list.map(([item, value]) => [`K${item}`, String(value)])]);
const listed = (items: readonly number[], worth: (item: number) => number): List =>
  items.map((item) => [item, worth(item)]);

function begun(items: readonly number[] = NUMBERS, column = 'Cost per item', worth = costOf): Workbench {
  const bench = openWorkbench({ store: { searchLagMs: 0 } });
  bench.sync({ Products: csvOf(PRODUCTS), List: tab(column, listed(items, worth)) });
  return bench;
}
const sync = (bench: Workbench, list: List, column = 'Cost per item') =>
  saidOf(bench.sync({ List: tab(column, list) }, '--hold'));
const costs = ({ store }: Workbench) =>
  store.dump().products.map(({ variants: [variant] }) => (variant?.cost ? Number(variant.cost) : undefined));
const idsOf = ({ runtime }: Workbench) =>
  runtime.state.workbook.sheets
    .find(({ name }) => name === 'List')
    ?.rows.slice(1)
    .map((cells) => cells[5]);
const itemIds = ({ store }: Workbench, items: readonly number[]) =>
  items.map((item) => store.dump().products[item - 1]?.variants[0]?.id.replace(/.*\//, ''));

describe('a list that is pasted over its tab with new values, while the Shopify IDs stay', () => {
  const added = NUMBERS.filter((item) => item !== 3);
  test.each([
    ['in another order', NUMBERS, ORDER],
    ['turned round', NUMBERS, [...NUMBERS].reverse()],
    ['with two rows exchanged', [1, 2], [2, 1]],
    ['without one row', NUMBERS, NUMBERS.filter((item) => item !== 3)],
    ['without one row and in another order', NUMBERS, ORDER.filter((item) => item !== 9)],
  ])('sends each value to the item of its SKU, and the IDs follow: %s', (_, before, after) => {
    const bench = begun(before);
    const said = sync(bench, listed(after, dearer));
    expect(new Set(Object.values(said).map((text) => text.replace(/ .*/, '')))).toEqual(new Set(['updated']));
    expect(costs(bench)).toEqual(
      NUMBERS.map((item) =>
        after.includes(item) ? dearer(item) : before.includes(item) ? costOf(item) : undefined,
      ),
    );
    expect(idsOf(bench)?.slice(0, after.length)).toEqual(itemIds(bench, after));
    const again = Object.values(sync(bench, listed(after, dearer)));
    expect(new Set(again.map((text) => text.replace(/ .*/, '')))).toEqual(new Set(['not-compared']));
  });

  test('asks only about a row that is new in it', () => {
    const bench = begun(added);
    const said = sync(bench, listed(NUMBERS, dearer));
    expect(said['List:4']).toMatch(/^skipped Cost per item: Shopify has \(empty\), the sheet 12.96/);
    expect(costs(bench)).toEqual(NUMBERS.map((item) => (item === 3 ? undefined : dearer(item))));
    expect(idsOf(bench)).toEqual(itemIds(bench, NUMBERS));
  });

  test('counts for stock as well', () => {
    const stock = (item: number) => item * item + 3;
    const bench = begun(NUMBERS, 'Available', stock);
    const said = sync(
      bench,
      listed(ORDER, (item) => stock(item) + 1),
      'Available',
    );
    expect(Object.values(said).join()).not.toMatch(/conflict|error|skipped/);
    expect(idsOf(bench)).toEqual(itemIds(bench, ORDER));
    expect(
      bench.store
        .dump()
        .products.map(({ variants: [variant] }) => Object.values(variant?.inventory ?? {})[0]?.available),
    ).toEqual(NUMBERS.map((item) => stock(item) + 1));
  });
});

describe('rows whose IDs do not fit, and of which nobody can tell what moved', () => {
  test('say one sentence with one cure for the tab, and clearing the column is one', () => {
    const bench = begun();
    // A SKU stands there twice, so that the names are not those of the tab.
    const list = listed([8, 3, 10, 5, 1, 2, 9, 7, 4, 4], dearer);
    const said = sync(bench, list);
    expect(costs(bench)).toEqual(COSTS);
    const sentences = Object.values(said).filter((text) => text.startsWith('conflict'));
    expect(sentences.length).toBeGreaterThan(5);
    expect(new Set(sentences).size).toBe(1);
    expect(sentences[0]).toMatch(
      /^conflict The Shopify ID column no longer fits this tab.*clear the whole Shopify ID column/,
    );
    for (const cells of bench.runtime.state.workbook.sheets
      .find(({ name }) => name === 'List')
      ?.rows.slice(1) ?? [])
      cells[5] = '';
    sync(bench, list.slice(0, 9));
    expect(costs(bench)).toEqual(NUMBERS.map((item) => (item === 6 ? costOf(item) : dearer(item))));
  });

  test.each([
    ['the costs are as before', costOf],
    ['the costs are new as well', dearer],
  ])('send nothing where the SKU column alone was sorted, and keep their IDs: %s', (_, worth) => {
    const bench = begun();
    const ids = idsOf(bench);
    const said = sync(
      bench,
      NUMBERS.map((item) => [(item % NUMBERS.length) + 1, worth(item)] as const),
    );
    for (const text of Object.values(said)) expect(text).toMatch(/^(conflict|skipped)/);
    expect(costs(bench)).toEqual(COSTS);
    expect(idsOf(bench)).toEqual(ids);
  });
});

test('a row that was pasted in between with an error is synced once that is mended, whose ID ever stood beside it', () => {
  const HEADER = [
    'Handle',
    'Title',
    'Option1 Name',
    'Option1 Value',
    'SKU',
    'Price',
    'Weight',
    'Weight unit',
  ];
  const small = ['tee', 'Tee', 'Size', 'S', 'T-S', '20.00', '1', 'kg'];
  const large = (weight: string) => ['tee', '', 'Size', 'L', 'T-L', '22.00', weight, 'kg'];
  const mug = ['mug', 'Mug', '', '', 'M-1', '9.00', '2', 'kg'];
  const bench = openWorkbench();
  const paste = (...rows: string[][]) => saidOf(bench.sync({ Products: csvOf([HEADER, ...rows]) }, '--hold'));
  paste(small, mug);
  expect(paste(small, large('heavy'), mug)['Products:3']).toMatch(/^error Weight/);
  const said = paste(small, large('1'), mug);
  expect(said['Products:3']).toMatch(/^created/);
  expect(said['Products:2']).not.toMatch(/^(skipped|conflict|error)/);
  expect(bench.store.dump().products.map(({ variants }) => variants.map(({ sku }) => sku))).toEqual([
    ['T-S', 'T-L'],
    ['M-1'],
  ]);
});
