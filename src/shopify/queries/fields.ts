import type { CellKind } from '../../catalog/columns/cell-kind';
import { cellKind } from '../../catalog/columns/cell-kinds';
import type { ColumnLevel } from '../../catalog/columns/column';
import { type Field, type FieldKey, shopifyFields } from '../../catalog/columns/columns';
import { type FamilyKey, isFamilyKey, memberOf } from '../../catalog/columns/families';
import { type FieldValue, textsIn } from '../../catalog/values/cell';
import { groupIdOf, type Membership, membershipsIn, withoutGroups } from '../../catalog/values/memberships';
import type { FieldChange } from '../../plan/model/action';
import type { Barcode, StoreFields } from '../../plan/model/snapshot';
import type { ProductUpdateInput } from '../documents/generated/schema-types';
import { FAMILY_PATHS, FIELD_PATHS, type FieldPath } from './field-paths';

/**
 * Objects below a product and a variant that are charged: category and SEO; selected options and inventory item.
 * Money, measurements and what stands below them are free (recorded).
 */
export const PRODUCT_OBJECTS = 2;
export const VARIANT_OBJECTS = 2;

type Json = Readonly<Record<string, unknown>>;

/** Reads the fields of one level out of a node, without those that a query of its own reads. */
export function readFields(level: ColumnLevel, node: Json): StoreFields {
  const fields: Partial<Record<FieldKey, FieldValue | null>> = {};
  for (const { key } of shopifyFields(level)) {
    const path = FIELD_PATHS[key].node;
    if (path) fields[key] = (readPath(node, path) as FieldValue | undefined) ?? null;
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

/** The currency in which a price list has a field's amounts. */
export function currencyOf({ kind }: Pick<Field, 'kind'>): string {
  const { currency }: CellKind = cellKind(kind);
  if (!currency) throw new Error(`${kind} has no currency of its own.`);
  return currency.currencyCode;
}

/** A change that no document can carry must not pass for one that was sent. */
function pathOf(key: FieldKey): Omit<FieldPath, 'input'> & { readonly input?: string } {
  const path = isFamilyKey(key) ? familyPath(key) : FIELD_PATHS[key];
  if (!path) throw new Error(`No document writes ${key}.`);
  return path;
}

function familyPath(key: FamilyKey) {
  const member = memberOf(key);
  return FAMILY_PATHS[member.family]?.(member);
}

/** Puts changed fields where the input types want them; what is not named stays as it is in Shopify. */
export function writeFields<Input>(changes: readonly FieldChange[]): Partial<Input> {
  const input: Record<string, unknown> = {};
  for (const { key, from, to, barcodes } of changes) {
    const { input: path, list, empty = null, insteadOf } = pathOf(key);
    if (list) Object.assign(input, listInput(list, from, to));
    if (barcodes ?? insteadOf) input.barcodes = (barcodes ?? untyped(to)).map(barcodeInput);
    else if (path) writePath(input, path.split('.'), to ?? empty);
  }
  for (const { key } of changes) {
    const { insteadOf } = pathOf(key);
    if (insteadOf) delete input[insteadOf];
  }
  // A test finds every path of the table in each input type.
  return input as Partial<Input>;
}

/** A new item has none before. */
function listInput(
  { whole, join, leave }: NonNullable<FieldPath['list']>,
  from: FieldValue | null,
  to: FieldValue | null,
) {
  const [had, has] = [membershipsIn(from), membershipsIn(to)];
  const ids = (members: readonly Membership[]) => members.map(groupIdOf);
  if (from === null) return { [whole]: ids(has) };
  const [joined, left] = [withoutGroups(has, had), withoutGroups(had, has)];
  return {
    ...(joined.length > 0 && { [join]: ids(joined) }),
    ...(left.length > 0 && { [leave]: ids(left) }),
  };
}

const untyped = (codes: FieldValue | null): readonly Barcode[] =>
  textsIn(codes).map((value) => ({ value, type: null }));

const barcodeInput = ({ value, type }: Barcode) => ({ value, ...(type && { type }) });

/** Collects what an update says next to changed fields. */
export function writtenBeside(changes: readonly FieldChange[]): Partial<ProductUpdateInput> {
  return Object.assign({}, ...changes.map(({ key }) => pathOf(key).onUpdate));
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
