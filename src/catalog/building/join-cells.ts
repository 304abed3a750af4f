import { cellKind } from '../columns/cell-kinds';
import { columnOf, type FieldKey } from '../columns/columns';
import { fieldName, isFamilyKey } from '../columns/families';
import { describeRow, type RowIssue } from '../tab/row';
import { asksForValue, hasValue, quantitySaid } from '../values/cell';
import { isShopifysCdn, isSizeOf } from '../values/image-address';
import { nameKey } from '../values/plain-name';
import type {
  AskingCell,
  DesiredFields,
  DesiredStock,
  DesiredValue,
  DesiredVariant,
  Refused,
} from './desired';

type Cells = Pick<DesiredVariant, 'fields' | 'refused'>;

/** The cells of both; those that disagree are refused on both sides, also with what was refused before. */
export function joinFields(into: Cells, added: Cells, issues: RowIssue[]): DesiredFields {
  const compare = (key: FieldKey, here: DesiredValue | undefined, there: DesiredValue) => {
    for (const one of said(here)) {
      for (const other of said(there))
        if (!sameValue(key, one, other)) issues.push(...disagreement(one, other, key));
    }
  };
  let { fields } = into;
  for (const [key, value] of entriesOf(added.fields)) {
    const present = fields[key];
    // Two headers may give one metafield two different types.
    for (const [other, there] of isFamilyKey(key) ? entriesOf(fields) : [])
      if (other !== key && fieldName(other) === fieldName(key))
        for (const one of said(value)) for (const two of said(there)) issues.push(...disagreement(one, two));
    compare(key, into.refused?.fields[key], value);
    compare(key, present, value);
    if (said(present).length > 0 && said(value).length > 0) {
      const also = [...(present?.also ?? []), ...said(value)];
      fields = { ...fields, [key]: { ...present, also } };
    } else if (!present || said(value).length > 0) fields = { ...fields, [key]: value };
  }
  for (const [key, value] of entriesOf(added.refused?.fields ?? {})) compare(key, into.fields[key], value);
  return fields;
}

export function entriesOf(fields: DesiredFields): [FieldKey, DesiredValue][] {
  return Object.entries(fields) as [FieldKey, DesiredValue][];
}

/** The variant with what other rows say of it. */
export function joinVariants(
  into: DesiredVariant,
  added: readonly DesiredVariant[],
  issues: RowIssue[],
): DesiredVariant {
  let { fields, stock, imageUrl } = into;
  for (const variant of added) {
    fields = joinFields({ ...into, fields }, variant, issues);
    imageUrl = joinImage(imageUrl, variant.imageUrl, issues);
    const earlier = [...stock, ...(into.refused?.stock ?? [])];
    compareStock(earlier, variant.stock, issues);
    compareStock(into.stock, variant.refused?.stock ?? [], issues);
    stock = joinStock(stock, variant.stock);
  }
  const rows = [...into.rows, ...added.flatMap((variant) => variant.rows)];
  const adjustments = [...into.adjustments, ...added.flatMap((variant) => variant.adjustments)];
  const refused = mergeRefused([into, ...added]);
  const deletes = joinAsking([into, ...added].map((variant) => variant.deletes));
  const joined = [
    ...(into.joined ?? []),
    ...added.flatMap((variant) => [variant, ...(variant.joined ?? [])]),
  ];
  return {
    ...into,
    rows,
    fields,
    stock,
    imageUrl,
    adjustments,
    joined,
    deletes,
    ...(refused && { refused }),
  };
}

/** All cells that ask: one of them may be refused later. */
export function joinAsking(cells: readonly (AskingCell | undefined)[]): AskingCell | undefined {
  const [first, ...others] = cells.flatMap((cell) => (cell ? [cell, ...(cell.also ?? [])] : []));
  return first && { ...first, also: others };
}

type ImageCell = DesiredVariant['imageUrl'];

/** The image that cells of several rows ask for: an address in another size is the same one. */
function joinImage(into: ImageCell, added: ImageCell, issues: RowIssue[]): ImageCell {
  const [here, there] = [said(into), said(added)];
  for (const one of here)
    for (const other of there) if (!mayBeSameImage(one, other)) issues.push(...disagreement(one, other));
  if (into && here.length > 0)
    return there.length > 0 ? { ...into, also: [...(into.also ?? []), ...there] } : into;
  return there.length > 0 ? added : (into ?? added);
}

/**
 * Shopify serves our images under its own addresses, so two addresses that cannot be compared here are no contradiction.
 */
