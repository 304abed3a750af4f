import type { RowSpan } from '../../ports/sheets';
import { appendRows, findHidden, openHidden, readRows } from './hidden-tab';

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
