import type { CellPlace } from '../../ports/sheets';
import { sheetById } from './active-spreadsheet';

/** One call for all; where one of the cells is protected, each for itself. Answers those that are empty now. */
export function emptyCells<Place extends CellPlace>(
  sheetId: number,
  cells: readonly Place[],
): readonly Place[] {
  const empty = (places: readonly Place[]): boolean => {
    try {
      sheetById(sheetId).getRangeList(places.map(cellName)).clearContent();
      // A refusal may come with a later call otherwise, when it is too late to know of which cell.
      SpreadsheetApp.flush();
      return true;
    } catch {
      return false;
    }
  };
  if (cells.length === 0 || empty(cells)) return cells;
  return cells.length === 1 ? [] : cells.filter((cell) => empty([cell]));
}

/** `AB12` */
export function cellName({ row, index }: CellPlace): string {
  let letters = '';
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
