import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench, type Workbench } from '../../support/workbench';

const COUNT = 60;
const HEADERS = {
  Products: ['Handle', 'Title', 'SKU', 'Vendor', 'Inventory tracker'],
  Prices: ['SKU', 'Price', 'Compare-at price'],
  Stock: ['SKU', 'Available'],
};
type Tab = keyof typeof HEADERS;

const numbers = Array.from({ length: COUNT }, (_, index) => index + 1);
const TABS: Readonly<Record<Tab, string[][]>> = {
  Products: numbers.map((n) => [`item-${n}`, `Item ${n}`, `S-${n}`, `Maker ${n}`, 'shopify']),
  Prices: numbers.map((n) => [`S-${n}`, `${100 + n}.00`, `${200 + n}.00`]),
  Stock: numbers.map((n) => [`S-${n}`, `${n}`]),
};

/** The tabs, each with its rows as this makes them of what they were. */
function sheet(change: Partial<Record<Tab, (rows: string[][]) => string[][]>> = {}) {
  const tabs = (Object.keys(TABS) as Tab[]).map((tab) => {
    const rows = TABS[tab].map((cells) => [...cells]);
    return [tab, csvOf([HEADERS[tab], ...(change[tab]?.(rows) ?? rows)])] as const;
  });
  return Object.fromEntries(tabs);
}

/** One column apart from the others, by one row. */
const rotate = (column: number) => (rows: string[][]) =>
  rows.map((cells, row) =>
    cells.map((cell, index) => (index === column ? (rows[(row + 1) % COUNT]?.[column] ?? '') : cell)),
  );

function idsOf({ runtime }: Workbench, tab: Tab) {
  const rows = runtime.state.workbook.sheets.find(({ name }) => name === tab)?.rows.slice(1) ?? [];
  return rows.map((cells) => cells[HEADERS[tab].length + 3]);
}

const stateOf = ({ store }: Workbench) => store.dump().products.map((product) => JSON.stringify(product));

describe('a column that was sorted apart from the others', () => {
  const synced = () => {
    const bench = openWorkbench();
    bench.sync(sheet());
    return bench;
  };
  test.each<[Tab, string]>([
    ['Products', 'Handle'],
    ['Prices', 'SKU'],
    ['Stock', 'SKU'],
  ])('exchanges nothing in a tab of %s, and each row keeps its Shopify ID: %s', (tab, header) => {
    const bench = synced();
    const [before, ids] = [stateOf(bench), idsOf(bench, tab)];
    for (let run = 0; run < 2; run += 1) {
      const report = bench.sync(sheet({ [tab]: rotate(HEADERS[tab].indexOf(header)) }));
      const rows = report.tabs.find(({ name }) => name === tab)?.rows ?? [];
      expect(rows.map(({ status }) => status)).toEqual(Array(COUNT).fill('conflict'));
      expect(rows[0]?.message).toMatch(
        /^This row was .*1.* at the last sync and now finds .*2.*; nothing was sent/,
      );
      expect(Math.max(...rows.map(({ message }) => message.length))).toBeLessThanOrEqual(300);
      expect(stateOf(bench)).toEqual(before);
      expect(idsOf(bench, tab)).toEqual(ids);
    }
  });

  test('is mended by putting it back', () => {
    const bench = synced();
    const before = stateOf(bench);
    bench.sync(sheet({ Prices: rotate(0) }));
    const report = bench.sync(sheet());
    expect(report.tabs.flatMap(({ rows }) => rows).map(({ status }) => status)).toEqual(
      // Rows that were told of another item are compared once more.
      Array(3 * COUNT).fill('unchanged'),
    );
    expect(stateOf(bench)).toEqual(before);
  });

  test('asks about the shift alone once the Shopify IDs are cleared', () => {
    const bench = synced();
    const swapped = sheet({ Stock: rotate(0) });
    bench.sync(swapped);
    const stock = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Stock');
    for (const cells of stock?.rows.slice(1) ?? []) cells[HEADERS.Stock.length + 3] = '';
    const summary = bench.call<RunSummary>('startSync');
    expect(summary).toMatchObject({ ok: true, value: { totals: { conflict: 0, error: 0, skipped: COUNT } } });
  });
});

test('a file that was pasted in another order asks for nothing, and its edits are sent as before', () => {
  const bench = openWorkbench();
  bench.sync(sheet());
  const before = stateOf(bench);
  const turned = (rows: string[][]) => [...rows].reverse();
  bench.sync(sheet({ Prices: turned, Products: turned }));
  expect(stateOf(bench)).toEqual(before);
  const dearer = (rows: string[][]) =>
    turned(rows).map(([sku = '', price = '', more = '']) => [sku, price, `${Number(more) + 1}.00`]);
  const report = bench.sync(sheet({ Prices: dearer, Products: turned }));
  expect(report.tabs.find(({ name }) => name === 'Prices')?.rows.map(({ status }) => status)).toEqual(
    Array(COUNT).fill('updated'),
  );
});
