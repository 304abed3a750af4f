import { REPORT_CORNER, type Report, type ReportLine } from '../../../../src/ports/reports';
import { spreadsheet } from '../adapters';

const PRICES = { Prices: [['SKU', 'Price']] };
const HEADER = [REPORT_CORNER, 'Why', 'Row', 'Shopify'];
const line = (...cells: string[]): ReportLine => ({ cells, status: 'updated' });
const report = (...lines: readonly ReportLine[]): Report => ({ sum: '1 price', header: HEADER, lines });
const top = [['1 price'], HEADER];

describe('a report tab', () => {
  test('is made at the end, with its sum on top, a frozen header, a filter and the colours of the statuses', () => {
    const { sheets, cells, state } = spreadsheet(PRICES);
    sheets.reports.write('Sync preview', report(line('To update', 'Price 9.00 → 10.00', '2')));
    expect(cells('Sync preview')).toEqual([...top, ['To update', 'Price 9.00 → 10.00', '2']]);
    expect(state.workbook.sheets[1]).toMatchObject({ name: 'Sync preview', frozenRows: 2, hidden: false });
    expect(state.workbook.sheets[1]?.filter?.area).toEqual({
      row: 2,
      column: 1,
      rowCount: 2,
      columnCount: 4,
    });
    expect(JSON.stringify(state.workbook.sheets[1]?.layers.background)).toContain('#d9ead3');
    expect(state.workbook.activeSheetId).toBe(11);
  });

  test('leads from a line to its cell and to the item in Shopify', () => {
    const { sheets, evaluate } = spreadsheet(PRICES);
    const place = { sheetId: 11, row: 7, index: 27 };
    sheets.reports.write(
      'Sync preview',
      report(
        { ...line('To update', 'x', '7', 'Open'), place, link: 'https://admin.example/1' },
        line('Note', '', '', ''),
      ),
    );
    const links = `return SpreadsheetApp.getActiveSpreadsheet().getSheets()[1].getRange(3, 3, 1, 2)
      .getRichTextValues()[0].map(function (text) { return [text.getText(), text.getLinkUrl()]; })`;
    expect(evaluate(links)).toEqual([
      ['7', '#gid=11&range=AB7'],
      ['Open', 'https://admin.example/1'],
    ]);
  });

  test('holds nothing of the report before, not even what was filtered', () => {
    const { sheets, cells, state } = spreadsheet(PRICES);
    sheets.reports.write('Sync preview', report(line('To update', 'a', '2'), line('To create', 'b', '3')));
    expect(sheets.reports.filter('Sync preview', { shown: ['To update'], column: 1 })).toBe(true);
    expect(Object.keys(state.workbook.sheets[1]?.filter?.criteria ?? {})).toEqual(['1']);
    sheets.reports.write('Sync preview', report(line('To update', 'c', '4')));
    expect(cells('Sync preview')).toEqual([...top, ['To update', 'c', '4']]);
    expect(state.workbook.sheets[1]?.filter?.criteria).toEqual({});
  });

  test('never becomes a formula', () => {
    const { sheets, evaluate } = spreadsheet(PRICES);
    sheets.reports.write(
      'Sync preview',
      report(line('To update', '=HYPERLINK("https://example.com")', '=1')),
    );
    const formulas = `return SpreadsheetApp.getActiveSpreadsheet().getSheets()[1].getDataRange().getFormulas()`;
    expect((evaluate(formulas) as string[][]).flat().join('')).toBe('');
  });

  test('takes the place of one that an earlier version wrote', () => {
    const { sheets, cells } = spreadsheet({
      'Sync preview': [
        ['Tab', 'Row'],
        ['Prices', '2'],
      ],
    });
    sheets.reports.write('Sync preview', report());
    expect(cells('Sync preview')).toEqual(top);
  });

  test('leaves a tab of the same name alone where it is the merchant’s own', () => {
    const { sheets, cells } = spreadsheet({ 'Sync preview': [['My notes']] });
    sheets.reports.write('Sync preview', report());
    sheets.reports.write('Sync preview', report(line('To update', 'a', '2')));
    expect(cells('Sync preview')).toEqual([['My notes']]);
    expect(cells('Sync preview 2')).toEqual([...top, ['To update', 'a', '2']]);
  });
});
