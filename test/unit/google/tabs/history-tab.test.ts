import { NO_ROWS } from '../../../../src/catalog/tab/status-block';
import type { HistoryLine } from '../../../../src/ports/reports';
import { spreadsheet } from '../adapters';

const CHECKED_AT_MS = Date.UTC(2026, 10, 22, 12);
/** As a spreadsheet keeps it: days since the end of 1899. */
const CHECKED_ON = 46348.5;
const line = (run: number, updated = 1): HistoryLine => ({
  run,
  what: 'Sync',
  startedBy: '=Anna',
  groups: 'Products, Prices',
  startedAtMs: CHECKED_AT_MS - 61_000,
  durationMs: 61_000,
  totals: { ...NO_ROWS, created: 2, updated, unchanged: 7, skipped: 3, conflict: 4, error: 5 },
});
const TAB = 'Sync history';
const runsOf = ({ cells }: ReturnType<typeof spreadsheet>, tab = TAB) =>
  cells(tab)
    .slice(2)
    .map(([run, , , , , , updated]) => [run, updated]);

describe('the history tab', () => {
  test('is not made for a run that changed nothing', () => {
    const { sheets, state } = spreadsheet({ Prices: [['SKU']] });
    sheets.reports.writeHistory(TAB, CHECKED_AT_MS, undefined);
    expect(state.workbook.sheets).toHaveLength(1);
  });

  test('says on top when a run last ended, and below of each run that changed something what it did', () => {
    const book = spreadsheet({ Prices: [['SKU']] });
    book.sheets.reports.writeHistory(TAB, CHECKED_AT_MS - 1_000, line(1));
    book.sheets.reports.writeHistory(TAB, CHECKED_AT_MS, undefined);
    const [top, header, first] = book.cells(TAB);
    expect(top?.slice(0, 2)).toEqual(['Last checked', CHECKED_ON]);
    expect(header).toEqual([
      'Run',
      'Started',
      'What',
      'Started by',
      'Groups',
      'Created',
      'Updated',
      'Held',
      'Changed in both',
      'Errors',
      'Seconds',
    ]);
    expect(first).toEqual([
      1,
      expect.closeTo(CHECKED_ON - 61 / 86_400, 6),
      'Sync',
      '=Anna',
      'Products, Prices',
      2,
      1,
      3,
      4,
      5,
      61,
    ]);
  });

  test('has the newest run on top, and one line of a run that goes on', () => {
    const book = spreadsheet({ Prices: [['SKU']] });
    book.sheets.reports.writeHistory(TAB, CHECKED_AT_MS, line(1));
    book.sheets.reports.writeHistory(TAB, CHECKED_AT_MS, line(2));
    book.sheets.reports.writeHistory(TAB, CHECKED_AT_MS, line(2, 9));
    expect(runsOf(book)).toEqual([
      [2, 9],
      [1, 1],
    ]);
  });

  test('draws what was pushed and what failed over time, once, and leaves the drawing to whoever changes it', () => {
    const book = spreadsheet({ Prices: [['SKU']] });
    book.sheets.reports.writeHistory(TAB, CHECKED_AT_MS, line(1));
    const tab = book.state.workbook.sheets.find(({ name }) => name === TAB)!;
    const [chart] = tab.charts ?? [];
    expect(chart).toMatchObject({ type: 'LINE', title: 'Rows by run', headers: 1, anchor: { row: 3 } });
    const header = book.cells(TAB)[1];
    expect(chart?.ranges.map(({ column }) => header?.[column - 1])).toEqual([
      'Started',
      'Created',
      'Updated',
      'Errors',
    ]);
    tab.charts = [];
    book.sheets.reports.writeHistory(TAB, CHECKED_AT_MS, line(2));
    expect(tab.charts).toEqual([]);
  });

  test('moves nothing that stands beside its lines', () => {
    const book = spreadsheet({ Prices: [['SKU']] });
    book.sheets.reports.writeHistory(TAB, CHECKED_AT_MS, line(1));
    const tab = book.state.workbook.sheets.find(({ name }) => name === TAB)!;
    tab.rows[2]![14] = 'a note of a person’s';
    book.sheets.reports.writeHistory(TAB, CHECKED_AT_MS, line(2));
    expect(tab.rows.map((row) => row[14] ?? '')).toEqual(['', '', 'a note of a person’s', '']);
    expect(runsOf(book)).toEqual([
      [2, 1],
      [1, 1],
    ]);
  });

  test('stands beside a tab of the merchant’s that has its name', () => {
    const book = spreadsheet({ 'Sync history': [['Mine']] });
    book.sheets.reports.writeHistory(TAB, CHECKED_AT_MS, line(1));
    book.sheets.reports.writeHistory(TAB, CHECKED_AT_MS, line(2));
    expect(book.cells(TAB)).toEqual([['Mine']]);
    expect(runsOf(book, 'Sync history 2')).toEqual([
      [2, 1],
      [1, 1],
    ]);
  });
});
