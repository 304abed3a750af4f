import type { SortKeys } from '../../shop/rules/sort-rows';
import { shownTotalInventory } from '../../shop/rules/total-inventory';
import { variantTitle } from '../../shop/rules/variants/variant-title';
import { availableOf, itemOf, productOf, variantsOf } from '../../shop/state/lookups';
import type { Product, Variant } from '../../shop/state/product';
import type { Collection } from '../../shop/state/publishing';
import type { ExecutionContext } from '../execution/context';

/** ProductSortKeys; RELEVANCE and ID keep the order of the ids. */
export const productSortKeys = ({ state, nowMs }: ExecutionContext): SortKeys<Product> => ({
  CREATED_AT: (product) => product.createdAt,
  INVENTORY_TOTAL: (product) => shownTotalInventory(state, product, nowMs),
  PRODUCT_TYPE: (product) => product.productType.toLowerCase(),
  PUBLISHED_AT: (product) => product.publishedAt ?? '',
  TITLE: (product) => product.title.toLowerCase(),
  UPDATED_AT: (product) => product.updatedAt,
  VENDOR: (product) => product.vendor.toLowerCase(),
});

/** ProductVariantSortKeys; FULL_TITLE was recorded in the order of the ids, POPULAR and RELEVANCE too. */
export const variantSortKeys = ({ state }: ExecutionContext): SortKeys<Variant> => ({
  INVENTORY_MANAGEMENT: (variant) => (itemOf(state, variant).tracked ? 1 : 0),
  INVENTORY_POLICY: (variant) => (variant.inventoryPolicy === 'CONTINUE' ? 0 : 1),
  INVENTORY_QUANTITY: (variant) => availableOf(state, variant),
  NAME: (variant) =>
    `${productOf(state, variant).title} - ${variantTitle(productOf(state, variant), variant)}`.toLowerCase(),
  SKU: (variant) => itemOf(state, variant).sku ?? '',
  TITLE: (variant) => variantTitle(productOf(state, variant), variant).toLowerCase(),
});

/** ProductCollectionSortKeys; the others keep the collection's order. */
export const productCollectionSortKeys = ({ state }: ExecutionContext): SortKeys<Product> => ({
  CREATED: (product) => product.createdAt,
  PRICE: (product) => Math.min(...variantsOf(state, product).map(({ price }) => Number(price))),
  TITLE: (product) => product.title.toLowerCase(),
});

/** CollectionSortKeys. */
export const collectionSortKeys: SortKeys<Collection> = {
  TITLE: (collection) => collection.title.toLowerCase(),
  UPDATED_AT: (collection) => collection.updatedAt,
};
