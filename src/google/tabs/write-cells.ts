import { isPhotoFormula } from '../../catalog/tab/photo-column';
import { groupBy, most } from '../../catalog/values/arrays';
import type { CellPlace, OwnCell, SeenPlace } from '../../ports/tabs';
import { sheetById } from './active-spreadsheet';
import { PLAIN_TEXT, writeAsShown } from './plain-text';
import { asSeen } from './seen-cells';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Writes cells below each other, or all cells with the same number, in one call; where one is protected, cell by cell. */
export function writeCells(sheetId: number, cells: readonly OwnCell[]): readonly OwnCell[] {
  const sheet = sheetById(sheetId);
  const isFormula = formulasOf(sheet, cells);
  const free = cells.filter((cell) => !isFormula(cell));
  const written = new Set<OwnCell>();
  const ours = new Set<string>();
  for (const own of groupBy(free, ({ index, asText }) => `${index} ${asText}`).values()) {
    const cellOf = new Map(own.map((cell) => [withoutOurs(cell, ours), cell]));
    const done = writeColumn(sheet, [...cellOf.keys()]).flatMap((cell) => cellOf.get(cell) ?? []);
    for (const cell of done) {
      written.add(cell);
      ours.add(placeKey(cell));
    }
  }
  return cells.filter((cell) => written.has(cell));
}

const placeKey = ({ row, index }: CellPlace): string => `${row} ${index}`;

/** Leaves out of the cells that name a row those that are written as well: their new text is nobody's edit. */
function withoutOurs(cell: OwnCell, ours: ReadonlySet<string>): OwnCell {
  const isOurs = (place: CellPlace) => ours.has(placeKey(place));
  return cell.seen?.some(isOurs) ? { ...cell, seen: cell.seen.filter((place) => !isOurs(place)) } : cell;
}

function writeColumn(sheet: Sheet, cells: readonly OwnCell[]): readonly OwnCell[] {
  const stretches = stretchesOf([...cells].sort((a, b) => a.row - b.row));
  const numbers = groupBy(cells, ({ value }) => value);
  // Stock of many scattered rows has few different numbers.
  const isByNumber = numbers.size < stretches.length && cells.every(({ value }) => typeof value === 'number');
  return isByNumber
    ? [...numbers].flatMap(([number, own]) => writeNumber(sheet, Number(number), own))
    : stretches.flatMap((stretch) => writeSeen(sheet, stretch));
}

/** Groups cells into rows without a gap: cells in between must not be written. */
function stretchesOf(cells: readonly OwnCell[]): OwnCell[][] {
  const stretches: OwnCell[][] = [];
  for (const cell of cells) {
    const last = stretches[stretches.length - 1];
    if (last && last[last.length - 1]?.row === cell.row - 1) last.push(cell);
    else stretches.push([cell]);
  }
  return stretches;
}

/** Formats the cells, reads them once more, and at once writes those that are unchanged. */
function writeSeen(sheet: Sheet, cells: readonly OwnCell[]): readonly OwnCell[] {
  const [first] = cells;
  if (!first) return [];
  if (first.asText) format(sheet, cells);
  const formulas = rangeOf(sheet, cells).getFormulas();
  const same = asSeen(
    sheet,
    cells.filter(({ row }) => !formulas[row - first.row]?.[0]),
  );
  return same.length === cells.length
    ? write(sheet, cells)
    : stretchesOf(same).flatMap((stretch) => writeSeen(sheet, stretch));
}

function rangeOf(sheet: Sheet, cells: readonly OwnCell[]): GoogleAppsScript.Spreadsheet.Range {
  const [{ row, index }] = cells as [OwnCell];
  return sheet.getRange(row, index + 1, cells.length, 1);
}

/** A typed column of a table refuses formats, and perhaps the value; the result is read afterwards. */
function format(sheet: Sheet, cells: readonly OwnCell[]): void {
  try {
    rangeOf(sheet, cells).setNumberFormat(PLAIN_TEXT);
    SpreadsheetApp.flush();
  } catch {
    if (cells.length > 1) for (const cell of cells) format(sheet, [cell]);
  }
}

function write(sheet: Sheet, cells: readonly OwnCell[]): readonly OwnCell[] {
  try {
    const range = rangeOf(sheet, cells);
    writeAsShown(
      range,
      cells.map(({ value }) => [value]),
    );
    SpreadsheetApp.flush();
    return cells;
  } catch {
    return cells.length === 1 ? [] : cells.flatMap((cell) => writeSeen(sheet, [cell]));
  }
}

/** Empties all cells in one call; where one is protected, cell by cell. Answers those that are empty now. */
export function emptyCells<Place extends SeenPlace>(
  sheetId: number,
  cells: readonly Place[],
): readonly Place[] {
  if (cells.length === 0) return [];
  const sheet = sheetById(sheetId);
  const same = asSeen(sheet, cells);
  if (same.length === 0) return [];
  try {
    sheet.getRangeList(same.map(cellName)).clearContent();
    // Otherwise a later call would bring the refusal, too late to know which cell it is about.
    SpreadsheetApp.flush();
    return same;
  } catch {
    return same.length === 1 ? [] : same.flatMap((cell) => emptyCells(sheetId, [cell]));
  }
}

/** `AB12` */
function cellName({ row, index }: CellPlace): string {
  let letters = '';
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

/**
 * A formula that may fill the cells next to and below it. Those hold no formula themselves; a number written there would
 * break it.
 */
const FILLS_NEIGHBOURS =
  /\{|(ARRAY|IMPORT|LAMBDA|LET|MAP|BYROW|BYCOL|SCAN|QUERY|FILTER|SORT|UNIQUE|SEQUENCE|SPLIT|TRANSPOSE|FLATTEN|STACK|TOCOL|TOROW|WRAP|CHOOSE|EXPAND|TAKE|DROP|GOOGLEFINANCE)\w*\(/i;

/** Tells whether a cell holds a formula, or may be filled by one. */
function formulasOf(sheet: Sheet, cells: readonly CellPlace[]): (cell: CellPlace) => boolean {
  if (cells.length === 0) return () => false;
  const rows = most(cells.map(({ row }) => row));
  const columns = most(cells.map(({ index }) => index)) + 1;
  const formulas = sheet.getRange(1, 1, rows, columns).getFormulas();
  // The address of a photo may hold such a word.
  const fillers = formulas.flatMap((texts, rowIndex) =>
    texts.flatMap((text, index) =>
      FILLS_NEIGHBOURS.test(text) && !isPhotoFormula(text) ? [{ row: rowIndex + 1, index }] : [],
    ),
  );
  return ({ row, index }) =>
    formulas[row - 1]?.[index] !== '' || fillers.some((filler) => filler.row <= row && filler.index <= index);
}

/** Writes all cells that take the number in one call; where one is protected, cell by cell. */
function writeNumber(sheet: Sheet, number: number, cells: readonly OwnCell[]): readonly OwnCell[] {
  const isFormula = formulasOf(sheet, cells);
  const same = asSeen(
    sheet,
    cells.filter((cell) => !isFormula(cell)),
  );
  if (same.length === 0) return [];
  try {
    sheet.getRangeList(same.map(cellName)).setValue(number);
    SpreadsheetApp.flush();
    return same;
  } catch {
    return same.length === 1 ? [] : same.flatMap((cell) => writeNumber(sheet, number, [cell]));
  }
}
