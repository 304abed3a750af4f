import { groupBy } from '../../catalog/values/arrays';
import { most } from '../../catalog/values/extremes';
import type { CellPlace, NumberCell, Sheets } from '../../ports/sheets';
import { sheetById } from './active-spreadsheet';
import { cellName } from './empty-cells';
import { lengthOf, spansOf } from './spans';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A formula that may fill the cells beside and below it, which then hold none; a number typed there would break it. */
const FILLS_NEIGHBOURS =
  /\{|(ARRAY|IMPORT|LAMBDA|LET|MAP|BYROW|BYCOL|SCAN|QUERY|FILTER|SORT|UNIQUE|SEQUENCE|SPLIT|TRANSPOSE|FLATTEN|STACK|TOCOL|TOROW|WRAP|CHOOSE|EXPAND|TAKE|DROP|GOOGLEFINANCE)\w*\(/i;

export const writeNumbers: Sheets['writeNumbers'] = (sheetId, cells) => {
  if (cells.length === 0) return [];
  const sheet = sheetById(sheetId);
  const lastRow = sheet.getLastRow();
  const inSheet = cells.filter(({ row }) => row <= lastRow);
  const values = readNumbers(sheet, inSheet);
  const isFormulas = formulasOf(sheet, inSheet);
  const free = inSheet.filter((cell) => values.get(cell) === cell.from && !isFormulas(cell));
  return [...groupBy(free, ({ to }) => to)].flatMap(([number, places]) => write(sheet, number, places));
};

/** What the cells hold as numbers, typed as such or as text. */
function readNumbers(sheet: Sheet, cells: readonly NumberCell[]): ReadonlyMap<NumberCell, number> {
  const numbers = new Map<NumberCell, number>();
  for (const index of new Set(cells.map((cell) => cell.index))) {
    const own = cells.filter((cell) => cell.index === index);
    for (const span of spansOf(
      own.map(({ row }) => row),
      ROWS_READ_ALONG,
    )) {
      const block = sheet.getRange(span.first, index + 1, lengthOf(span), 1).getValues();
      for (const cell of own) {
        const value = block[cell.row - span.first]?.[0];
        if (value !== undefined && String(value).trim() !== '') numbers.set(cell, Number(value));
      }
    }
  }
  return numbers;
}

const ROWS_READ_ALONG = 1_000;

/** Whether a cell holds a formula, or may be filled by one. */
export function formulasOf(sheet: Sheet, cells: readonly CellPlace[]): (cell: CellPlace) => boolean {
  if (cells.length === 0) return () => false;
  const rows = most(cells.map(({ row }) => row));
  const columns = most(cells.map(({ index }) => index)) + 1;
  const formulas = sheet.getRange(1, 1, rows, columns).getFormulas();
  const fillers = formulas.flatMap((texts, rowIndex) =>
    texts.flatMap((text, index) => (FILLS_NEIGHBOURS.test(text) ? [{ row: rowIndex + 1, index }] : [])),
  );
  return ({ row, index }) =>
    formulas[row - 1]?.[index] !== '' || fillers.some((filler) => filler.row <= row && filler.index <= index);
}

/** One call for all cells that take the number; where one of them is protected, each for itself. */
function write(sheet: Sheet, number: number, cells: readonly NumberCell[]): readonly NumberCell[] {
  try {
    sheet.getRangeList(cells.map(cellName)).setValue(number);
    SpreadsheetApp.flush();
    return cells;
  } catch {
    return cells.length === 1 ? [] : cells.flatMap((cell) => write(sheet, number, [cell]));
  }
}
