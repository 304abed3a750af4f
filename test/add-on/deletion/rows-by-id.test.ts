import { csvOf } from '../../support/csv';
import { rowsOf, sync } from '../../support/running';
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

const said = (bench: Workbench, tab: string, row: number): string => {
  const rows = bench.runtime.state.workbook.sheets.find(({ name }) => name === tab)?.rows ?? [];
  const at = (rows[0] ?? []).indexOf('Sync status');
  return (rows[row - 1] ?? [])
    .slice(at, at + 2)
    .join(' ')
    .trim();
};

test('a row that goes by the ID of what was deleted from here says so at each sync, also where nobody edited it', () => {
  const bench = withTabsById();
  for (const row of [2, 3]) rowsOf(bench)[row]![DELETE] = '[delete]';
  const { run, held } = sync(bench);
  sync(bench, 'confirmHeld', { run, keys: held.shown.map(({ key }) => key) });
  for (let syncs = 0; syncs < 2; syncs += 1) {
    sync(bench);
    for (const row of [3, 4])
      expect(said(bench, 'Variants', row)).toBe(
        'Changed in both It was deleted from here. Undo that run to create it again, or remove this row.',
      );
    expect(said(bench, 'Titles', 3)).toMatch(/^Changed in both /);
    expect(said(bench, 'Variants', 2)).toMatch(/^(Up to date|No change to send)/);
  }
  expect(bench.store.dump().products.flatMap(({ variants }) => variants.map(({ sku }) => sku))).toEqual([
    'H-1',
  ]);
});
