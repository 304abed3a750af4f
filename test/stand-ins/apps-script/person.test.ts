import { newSheet, newWorkbook } from '../../../local/apps-script/runtime';
import { shownTexts, typeInto } from '../../../local/apps-script/runtime/person';
import { paint } from '../../../local/apps-script/workbook/layers';
import { layerOf } from '../../../local/apps-script/workbook/workbook';
import { startMs } from './script-project';

describe('a person at the spreadsheet', () => {
  test('types, and sees what Sheets makes of it', () => {
    const sheet = newSheet({ id: 0, name: 'Products', maxRows: 3, maxColumns: 3 });
    const workbook = newWorkbook({ sheets: [sheet] });
    paint(layerOf(sheet, 'numberFormat'), { row: 1, column: 2, rowCount: 3, columnCount: 1 }, '@');
    typeInto(workbook, sheet, { row: 1, column: 1 }, '007', startMs);
    typeInto(workbook, sheet, { row: 1, column: 2 }, '007', startMs);
    typeInto(workbook, sheet, { row: 2, column: 3 }, '3/5', startMs);
    expect(shownTexts(workbook, sheet)).toEqual([
      ['7', '007', ''],
      ['', '', '3/5'],
    ]);
    typeInto(workbook, sheet, { row: 2, column: 3 }, '', startMs);
    expect(shownTexts(workbook, sheet)).toEqual([['7', '007']]);
    expect(() => typeInto(workbook, sheet, { row: 4, column: 1 }, 'x', startMs)).toThrow(
      'outside the dimensions',
    );
  });
});
