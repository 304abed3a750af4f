import { readArea, writeEntries } from '../workbook/cells';
import { displayText } from '../workbook/display-text';
import { columnReader } from '../workbook/layers';
import { sheetLocale } from '../workbook/locale';
import { isTextFormat } from '../workbook/number-format';
import { readTypedText } from '../workbook/typed-text';
import { lastColumn, type Sheet, type Workbook } from '../workbook/workbook';
import { ServiceException } from './exception';

/** Acts of a person at the spreadsheet itself, without any script; for the workbench and for tests. */

/** Types a text into a cell, as at a keyboard: in a cell of plain text it stays what it is. */
export function typeInto(
  workbook: Workbook,
  sheet: Sheet,
  cell: { readonly row: number; readonly column: number },
  text: string,
  nowMs: number,
): void {
  if (cell.row > sheet.maxRows || cell.column > sheet.maxColumns) {
    throw new ServiceException('The coordinates of the range are outside the dimensions of the sheet.');
  }
  const pattern = columnReader(sheet.layers.numberFormat, cell.column)(cell.row);
  const entry = isTextFormat(pattern)
    ? { value: text }
    : readTypedText(text, sheetLocale(workbook.locale), new Date(nowMs).getUTCFullYear());
  const format = pattern === undefined ? entry.numberFormat : undefined;
  writeEntries(sheet, { ...cell, rowCount: 1, columnCount: 1 }, () => ({ ...entry, numberFormat: format }));
}

/** The texts that a sheet shows, as far as it holds anything. */
export function shownTexts(workbook: Workbook, sheet: Sheet): string[][] {
  const locale = sheetLocale(workbook.locale);
  const area = { row: 1, column: 1, rowCount: sheet.rows.length, columnCount: lastColumn(sheet) };
  return readArea(sheet, area, 'numberFormat', (value, pattern) => displayText(value, pattern, locale));
}
