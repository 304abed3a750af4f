import type { ColumnLevel } from '../../catalog/columns/column';
import { FIELDS, type FieldKey } from '../../catalog/columns/columns';
import type { FieldValue } from '../../catalog/values/cell';
import type { FieldChange } from '../../plan/model/action';
import type { StoreFields } from '../../plan/model/snapshot';

/**
 * Objects below a product and a variant that are charged: category and SEO; selected options and inventory item.
 * Money, measurements and what stands below them are free (recorded).
 */
export const PRODUCT_OBJECTS = 2;
export const VARIANT_OBJECTS = 2;

type Json = Readonly<Record<string, unknown>>;

/** Reads the fields of one level out of a node, along the column table's paths; without those that are written apart. */
export function readFields(level: ColumnLevel, node: Json): StoreFields {
  const fields: Partial<Record<FieldKey, FieldValue | null>> = {};
  for (const field of FIELDS) {
    if (field.level === level && (field.field.input || 'isFixed' in field))
      fields[field.key] = (readPath(node, field.field.node) as FieldValue | undefined) ?? null;
  }
  return fields;
}

function readPath(node: Json, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (value && typeof value === 'object' ? (value as Json)[name] : undefined),
      node,
    );
}

/** Puts changed fields where the input types want them; what is not named stays as it is in Shopify. */
export function writeFields<Input>(changes: readonly FieldChange[]): Partial<Input> {
  const input: Record<string, unknown> = {};
  for (const { key, to, barcodes } of changes) {
    if (barcodes) {
      input.barcodes = barcodes.map(({ value, type }) => ({ value, ...(type && { type }) }));
      continue;
    }
    const path = FIELDS.find((candidate) => candidate.key === key)?.field.input;
    if (path) writePath(input, path.split('.'), key === 'tracked' ? to === true : to);
  }
  // A test finds every path of the table in each input type.
  return input as Partial<Input>;
}

function writePath(
  input: Record<string, unknown>,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) {
    input[name] = value;
    return;
  }
  const inner = (input[name] ?? {}) as Record<string, unknown>;
  input[name] = inner;
  writePath(inner, rest, value);
}
