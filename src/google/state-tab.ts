import { activeSpreadsheet, addSheet, makeRoom } from './active-spreadsheet';
import { asStoredText, fromStoredText, PLAIN_TEXT } from './plain-text';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const STATE_TAB = 'Sync to Shopify state';

/** Large enough to be few calls, small enough that one call stays well below the limits of a request. */
const ROWS_PER_CALL = 2_000;

/** As wide as the widest row; shorter rows end in empty cells. */
export function readState(): readonly (readonly string[])[] {
  const sheet = activeSpreadsheet().getSheetByName(STATE_TAB);
  const rowCount = sheet?.getLastRow() ?? 0;
  if (!sheet || rowCount === 0) return [];
  const width = sheet.getLastColumn();
  return blocksOf(rowCount).flatMap(({ first, count }) =>
    sheet
      .getRange(first, 1, count, width)
      .getDisplayValues()
      .map((row) => row.map(fromStoredText)),
  );
}

export function appendState(rows: readonly (readonly string[])[]): void {
  if (rows.length > 0) appendRows(stateSheet(), rows);
}

/**
 * The new rows are written below the old ones before these are deleted, so that an execution that is killed in
 * between leaves the old rows followed by new ones, and never a gap.
 */
export function replaceState(rows: readonly (readonly string[])[]): void {
  const sheet = stateSheet();
  const oldRows = sheet.getLastRow();
  if (rows.length === 0) {
    sheet.clearContents();
    return;
  }
  appendRows(sheet, rows);
  if (oldRows > 0) sheet.deleteRows(1, oldRows);
}

function stateSheet(): Sheet {
  const sheet = activeSpreadsheet().getSheetByName(STATE_TAB);
  if (sheet) return sheet;
  const added = addSheet(STATE_TAB);
  added.hideSheet();
  return added;
}

function appendRows(sheet: Sheet, rows: readonly (readonly string[])[]): void {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const above = sheet.getLastRow();
  makeRoom(sheet, above + rows.length, width);
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
