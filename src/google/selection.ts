import type { Sheets } from '../ports/sheets';
import { activeSpreadsheet } from './active-spreadsheet';

/** Several stretches where the person held Ctrl; none where nothing is selected. */
export function selection(): ReturnType<Sheets['selection']> {
  const spreadsheet = activeSpreadsheet();
  const ranges = spreadsheet.getActiveRangeList()?.getRanges() ?? [];
  return {
    sheetId: spreadsheet.getActiveSheet().getSheetId(),
    rows: ranges.map((range) => [range.getRow(), range.getRow() + range.getNumRows() - 1] as const),
  };
}
