import type { DesiredCatalog, DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { nameKey } from '../../catalog/values/plain-name';
import { knownLooseVariant, knownProduct } from '../compare/known-items';
import { matchBaseVariant } from '../compare/match-variant';
import type { Base, BaseProduct, BaseVariant } from '../model/base';
import type { VariantNeed } from '../model/snapshot';
import { optionWords } from './former-names';

/** Who has a SKU that another item gets now. */
export function skuNeeds(product: DesiredProduct, base: Base): VariantNeed[] {
  const known = knownProduct(product, base);
  const variants = known ? base.variantsOf(known.id) : [];
  return product.variants.flatMap((row): VariantNeed[] => {
    const { sku } = row;
    const own = matchBaseVariant(row, variants);
    if (!sku || own?.sku === sku) return [];
    const owners = base.variantsBySku(sku).map(({ id }) => ({ id }));
    return own && owners.length === 0 ? [{ sku }] : owners;
  });
}

/** The SKUs of rows that were joined to those of a product, by what was synced before. */
export function joinedNeeds(product: DesiredProduct, base: Base): VariantNeed[] {
  const known = knownProduct(product, base);
  const variants = known ? base.variantsOf(known.id) : [];
  return product.variants.flatMap(({ joined = [], ...row }) => {
    const own = joined.length > 0 ? matchBaseVariant(row, variants) : undefined;
    return own
      ? joined.flatMap(({ sku, variantId }) => (sku && !variantId ? { id: own.id, name: sku } : []))
      : [];
  });
}

/** Items that had a name of these rows at the last sync, and have another one since. */
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

/** Handles by which rows outside of Products tabs name variants that were never synced. */
export function handlesOf(variants: readonly DesiredVariant[], base: Base): string[] {
  const unknown = variants.filter((variant) => !variant.variantId && !knownLooseVariant(variant, base));
  return [...new Set(unknown.flatMap(({ handle }) => (handle ? [handle] : [])))];
}
