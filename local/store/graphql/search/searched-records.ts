import type { InventoryItem, InventoryLevel } from '../../shop/state/inventory';
import { variantsOf } from '../../shop/state/lookups';
import type { Product, Variant } from '../../shop/state/product';
import type { StoreState, Tables } from '../../shop/state/store-state';
import type { Row } from '../../shop/state/table';
import { collectionFields } from './collection-fields';
import { inventoryItemFields } from './inventory-item-fields';
import { locationFields } from './location-fields';
import { productFields } from './product-fields';
import type { SearchFields } from './search-fields';
import { urlRedirectFields } from './url-redirect-fields';
import { variantFields } from './variant-fields';

/** The records that searches find with a delay, and what each offers. */
export const searchedFields: Readonly<Record<string, SearchFields<never>>> = {
  collections: collectionFields,
  inventoryItems: inventoryItemFields,
  locations: locationFields,
  products: productFields,
  urlRedirects: urlRedirectFields,
  variants: variantFields,
};

export type SearchedTable = keyof Tables;

/** The records whose derived fields change with a row of another table. */
const derivedFrom: Readonly<Record<string, (row: never, state: StoreState) => readonly Found[]>> = {
  products: (product: Product, state) =>
    variantsOf(state, product).map((row) => ({ table: 'variants', row })),
  variants: ({ productId }: Variant, state) => productAt(state, productId),
  inventoryItems: ({ variantId }: InventoryItem, state) => variantAt(state, variantId),
  inventoryLevels: ({ inventoryItemId }: InventoryLevel, state) =>
    variantAt(state, state.inventoryItems.get(inventoryItemId)?.variantId ?? ''),
};

export interface Found {
  readonly table: SearchedTable;
  readonly row: Row;
}

const productAt = (state: StoreState, id: string): readonly Found[] => {
  const row = state.products.get(id);
  return row ? [{ table: 'products', row }] : [];
};

function variantAt(state: StoreState, id: string): readonly Found[] {
  const row = state.variants.get(id);
  return row ? [{ table: 'variants', row }, ...productAt(state, row.productId)] : [];
}

export const derivedRecords = (table: SearchedTable, row: Row, state: StoreState): readonly Found[] =>
  derivedFrom[table]?.(row as never, state) ?? [];
