import type { FieldKey } from '../../catalog/columns/columns';
import type { RowRef } from '../../catalog/tab/row';
import { groupBy, sumOf } from '../../catalog/values/arrays';
import type { CreateProduct, FieldChange, NewVariant, SyncAction } from '../model/action';

/** One line about many new items, and the row that it refers to. */
export interface NewItemsLine {
  readonly ref?: RowRef;
  readonly what: string;
  readonly message: string;
}

/** Below this number, a person reads the items row by row. */
export const FEW_NEW_ITEMS = 20;
const MOST_VENDORS = 10;

/** Totals by vendor and the extreme values, for more new items than a person reads. There are no old values to compare. */
export function describeNewItems(actions: readonly SyncAction[]): NewItemsLine[] {
  const products = actions.filter((action) => action.kind === 'create-product');
  const items = products.flatMap((product) => product.variants.map((variant) => itemOf(product, variant)));
  if (items.length <= FEW_NEW_ITEMS) return [];
  const vendors = [...groupBy(items, ({ vendor }) => vendor)].sort(([, a], [, b]) => b.length - a.length);
  const others = vendors.length - MOST_VENDORS;
  const priced = [...items].sort((a, b) => a.price - b.price);
  const largest = [...items].sort((a, b) => b.stock - a.stock)[0];
  return [
    ...vendors
      .slice(0, MOST_VENDORS)
      .map(([vendor, own]) => ({ what: 'New by vendor', message: sums(vendor, own) })),
    ...(others > 0 ? [{ what: 'New by vendor', message: `${others} other vendors` }] : []),
    ...extreme('Dearest new item', priced[priced.length - 1], ({ price }) => price.toFixed(2)),
    ...extreme('Cheapest new item', priced[0], ({ price }) => price.toFixed(2)),
    ...(largest && largest.stock > 0
      ? extreme('Largest new stock', largest, ({ stock }) => String(stock))
      : []),
  ];
}

interface NewItem {
  readonly ref: RowRef;
  readonly handle: string;
  readonly name: string;
  readonly vendor: string;
  readonly price: number;
  readonly stock: number;
}

function itemOf({ handle, changes }: CreateProduct, variant: NewVariant): NewItem {
  const title = textOf(changes, 'title');
  return {
    ref: variant.ref,
    handle,
    name: [title, ...variant.optionValues].join(' / '),
    vendor: textOf(changes, 'vendor'),
    price: Number(textOf(variant.changes, 'price')),
    stock: sumOf(variant.stock, ({ available }) => available),
  };
}

function textOf(changes: readonly FieldChange[], key: FieldKey): string {
  return String(changes.find((change) => change.key === key)?.to ?? '');
}

function sums(vendor: string, items: readonly NewItem[]): string {
  const products = new Set(items.map(({ handle }) => handle)).size;
  const stock = sumOf(items, ({ stock }) => stock);
  const [product, variant] = [counted(products, 'product'), counted(items.length, 'variant')];
  return `${vendor === '' ? 'No vendor' : vendor}: ${product}, ${variant}, ${stock} in stock`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function extreme(what: string, item: NewItem | undefined, shown: (item: NewItem) => string): NewItemsLine[] {
  return item ? [{ ref: item.ref, what, message: `${item.name}: ${shown(item)}` }] : [];
}
