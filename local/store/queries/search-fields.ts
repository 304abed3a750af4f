import { gidNumber } from '../state/ids';
import { itemOf, productOf, variantsOf } from '../state/lookups';
import type { Product, Variant } from '../state/product';
import type { StoreState } from '../state/store-state';

export function productSearchFields(state: StoreState, product: Product) {
  const variants = variantsOf(state, product);
  return {
    id: [gidNumber(product.id)],
    handle: [product.handle],
    title: [product.title],
    status: [product.status],
    vendor: [product.vendor],
    product_type: [product.productType],
    tag: product.tags,
    sku: variants.flatMap((variant) => itemOf(state, variant).sku ?? []),
    barcode: variants.flatMap((variant) => variant.barcode ?? []),
    variant_id: variants.map((variant) => gidNumber(variant.id)),
  };
}

export function variantSearchFields(state: StoreState, variant: Variant) {
  return {
    id: [gidNumber(variant.id)],
    sku: [itemOf(state, variant).sku ?? ''],
    barcode: [variant.barcode ?? ''],
    product_id: [gidNumber(variant.productId)],
    product_status: [productOf(state, variant).status],
  };
}
