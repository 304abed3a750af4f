import { anyOf, fields, oneOf, text } from '../../src/ports/shape';
import { perform } from '../store/people/perform';
import { levelsOfItem } from '../store/shop/state/lookups';
import type { EmbeddedStore } from '../store/store-types';

/** Acts of other people in Shopify, by the names that the store's side of the page shows. */
export type ShopifyAct =
  /** A customer buys one piece, which comes from a location. */
  | { readonly kind: 'order'; readonly variantId: string; readonly location: string }
  /** A colleague types another price in Shopify admin. */
  | { readonly kind: 'price'; readonly variantId: string; readonly price: string };

export const shopifyAct = anyOf<ShopifyAct>(
  fields<Extract<ShopifyAct, { kind: 'order' }>>({
    kind: oneOf('order'),
    variantId: text(),
    location: text(),
  }),
  fields<Extract<ShopifyAct, { kind: 'price' }>>({ kind: oneOf('price'), variantId: text(), price: text() }),
);

/** Does it, and says so; a price that Shopify refuses stays. */
export function doInShopify(store: EmbeddedStore, act: ShopifyAct): string {
  const { state } = store;
  const variant = state.variants.get(act.variantId);
  if (!variant) return 'Shopify has this variant no more.';
  const name = state.inventoryItems.get(variant.inventoryItemId)?.sku || 'a variant without SKU';
  if (act.kind === 'order') {
    const level = levelsOfItem(state, variant.inventoryItemId).find(
      ({ locationId }) => state.locations.get(locationId)?.name === act.location,
    );
    const isOrdered =
      level !== undefined && perform(store, { kind: 'order', levelId: level.id, quantity: 1 });
    return isOrdered ? `A customer ordered one ${name}.` : `${name} is not stocked there.`;
  }
  const { id: variantId, productId } = variant;
  const isPrice = /^\d+(\.\d+)?$/.test(act.price);
  return isPrice && perform(store, { kind: 'price', productId, variantId, price: act.price })
    ? `Somebody set the price of ${name} to ${act.price} in Shopify.`
    : `Shopify takes no price ${act.price}.`;
}
