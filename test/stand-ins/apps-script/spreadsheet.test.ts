import { newSheet } from '../../../local/apps-script/runtime';
import { onSheet, project } from './script-project';

const run = (body: string) => project().evaluate(onSheet(body));

describe('Spreadsheet', () => {
  test('inserts, finds, moves, renames and deletes sheets', () => {
    const value = run(`
      const prices = spreadsheet.insertSheet('Prices', 0);
      const byId = spreadsheet.getSheetById(prices.getSheetId()).getName();
      spreadsheet.moveActiveSheet(2);
      const order = spreadsheet.getSheets().map((each) => each.getName());
      sheet.setName('Products'); spreadsheet.deleteSheet(prices);
      return [byId, order, spreadsheet.getSheets().map((each) => each.getName()), spreadsheet.getSheetByName('Prices')];`);
    expect(value).toEqual(['Prices', ['Sheet1', 'Prices'], ['Products'], null]);
  });

  test('refuses two sheets of one name, and to be left without a sheet', () => {
    expect(() => run(`spreadsheet.insertSheet('SHEET1')`)).toThrow(
      'A sheet with the name "SHEET1" already exists.',
    );
    expect(() => run('spreadsheet.deleteSheet(sheet)')).toThrow(
      "You can't remove all the sheets in a document.",
    );
    expect(() => run('sheet.hideSheet()')).toThrow("You can't hide all the sheets");
  });

  test('answers what a deleted sheet is asked with an error', () => {
    const body = `const gone = spreadsheet.insertSheet('Gone'); const range = gone.getRange(1, 1);
      spreadsheet.deleteSheet(gone); `;
    expect(() => run(`${body} gone.getLastRow()`)).toThrow(/Sheet \d+ not found/);
    expect(() => run(`${body} range.setValue(1)`)).toThrow(/Sheet \d+ not found/);
  });

  test('knows its locale, time zone, address and selection', () => {
    const value = run(`sheet.getRange('B2:C4').activate();
      return [spreadsheet.getSpreadsheetLocale(), spreadsheet.getSpreadsheetTimeZone(), spreadsheet.getId(),
        spreadsheet.getActiveRange().getA1Notation(), SpreadsheetApp.getActiveRangeList().getRanges().length]`);
    expect(value).toEqual(['en_US', 'Etc/UTC', 'local-spreadsheet', 'B2:C4', 1]);
  });

  test('refuses the ten millionth and first cell', () => {
    expect(() => run('sheet.insertRowsAfter(1000, 384000)')).toThrow('above the limit of 10000000 cells');
  });

  test('shows toasts', () => {
    const script = project();
    script.evaluate(onSheet(`spreadsheet.toast('3 rows', 'Done')`));
    expect(script.interface.toasts).toEqual([{ message: '3 rows', title: 'Done' }]);
  });
});

describe('Sheet', () => {
  test('appends rows, and grows where it is full', () => {
    const script = project();
    script.state.workbook.sheets = [newSheet({ id: 0, name: 'Small', maxRows: 1, maxColumns: 2 })];
    const value = script.evaluate(
      onSheet(`
      sheet.appendRow(['a']); sheet.appendRow(['b', 2, true]);
      return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getMaxRows(), sheet.getMaxColumns()]`),
    );
    expect(value).toEqual([2, 3, 2, 3]);
  });

  test('moves values, notes and formats with the rows and columns that are inserted or deleted', () => {
    const value = run(`
      sheet.getRange(1, 1, 3, 2).setValues([['a', 1], ['b', 2], ['c', 3]]);
      sheet.getRange(2, 2).setNote('two').setNumberFormat('0.00');
      sheet.insertRowsAfter(1, 2); sheet.insertColumnsBefore(1, 1);
      const moved = [sheet.getRange(4, 3).getDisplayValue(), sheet.getRange(4, 3).getNote()];
      sheet.deleteRows(2, 3); sheet.deleteColumn(1);
      return [moved, sheet.getDataRange().getValues(), sheet.getMaxRows(), sheet.getMaxColumns()]`);
    expect(value).toEqual([
      ['2.00', 'two'],
      [
        ['a', 1],
        ['c', 3],
      ],
      999,
      26,
    ]);
  });

  test('inherits how the row above looks, but not what it says', () => {
    const value = run(`sheet.getRange(1, 1).setNumberFormat('@').setNote('mine'); sheet.insertRowsAfter(1, 1);
      const range = sheet.getRange(2, 1); return [range.getNumberFormat(), range.getNote()]`);
    expect(value).toEqual(['@', '']);
  });

  test('hides, shows, freezes, colours and measures', () => {
    const value = run(`spreadsheet.insertSheet('Other'); sheet.hideSheet(); sheet.setFrozenRows(1);
      sheet.setTabColor('red'); sheet.setColumnWidths(2, 2, 250); sheet.setRowHeights(2, 2, 48);
      sheet.insertRowsAfter(2, 1); sheet.deleteRow(3);
      return [sheet.isSheetHidden(), sheet.getFrozenRows(), sheet.getTabColor(), sheet.getColumnWidth(3), sheet.getColumnWidth(4),
        sheet.getRowHeight(1), sheet.getRowHeight(2), sheet.getRowHeight(3), sheet.getRowHeight(4)]`);
    expect(value).toEqual([true, 1, '#ff0000', 250, 100, 21, 48, 48, 21]);
  });

  test('shows nothing as the value of a cell with an image, and an error for other formulas', () => {
    const value =
      run(`sheet.getRange(1, 1, 1, 3).setValues([['=IMAGE("https://x.test/""a"".jpg")', '=IMAGE("a.jpg")', '=IMAGE(A1)']]);
      const range = sheet.getRange(1, 1, 1, 3);
      return [range.getValues()[0], range.getDisplayValues()[0], range.getFormulas()[0][0]]`);
    expect(value).toEqual([
      ['', '#ERROR!', '#ERROR!'],
      ['', '#ERROR!', '#ERROR!'],
      '=IMAGE("https://x.test/""a"".jpg")',
    ]);
  });

  test.each([
    ['sheet.getRange(0, 1)', 'The starting row of the range is too small.'],
    ['sheet.getRange(1, 0)', 'The starting column of the range is too small.'],
    ['sheet.getRange(1, 1, 0, 1)', 'The number of rows in the range must be at least 1.'],
    ['sheet.getRange(1, 1, 1, 0)', 'The number of columns in the range must be at least 1.'],
    ['sheet.getRange(1001, 1)', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['sheet.getRange(1, 26, 1, 2)', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['sheet.getRange("nothing")', 'Range not found'],
    [
      'sheet.getRange("1", 1)',
      "The parameters (String,number) don't match the method signature for Sheet.getRange.",
    ],
    [
      'sheet.getRange(undefined)',
      "The parameters (null) don't match the method signature for Sheet.getRange.",
    ],
    ['sheet.deleteRows(1, 1000)', "You can't delete all the rows on the sheet."],
  ])('answers %s as Google does', (call, message) => {
    expect(() => run(call)).toThrow(message);
  });
});
