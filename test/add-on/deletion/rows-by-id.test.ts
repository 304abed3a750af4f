import { csvOf } from '../../support/csv';
import { rowsOf, said, sheetOf, sync } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

/** A hat of two sizes and a cap; tabs beside it name them by Shopify’s IDs. */
const ROWS = [
  ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price', 'Delete'],
  ['hat', 'Hat', 'Size', 'S', 'H-1', '10.00', ''],
  ['hat', '', '', 'M', 'H-2', '20.00', ''],
  ['cap', 'Cap', '', '', 'C-1', '30.00', ''],
];
const DELETE = 6;

function withTabsById(): Workbench {
  const bench = openWorkbench();
  bench.sync({ Products: csvOf(ROWS) });
  const number = (id: string) => id.slice(id.lastIndexOf('/') + 1);
  const { products } = bench.store.dump();
  const variants = products.flatMap((product) =>
    product.variants.map(({ id, price }) => [number(id), price]),
  );
  const titles = products.map(({ id, title }) => [number(id), title]);
  bench.sync({
    Products: csvOf(ROWS),
    Variants: csvOf([['Variant ID', 'Price'], ...variants]),
    Titles: csvOf([['Product ID', 'Title'], ...titles]),
  });
  return bench;
}

test('a row that goes by the ID of what was deleted from here says so at each sync, also where nobody edited it', () => {
  const bench = withTabsById();
  for (const row of [2, 3]) rowsOf(bench)[row]![DELETE] = '[delete]';
  const { run, held } = sync(bench);
  sync(bench, 'confirmHeld', { run, keys: held.shown.map(({ key }) => key) });
  for (let syncs = 0; syncs < 2; syncs += 1) {
    sync(bench);
    for (const row of [3, 4])
      expect(said(bench, row, 'Variants')).toBe(
        'Changed in both It was deleted from here. Undo that run to create it again, or remove this row.',
      );
    expect(said(bench, 3, 'Titles')).toMatch(/^Changed in both /);
    expect(said(bench, 2, 'Variants')).toMatch(/^(Up to date|No change to send)/);
  }
  expect(bench.store.dump().products.flatMap(({ variants }) => variants.map(({ sku }) => sku))).toEqual([
    'H-1',
  ]);
});

test('a price beside a deletion that cannot be done is not said to be up to date', () => {
  const bench = openWorkbench();
  const prices = (...own: string[]) =>
    csvOf([['SKU', 'Price'], ...own.map((price, index) => [`H-${index + 1}`, price])]);
  const rows = ROWS.slice(0, 3).map((row) => row.filter((_, column) => column !== 5));
  bench.sync({ Products: csvOf(rows), Prices: prices('10.00', '20.00') });
  for (const row of [1, 2]) rowsOf(bench)[row]![DELETE - 1] = '[delete]';
  rowsOf(bench).push(['hat', '', '', 'L', 'H-3', '']);
  sheetOf(bench, 'Products').maxRows += 1;
  rowsOf(bench, 'Prices')[1]![1] = '10.50';
  sync(bench);
  for (const row of [2, 3]) expect(said(bench, row, 'Prices')).toMatch(/^Error These are all variants /);
  const { variants = [] } = bench.store.dump().products[0] ?? {};
  expect(variants.slice(0, 2).map(({ price }) => price)).toEqual(['10.00', '20.00']);
});