function mayBeSameImage({ cell: a }: DesiredValue, { cell: b }: DesiredValue): boolean {
  if (!hasValue(a) || !hasValue(b)) return a.kind === b.kind;
  const [one, other] = [String(a.value), String(b.value)];
  return isSizeOf(other, one) || isShopifysCdn(one) !== isShopifysCdn(other);
}

function mergeRefused(cells: readonly Pick<DesiredVariant, 'refused'>[]): Refused | undefined {
  const all = cells.flatMap(({ refused }) => refused ?? []);
  return all.length === 0
    ? undefined
    : {
        fields: all.map(({ fields }) => fields).reduce(withRefused),
        stock: all.flatMap(({ stock }) => stock),
      };
}

/** All that refused rows say about a field: a row that repeats one of two contradicting values is refused as well. */
export function withRefused(fields: DesiredFields, added: DesiredFields): DesiredFields {
  const joined = entriesOf(added).map(([key, value]) => {
    const there = fields[key];
    return [key, there ? { ...value, also: [...(value.also ?? []), ...said(there)] } : value];
  });
  return { ...fields, ...Object.fromEntries(joined) };
}

function compareStock(
  here: readonly DesiredStock[],
  there: readonly DesiredStock[],
  issues: RowIssue[],
): void {
  for (const one of here.flatMap(quantities)) {
    for (const other of there.flatMap(quantities)) {
      if (
        locationKey(one) !== locationKey(other) ||
        quantitySaid(one.quantity) === quantitySaid(other.quantity)
      )
        continue;
      issues.push(...disagreement(one, other));
    }
  }
}

function joinStock(levels: readonly DesiredStock[], added: readonly DesiredStock[]): readonly DesiredStock[] {
  let stock = levels;
  for (const level of added) {
    const present = stock.find((candidate) => locationKey(candidate) === locationKey(level));
    if (!present || quantities(present).length === 0)
      stock = [...stock.filter((other) => other !== present), level];
    else {
      const also = [...(present.also ?? []), ...quantities(level)];
      stock = stock.map((other) => (other === present ? { ...present, also } : other));
    }
  }
  return stock;
}

/** The cells that give a quantity for a level. */
function quantities(level: DesiredStock): DesiredStock[] {
  return quantitySaid(level.quantity) === undefined ? [] : [level, ...(level.also ?? [])];
}

/** Key of a quantity at a location, whose name is compared as it is with Shopify's. */
function locationKey({ location, name }: DesiredStock): string {
  return `${name}@${nameKey(location ?? '')}`;
}

/** The cells that set or clear a field. */
function said<Value>(value: DesiredValue<Value> | undefined): DesiredValue<Value>[] {
  return asksForValue(value?.cell) || value?.cell.kind === 'clear'
    ? [value as DesiredValue<Value>, ...(value?.also ?? [])]
    : [];
}

/** The fields with the cells of further rows that say the same. */
export function withRepeated(fields: DesiredFields, others: readonly DesiredFields[]): DesiredFields {
  if (others.length === 0) return fields;
  const joined = entriesOf(fields).map(([key, value]) => {
    const isRepeat = (other: DesiredValue) => said(value).some((one) => sameValue(key, one, other));
    const also = others.flatMap((own) => said(own[key]).filter(isRepeat));
    return [key, also.length > 0 ? { ...value, also } : value];
  });
  return Object.fromEntries(joined);
}

function sameValue(key: FieldKey, a: DesiredValue, b: DesiredValue): boolean {
  const { canonical } = cellKind(columnOf(key).kind);
  const [left, right] = [a.cell, b.cell];
  if (left.kind === 'edit' && right.kind === 'edit') return left.edit.text === right.edit.text;
  if (!hasValue(left) || !hasValue(right)) return left.kind === right.kind;
  return canonical(left.value) === canonical(right.value);
}

type Placed = Pick<DesiredValue, 'ref' | 'column'>;
type Said = Placed & Partial<Pick<DesiredValue, 'cell'>>;

/** Tells each of two cells about the other. */
export function disagreement(a: Said, b: Said, key?: FieldKey): RowIssue[] {
  const issue = (here: Said, there: Said): RowIssue => ({
    ref: here.ref,
    column: here.column,
    message: contradiction(here, there),
    ...(key &&
      columnOf(key).identifies && {
        names: { key, here: wordOf(here), there: wordOf(there), other: there.ref },
      }),
  });
  return [issue(a, b), issue(b, a)];
}

function wordOf({ cell }: Said): string {
  return hasValue(cell) ? String(cell.value) : '';
}

/** Tells the cell here about the one there. */
export function contradiction(here: Placed, there: Placed): string {
  return `${here.column} says otherwise than ${there.column} in ${describeRow(there.ref, here.ref)}. Make them equal or empty one.`;
}
