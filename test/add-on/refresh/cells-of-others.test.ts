import { csvOf } from '../../support/csv';
import { sheetOf } from '../../support/running';
import { openWorkbench } from '../../support/workbench';
import { moveVariant } from './moving';
import { refresh } from './refreshing';

const OWNER = ['boss@example.com'];

/** A price that stands in two tabs, synced and then moved in Shopify. */
function movedInTwoTabs() {
  const bench = openWorkbench();
  bench.sync({
    Products: csvOf([
      ['Handle', 'Title', 'SKU', 'Price'],
      ['mug', 'Mug', 'M-1', '10.00'],
      ['hat', 'Hat', 'H-1', '20.00'],
    ]),
    Prices: csvOf([
      ['SKU', 'Price'],
      ['M-1', '10.00'],
      ['H-1', '20.00'],
    ]),
  });
  bench.clock.advance(60_000);
  moveVariant(bench, 'mug', 0, { price: '12.00' });
  bench.clock.advance(60_000);
  const prices = () => [
    Number(sheetOf(bench, 'Products').rows[1]?.[3]),
    Number(sheetOf(bench, 'Prices').rows[1]?.[1]),
  ];
  return { bench, prices };
}

describe('a value that stands in two tabs', () => {
  test('is brought up to date in both', () => {
    const { bench, prices } = movedInTwoTabs();
    expect(refresh(bench)).toMatchObject({ cells: 2, left: 0 });
    expect(prices()).toEqual([12, 12]);
  });

  test.each([
    ['Products', { row: 2, column: 4, rowCount: 1, columnCount: 1 }],
    ['Prices', { row: 2, column: 2, rowCount: 1, columnCount: 1 }],
  ])('stays in both where its cell in %s is protected, and the row says so', (name, area) => {
    const { bench, prices } = movedInTwoTabs();
    sheetOf(bench, name).protections.push({ description: '', warningOnly: false, area, editors: OWNER });
    const dump = bench.store.dump();
    expect(refresh(bench)).toMatchObject({ cells: 0 });
    expect(prices()).toEqual([10, 10]);
    const message = sheetOf(bench, name).rows[1]?.join(' ');
    expect(message).toMatch(/Price: Shopify has 12\.00, the sheet 10\.00\. .* is protected/);
    bench.call('startSync', null);
    expect(bench.store.dump()).toEqual(dump);
  });
});

test('a hidden row is brought up to date like any other', () => {
  const { bench, prices } = movedInTwoTabs();
  for (const name of ['Products', 'Prices']) sheetOf(bench, name).hiddenRows.push(2);
  refresh(bench);
  expect(prices()).toEqual([12, 12]);
});
