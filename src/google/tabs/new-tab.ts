import type { TabTemplate, TemplateColumn } from '../../catalog/tab/tab-templates';
import type { CellPlace, TabHandle } from '../../ports/tabs';
import { activeSpreadsheet, addSheet, lengthOf, makeRoom, sheetById, spansOf } from './active-spreadsheet';
import { PLAIN_TEXT } from './plain-text';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADER_ROW = 1;

/** Makes a tab at the end: headers with notes, a choice where there are few words, and text where it is to stay as typed. */
export function addTab({ name, columns }: TabTemplate): TabHandle {
  const sheet = addSheet(freeName(name));
  makeRoom(sheet, HEADER_ROW + 1, columns.length);
  sheet
    .getRange(HEADER_ROW, 1, 1, columns.length)
    .setValues([columns.map(({ header }) => header)])
    .setNotes([columns.map(({ note }) => note)])
    .setFontWeight('bold');
  sheet.setFrozenRows(HEADER_ROW);
  keepText(sheet, columns);
  offerChoices(sheet, columns);
  return { sheetId: sheet.getSheetId(), name: sheet.getName(), hidden: false };
}

export function showTab(sheetId: number): void {
  activeSpreadsheet().setActiveSheet(sheetById(sheetId));
}

export function showCell(sheetId: number, { row, index }: CellPlace): boolean {
  const sheet = sheetById(sheetId);
  if (row > sheet.getMaxRows() || index >= sheet.getMaxColumns()) return false;
  sheet.getRange(row, index + 1).activate();
  return true;
}

function freeName(name: string): string {
  const taken = new Set(
    activeSpreadsheet()
      .getSheets()
      .map((sheet) => sheet.getName().toLowerCase()),
  );
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name} ${number}`;
  return free;
}

function keepText(sheet: Sheet, columns: readonly TemplateColumn[]): void {
  const texts = columns.flatMap(({ isText }, index) => (isText ? [index] : []));
  for (const span of spansOf(texts, 0)) {
    sheet
      .getRange(HEADER_ROW + 1, span.first + 1, rowsBelow(sheet), lengthOf(span))
      .setNumberFormat(PLAIN_TEXT);
  }
}

/** Another word is marked and not refused: `[clear]` is one, and the row's answer says what is wrong. */
function offerChoices(sheet: Sheet, columns: readonly TemplateColumn[]): void {
  columns.forEach(({ choices, note }, index) => {
    if (choices.length === 0) return;
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...choices], true)
      .setAllowInvalid(true)
      .setHelpText(note)
      .build();
    sheet.getRange(HEADER_ROW + 1, index + 1, rowsBelow(sheet), 1).setDataValidation(rule);
  });
}

function rowsBelow(sheet: Sheet): number {
  return sheet.getMaxRows() - HEADER_ROW;
}
