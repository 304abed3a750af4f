import type { FieldKey } from '../../catalog/columns/columns';
import { imageKey } from '../../catalog/values/image-address';
import type { BaseProduct, BaseRecord, BaseVariant, Pair, QuantityKey } from '../model/base';
import type { ValueKey } from '../model/replaced-value';

/** What is remembered of one value of an item, if anything is. */
export function pairOf(record: BaseRecord | undefined, key: ValueKey): Pair | undefined {
  if (record?.kind !== 'product' && record?.kind !== 'variant') return undefined;
  const { what, rest } = partsOf(key);
  if (what === 'option') return undefined;
  if (what === 'stock') return record.kind === 'variant' ? record.stock[rest as QuantityKey] : undefined;
  if (what === 'alt') return record.kind === 'product' ? record.alts[imageKey(rest)] : undefined;
  return record.fields[key as FieldKey];
}

export function withPair<Item extends BaseProduct | BaseVariant>(
  record: Item,
  key: ValueKey,
  pair: Pair,
): Item {
  const { what, rest } = partsOf(key);
  if (what === 'stock' && record.kind === 'variant')
    return { ...record, stock: { ...record.stock, [rest]: pair } };
  if (what === 'alt' && record.kind === 'product')
    return { ...record, alts: { ...record.alts, [imageKey(rest)]: pair } };
  return what === 'field' ? { ...record, fields: { ...record.fields, [key]: pair } } : record;
}

function partsOf(key: ValueKey): {
  readonly what: 'stock' | 'alt' | 'option' | 'field';
  readonly rest: string;
} {
  const space = key.indexOf(' ');
  if (space < 0) return { what: 'field', rest: key };
  return { what: key.slice(0, space) as 'stock' | 'alt' | 'option', rest: key.slice(space + 1) };
}
