import type { OwnCell } from '../ports/sheets';
import { sheetById } from './active-spreadsheet';
import { asShownText, PLAIN_TEXT } from './plain-text';

/** One call a cell: these are the few that a person chose, wherever they stand. */
export function writeCells(sheetId: number, cells: readonly OwnCell[]): readonly OwnCell[] {
  const sheet = sheetById(sheetId);
  return cells.filter(({ row, index, value, asText }) => {
    const range = sheet.getRange(row, index + 1);
    if (range.getFormula() !== '') return false;
    if (asText) range.setNumberFormat(PLAIN_TEXT);
    range.setValue(typeof value === 'string' ? asShownText(value) : value);
    return true;
  });
}
