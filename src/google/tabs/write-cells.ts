import { groupBy, most } from '../../catalog/values/arrays';
import type { CellPlace, Cells, NumberCell, OwnCell } from '../../ports/tabs';
import { lengthOf, sheetById, spansOf } from './active-spreadsheet';
import { PLAIN_TEXT, writeAsShown } from './plain-text';

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
function cellName({ row, index }: CellPlace): string {
  let letters = '';
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

/** A formula that may fill the cells beside and below it, which then hold none; a number typed there would break it. */
const FILLS_NEIGHBOURS =
  /\{|(ARRAY|IMPORT|LAMBDA|LET|MAP|BYROW|BYCOL|SCAN|QUERY|FILTER|SORT|UNIQUE|SEQUENCE|SPLIT|TRANSPOSE|FLATTEN|STACK|TOCOL|TOROW|WRAP|CHOOSE|EXPAND|TAKE|DROP|GOOGLEFINANCE)\w*\(/i;

export const writeNumbers: Cells['replaceNumbers'] = (sheetId, cells) => {
  if (cells.length === 0) return [];
  const sheet = sheetById(sheetId);
  const lastRow = sheet.getLastRow();
  const inSheet = cells.filter(({ row }) => row <= lastRow);
  const values = readNumbers(sheet, inSheet);
  const isFormulas = formulasOf(sheet, inSheet);
  const free = inSheet.filter((cell) => values.get(cell) === cell.from && !isFormulas(cell));
  return [...groupBy(free, ({ to }) => to)].flatMap(([number, places]) => writeNumber(sheet, number, places));
};

/** Numbers in the cells, typed as such or as text. */
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

/** Tells whether a cell holds a formula, or may be filled by one. */
function formulasOf(sheet: Sheet, cells: readonly CellPlace[]): (cell: CellPlace) => boolean {
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
function writeNumber(sheet: Sheet, number: number, cells: readonly NumberCell[]): readonly NumberCell[] {
  try {
    sheet.getRangeList(cells.map(cellName)).setValue(number);
    SpreadsheetApp.flush();
    return cells;
  } catch {
    return cells.length === 1 ? [] : cells.flatMap((cell) => writeNumber(sheet, number, [cell]));
  }
}
