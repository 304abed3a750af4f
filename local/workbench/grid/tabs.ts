import { insertSheetRows } from '../../apps-script/workbook/cells';
import { moveReferences } from '../../apps-script/workbook/formula-references';
import { newSheet, refuseTooManyCells, type Sheet, type Workbook } from '../../apps-script/workbook/workbook';

/** Makes an empty tab, named as Google does, and opens it. */
export function addTab(workbook: Workbook): void {
  const id = Math.max(-1, ...workbook.sheets.map((sheet) => sheet.id)) + 1;
  const names = workbook.sheets.map(({ name }) => name);
  let number = workbook.sheets.length + 1;
  while (names.includes(`Sheet${number}`)) number += 1;
  const sheet = newSheet({ id, name: `Sheet${number}` });
  refuseTooManyCells(workbook, sheet.maxRows * sheet.maxColumns);
  workbook.sheets.push(sheet);
  workbook.activeSheetId = id;
}

/** Makes room for rows below a row. */
export function insertRows(workbook: Workbook, sheet: Sheet, afterRow: number, count: number): void {
  refuseTooManyCells(workbook, count * sheet.maxColumns);
  insertSheetRows(sheet, afterRow, count);
  moveReferences(workbook, sheet, { side: 'row', at: afterRow, count });
}

/** All rows again: those of the filter, and those that a person hid. */
export function showAllRows(sheet: Sheet): void {
  sheet.filter = null;
  sheet.hiddenRows = [];
}
