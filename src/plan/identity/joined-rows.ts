import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { withoutRows } from '../../catalog/building/join-cells';
import { type RowRef, rowKey } from '../../catalog/tab/row';
import { legacyId } from '../../catalog/values/gid';
import { optionKey } from '../../catalog/values/names';
import { matchVariant } from '../compare/match-variant';
import type { ItemContext } from '../model/item-context';
import type { StoreProduct, StoreVariant } from '../model/snapshot';
import { itemName } from './item-name';
import {
  matchesOf,
  movedHandle,
  type NameOfVariant,
  nameOf,
  sayMovedHandle,
  sayMovedName,
  wasCalled,
} from './moved-names';
import { itemOfNumber } from './row-item';

/** A product without the rows that mean another item, and those of them that are to be looked up by themselves. */
export interface SplitRows {
  readonly product: DesiredProduct;
  readonly loose: readonly DesiredVariant[];
}

/**
 * Rows of other tabs were joined by what the sheet says, and by what was synced before. What their own names mean in
 * Shopify now counts, also where the row that they were joined to names the item otherwise.
 */
export function splitJoined(product: DesiredProduct, store: StoreProduct, context: ItemContext): SplitRows {
  const left = new Set<string>();
  const loose: DesiredVariant[] = [];
  for (const { joined = [], ...row } of product.variants) {
    const match = joined.length > 0 ? matchVariant(row, store.variants) : 'new';
    if (typeof match === 'string') continue;
    for (const other of joined) {
      const fate = fateOf(other, match, store, context);
      if (fate === 'stays') continue;
      for (const ref of other.rows) left.add(rowKey(ref));
      // A row of a Products tab names its product beside it.
      if (fate === 'goes')
        loose.push(other.optionValues ? { ...other, handle: other.handle ?? store.handle } : other);
    }
  }
  if (left.size === 0) return { product, loose };
  const isLeft = (ref: RowRef) => left.has(rowKey(ref));
  const without = withoutRows(product, left);
  return {
    product: {
      ...without,
      rows: without.rows.filter((ref) => !isLeft(ref)),
      variants: without.variants.map((row) => ({ ...row, rows: row.rows.filter((ref) => !isLeft(ref)) })),
    },
    loose,
  };
}

/** `told`: it is said why nothing is sent. */
function fateOf(
  row: DesiredVariant,
  match: StoreVariant,
  store: StoreProduct,
  context: ItemContext,
): 'stays' | 'told' | 'goes' {
  const { draft, base, snapshot, anchors } = context;
  if (row.variantId && !row.isIdHint && row.variantId !== match.id) {
    const message = `The variant ID ${legacyId(row.variantId)} and the other words of this row mean two variants: the words mean ${itemName(match, store.handle)}. Mend one of them.`;
    for (const ref of row.rows) draft.say(ref, 'error', message);
    return 'told';
  }
  const moved = row.variantId ? undefined : movedHandle(row.handle, match.productId, snapshot);
  if (moved) {
    sayMovedHandle(row, moved, context);
    return 'told';
  }
  const name = ownName(row, store);
  if (!name || hasName(match, name)) return 'stays';
  const known = base.variant(match.id);
  const anchor = anchors.get(rowKey(row.ref));
  const anchored = anchor && itemOfNumber(anchor.id, base)?.variantId;
  const [now] = ownersOf(row, name, store, context);
  if (known && wasCalled(known, name, anchored === match.id)) {
    sayMovedName(row.rows, { ...name, known, store: match, now }, context);
    return 'told';
  }
  return now && !anchored ? 'goes' : 'stays';
}

/** The name that finds a row's variant in its product; the SKU of a Products tab is a field where another name does. */
function ownName(row: DesiredVariant, { variants }: StoreProduct): NameOfVariant | undefined {
  const name = nameOf(row);
  const isAlone = !row.handle && !row.fields.sku;
  return name?.by === 'sku' && !isAlone && variants.length === 1 ? undefined : name;
}

function hasName({ sku, optionValues }: StoreVariant, { by, word }: NameOfVariant): boolean {
  return by === 'sku' ? sku === word : optionKey(optionValues) === optionKey(word.split(' / '));
}

/** Who has a name in Shopify now. */
function ownersOf(
  { handle, optionValues }: DesiredVariant,
  { by, word }: NameOfVariant,
  { variants }: StoreProduct,
  { snapshot }: ItemContext,
): readonly Pick<StoreVariant, 'id'>[] {
  if (by === 'options')
    return variants.filter((each) => optionKey(each.optionValues) === optionKey(optionValues ?? []));
  const all = handle ? variants : [...snapshot.variants.values()];
  return [...all.filter(({ sku }) => sku === word), ...(handle ? [] : matchesOf(word, snapshot))];
}
