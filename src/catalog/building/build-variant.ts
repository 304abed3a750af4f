import {
  COLUMNS,
  type Column,
  type ColumnKey,
  columnOf,
  type Field,
  type FieldKey,
  isField,
} from '../columns/columns';
import { cellOf } from '../reading/parse-rows';
import type { ParsedRow } from '../reading/parsed-row';
import { headerOf as layoutHeader } from '../tab/layout';
import type { Place } from '../tab/row';
import { type Cell, type FieldValue, hasValue, valueCell } from '../values/cell';
import { type Weight, type WeightUnit, weightFromGrams } from '../values/weight';
import type { DesiredAdjustment, DesiredFields, DesiredStock, DesiredValue } from './desired';

/** The cells of one row that belong to one level of the column table, each with its place. */
export function buildFields(row: ParsedRow, level: Field['level']): DesiredFields {
  const fields: Partial<Record<FieldKey, DesiredValue>> = {};
  for (const { column, header, location } of row.layout.columns) {
    if (!isField(column) || location !== undefined || column.level !== level) continue;
    const cell = row.cells[column.key];
    if (cell) fields[column.key] = { cell, ref: row.ref, column: header };
  }
  return fields;
}

export function buildVariantFields(row: ParsedRow): DesiredFields {
  const weight = buildWeight(row);
  const fields = buildFields(row, 'variant');
  return weight ? { ...fields, weight } : fields;
}

/** A weight stands in two columns: grams and the unit that the merchant sees, or a number in that unit. */
export function buildWeight(row: ParsedRow): DesiredValue | undefined {
  const key = (['grams', 'weightValue'] as const).find((one) => hasValue(cellOf(row, one)));
  if (!key) return undefined;
  const number = cellOf(row, key);
  if (!hasValue(number)) return undefined;
  const wanted = weightUnitOf(row);
  const value = number.value as number;
  const weight: Weight = columnOf(key).unit ? weightFromGrams(value, wanted) : { value, unit: wanted };
  return { cell: valueCell<FieldValue>(weight), ref: row.ref, column: headerOf(row, key) };
}

export function weightUnitOf(row: ParsedRow): WeightUnit {
  const unit = cellOf(row, 'weightUnit');
  return hasValue(unit) ? (unit.value as WeightUnit) : 'GRAMS';
}

const STOCK_COLUMNS = COLUMNS.filter(({ level }) => level === 'stock');

export function buildStock(row: ParsedRow): DesiredStock[] {
  return placedCells(row, 'sets').map(({ cell, ...place }) => ({ ...place, quantity: cell }));
}

export function buildAdjustments(row: ParsedRow): DesiredAdjustment[] {
  return placedCells(row, 'adjusts').map(({ cell, ...place }) => ({ ...place, delta: cell }));
}

interface PlacedCell extends Pick<DesiredStock, 'ref' | 'column' | 'name' | 'location'> {
  readonly cell: Cell<number>;
}

/** A row's cells that set or adjust a quantity: at the location that the row names, and at those that headers name. */
function placedCells(row: ParsedRow, does: 'sets' | 'adjusts'): PlacedCell[] {
  const named = cellOf(row, 'location');
  const here = hasValue(named) ? String(named.value) : undefined;
  const placed: PlacedCell[] = [];
  const add = (
    { sets, adjusts }: Column,
    place: Omit<PlacedCell, 'ref' | 'name' | 'cell'>,
    cell: unknown,
  ) => {
    const name = does === 'sets' ? sets : adjusts;
    if (name && cell) placed.push({ ...place, ref: row.ref, name, cell: cell as Cell<number> });
  };
  for (const column of STOCK_COLUMNS)
    add(column, { column: headerOf(row, column.key), location: here }, row.cells[column.key]);
  for (const { column, cell } of row.located)
    add(column.column, { column: column.header, location: column.location }, cell);
  return placed;
}

/** The cells of rows that hold a value in one column. */
export function cellsSaying(rows: readonly ParsedRow[], key: ColumnKey): Place[] {
  const said = rows.filter((row) => hasValue(cellOf(row, key)));
  return said.map((row) => ({ ref: row.ref, column: headerOf(row, key) }));
}

export function headerOf(row: ParsedRow, key: ColumnKey): string {
  return layoutHeader(row.layout, key);
}
