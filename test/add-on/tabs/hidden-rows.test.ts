import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Price', 'Collection note'];
const file = (...prices: readonly string[]) =>
  csvOf([
    HEADER,
    ...prices.map((price, index) => [`p${index}`, `P ${index}`, price, index === 1 ? 'b' : 'a']),
  ]);

const synced = openWorkbench();
synced.sync({ Products: file('10.00', '20.00', '30.00') });
const saved = synced.save();

/** All three rows changed and are selected, as a person selects a column of a filtered tab. */
function selected(): Workbench {
  const bench = openWorkbench({ saved });
  bench.paste({ Products: file('11.00', '21.00', '31.00') });
  const { workbook } = bench.runtime.state;
  workbook.activeSheetId = 0;
  workbook.selection = [{ row: 1, column: 1, rowCount: 4, columnCount: 1 }];
  return bench;
}

const tab = (bench: Workbench) => bench.runtime.state.workbook.sheets[0]!;
const prices = (bench: Workbench) => bench.store.dump().products.map(({ variants }) => variants[0]?.price);
const rowSays = (bench: Workbench, row: number) => tab(bench).rows[row - 1]?.slice(4, 6).join(' ');
const hidden = 'Held Not sent: this row is hidden. Show it and sync it again, or sync everything.';

describe('Sync selected rows', () => {
  test('leaves out rows that the merchant’s filter hides, and says how many', () => {
    const bench = selected();
    tab(bench).filter = {
      area: { row: 1, column: 1, rowCount: 4, columnCount: 4 },
      criteria: { 4: JSON.stringify({ hiddenValues: ['b'], condition: null }) },
    };
    expect(bench.call<RunSummary>('syncSelectedRows')).toMatchObject({
      value: { hiddenRows: 1, totals: { updated: 2, skipped: 1 } },
    });
    expect(prices(bench)).toEqual(['11.00', '20.00', '31.00']);
    expect(rowSays(bench, 3)).toBe(hidden);
  });

  test('leaves out rows that a person has hidden by hand', () => {
    const bench = selected();
    tab(bench).hiddenRows.push(2, 4);
    expect(bench.call<RunSummary>('syncSelectedRows')).toMatchObject({ value: { hiddenRows: 2 } });
    expect(prices(bench)).toEqual(['10.00', '21.00', '30.00']);
  });

  test('leaves out what our own menu item hides', () => {
    const bench = selected();
    bench.call('filterProblems', { onlyProblems: true });
    expect(bench.call<RunSummary>('syncSelectedRows')).toMatchObject({ value: { hiddenRows: 3 } });
    expect(prices(bench)).toEqual(['10.00', '20.00', '30.00']);
  });

  test('takes along what is shown again', () => {
    const bench = selected();
    tab(bench).hiddenRows.push(2);
    bench.call('syncSelectedRows');
    tab(bench).hiddenRows = [];
    expect(bench.call<RunSummary>('syncSelectedRows')).toMatchObject({ ok: true });
    expect(prices(bench)).toEqual(['11.00', '21.00', '31.00']);
  });

  test('leaves a new product out as a whole where one of its rows is hidden', () => {
    const bench = openWorkbench();
    const rows = (...more: string[][]) =>
      csvOf([
        ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price'],
        ['hat', 'Hat', '', '', '5.00'],
        ...more,
      ]);
    bench.sync({ Products: rows() });
    bench.paste({
      Products: rows(['tee', 'Tee', 'Size', 'S', '10.00'], ['tee', '', '', 'M', '11.00']),
    });
    const { workbook } = bench.runtime.state;
    workbook.activeSheetId = 0;
    workbook.selection = [{ row: 3, column: 1, rowCount: 2, columnCount: 1 }];
    tab(bench).hiddenRows.push(4);
    const before = bench.store.dump();
    expect(bench.call<RunSummary>('syncSelectedRows')).toMatchObject({ value: { hiddenRows: 1 } });
    expect(bench.store.dump()).toEqual(before);
  });
});

test('a sync of everything takes hidden rows along', () => {
  const bench = selected();
  tab(bench).hiddenRows.push(2, 3, 4);
  bench.call('startSync');
  expect(prices(bench)).toEqual(['11.00', '21.00', '31.00']);
});
