import {
  type Area,
  columnReader,
  deleteColumns,
  deleteRows,
  insertColumns,
  insertRows,
  paintColumn,
} from './layers';
import type { Entry } from './typed-text';
import { type CellValue, type LayerName, layerOf, type Sheet } from './workbook';

/** Reads an area row by row; `read` gets the value, and a reader per column gives what a layer says. */
export function readArea<T>(
  sheet: Sheet,
  area: Area,
  layer: LayerName,
  read: (value: CellValue, layered: string | undefined, row: number, column: number) => T,
): T[][] {
  const layered = Array.from({ length: area.columnCount }, (_, offset) =>
    columnReader(sheet.layers[layer], area.column + offset),
  );
  return Array.from({ length: area.rowCount }, (_, rowOffset) => {
    const row = area.row + rowOffset;
    const cells = sheet.rows[row - 1];
    return layered.map((reader, offset) => {
      const column = area.column + offset;
      return read(cells?.[column - 1] ?? '', reader(row), row, column);
    });
  });
}

/** Writes entries, which become the cells' values, formulas and, where they bring one, number formats. */
export function writeEntries(
  sheet: Sheet,
  area: Area,
  entryAt: (rowOffset: number, columnOffset: number) => Entry,
): void {
  const formats = columnChanges(sheet, 'numberFormat', area);
  const formulas = columnChanges(sheet, 'formula', area);
  const richTexts = columnChanges(sheet, 'richText', area);
  for (let rowOffset = 0; rowOffset < area.rowCount; rowOffset += 1) {
    const row = area.row + rowOffset;
    const cells = rowForWriting(sheet, row);
    for (let offset = 0; offset < area.columnCount; offset += 1) {
      const entry = entryAt(rowOffset, offset);
      writeCell(cells, area.column + offset, entry.value);
      if (entry.numberFormat !== undefined) formats.set(rowOffset, offset, entry.numberFormat);
      formulas.set(rowOffset, offset, entry.formula);
      richTexts.set(rowOffset, offset, undefined);
    }
    trimRow(cells);
  }
  trimRows(sheet);
  formats.apply();
  formulas.apply();
  richTexts.apply();
}

/** Empties values and formulas; how cells look stays. */
export function clearValues(sheet: Sheet, area: Area): void {
  writeEntries(sheet, area, () => ({ value: '' }));
}

/** Collects what changes per column of a layer, and touches only the columns where something does. */
function columnChanges(sheet: Sheet, name: LayerName, area: Area) {
  const changed = new Map<number, (string | undefined)[]>();
  const valuesOf = (offset: number) => {
    const known = changed.get(offset);
    if (known !== undefined) return known;
    const reader = columnReader(sheet.layers[name], area.column + offset);
    const values = Array.from({ length: area.rowCount }, (_, rowOffset) => reader(area.row + rowOffset));
    changed.set(offset, values);
    return values;
  };
  const isSet = Array.from(
    { length: area.columnCount },
    (_, offset) => sheet.layers[name]?.[area.column + offset] !== undefined,
  );
  return {
    set: (rowOffset: number, offset: number, value: string | undefined) => {
      if (value === undefined && !isSet[offset] && !changed.has(offset)) return;
      valuesOf(offset)[rowOffset] = value;
    },
    apply: () => {
      for (const [offset, values] of changed) {
        paintColumn(layerOf(sheet, name), area.column + offset, area.row, values);
      }
    },
  };
}

function rowForWriting(sheet: Sheet, row: number): CellValue[] {
  while (sheet.rows.length < row) sheet.rows.push([]);
  return sheet.rows[row - 1] as CellValue[];
}

function writeCell(cells: CellValue[], column: number, value: CellValue): void {
  if (value === '' && cells.length < column) return;
  while (cells.length < column - 1) cells.push('');
  cells[column - 1] = value;
}

function trimRow(cells: CellValue[]): void {
  while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
}

function trimRows(sheet: Sheet): void {
  while (sheet.rows.length > 0 && sheet.rows[sheet.rows.length - 1]?.length === 0) sheet.rows.pop();
}

/** Layers whose values belong to a cell rather than to the look of its surroundings. */
const ownLayers: ReadonlySet<string> = new Set<LayerName>(['note', 'formula', 'richText']);

export function insertSheetRows(sheet: Sheet, afterRow: number, count: number): void {
  if (sheet.rows.length > afterRow) {
    const added = Array.from({ length: count }, (): CellValue[] => []);
    sheet.rows = [...sheet.rows.slice(0, afterRow), ...added, ...sheet.rows.slice(afterRow)];
  }
  for (const [name, layer] of Object.entries(sheet.layers)) {
    insertRows(layer, afterRow, count, afterRow > 0 && !ownLayers.has(name));
  }
  sheet.hiddenRows = sheet.hiddenRows.map((row) => (row > afterRow ? row + count : row));
  moveHeights(sheet, (row) => (row > afterRow ? row + count : row));
  sheet.maxRows += count;
}

export function deleteSheetRows(sheet: Sheet, row: number, count: number): void {
  sheet.rows.splice(row - 1, count);
  trimRows(sheet);
  for (const layer of Object.values(sheet.layers)) deleteRows(layer, row, count);
  sheet.hiddenRows = sheet.hiddenRows
    .filter((hidden) => hidden < row || hidden >= row + count)
    .map((hidden) => (hidden < row ? hidden : hidden - count));
  moveHeights(sheet, without(row, count));
  sheet.maxRows -= count;
}

export function insertSheetColumns(sheet: Sheet, afterColumn: number, count: number): void {
  for (const cells of sheet.rows) {
    if (cells.length > afterColumn) cells.splice(afterColumn, 0, ...new Array<CellValue>(count).fill(''));
  }
  for (const [name, layer] of Object.entries(sheet.layers)) {
    insertColumns(layer, afterColumn, count, afterColumn > 0 && !ownLayers.has(name));
  }
  sheet.columnWidths = movedSizes(sheet.columnWidths, (column) =>
    column > afterColumn ? column + count : column,
  );
  sheet.maxColumns += count;
}

export function deleteSheetColumns(sheet: Sheet, column: number, count: number): void {
  for (const cells of sheet.rows) {
    cells.splice(column - 1, count);
    trimRow(cells);
  }
  trimRows(sheet);
  for (const layer of Object.values(sheet.layers)) deleteColumns(layer, column, count);
  sheet.columnWidths = movedSizes(sheet.columnWidths, without(column, count));
  sheet.maxColumns -= count;
}

/** Places behind some that are deleted move up. */
function without(first: number, count: number) {
  return (place: number) => {
    if (place < first) return place;
    return place < first + count ? undefined : place - count;
  };
}

function moveHeights(sheet: Sheet, place: (row: number) => number | undefined): void {
  if (sheet.rowHeights) sheet.rowHeights = movedSizes(sheet.rowHeights, place);
}

function movedSizes(
  sizes: Readonly<Record<string, number>>,
  place: (at: number) => number | undefined,
): Record<string, number> {
  const moved: Record<string, number> = {};
  for (const [at, size] of Object.entries(sizes)) {
    const to = place(Number(at));
    if (to !== undefined) moved[to] = size;
  }
  return moved;
}
