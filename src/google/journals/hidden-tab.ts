import { most } from '../../catalog/values/arrays';
import type { RowSpan } from '../../ports/sheets';
import { activeSpreadsheet, addSheet, makeRoom } from '../tabs/active-spreadsheet';
import { asStoredText, fromStoredText, PLAIN_TEXT } from '../tabs/plain-text';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Large enough to be few calls, small enough that one call stays well below the limits of a request. */
const ROWS_PER_CALL = 2_000;

/** As many as most rows fill; the tab grows where one is wider. */
const FIRST_COLUMNS = 4;

/** A tab that is written wave by wave grows in steps, for each costs a call. */
const ROWS_AT_ONCE = 500;

/** A tab that no person works in: rows of plain text, letter for letter. There is none until something is written. */
function findHidden(name: string): Sheet | undefined {
  return activeSpreadsheet().getSheetByName(name) ?? undefined;
}

function openHidden(name: string): Sheet {
  const sheet = findHidden(name);
  if (sheet) return sheet;
  const added = addSheet(name);
  added.hideSheet();
  // A spreadsheet holds ten million cells, and Google makes each row 26 wide.
  const columns = added.getMaxColumns();
  if (columns > FIRST_COLUMNS) added.deleteColumns(FIRST_COLUMNS + 1, columns - FIRST_COLUMNS);
  return added;
}

/** As wide as the widest row, or its first `columns`; shorter rows end in empty cells. */
function readRows(
  sheet: Sheet,
  { firstRow, rowCount }: RowSpan = { firstRow: 1, rowCount: sheet.getLastRow() },
  columns = sheet.getLastColumn(),
): readonly (readonly string[])[] {
  return blocksOf(rowCount).flatMap(({ first, count }) =>
    sheet
      .getRange(firstRow + first - 1, 1, count, columns)
      .getDisplayValues()
      .map((row) => row.map(fromStoredText)),
  );
}

function appendRows(sheet: Sheet, rows: readonly (readonly string[])[]): void {
  const width = Math.max(1, most(rows.map((row) => row.length)));
  const above = sheet.getLastRow();
  makeRoom(sheet, Math.ceil((above + rows.length) / ROWS_AT_ONCE) * ROWS_AT_ONCE, width);
  sheet.getRange(above + 1, 1, rows.length, width).setNumberFormat(PLAIN_TEXT);
  for (const { first, count } of blocksOf(rows.length)) {
    sheet
      .getRange(above + first, 1, count, width)
      .setValues(rows.slice(first - 1, first - 1 + count).map((row) => padded(row, width)));
  }
}

function padded(row: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => asStoredText(row[index] ?? ''));
}

function blocksOf(rowCount: number): readonly { readonly first: number; readonly count: number }[] {
  return Array.from({ length: Math.ceil(rowCount / ROWS_PER_CALL) }, (_, block) => {
    const first = block * ROWS_PER_CALL + 1;
    return { first, count: Math.min(ROWS_PER_CALL, rowCount - first + 1) };
  });
}

export const IN_FLIGHT_TAB = 'Sync to Shopify in flight';

export function readPending(): readonly (readonly string[])[] {
  const sheet = findHidden(IN_FLIGHT_TAB);
  return sheet && sheet.getLastRow() > 0 ? readRows(sheet) : [];
}

export function appendPending(rows: readonly (readonly string[])[]): void {
  if (rows.length > 0) appendRows(openHidden(IN_FLIGHT_TAB), rows);
}

export function clearPending(): void {
  findHidden(IN_FLIGHT_TAB)?.clearContents();
}

export const STATE_TAB = 'Sync to Shopify state';

export function readState(): readonly (readonly string[])[] {
  const sheet = findHidden(STATE_TAB);
  return sheet && sheet.getLastRow() > 0 ? readRows(sheet) : [];
}

/** Only the first cell, which says who wrote the tab. */
export function readStateFormat(): string {
  const sheet = findHidden(STATE_TAB);
  return sheet && sheet.getLastRow() > 0
    ? (readRows(sheet, { firstRow: 1, rowCount: 1 }, 1)[0]?.[0] ?? '')
    : '';
}

export function appendState(rows: readonly (readonly string[])[]): void {
  if (rows.length > 0) appendRows(openHidden(STATE_TAB), rows);
}

/**
 * The new rows are written below the old ones before these are deleted, so that an execution that is killed in
 * between leaves the old rows followed by new ones, and never a gap.
 */
export function replaceState(rows: readonly (readonly string[])[]): void {
  const sheet = openHidden(STATE_TAB);
  const oldRows = sheet.getLastRow();
  if (rows.length === 0) {
    sheet.clearContents();
    return;
  }
  appendRows(sheet, rows);
  if (oldRows > 0) sheet.deleteRows(1, oldRows);
}

export const UNDO_TAB = 'Sync to Shopify undo';

export function readUndoColumns(columns: number): readonly (readonly string[])[] {
  const sheet = findHidden(UNDO_TAB);
  const rowCount = sheet?.getLastRow() ?? 0;
  return sheet && rowCount > 0 ? readRows(sheet, { firstRow: 1, rowCount }, columns) : [];
}

export function readUndo(span: RowSpan): readonly (readonly string[])[] {
  return readRows(openHidden(UNDO_TAB), span);
}

export function appendUndo(rows: readonly (readonly string[])[]): void {
  if (rows.length > 0) appendRows(openHidden(UNDO_TAB), rows);
}

export function dropUndo(rowCount: number): void {
  const sheet = findHidden(UNDO_TAB);
  if (!sheet || rowCount === 0) return;
  // Google deletes any rows of a tab but the last one.
  if (rowCount >= sheet.getMaxRows()) sheet.clearContents();
  else sheet.deleteRows(1, rowCount);
}
