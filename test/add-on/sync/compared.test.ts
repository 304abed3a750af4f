import { csvOf } from '../../support/csv';
import { openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'SKU', 'Inventory tracker', 'Inventory quantity', 'Price'];
const sheetOf = (quantity = '5', price = '10.00', vendor = 'Mug') => ({
  Products: csvOf([
    HEADER,
    ['mug', vendor, 'M', 'shopify', quantity, price],
    ['cup', 'Cup', 'C', 'shopify', '8', '3.00'],
  ]),
});

function sell(bench: Workbench, sku: string, count: number): void {
  const { inventoryItems, inventoryLevels } = bench.store.state;
  const item = inventoryItems.all().find((each) => each.sku === sku);
  for (const level of inventoryLevels.all().filter(({ inventoryItemId }) => inventoryItemId === item?.id)) {
    const quantities = { ...level.quantities, available: level.quantities.available - count };
    inventoryLevels.put({ ...level, quantities });
  }
}

const said = (bench: Workbench) =>
  bench.runtime.state.workbook.sheets[0]?.rows.slice(1).map((cells) => cells.slice(6, 8).join(': '));
const LAST = /^No change to send: Last compared with Shopify on \d{4}-\d\d-\d\d at \d\d:\d\d\.$/;

test('a row that was not read never says that it is up to date, and says when it was last compared', () => {
  const bench = openWorkbench();
  bench.sync(sheetOf());
  sell(bench, 'M', 2);
  bench.paste(sheetOf('5', '10.00'));
  bench.call('startSync');
  expect(said(bench)).toEqual([expect.stringMatching(LAST), expect.stringMatching(LAST)]);
});

test('a row says when it was last compared also where other tabs alone were compared since', () => {
  const bench = openWorkbench();
  bench.sync(sheetOf());
  const [other = 0] = bench.paste({
    List: csvOf([
      ['SKU', 'Price'],
      ['C', '3.00'],
    ]),
  });
  const [{ id = 0 } = {}] = bench.runtime.state.workbook.sheets;
  for (const sheetIds of [[other], [id, other]]) {
    bench.call('chooseTabs', { sheetIds });
    if (sheetIds.length === 1) bench.call('previewSync');
    else bench.call('startSync');
  }
  bench.call('startSync');
  expect(said(bench)).toEqual([expect.stringMatching(LAST), expect.stringMatching(LAST)]);
});

test('a row that was read says how it differs, and goes on saying so until it is compared again', () => {
  const bench = openWorkbench();
  bench.sync(sheetOf());
  sell(bench, 'M', 2);
  bench.paste(sheetOf('5', '12.00'));
  bench.call('startSync');
  const differs = 'Inventory quantity · Shop location: Shopify has 3, the sheet 5.';
  expect(said(bench)?.[0]).toBe(`Updated: Price 10.00 → 12.00. ${differs}`);
  bench.paste(sheetOf('5', '12.00', 'Cup of tea'));
  bench.paste(sheetOf('5', '12.00', 'Mug'));
  bench.call('startSync');
  sell(bench, 'M', -2);
  bench.call('startSync');
  expect(said(bench)?.[0]).not.toMatch(/^Up to date/);
});

test('a run of prices alone does not call a row up to date whose stock it did not compare', () => {
  const bench = openWorkbench();
  bench.sync(sheetOf());
  bench.paste(sheetOf('6', '10.00'));
  const before = said(bench)?.[0];
  bench.call('startSync', { groups: ['prices'] });
  // Its stock waits, so it says on what it said before.
  expect(said(bench)?.[0]).toBe(before);
  expect(before).not.toMatch(/^Up to date/);
  bench.call('startSync');
  expect(said(bench)?.[0]).toBe('Updated: Inventory quantity · Shop location 5 → 6.');
});

test('a quantity that cannot be sent stays said at every run, and is sent once Shopify tracks the item', () => {
  const untracked = (quantity: string) => ({
    Products: csvOf([HEADER, ['mug', 'Mug', 'M', '', quantity, '10.00']]),
  });
  const bench = openWorkbench();
  bench.sync(untracked('6'));
  for (const _ of ['at once', 'later']) {
    bench.call('startSync');
    expect(said(bench)?.[0]).toBe(
      'Not synced: Inventory quantity was not sent: Shopify does not track this item. Set its inventory tracker to shopify.',
    );
  }
  const { inventoryItems } = bench.store.state;
  for (const item of inventoryItems.all()) inventoryItems.put({ ...item, tracked: true });
  bench.call('startSync');
  expect(said(bench)?.[0]).toMatch(/^Updated: Inventory quantity · Shop location (0|not stocked) → 6\./);
  expect(bench.store.dump().products[0]?.variants[0]?.inventory['Shop location']?.available).toBe(6);
});

test('a new gift card is not synced, and the run does not fail for it', () => {
  const bench = openWorkbench();
  const report = bench.sync({
    Products: csvOf([
      ['Handle', 'Title', 'Gift Card', 'Price'],
      ['gift', 'Gift', 'TRUE', '10'],
      ['mug', 'Mug', 'FALSE', '10'],
    ]),
  });
  expect(report).toMatchObject({ outcome: 'finished', totals: { 'not-synced': 1, created: 1, error: 0 } });
});
