import { appendRows, findHidden, openHidden, readRows } from './hidden-tab';

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
