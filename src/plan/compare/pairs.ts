import type { CellKind } from '../../catalog/columns/cell-kind';
import { cellKind } from '../../catalog/columns/cell-kinds';
import { columnOf, type Field, type FieldKey, fieldOf, isKeptApart } from '../../catalog/columns/columns';
import { imageKey } from '../../catalog/values/image-address';
import type { FieldChange } from '../model/action';
import type { BaseProduct, BaseRecord, BaseVariant, Difference, Pair, QuantityKey } from '../model/base';
import type { ValueKey } from '../model/replaced-value';
import type { StoreFields } from '../model/snapshot';
import { canonical } from './canonical';

/** Pair of a value that is sent once its item exists: the sheet said nothing of it yet, and Shopify has none. */
export function notYetSet({ writtenBy }: Pick<Field, 'writtenBy'>): Pair {
  return [null, writtenBy === 'catalog' ? 'false' : ''];
}

/** Pairs of fields that were sent with what the store made of them. */
export function pairsOf(
  changes: readonly FieldChange[],
  fields: StoreFields,
): Partial<Record<FieldKey, Pair>> {
  const pairs: Partial<Record<FieldKey, Pair>> = {};
  for (const change of changes) {
    const field = fieldOf(change.key);
    if (isKeptApart(field)) pairs[change.key] = notYetSet(field);
    else if (wasTaken(change, fields))
      pairs[change.key] = [change.sheet, canonical(change.key, answeredValue(change, fields))];
  }
  return pairs;
}

/** Shopify's answer contains no lists of groups, so the requested groups are remembered. */
function answeredValue({ key, to }: FieldChange, fields: StoreFields) {
  return fieldOf(key).lists || !(key in fields) ? to : fields[key];
}

/** The same for columns that a new item's row leaves blank, and for values that were sent and not accepted. */
export function newPairs(
  { changes, blanks }: { readonly changes: readonly FieldChange[]; readonly blanks: readonly FieldKey[] },
  fields: StoreFields,
): Partial<Record<FieldKey, Pair>> {
  const left = changes.filter((change) => !wasTaken(change, fields)).map(({ key }) => key);
  const told = [...blanks, ...left].filter((key) => key in fields || !isReadOnRequest(fieldOf(key)));
  return { ...pairsOf(changes, fields), ...blankPairs(told, fields) };
}

/** Such a field may have a value although an answer names none. */
function isReadOnRequest({ isReadApart, orders }: Field): boolean {
  return isReadApart === true || orders !== undefined;
}

export function blankPairs(keys: readonly FieldKey[], fields: StoreFields): Partial<Record<FieldKey, Pair>> {
  const pairs: Partial<Record<FieldKey, Pair>> = {};
  for (const key of keys) pairs[key] = [null, canonical(key, fields[key])];
  return pairs;
}

/** Whether Shopify's answer includes a change: it accepts some requests without doing everything they ask. */
export function wasTaken({ key, to }: Pick<FieldChange, 'key' | 'to'>, fields: StoreFields): boolean {
  return !(key in fields) || !differ(key, canonical(key, to), canonical(key, fields[key]));
}

/** Whether two values differ in a field that Shopify stores exactly as given, whatever pair was remembered. */
export function differ(key: FieldKey, one: string, other: string): boolean {
  const { isExact }: CellKind = cellKind(columnOf(key).kind);
  return isExact === true && plainForm(key, one) !== plainForm(key, other);
}

/** An unset value has one form, whether the kind has a form of its own for it or not. */
export function plainForm(key: FieldKey, value: string): string {
  const { emptyForm }: CellKind = cellKind(columnOf(key).kind);
  return value === emptyForm ? '' : value;
}

/** The pair of one value of an item, if there is any. */
export function pairOf(record: BaseRecord | undefined, key: ValueKey): Pair | undefined {
  if (record?.kind !== 'product' && record?.kind !== 'variant') return undefined;
  const { what, rest } = partsOf(key);
  if (what !== 'stock' && what !== 'alt' && what !== 'field') return undefined;
  if (what === 'stock') return record.kind === 'variant' ? record.stock[rest as QuantityKey] : undefined;
  if (what === 'alt') return record.kind === 'product' ? record.alts[imageKey(rest)] : undefined;
  return record.fields[key as FieldKey];
}

export function withPair<Item extends BaseProduct | BaseVariant>(
  before: Item,
  key: ValueKey,
  pair: Pair,
): Item {
  const { what, rest } = partsOf(key);
  const { [key]: _, ...differs } = before.differs ?? {};
  const record: Item = before.differs ? { ...before, differs } : before;
  if (what === 'stock' && record.kind === 'variant')
    return { ...record, stock: { ...record.stock, [rest]: pair } };
  if (what === 'alt' && record.kind === 'product')
    return { ...record, alts: { ...record.alts, [imageKey(rest)]: pair } };
  if (what === 'variant' && record.kind === 'variant') return { ...record, image: pair[0] ?? '' };
  return what === 'field' ? { ...record, fields: { ...record.fields, [key]: pair } } : record;
}

/** Forgets one value of an item, because the value in its cells was never synced. */
export function withoutPair<Item extends BaseProduct | BaseVariant>(record: Item, key: ValueKey): Item {
  const { what, rest } = partsOf(key);
  if (what === 'stock' && record.kind === 'variant') return { ...record, stock: without(record.stock, rest) };
  if (what === 'alt' && record.kind === 'product')
    return { ...record, alts: without(record.alts, imageKey(rest)) };
  return what === 'field' ? { ...record, fields: without(record.fields, key) } : record;
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}

/** Remembers the message about a value that differs, in the words that follow the name of its cell. */
export function withDifference<Item extends BaseProduct | BaseVariant>(
  record: Item,
  key: ValueKey,
  difference: Difference,
): Item {
  return { ...record, differs: { ...record.differs, [key]: difference } };
}

function partsOf(key: ValueKey): {
  readonly what: 'stock' | 'alt' | 'option' | 'variant' | 'image' | 'removed' | 'field';
  readonly rest: string;
} {
  const space = key.indexOf(' ');
  if (space < 0) return { what: 'field', rest: key };
  return {
    what: key.slice(0, space) as 'stock' | 'alt' | 'option' | 'variant' | 'image',
    rest: key.slice(space + 1),
  };
}
