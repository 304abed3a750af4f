import { spreadsheet } from '../adapters';

const PRICES = { Prices: [['SKU', 'Price']] };
const HEADER = ['Tab', 'Row', 'Change'];

describe('a report tab', () => {
  test('is made at the end, with a frozen header', () => {
    const { sheets, cells, state } = spreadsheet(PRICES);
    sheets.reports.write('Sync preview', HEADER, [['Prices', 2, 'Price 9.00 → 10.00']]);
    expect(cells('Sync preview')).toEqual([HEADER, ['Prices', '2', 'Price 9.00 → 10.00']]);
    expect(state.workbook.sheets[1]).toMatchObject({ name: 'Sync preview', frozenRows: 1, hidden: false });
    expect(state.workbook.activeSheetId).toBe(11);
  });

  test('holds nothing of the report before', () => {
    const { sheets, cells } = spreadsheet(PRICES);
    sheets.reports.write('Sync preview', HEADER, [
      ['Prices', 2, 'a'],
      ['Prices', 3, 'b'],
    ]);
    sheets.reports.write('Sync preview', HEADER, [['Prices', 4, 'c']]);
    expect(cells('Sync preview')).toEqual([HEADER, ['Prices', '4', 'c']]);
  });

  test('never becomes a formula', () => {
    const { sheets, evaluate } = spreadsheet(PRICES);
    sheets.reports.write('Sync preview', HEADER, [['Prices', 2, '=HYPERLINK("https://example.com")']]);
    const formulas = `return SpreadsheetApp.getActiveSpreadsheet().getSheets()[1].getDataRange().getFormulas()`;
    expect((evaluate(formulas) as string[][]).flat().join('')).toBe('');
  });

  test('leaves a tab of the same name alone where it is the merchant’s own', () => {
    const { sheets, cells } = spreadsheet({ 'Sync preview': [['My notes']] });
    sheets.reports.write('Sync preview', HEADER, []);
    sheets.reports.write('Sync preview', HEADER, [['Prices', 2, 'a']]);
    expect(cells('Sync preview')).toEqual([['My notes']]);
    expect(cells('Sync preview 2')).toEqual([HEADER, ['Prices', '2', 'a']]);
  });
});
