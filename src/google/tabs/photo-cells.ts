import { isPhotoFormula } from '../../catalog/tab/photo-column';
import type { RenewedPhotos } from '../../ports/tabs';
import { sheetById, spansOf } from './active-spreadsheet';

const HEADER_ROW = 1;

/**
 * Writes formulas into a column of photos, by the IDs in the rows. Writes only cells that are empty or hold one of our
 * formulas, and only those that would change; they are read right before. Answers the number of cells.
 */
export function renewPhotos(sheetId: number, { header, idHeader, formulas }: RenewedPhotos): number {
  const sheet = sheetById(sheetId);
  const [rowCount, width] = [sheet.getLastRow() - HEADER_ROW, sheet.getLastColumn()];
  if (rowCount < 1 || width < 1) return 0;
  const [headers = []] = sheet.getRange(HEADER_ROW, 1, 1, width).getDisplayValues();
  const [column, idColumn] = [headers.indexOf(header) + 1, headers.indexOf(idHeader) + 1];
  if (column === 0 || idColumn === 0) return 0;
  const ids = sheet.getRange(HEADER_ROW + 1, idColumn, rowCount, 1).getDisplayValues();
  const range = sheet.getRange(HEADER_ROW + 1, column, rowCount, 1);
  const [standing, values] = [range.getFormulas(), range.getValues()];
  const wanted = ids.map(([id = '']) => formulas.get(id));
  const changed = wanted.flatMap((formula, row) => {
    const has = standing[row]?.[0] ?? '';
    const isFree = has === '' ? values[row]?.[0] === '' : isPhotoFormula(has);
    return isFree && formula !== undefined && formula !== has ? [row] : [];
  });
  let written = 0;
  for (const { first, last } of spansOf(changed, 0)) {
    const rows = wanted.slice(first, last + 1).map((formula = '') => [formula]);
    try {
      range.offset(first, 0, rows.length, 1).setFormulas(rows);
      SpreadsheetApp.flush();
      written += rows.length;
    } catch {
      // A protected cell keeps what it shows.
    }
  }
  return written;
}
