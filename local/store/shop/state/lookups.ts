import { gid, gidNumber } from './ids';
import type { InventoryItem, InventoryLevel, Location } from './inventory';
import type { Metafield } from './metafield';
import type { Product, Variant } from './product';
import type { StoreState } from './store-state';

/** Shopify's own form: one number per location, the item in the query part (recorded). */
export const levelId = (inventoryItemId: string, locationId: string): string =>
  `${gid('InventoryLevel', gidNumber(locationId))}?inventory_item_id=${gidNumber(inventoryItemId)}`;

export function levelAt(
  state: StoreState,
  inventoryItemId: string,
  locationId: string,
): InventoryLevel | undefined {
  return state.inventoryLevels.get(levelId(inventoryItemId, locationId));
}

/** Active and inactive ones, in the order of the locations. */
export function levelsOfItem(state: StoreState, inventoryItemId: string): InventoryLevel[] {
  return state.locations.all().flatMap((location) => levelAt(state, inventoryItemId, location.id) ?? []);
}

export function variantsOf(state: StoreState, product: Product): Variant[] {
  return product.variantIds.flatMap((id) => state.variants.get(id) ?? []);
}

/** The item of a variant; every variant has one. */
export function itemOf(state: StoreState, variant: Variant): InventoryItem {
  const item = state.inventoryItems.get(variant.inventoryItemId);
  if (!item) throw new Error(`${variant.id} has no inventory item`);
  return item;
}

export function productOf(state: StoreState, variant: Variant): Product {
  const product = state.products.get(variant.productId);
  if (!product) throw new Error(`${variant.id} has no product`);
  return product;
}

export const activeLocations = (state: StoreState): Location[] =>
  state.locations.all().filter((location) => location.isActive);

/** Location of stock for which none is given. */
export const primaryLocation = (state: StoreState): Location | undefined =>
  state.locations.all().find((location) => location.isPrimary) ?? activeLocations(state)[0];

export function metafieldAt(
  state: StoreState,
  ownerId: string,
  namespace: string,
  key: string,
): Metafield | undefined {
  return state.metafields
    .find('owner', ownerId)
    .find((metafield) => metafield.namespace === namespace && metafield.key === key);
}

/** Sellable quantity of a variant: the sum over active levels. */
export function availableOf(state: StoreState, variant: Variant): number {
  return levelsOfItem(state, variant.inventoryItemId)
    .filter((level) => level.isActive)
    .reduce((sum, level) => sum + level.quantities.available, 0);
}
