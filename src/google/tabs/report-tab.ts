import { most } from '../../catalog/values/arrays';
import { activeSpreadsheet, addSheet, makeRoom } from './active-spreadsheet';
import { PLAIN_TEXT, writeAsShown } from './plain-text';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Replaces the content of a tab of the add-on's own, creating it at the end where there is none. */
export function writeReport(
  tab: string,
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const sheet = reportSheet(tab, header);
  const width = Math.max(header.length, most(rows.map((row) => row.length)));
  sheet.clear();
  makeRoom(sheet, rows.length + 1, width);
  const cells = [header, ...rows].map((row) =>
    Array.from({ length: width }, (_, index) => String(row[index] ?? '')),
  );
  const range = sheet.getRange(1, 1, cells.length, width);
  range.setNumberFormat(PLAIN_TEXT).setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
  writeAsShown(range, cells);
  sheet.getRange(1, 1, 1, width).setFontWeight('bold').setWrapStrategy(SpreadsheetApp.WrapStrategy.OVERFLOW);
  sheet.setFrozenRows(1);
  // A refusal would come with a later call otherwise.
  SpreadsheetApp.flush();
}

/** A tab of that name which holds something else is the merchant's: the report goes beside it, under a number. */
function reportSheet(tab: string, header: readonly string[]): Sheet {
  const spreadsheet = activeSpreadsheet();
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? tab : `${tab} ${number}`;
    const sheet = spreadsheet.getSheetByName(name);
    if (!sheet) return addSheet(name);
    const corner = sheet.getRange(1, 1).getDisplayValue();
    if (sheet.getLastRow() === 0 || corner === header[0]) return sheet;
  }
}
