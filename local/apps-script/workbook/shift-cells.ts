import { type Area, insertRows, type Layer } from './layers';
import type { CellValue, LayerName, Sheet } from './workbook';

/** Layers whose values belong to a cell rather than to the look of its surroundings. */
const ownLayers: ReadonlySet<string> = new Set<LayerName>(['note', 'formula', 'richText']);

/**
 * Makes room for blank cells in some columns alone; what stands there moves down, and the new cells look like those that
 * stood there (https://developers.google.com/apps-script/reference/spreadsheet/range#insertcellsshiftdimension).
 */
export function shiftDown(sheet: Sheet, { row, column, rowCount, columnCount }: Area): void {
  const columns = Array.from({ length: columnCount }, (_, offset) => column + offset);
  const last = sheet.rows.length;
  for (let from = last; from >= row; from -= 1) move(sheet, columns, from, from + rowCount);
  while (sheet.rows.at(-1)?.length === 0) sheet.rows.pop();
  for (const [name, layer] of Object.entries(sheet.layers)) {
    const moved: Layer = {};
    for (const own of columns) if (layer[own]) moved[own] = layer[own];
    const isOwn = ownLayers.has(name);
    insertRows(moved, isOwn ? row - 1 : row, rowCount, !isOwn);
    Object.assign(layer, moved);
  }
  sheet.maxRows = Math.max(sheet.maxRows, sheet.rows.length);
}

function move(sheet: Sheet, columns: readonly number[], from: number, to: number): void {
  while (sheet.rows.length < to) sheet.rows.push([]);
  const [source, target] = [sheet.rows[from - 1] as CellValue[], sheet.rows[to - 1] as CellValue[]];
  for (const column of columns) {
    while (target.length < column) target.push('');
    target[column - 1] = source[column - 1] ?? '';
    if (column <= source.length) source[column - 1] = '';
  }
  for (const cells of [source, target]) while (cells.at(-1) === '') cells.pop();
}
