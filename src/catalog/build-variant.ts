import { valueCell } from './cell';
import type { FieldValue } from './cell-kinds';
import { FIELDS, type Field, type FieldKey } from './columns';
import type { DesiredFields, DesiredStock, DesiredValue } from './desired';
import { cellOf, type ParsedRow } from './parse-rows';
import { type WeightUnit, weightFromGrams } from './weight';

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

/** The product CSV splits a weight over two columns: grams always, and the unit the merchant sees. */
function buildWeight(row: ParsedRow): DesiredValue | undefined {
  const grams = cellOf(row, 'grams');
  if (grams.kind !== 'value') return undefined;
  const unit = cellOf(row, 'weightUnit');
  const weight = weightFromGrams(
    grams.value as number,
    unit.kind === 'value' ? (unit.value as WeightUnit) : 'GRAMS',
  );
  return { cell: valueCell<FieldValue>(weight), ref: row.ref, column: headerOf(row, 'grams') };
}

export function buildStock(row: ParsedRow): DesiredStock[] {
  const quantity = row.cells.available;
  if (!quantity) return [];
  const location = cellOf(row, 'location');
  return [
    {
      ref: row.ref,
      column: headerOf(row, 'available'),
      location: location.kind === 'value' ? String(location.value) : undefined,
      quantity: quantity as DesiredStock['quantity'],
    },
  ];
}

export function headerOf(row: ParsedRow, key: string): string {
  return row.layout.columns.find(({ column }) => column.key === key)?.header ?? key;
}
