import { layoutOf, spreadsheet } from '../adapters';

const PRICES = {
  Prices: [
    ['SKU', 'Price'],
    ['A1', 10],
    ['', ''],
    ['B2', 12.5],
  ],
};

describe('reading a tab', () => {
  test('finds the tabs with their ids', () => {
    const { sheets } = spreadsheet({ Prices: [], Notes: [] });
    expect(sheets.tabs.list()).toEqual([
      { sheetId: 11, name: 'Prices', hidden: false },
      { sheetId: 22, name: 'Notes', hidden: false },
    ]);
  });

  test('shows the first rows as wide as the tab', () => {
    const { sheets } = spreadsheet({
      Prices: [
        ['SKU', 'Price'],
        ['A1', 10, 'extra'],
      ],
    });
    expect(sheets.tabs.readTop(11, 10)).toEqual([
      ['SKU', 'Price', ''],
      ['A1', '10', 'extra'],
    ]);
  });

  test('of an empty tab has no rows', () => {
    const { sheets } = spreadsheet({ Empty: [] });
    expect(sheets.tabs.readTop(11, 10)).toEqual([]);
  });

  test('gives raw values, and displayed text for the columns that are read as text', () => {
    const { sheets } = spreadsheet(PRICES);
    expect(sheets.tabs.read(11, layoutOf(sheets, 11)).rows).toEqual([
      { row: 2, cells: ['A1', 10], texts: ['A1', '10'] },
      { row: 4, cells: ['B2', 12.5], texts: ['B2', '12.5'] },
    ]);
  });

  test('of a header without rows has none', () => {
    const { sheets } = spreadsheet({ Prices: [['SKU', 'Price']] });
    expect(sheets.tabs.read(11, layoutOf(sheets, 11))).toMatchObject({ rows: [] });
  });

  test('gives a date as such, with what the cell shows', () => {
    const { sheets, evaluate } = spreadsheet(PRICES);
    evaluate(
      `SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(2, 2).setValue(new Date(2026, 2, 5))`,
    );
    expect(sheets.tabs.read(11, layoutOf(sheets, 11)).rows[0]).toEqual({
      row: 2,
      cells: ['A1', { date: '2026-03-05T00:00:00.000Z' }],
      texts: ['A1', expect.stringContaining('2026')],
    });
  });

  test('names the first row that is longer than its header', () => {
    const { sheets } = spreadsheet({
      Prices: [
        ['SKU', 'Price'],
        ['A1', 10],
        ['B2', 12, '', 'what is this?'],
      ],
    });
    expect(sheets.tabs.read(11, layoutOf(sheets, 11)).headless).toMatchObject({ row: 3 });
  });

  test('reads neighbouring columns in one call and leaves distant ones alone', () => {
    const unknown = Array.from({ length: 20 }, (_, index) => `Unknown ${index}`);
    const header = ['SKU', 'Remark', 'Price', ...unknown, 'Compare-at price'];
    const row = ['A1', 'x', 10, ...unknown, 12];
    const { sheets, execute } = spreadsheet({ Prices: [header, row] });
    const layout = layoutOf(sheets, 11);
    const { calls, value } = execute(
      `return Adapters.tabs.read(11, ${JSON.stringify(layout)})`,
    ) as ReturnType<typeof execute> & { value: unknown };
    expect(value).toEqual({ rows: [{ row: 2, cells: ['A1', 10, 12], texts: ['A1', '10', '12'] }] });
    expect(calls).toMatchObject({ 'Range.getValues': 2, 'Range.getDisplayValues': 2 });
  });

  test('of a deleted tab says so', () => {
    const { sheets } = spreadsheet(PRICES);
    expect(() => sheets.tabs.readTop(99, 10)).toThrow('A tab was deleted while it was in use.');
  });
});
