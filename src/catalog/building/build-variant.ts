import type { ColumnKey, Field, FieldKey } from '../columns/columns';
import { cellOf } from '../reading/parse-rows';
import type { ParsedRow } from '../reading/parsed-row';
import { headerOf as layoutHeader } from '../tab/layout';
import { type Cell, type FieldValue, valueCell } from '../values/cell';
import { type Weight, type WeightUnit, weightFromGrams } from '../values/weight';
import type { DesiredAdjustment, DesiredFields, DesiredStock, DesiredValue, QuantityName } from './desired';

/** The cells of one row that belong to one level of the column table, each with its place. */
export function buildFields(row: ParsedRow, level: Field['level']): DesiredFields {
  const fields: Partial<Record<FieldKey, DesiredValue>> = {};
  for (const { column, header, location } of row.layout.columns) {
    const key = column.key as FieldKey;
    const cell = location === undefined ? row.cells[key] : undefined;
    if (cell && 'field' in column && column.level === level)
      fields[key] = { cell, ref: row.ref, column: header };
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
  const key = cellOf(row, 'grams').kind === 'value' ? 'grams' : 'weightValue';
  const number = cellOf(row, key);
  if (number.kind !== 'value') return undefined;
  const unit = weightUnitOf(row);
  const value = number.value as number;
  const weight: Weight = key === 'grams' ? weightFromGrams(value, unit) : { value, unit };
  return { cell: valueCell<FieldValue>(weight), ref: row.ref, column: headerOf(row, key) };
}

export function weightUnitOf(row: ParsedRow): WeightUnit {
  const unit = cellOf(row, 'weightUnit');
  return unit.kind === 'value' ? (unit.value as WeightUnit) : 'GRAMS';
}

/** Which quantity the columns of a level speak of: those that say what shall be there, and those that add to it. */
const SET_COLUMNS = { available: 'available', onHand: 'on_hand' } as const;
const ADJUST_COLUMNS = { availableAdjust: 'available', onHandAdjust: 'on_hand' } as const;

export function buildStock(row: ParsedRow): DesiredStock[] {
  return placedCells(row, SET_COLUMNS).map(({ cell, ...place }) => ({ ...place, quantity: cell }));
}

export function buildAdjustments(row: ParsedRow): DesiredAdjustment[] {
  return placedCells(row, ADJUST_COLUMNS).map(({ cell, ...place }) => ({ ...place, delta: cell }));
}

interface PlacedCell extends Pick<DesiredStock, 'ref' | 'column' | 'name' | 'location'> {
  readonly cell: Cell<number>;
}

/** A row's cells of some columns: at the location that the row names, and at those that the headers name. */
function placedCells(
  row: ParsedRow,
  names: Readonly<Partial<Record<ColumnKey, QuantityName>>>,
): PlacedCell[] {
  const location = cellOf(row, 'location');
  const here = location.kind === 'value' ? String(location.value) : undefined;
  const placed: PlacedCell[] = [];
  for (const [key, name] of Object.entries(names) as [ColumnKey, QuantityName][]) {
    const cell = row.cells[key] as Cell<number> | undefined;
    if (cell) placed.push({ ref: row.ref, column: headerOf(row, key), name, location: here, cell });
  }
  for (const { column, cell } of row.located) {
    const name = names[column.column.key as ColumnKey];
    if (name)
      placed.push({
        ref: row.ref,
        column: column.header,
        name,
        location: column.location,
        cell: cell as Cell<number>,
      });
  }
  return placed;
}

export function headerOf(row: ParsedRow, key: ColumnKey): string {
  return layoutHeader(row.layout, key);
}
