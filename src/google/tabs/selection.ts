import type { Sheets } from '../../ports/sheets';
import { activeSpreadsheet, sheetById } from './active-spreadsheet';

/** Several stretches where the person held Ctrl; none where nothing is selected. */
export function selection(): ReturnType<Sheets['selection']> {
  const spreadsheet = activeSpreadsheet();
  const ranges = spreadsheet.getActiveRangeList()?.getRanges() ?? [];
  return {
    sheetId: spreadsheet.getActiveSheet().getSheetId(),
    rows: ranges.map((range) => [range.getRow(), range.getRow() + range.getNumRows() - 1] as const),
  };
}

/** By the tab's filter, or by hand; a group of rows that is closed counts as by hand. Each row costs a call or two. */
export function isRowHidden(sheetId: number, row: number): boolean {
  const sheet = sheetById(sheetId);
  return sheet.isRowHiddenByUser(row) || sheet.isRowHiddenByFilter(row);
}
