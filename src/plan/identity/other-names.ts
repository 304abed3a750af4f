import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { asHandle, optionKey } from '../../catalog/values/names';
import { nameKey } from '../../catalog/values/plain-name';
import { describeDrift } from '../compare/messages';
import type { BaseProduct, Pair } from '../model/base';
import type { ItemContext } from '../model/item-context';
import type { StoreProduct, StoreVariant } from '../model/snapshot';
import { optionWords, otherCase } from './former-names';

/** Capitals tell no names apart, so that Shopify's stay; answers what the row says instead. */
export function sayOtherCase(
  { ref, optionValues }: DesiredVariant,
  store: StoreVariant,
  { draft }: ItemContext,
): string | undefined {
  const typed = otherCase(optionValues, store.optionValues);
  if (!typed) return undefined;
  const drift = describeDrift({
    column: 'Option values',
    key: 'sku',
    from: optionWords(store.optionValues),
    to: typed,
  });
  const cure = 'It keeps its own letters: rename the value in Shopify admin, or type it as there.';
  draft.say(ref, 'differs', `${drift} ${cure}`, store.id);
  return typed;
}

/**
 * What is remembered of a handle. Where Shopify renamed a product that its rows still find, because they are known, the
 * row says so for as long as both differ.
 */
export function planHandle(
  { ref, handle, productId }: DesiredProduct,
  store: StoreProduct,
  known: BaseProduct | undefined,
  { draft }: ItemContext,
): Pair {
  const typed = nameKey(handle ?? store.handle);
  const isSame = typed === nameKey(store.handle) || asHandle(typed) === store.handle;
  // Beside its ID a handle is a field like any other.
  if (isSame || !known || productId === store.id) return [typed, store.handle];
  const [, last, kept] = known.handle;
  // Made under a name that Shopify wrote in its own way.
  if (last === store.handle && !kept) return [typed, store.handle];
  const change = { column: 'Handle', key: 'handle', from: store.handle, to: handle ?? '' } as const;
  draft.say(ref, 'differs', describeDrift(change), store.id);
  return [typed, store.handle, 'kept'];
}

/** A row that goes by the ID of a variant and says other names of it than Shopify has. */
export function sayOtherNames(
  row: DesiredVariant,
  store: StoreVariant,
  { draft, snapshot, base }: ItemContext,
): void {
  if (row.variantId !== store.id) return;
  const { handle, sku, optionValues, fields } = row;
  const { productId } = store;
  const own = snapshot.products.get(productId)?.handle ?? base.product(productId)?.handle[1];
  const say = (column: string, from: string, to: string) =>
    draft.say(row.ref, 'differs', describeDrift({ column, key: 'sku', from, to }), store.id);
  if (handle && own && asHandle(handle) !== own && nameKey(handle) !== own) say('Handle', own, handle);
  if (sku && !fields.sku && sku !== store.sku) say('SKU', store.sku, sku);
  if (optionValues && optionKey(optionValues) !== optionKey(store.optionValues))
    say('Option values', optionWords(store.optionValues), optionWords(optionValues));
}
