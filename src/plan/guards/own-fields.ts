import { cellOfValue } from '../../catalog/columns/cell-kinds';
import type { QuantityName } from '../../catalog/columns/column';
import { columnOf, type FieldKey, fieldNamed } from '../../catalog/columns/columns';
import { groupBy } from '../../catalog/values/arrays';
import type { FieldValue } from '../../catalog/values/cell';
import type { LocationId, ProductId, VariantId } from '../../catalog/values/gid';
import { canonicalDecimal } from '../../catalog/values/money';
import { skuKey } from '../../catalog/values/plain-name';
import { type QuantityKey, quantityKey } from '../model/base';
import type { Piece, PieceKind } from '../model/piece';
import { target, type ValueKey } from '../model/replaced-value';
import type { StoreSnapshot, StoreVariant } from '../model/snapshot';

/** A column that another one may have been pasted from. */
export type Source = FieldKey | 'stock' | 'option';

/** The column in whose format such a change is shown. */
export function sourceOf(kind: PieceKind): Source {
  const field = fieldNamed(kind);
  return field?.key ?? (kind === 'optionValue' ? 'option' : 'stock');
}

/** One value that Shopify has of an item. */
export interface OwnField {
  readonly source: Source;
  readonly text: string;
  readonly id: ProductId | VariantId;
  /** Names it among the values of its item; undefined where none of them is written by itself. */
  readonly key: ValueKey | undefined;
}

/** Names it in the whole store; '' where it has no name. */
export function nameOf({ id, key }: Pick<OwnField, 'id' | 'key'>): string {
  return key === undefined ? '' : target(id, key);
}

type Read = Pick<StoreSnapshot, 'products' | 'variants' | 'levels'>;

/** A longer description fits into no other column, so it is not compared. */
const LONGEST = 300;

/** A product's row is also the row of its first variant, or of another one in a sorted tab. */
const MOST_VARIANTS = 20;

/** A value as a cell of any column would show it: 10.00 and 10 are one text. */
export function cellText(key: Source, value: FieldValue | null | undefined): string {
  if (value === null || value === undefined) return '';
  const cell = key === 'stock' || key === 'option' ? value : cellOfValue(columnOf(key), value);
  return typeof value === 'boolean' && (cell === '' || typeof cell === 'boolean')
    ? String(value).toUpperCase()
    : plain(String(cell));
}

const NUMBER = /^-?\d+(\.\d+)?$/;

export function isNumber(text: string): boolean {
  return NUMBER.test(text);
}

function plain(text: string): string {
  const name = text.length > LONGEST ? '' : skuKey(text);
  return NUMBER.test(name) ? canonicalDecimal(name) : name;
}

/** Fields of the item of a change, as Shopify has them. Not cached: those of 100,000 items exceed the memory of a script. */
export function ownFields(read: Read): (item: Piece['item']) => readonly OwnField[] {
  let levels: ReadonlyMap<string, readonly Level[]> | undefined;
  const stockOf = ({ id, inventoryItemId }: StoreVariant): OwnField[] => {
    levels ??= levelsByItem(read.levels);
    return (levels.get(inventoryItemId) ?? []).map(({ key, quantity }) => {
      return { source: 'stock', text: String(quantity), id, key: `stock ${key}` };
    });
  };
  return (item) => (item === '' ? [] : fieldsOf(item, read, stockOf));
}

function fieldsOf(
  item: ProductId | VariantId,
  { products, variants }: Read,
  stockOf: (variant: StoreVariant) => OwnField[],
): OwnField[] {
  const variant = variants.get(item as VariantId);
  const product = products.get(variant?.productId ?? (item as ProductId));
  const own = variant ? [variant] : (product?.variants.slice(0, MOST_VARIANTS) ?? []);
  const all: OwnField[] = [];
  const add = (field: OwnField): void => {
    if (field.text !== '' && field.text !== '0') all.push(field);
  };
  for (const { id, fields } of product ? [product, ...own] : own)
    for (const source of Object.keys(fields) as FieldKey[])
      add({ source, text: cellText(source, fields[source]), id, key: source });
  for (const { id, optionValues = [] } of own)
    for (const value of optionValues) add({ source: 'option', text: plain(value), id, key: undefined });
  for (const variant of own) stockOf(variant).forEach(add);
  return all;
}

interface Level {
  readonly key: QuantityKey;
  readonly quantity: number;
}

function levelsByItem(levels: StoreSnapshot['levels']): ReadonlyMap<string, readonly Level[]> {
  const all = [...levels].flatMap(([key, level]) => {
    const [item = '', location = ''] = key.split('@');
    return level.active ? QUANTITIES.map((name) => ({ item, location, name, quantity: level[name] })) : [];
  });
  const byItem = groupBy(all, ({ item }) => item);
  return new Map(
    [...byItem].map(([item, ofItem]) => [
      item,
      ofItem.map(({ name, location, quantity }) => ({
        key: quantityKey(name, location as LocationId),
        quantity,
      })),
    ]),
  );
}

const QUANTITIES: readonly QuantityName[] = ['available', 'on_hand'];
