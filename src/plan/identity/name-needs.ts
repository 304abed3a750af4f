import type { DesiredCatalog, DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import type { RowRef } from '../../catalog/tab/row';
import { optionKey } from '../../catalog/values/names';
import { nameKey } from '../../catalog/values/plain-name';
import { knownId, knownLooseVariant, knownVariants } from '../compare/known-items';
import { matchBaseVariant } from '../compare/match-variant';
import type { Base, BaseProduct, BaseVariant } from '../model/base';
import type { ProductNeed, SnapshotNeeds, VariantNeed } from '../model/snapshot';
import { optionWords } from './former-names';
import { type AnchorContext, anchoredItem } from './row-item';

/** Finds the items whose SKU another item gets now. */
export function skuNeeds(product: DesiredProduct, base: Base): VariantNeed[] {
  const variants = knownVariants(product, base);
  return product.variants.flatMap((row): VariantNeed[] => {
    const { sku } = row;
    const own = matchBaseVariant(row, variants);
    if (!sku || own?.sku === sku) return [];
    const owners = base.variantsBySku(sku).map(({ id }) => ({ id }));
    return own && owners.length === 0 ? [{ sku }] : owners;
  });
}

/** The SKUs of rows that were joined to a product's rows by what was synced before. */
export function joinedNeeds(product: DesiredProduct, base: Base): VariantNeed[] {
  const variants = knownVariants(product, base);
  return product.variants.flatMap(({ joined = [], ...row }) => {
    const own = joined.length > 0 ? matchBaseVariant(row, variants) : undefined;
    return own
      ? joined.flatMap(({ sku, variantId }) => (sku && !variantId ? { id: own.id, name: sku } : []))
      : [];
  });
}

/** Items that had a name of these rows at the last sync and were renamed since. */
export function formerItems(
  { products, variants }: Pick<DesiredCatalog, 'products' | 'variants'>,
  base: Base,
): (BaseProduct | BaseVariant)[] {
  const renamed = base.renamed();
  if (renamed.length === 0) return [];
  const rows = [...products.flatMap((product) => [product, ...product.variants]), ...variants].flatMap(
    (row) => [row, ...(('joined' in row && row.joined) || [])],
  );
  const words = new Set<string | undefined>();
  for (const { handle, ...row } of rows) {
    words.add(handle && nameKey(handle));
    if ('sku' in row) words.add(row.sku).add(row.optionValues && optionWords(row.optionValues));
  }
  const isMeant = (names: readonly string[] = []) => names.some((name) => words.has(name));
  return renamed.filter((known) =>
    known.kind === 'product'
      ? isMeant(known.formerHandles)
      : isMeant(known.formerSkus) || isMeant(known.formerOptions),
  );
}

/** The items of Shopify IDs in rows whose names meant other items at the last sync, or none. */
export function anchoredNeeds(
  { products, variants }: Pick<DesiredCatalog, 'products' | 'variants'>,
  context: AnchorContext,
): Pick<SnapshotNeeds, 'products' | 'variants'> {
  const { base } = context;
  const ofProduct = (ref: RowRef, known: string | undefined): ProductNeed[] => {
    const id = anchoredItem(ref, context)?.productId;
    return id && id !== known ? [{ id, handle: undefined, skus: [] }] : [];
  };
  const ofVariant = (ref: RowRef, known: string | undefined, sku: string | undefined): VariantNeed[] => {
    const id = anchoredItem(ref, context)?.variantId;
    return id && id !== known ? [{ id, ...(sku && { name: sku }) }] : [];
  };
  return {
    products: products.flatMap((product) => {
      const known = knownId(product, base);
      return product.rows.flatMap((ref) => ofProduct(ref, known));
    }),
    variants: variants.flatMap((row) => {
      const known = knownLooseVariant(row, base)?.id;
      return row.rows.flatMap((ref) => ofVariant(ref, known, row.handle ? undefined : row.sku));
    }),
  };
}

/** The products of variant IDs whose rows have other option values, which may be those of another variant of the product. */
export function siblingNeeds(variants: readonly DesiredVariant[], base: Base): ProductNeed[] {
  return variants.flatMap(({ variantId, optionValues }) => {
    const known = variantId && base.variant(variantId);
    if (!known || !optionValues || optionKey(optionValues) === optionKey(known.optionValues)) return [];
    return [{ id: known.productId, handle: undefined, skus: [] }];
  });
}

/** Handles by which rows outside of Products tabs name variants that were never synced. */
export function handlesOf(variants: readonly DesiredVariant[], base: Base): string[] {
  const unknown = variants.filter((variant) => !variant.variantId && !knownLooseVariant(variant, base));
  return [...new Set(unknown.flatMap(({ handle }) => (handle ? [handle] : [])))];
}
