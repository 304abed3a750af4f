import type { TabTemplate, TemplateColumn } from '../../catalog/tab/tab-templates';
import type { CellPlace, FilledRows, RowSpan, TabHandle } from '../../ports/tabs';
import { activeSpreadsheet, addSheet, lengthOf, makeRoom, sheetById, spansOf } from './active-spreadsheet';
import { PLAIN_TEXT, writeAsShown } from './plain-text';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADER_ROW = 1;

/** Pixels: a row in which a photo can be recognised. Google's default is 21. */
const PHOTO_HEIGHT = 48;

/**
 * Makes a tab at the end, or turns an empty one into it: headers with notes, a drop-down list for columns with few
 * words, and plain text for values that must stay as typed.
 */
export function addTab({ name, columns, freezesColumn }: TabTemplate, into?: number): TabHandle {
  const sheet = into === undefined ? addSheet(freeName(name)) : emptied(sheetById(into));
  makeRoom(sheet, HEADER_ROW + 1, columns.length);
  const headers = sheet.getRange(HEADER_ROW, 1, 1, columns.length);
  // A shop may name a field of its own `=1+1`.
  writeAsShown(headers, [columns.map(({ header }) => header)]);
  headers.setNotes([columns.map(({ note }) => note)]).setFontWeight('bold');
  sheet.setFrozenRows(HEADER_ROW);
  if (freezesColumn) sheet.setFrozenColumns(1);
  const below = { firstRow: HEADER_ROW + 1, rowCount: sheet.getMaxRows() - HEADER_ROW };
  keepText(sheet, columns, below);
  offerChoices(sheet, columns, below);
  return { sheetId: sheet.getSheetId(), name: sheet.getName(), hidden: false };
}

/** Removes the formats of former content, which would change what is written. */
function emptied(sheet: Sheet): Sheet {
  sheet.clear();
  sheet.clearNotes();
  sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).clearDataValidations();
  return sheet;
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

/** Overwrites nothing: people may insert and delete rows, and type below them, meanwhile. */
export function fillRows(sheetId: number, { firstRow, cells, columns }: FilledRows): boolean {
  const sheet = sheetById(sheetId);
  const rows = { firstRow, rowCount: cells.length };
  makeRoom(sheet, firstRow + cells.length - 1, columns.length);
  // Before the values: a cell that is not text yet makes a number of 00417.
  keepText(sheet, columns, rows);
  offerChoices(sheet, columns, rows);
  const [headers = []] = sheet.getRange(HEADER_ROW, 1, 1, columns.length).getDisplayValues();
  if (columns.some(({ header }, index) => headers[index] !== header)) return false;
  if (sheet.getLastRow() >= firstRow) return false;
  const isPhoto = (column: number) => columns[column]?.isPhoto === true;
  if (columns.some((_, column) => isPhoto(column))) sheet.setRowHeights(firstRow, cells.length, PHOTO_HEIGHT);
  writeAsShown(sheet.getRange(firstRow, 1, cells.length, columns.length), cells, isPhoto);
  SpreadsheetApp.flush();
  return true;
}

function keepText(sheet: Sheet, columns: readonly TemplateColumn[], { firstRow, rowCount }: RowSpan): void {
  const texts = columns.flatMap(({ isText }, index) => (isText ? [index] : []));
  for (const span of spansOf(texts, 0)) {
    sheet.getRange(firstRow, span.first + 1, rowCount, lengthOf(span)).setNumberFormat(PLAIN_TEXT);
  }
}

/** Marks other words but does not refuse them: `[clear]` is one of them, and the row's answer says what is wrong. */
function offerChoices(
  sheet: Sheet,
  columns: readonly TemplateColumn[],
  { firstRow, rowCount }: RowSpan,
): void {
  columns.forEach(({ choices, note }, index) => {
    if (choices.length === 0) return;
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...choices], true)
      .setAllowInvalid(true)
      .setHelpText(note)
      .build();
    sheet.getRange(firstRow, index + 1, rowCount, 1).setDataValidation(rule);
  });
}
