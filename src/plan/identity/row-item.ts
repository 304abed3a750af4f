import type { DesiredCatalog, DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { type RowRef, rowKey } from '../../catalog/tab/row';
import { type Gid, gidOf, type ProductId, type VariantId } from '../../catalog/values/gid';
import { optionKey } from '../../catalog/values/names';
import { knownLooseVariant, knownProduct } from '../compare/known-items';
import { matchBaseVariant } from '../compare/match-variant';
import type { Base, BaseVariant } from '../model/base';
import type { Anchors } from '../model/item-context';

/** The item that a row is in Shopify: a variant of a product, or the product itself. */
export interface RowItem {
  readonly productId: ProductId;
  readonly variantId: VariantId | undefined;
}

export interface AnchorContext {
  readonly anchors: Anchors;
  readonly base: Base;
}

/** The item of a row's Shopify ID, where it was synced from here. */
export function anchoredItem(ref: RowRef, { anchors, base }: AnchorContext): RowItem | undefined {
  const anchor = anchors.get(rowKey(ref));
  return anchor && itemOfNumber(anchor.id, base);
}

/** The product and the variant that a row names; a row of a Prices or Inventory tab may name a variant alone. */
export interface RowPlace {
  readonly product: DesiredProduct | undefined;
  readonly variant: DesiredVariant | undefined;
}

export function rowPlaces({
  products,
  variants,
}: Pick<DesiredCatalog, 'products' | 'variants'>): (ref: RowRef) => RowPlace | undefined {
  const places = new Map<string, RowPlace>();
  for (const product of products) {
    for (const ref of product.rows) places.set(rowKey(ref), { product, variant: undefined });
    for (const variant of product.variants) {
      for (const ref of variant.rows) places.set(rowKey(ref), { product, variant });
    }
  }
  for (const variant of variants) {
    for (const ref of variant.rows) places.set(rowKey(ref), { product: undefined, variant });
  }
  return (ref) => places.get(rowKey(ref));
}

/** Finds the item that a row names, if it was ever synced; `base` may grow between two calls. */
export function rowItems(
  desired: Pick<DesiredCatalog, 'products' | 'variants'>,
  base: Base,
): (ref: RowRef) => RowItem | undefined {
  const placeOf = rowPlaces(desired);
  return (ref) => {
    const { product, variant } = placeOf(ref) ?? {};
    if (!product) return itemOf(variant && knownLooseVariant(variant, base)?.id, base);
    const known = knownProduct(product, base);
    const match = known && variant && matchBaseVariant(variant, base.variantsOf(known.id));
    return known && { productId: known.id, variantId: match?.id };
  };
}

/** The item of an ID, or the one created again in its place; undefined where it was not synced from here. */
export function itemOf(id: Gid | undefined, base: Base): RowItem | undefined {
  const variant = base.variant(id as VariantId);
  const productId = variant?.productId ?? (id as ProductId);
  const product = base.product(productId);
  const known = variant ?? product;
  if (!known?.isDeleted) return known && { productId, variantId: variant?.id };
  const now = product?.isDeleted ? base.productByHandle(product.handle[1] ?? '') : product;
  const again = now && variant && base.variantsOf(now.id).find((other) => isAgain(variant, other));
  return now && (again || !variant) ? { productId: now.id, variantId: again?.id } : undefined;
}

/** Whether no other item has its SKU and options, so that an undo can restore both. */
const isAgain = (deleted: BaseVariant, { sku, optionValues }: BaseVariant): boolean =>
  sku === deleted.sku && optionKey(optionValues) === optionKey(deleted.optionValues);

/** Whether the item of this numeric ID was deleted from here, and not created again. */
export function wasDeleted(number: string, base: Base): boolean {
  const variant = base.variant(gidOf('ProductVariant', number));
  const known = variant ?? base.product(gidOf('Product', number));
  return known?.isDeleted === true && !itemOf(known.id, base);
}

/** The same for the bare number that a Shopify ID cell shows. */
export function itemOfNumber(number: string, base: Base): RowItem | undefined {
  return itemOf(gidOf('ProductVariant', number), base) ?? itemOf(gidOf('Product', number), base);
}
