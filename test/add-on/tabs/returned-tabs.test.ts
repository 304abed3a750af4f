import { csvOf } from '../../support/csv';
import { sampled } from '../../support/sampled';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const HEADER = [
  'Handle',
  'Title',
  'SKU',
  'Price',
  'Vendor',
  'Tags',
  'Inventory tracker',
  'Inventory quantity',
];
const AT_FIRST = ['Mug', 'M1', '10.00', 'Acme', 'new', 'shopify', '5'];
const sheet = (change: Readonly<Record<number, string>> = {}) =>
  csvOf([HEADER, ['mug', ...AT_FIRST.map((value, index) => change[index + 1] ?? value)]]);

const product = ({ store }: Workbench) => {
  const [found] = store.dump().products;
  const [variant] = found?.variants ?? [];
  const [level] = Object.values(variant?.inventory ?? {});
  return [found?.title, variant?.price, found?.vendor, level?.available].join(' ');
};

function begin(): Workbench {
  const bench = openWorkbench();
  bench.sync({ Old: sheet() }, '--hold');
  bench.clock.advance(60_000);
  return bench;
}

describe('a tab that took no part while another one moved on', () => {
  test.each([
    ['title', 1, 'Big mug'],
    ['price', 3, '12.00'],
    ['vendor', 4, 'Other'],
    ['stock', 7, '8'],
  ])('does not send its old %s when it is ticked again, and says since when', (_, column, value) => {
    const bench = begin();
    bench.sync({ New: sheet({ [column]: value }) }, '--hold');
    const moved = product(bench);
    expect(moved).toContain(value);
    const preview = saidOf(bench.sync({ Old: sheet() }, '--preview'))['Old:2'];
    expect(preview).toMatch(/^skipped .*This tab was last in step on 2026-11-22 at 12:00\./);
    expect(preview).toMatch(/Choose in the sidebar which one counts/);
    expect(saidOf(bench.sync({ Old: sheet() }, '--hold'))['Old:2']).toMatch(/^skipped /);
    expect(saidOf(bench.sync({ Old: sheet() }, '--hold'))['Old:2']).toMatch(/^skipped /);
    expect(product(bench)).toBe(moved);
  });

  test('sends what was edited in it meanwhile, where nobody else moved that value', () => {
    const bench = begin();
    bench.sync({ New: sheet({ 3: '12.00' }) }, '--hold');
    const said = saidOf(bench.sync({ Old: sheet({ 4: 'Edited' }) }, '--hold'))['Old:2'];
    expect(said).toMatch(/^skipped /);
    expect(product(bench)).toBe('Mug 12.00 Edited 5');
  });

  test('is a tab like any other once it says what the other one sent', () => {
    const bench = begin();
    bench.sync({ New: sheet({ 3: '12.00' }) }, '--hold');
    bench.sync({ Old: sheet({ 3: '12.00' }) }, '--hold');
    expect(saidOf(bench.sync({ Old: sheet({ 3: '13.00' }) }, '--hold'))['Old:2']).toMatch(
      /^updated Price 12.00 → 13.00/,
    );
  });

  test('waits as well where a row of it could not be read when it came back', () => {
    const bench = begin();
    bench.sync({ New: sheet({ 3: '12.00' }) }, '--hold');
    expect(saidOf(bench.sync({ Old: sheet({ 7: 'five' }) }, '--hold'))['Old:2']).toMatch(/^error /);
    expect(saidOf(bench.sync({ Old: sheet() }, '--hold'))['Old:2']).toMatch(/^skipped /);
    expect(product(bench)).toBe('Mug 12.00 Acme 5');
  });

  test('waits as well where it came back beside the other one, whose rows contradicted it', () => {
    const bench = begin();
    bench.sync({ New: sheet({ 3: '12.00' }) }, '--hold');
    const both = saidOf(bench.sync({ Old: sheet(), New: sheet({ 3: '12.00' }) }, '--hold'));
    expect(both['Old:2']).toMatch(/^error /);
    expect(saidOf(bench.sync({ Old: sheet() }, '--hold'))['Old:2']).toMatch(/^skipped /);
    expect(product(bench)).toBe('Mug 12.00 Acme 5');
  });

  test('is asked nothing where all tabs take part in each sync', () => {
    const bench = openWorkbench();
    const prices = (price: string) =>
      csvOf([
        ['SKU', 'Price'],
        ['M1', price],
      ]);
    const products = csvOf([HEADER, ['mug', 'Mug', 'M1', '', 'Acme', 'new', 'shopify', '5']]);
    bench.sync({ Products: products, Prices: prices('10.00') }, '--hold');
    bench.sync({ Products: products, Prices: prices('12.00') }, '--hold');
    expect(saidOf(bench.sync({ Products: products, Prices: prices('13.00') }, '--hold'))['Prices:2']).toMatch(
      /^updated /,
    );
  });
});

describe('a tab that will hardly come back', () => {
  const DAY_MS = 86_400_000;
  const stateRows = ({ runtime }: Workbench) =>
    runtime.state.workbook.sheets
      .flatMap(({ hidden, rows }) => (hidden ? rows : []))
      .map((row) => String(row[0]));
  const movesIn = (bench: Workbench) => stateRows(bench).filter((key) => key.startsWith('moved')).length;
  const remove = ({ runtime }: Workbench, tab: string) => {
    const { sheets } = runtime.state.workbook;
    const at = sheets.findIndex(({ name }) => name === tab);
    const [removed] = sheets.splice(at, 1);
    return () => sheets.push(removed as (typeof sheets)[number]);
  };
  const price = (index: number) => `${10 + (index % 3)}.00`;

  test.each<[string, (bench: Workbench) => () => void]>([
    [
      'is deleted',
      (bench) => {
        const giveBack = remove(bench, 'Old');
        return giveBack;
      },
    ],
    [
      'is unticked for more than 30 days',
      (bench) => {
        bench.sync({ New: sheet({ 3: '11.00' }) }, '--hold');
        expect(movesIn(bench)).toBeGreaterThan(0);
        bench.clock.advance(31 * DAY_MS);
        return () => undefined;
      },
    ],
  ])('%s: nothing is noted for it any more, and what it says when it comes back is asked', (_, goes) => {
    const bench = begin();
    const comeBack = goes(bench);
    bench.sync({ New: sheet({ 3: '12.00' }) }, '--hold');
    const before = movesIn(bench);
    const runs = sampled(6, 50);
    for (let run = 0; run < runs; run += 1) bench.sync({ New: sheet({ 3: price(run) }) }, '--hold');
    expect(movesIn(bench)).toBe(before);
    const has = product(bench);
    comeBack();
    for (const bad of ['five', '5']) {
      const said = saidOf(bench.sync({ Old: sheet({ 3: '19.00', 7: bad }) }, '--hold'))['Old:2'];
      expect(said).toMatch(bad === '5' ? /^skipped .*another tab may have changed them since\./ : /^error /);
    }
    expect(saidOf(bench.sync({ Old: sheet({ 3: '19.00' }) }, '--hold'))['Old:2']).toMatch(/^skipped /);
    expect(product(bench)).toBe(has);
    // Once it agrees, it is a tab like any other.
    bench.sync({ Old: sheet({ 3: price(runs - 1) }) }, '--hold');
    expect(saidOf(bench.sync({ Old: sheet({ 3: '13.00' }) }, '--hold'))['Old:2']).toMatch(/^updated Price/);
  });
});
