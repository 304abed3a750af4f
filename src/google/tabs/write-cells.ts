import { groupBy } from '../../catalog/values/arrays';
import type { OwnCell } from '../../ports/sheets';
import { sheetById } from './active-spreadsheet';
import { PLAIN_TEXT, writeAsShown } from './plain-text';
import { formulasOf } from './shopify-numbers';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** One call for cells below each other; where one of them is protected, each for itself. */
export function writeCells(sheetId: number, cells: readonly OwnCell[]): readonly OwnCell[] {
  const sheet = sheetById(sheetId);
  const isFormula = formulasOf(sheet, cells);
  const free = cells.filter((cell) => !isFormula(cell)).sort((a, b) => a.row - b.row);
  const written = new Set(
    [...groupBy(free, ({ index, asText }) => `${index} ${asText}`).values()]
      .flatMap(stretchesOf)
      .flatMap((stretch) => write(sheet, stretch)),
  );
  return cells.filter((cell) => written.has(cell));
}

/** Rows without a gap: what stands between them is nobody's to write. */
function stretchesOf(cells: readonly OwnCell[]): OwnCell[][] {
  const stretches: OwnCell[][] = [];
  for (const cell of cells) {
    const last = stretches[stretches.length - 1];
    if (last && last[last.length - 1]?.row === cell.row - 1) last.push(cell);
    else stretches.push([cell]);
  }
  return stretches;
}

function write(sheet: Sheet, cells: readonly OwnCell[]): readonly OwnCell[] {
  const [first] = cells;
  if (!first) return [];
  try {
    const range = sheet.getRange(first.row, first.index + 1, cells.length, 1);
    if (first.asText) range.setNumberFormat(PLAIN_TEXT);
    writeAsShown(
      range,
      cells.map(({ value }) => [value]),
    );
    SpreadsheetApp.flush();
    return cells;
  } catch {
    return cells.length === 1 ? [] : cells.flatMap((cell) => write(sheet, [cell]));
  }
}
