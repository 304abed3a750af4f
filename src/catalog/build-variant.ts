import { valueCell } from './cell';
import type { FieldValue } from './cell-kinds';
import { FIELDS, type Field, type FieldKey } from './columns';
import type { DesiredFields, DesiredStock, DesiredValue } from './desired';
import { headerOf as layoutHeader } from './layout';
import { cellOf, type ParsedRow } from './parse-rows';
import { type Weight, type WeightUnit, weightFromGrams } from './weight';

/** The cells of one row that belong to one level of the column table, each with its place. */
export function buildFields(row: ParsedRow, level: Field['level']): DesiredFields {
  const fields: Partial<Record<FieldKey, DesiredValue>> = {};
  for (const field of FIELDS) {
    const cell = row.cells[field.key];
    if (field.level === level && cell)
      fields[field.key] = { cell, ref: row.ref, column: headerOf(row, field.key) };
  }
  return fields;
}

export function buildVariantFields(row: ParsedRow): DesiredFields {
  const weight = buildWeight(row);
  const fields = buildFields(row, 'variant');
  return weight ? { ...fields, weight } : fields;
}

/** A weight stands in two columns: grams and the unit that the merchant sees, or a number in that unit. */
function buildWeight(row: ParsedRow): DesiredValue | undefined {
  const key = cellOf(row, 'grams').kind === 'value' ? 'grams' : 'weightValue';
  const number = cellOf(row, key);
  if (number.kind !== 'value') return undefined;
  const unitCell = cellOf(row, 'weightUnit');
  const unit = unitCell.kind === 'value' ? (unitCell.value as WeightUnit) : 'GRAMS';
  const value = number.value as number;
  const weight: Weight = key === 'grams' ? weightFromGrams(value, unit) : { value, unit };
  return { cell: valueCell<FieldValue>(weight), ref: row.ref, column: headerOf(row, key) };
}

const QUANTITY_NAMES = { available: 'available', onHand: 'on_hand' } as const;

function isQuantity(key: string): key is keyof typeof QUANTITY_NAMES {
  return key in QUANTITY_NAMES;
}

/** A row's quantities: at the location that it names, and at those that the headers name. */
export function buildStock(row: ParsedRow): DesiredStock[] {
  const stock: DesiredStock[] = [];
  const location = cellOf(row, 'location');
  const here = location.kind === 'value' ? String(location.value) : undefined;
  for (const key of ['available', 'onHand'] as const) {
    const quantity = row.cells[key] as DesiredStock['quantity'] | undefined;
    if (quantity)
      stock.push({
        ref: row.ref,
        column: headerOf(row, key),
        name: QUANTITY_NAMES[key],
        location: here,
        quantity,
      });
  }
  for (const { column, cell } of row.located) {
    if (isQuantity(column.column.key))
      stock.push({
        ref: row.ref,
        column: column.header,
        name: QUANTITY_NAMES[column.column.key],
        location: column.location,
        quantity: cell as DesiredStock['quantity'],
      });
  }
  return stock;
}

export function headerOf(row: ParsedRow, key: string): string {
  return layoutHeader(row.layout, key);
}
