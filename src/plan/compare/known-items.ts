import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import type { ProductId } from '../../catalog/values/gid';
import { asHandle, optionKey } from '../../catalog/values/names';
import type { Base, BaseProduct, BaseVariant } from '../model/base';

/** The product that rows meant when it was last synced: by ID, else by handle. */
export function knownProduct(
  { productId, isIdHint, handle }: Pick<DesiredProduct, 'productId' | 'isIdHint' | 'handle'>,
  base: Base,
): BaseProduct | undefined {
  const byId = productId && base.product(productId);
  if (byId || (productId && !isIdHint)) return byId;
  return handle ? (base.productByHandle(handle) ?? base.productByHandle(asHandle(handle))) : undefined;
}

/** The ID of that product. */
export function knownId(
  product: Pick<DesiredProduct, 'productId' | 'isIdHint' | 'handle'>,
  base: Base,
): ProductId | undefined {
  return knownProduct(product, base)?.id;
}

/** The variants of that product, as they were when it was last synced. */
export function knownVariants(
  product: Pick<DesiredProduct, 'productId' | 'isIdHint' | 'handle'>,
  base: Base,
): readonly BaseVariant[] {
  const known = knownProduct(product, base);
  return known ? base.variantsOf(known.id) : [];
}

/** The variant that a row outside of Products tabs meant when it was last synced. */
export function knownLooseVariant(row: DesiredVariant, base: Base): BaseVariant | undefined {
  if (row.variantId) return base.variant(row.variantId);
  if (!row.handle) return row.sku ? onlyOne(base.variantsBySku(row.sku)) : undefined;
  const variants = base.variantsByHandle(row.handle);
  return namedVariant(row, variants.length > 0 ? variants : base.variantsByHandle(asHandle(row.handle)));
}

/** The variant of a product with the name that a row uses: its option values, else its SKU. */
export function namedVariant(row: DesiredVariant, variants: readonly BaseVariant[]): BaseVariant | undefined {
  const { optionValues, sku } = row;
  if (optionValues)
    return variants.find((known) => optionKey(known.optionValues) === optionKey(optionValues));
  return onlyOne(sku ? variants.filter((known) => known.sku === sku) : variants);
}

function onlyOne<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}
