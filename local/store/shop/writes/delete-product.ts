import { levelsOfItem } from '../state/lookups';
import type { StoreState } from '../state/store-state';

/** The product with its variants, items, levels, metafields and memberships; its files stay with the shop. */
export function deleteProduct(state: StoreState, productId: string): void {
  for (const variantId of state.products.get(productId)?.variantIds ?? []) deleteVariant(state, variantId);
  for (const collection of state.collections.all()) {
    if (!collection.productIds.includes(productId)) continue;
    const productIds = collection.productIds.filter((id) => id !== productId);
    state.collections.put({ ...collection, productIds });
  }
  for (const published of state.resourcePublications.find('publishable', productId)) {
    state.resourcePublications.delete(published.id);
  }
  deleteMetafieldsOf(state, productId);
  state.products.delete(productId);
}

/** The variant with its item; the product's list of variants is the caller's. */
export function deleteVariant(state: StoreState, variantId: string): void {
  const variant = state.variants.get(variantId);
  if (!variant) return;
  for (const level of levelsOfItem(state, variant.inventoryItemId)) state.inventoryLevels.delete(level.id);
  state.inventoryItems.delete(variant.inventoryItemId);
  deleteMetafieldsOf(state, variantId);
  state.variants.delete(variantId);
}

function deleteMetafieldsOf(state: StoreState, ownerId: string): void {
  for (const metafield of state.metafields.find('owner', ownerId)) state.metafields.delete(metafield.id);
}
