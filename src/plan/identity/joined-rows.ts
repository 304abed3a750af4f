import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { withoutRows } from '../../catalog/building/strip-rows';
import { type RowRef, rowKey } from '../../catalog/tab/row';
import { legacyId } from '../../catalog/values/gid';
import { optionKey } from '../../catalog/values/names';
import { matchVariant } from '../compare/match-variant';
import type { ItemContext } from '../model/item-context';
import type { StoreProduct, StoreVariant } from '../model/snapshot';
import { itemName } from './item-name';
import { matchesOf, movedHandle, type NameOfVariant, nameOf, wasCalled } from './moved-names';
import { anchoredItem } from './row-item';
import { sayMovedHandle, sayMovedName } from './say-moved';

/** A product without the rows that mean another item, and those rows that are looked up on their own. */
export interface SplitRows {
  readonly product: DesiredProduct;
  readonly loose: readonly DesiredVariant[];
}

/**
 * Rows of other tabs were joined by what the sheet says and by what was synced before. What their own names mean in Shopify
 * now takes precedence, even where the row that they were joined to names the item differently.
 */
export function splitJoined(product: DesiredProduct, store: StoreProduct, context: ItemContext): SplitRows {
  const told = new Set<string>();
  const gone = new Set<string>();
  const loose: DesiredVariant[] = [];
  for (const { joined = [], ...row } of product.variants) {
    const match = joined.length > 0 ? matchVariant(row, store.variants) : 'new';
    if (typeof match === 'string') continue;
    for (const other of joined) {
      const effect = effectOf(other, { row, match, store }, context);
      if (effect === 'stays') continue;
      for (const ref of other.rows) (effect === 'told' ? told : gone).add(rowKey(ref));
      // A row of a Products tab names its product in the same row.
      if (effect === 'goes')
        loose.push(other.optionValues ? { ...other, handle: other.handle ?? store.handle } : other);
    }
  }
  if (told.size + gone.size === 0) return { product, loose };
  const isLeft = (ref: RowRef) => told.has(rowKey(ref)) || gone.has(rowKey(ref));
  const without = withoutRows(elsewhere(product, gone), told);
  return {
    product: {
      ...without,
      rows: without.rows.filter((ref) => !isLeft(ref)),
      variants: without.variants.map((row) => ({ ...row, rows: row.rows.filter((ref) => !isLeft(ref)) })),
    },
    loose,
  };
}

/** The product without rows that mean another item: their values do not contradict the product's own rows. */
function elsewhere(product: DesiredProduct, rows: ReadonlySet<string>): DesiredProduct {
  const before = new Map(product.variants.map(({ ref, refused }) => [rowKey(ref), refused]));
  const without = withoutRows(product, rows);
  const variants = without.variants.map(({ refused: _, ...row }): DesiredVariant => {
    const refused = before.get(rowKey(row.ref));
    return { ...row, ...(refused && { refused }) };
  });
  return { ...without, variants };
}

interface Owner {
  readonly row: DesiredVariant;
  readonly match: StoreVariant;
  readonly store: StoreProduct;
}

/** `told`: the row already has a message why nothing is sent. */
function effectOf(
  row: DesiredVariant,
  { row: owner, match, store }: Owner,
  context: ItemContext,
): 'stays' | 'told' | 'goes' {
  const { draft, base, snapshot } = context;
  if (row.variantId && !row.isIdHint && row.variantId !== match.id) {
    const message = `The variant ID ${legacyId(row.variantId)} and the other words of this row mean two variants: the words mean ${itemName(match, store.handle)}. Correct one of them.`;
    for (const ref of row.rows) draft.say(ref, 'error', message);
    return 'told';
  }
  const moved = row.variantId ? undefined : movedHandle(row.handle, match.productId, snapshot);
  const anchored = anchoredItem(row.ref, context);
  if (moved && anchored?.productId === moved.now) return 'goes';
  if (moved) {
    sayMovedHandle(row, moved, context);
    return 'told';
  }
  const name = ownName(row, store);
  if (!name || hasName(match, name)) return 'stays';
  const known = base.variant(match.id);
  const owners = ownersOf(row, name, store, context);
  const [now] = owners;
  const own = anchored?.variantId;
  // Where the sheet gives the name to the other item, the row means that item from then on.
  const [before] = known?.fields.sku ?? [name.word];
  const isGiven = name.by === 'sku' && owner.sku === name.word && before !== name.word;
  if (own && own !== match.id && !isGiven && owners.some(({ id }) => id === own)) return 'goes';
  if (known && wasCalled(known, name, own === match.id)) {
    sayMovedName(row, { ...name, known, store: match, now }, context);
    return 'told';
  }
  return now && !own ? 'goes' : 'stays';
}

/**
 * The name that finds a row's variant in its product. In a Products tab the SKU is only a field where another name finds
 * it.
 */
function ownName(row: DesiredVariant, { variants }: StoreProduct): NameOfVariant | undefined {
  const name = nameOf(row);
  const isAlone = !row.handle && !row.fields.sku;
  return name?.by === 'sku' && !isAlone && variants.length === 1 ? undefined : name;
}

function hasName({ sku, optionValues }: StoreVariant, { by, word }: NameOfVariant): boolean {
  return by === 'sku' ? sku === word : optionKey(optionValues) === optionKey(word.split(' / '));
}

/** Finds the item that has a name in Shopify now. */
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
