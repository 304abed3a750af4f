import { type RowIssue, rowKey } from '../tab/row';
import { optionKey } from '../values/names';
import { nameKey } from '../values/plain-name';
import type { DesiredProduct, DesiredVariant } from './desired';
import { joinVariants } from './join-cells';
import { type IsBad, stripProduct, stripVariant } from './strip-rows';

export interface MergedCatalog {
  readonly products: readonly DesiredProduct[];
  readonly variants: readonly DesiredVariant[];
  readonly issues: readonly RowIssue[];
}

/** The ways of telling which rows mean the same variant. */
export interface Identities {
  /** The row of a product that a loose row means. */
  ownerOf(loose: DesiredVariant): DesiredVariant | undefined;
  /** Loose rows with one key mean one variant, whatever the order of their tabs. */
  keyOf(loose: DesiredVariant): string;
}

/**
 * Joins the rows of Prices and Inventory tabs with the product rows that mean the same variant, so that a price
 * for a product that is created in the same run arrives with it. Rows that disagree are refused on both sides.
 */
export function mergeLooseVariants(
  products: readonly DesiredProduct[],
  loose: readonly DesiredVariant[],
  { ownerOf, keyOf }: Identities = identitiesByWords(products),
): MergedCatalog {
  if (loose.length === 0) return { products, variants: [], issues: [] };
  const issues: RowIssue[] = [];
  const additions = new Map<DesiredVariant, DesiredVariant[]>();
  const alone = new Map<string, DesiredVariant>();
  for (const variant of loose) {
    const owner = ownerOf(variant);
    if (owner) additions.set(owner, [...(additions.get(owner) ?? []), variant]);
    else {
      const key = keyOf(variant);
      const earlier = alone.get(key);
      alone.set(key, earlier ? joinVariants(earlier, [variant], issues) : variant);
    }
  }
  const merge = (variant: DesiredVariant): DesiredVariant => {
    const added = additions.get(variant);
    return added ? joinVariants(variant, added, issues) : variant;
  };
  const merged = products.map((product) => {
    const added = product.variants.flatMap((variant) => additions.get(variant) ?? []);
    if (added.length === 0) return product;
    const rows = [...product.rows, ...added.flatMap((variant) => variant.rows)];
    return { ...product, rows, variants: product.variants.map(merge) };
  });
  return withoutContradictions({ products: merged, variants: [...alone.values()], issues });
}

/** By what the rows themselves say. */
function identitiesByWords(products: readonly DesiredProduct[]): Identities {
  return { ownerOf: indexOwners(products), keyOf: looseKey };
}

export function looseKey({ variantId, handle, optionValues, sku, ref }: DesiredVariant): string {
  if (variantId) return variantId;
  return handle ? variantKey(handle, optionValues ?? [`sku:${sku}`]) : `sku:${sku ?? rowKey(ref)}`;
}

function variantKey(handle: string, optionValues: readonly string[]): string {
  return `${nameKey(handle)}|${optionKey(optionValues)}`;
}

/** The product row that a loose row means: by ID, by handle and option values, else by a SKU that only one carries. */
function indexOwners(products: readonly DesiredProduct[]) {
  const byId = new Map<string, DesiredVariant>();
  const byOptions = new Map<string, DesiredVariant>();
  const bySku = new Map<string, DesiredVariant | 'several'>();
  const handles = new Set<string>();
  for (const { handle, variants } of products) {
    if (handle) handles.add(nameKey(handle));
    for (const variant of variants) {
      if (variant.variantId) byId.set(variant.variantId, variant);
      if (handle) byOptions.set(variantKey(handle, variant.optionValues ?? []), variant);
      if (variant.sku) bySku.set(variant.sku, bySku.has(variant.sku) ? 'several' : variant);
    }
  }
  return ({ variantId, handle, optionValues, sku }: DesiredVariant): DesiredVariant | undefined => {
    if (variantId && byId.has(variantId)) return byId.get(variantId);
    if (variantId) return undefined;
    if (handle && optionValues) return byOptions.get(variantKey(handle, optionValues));
    if (handle && !handles.has(nameKey(handle))) return undefined;
    const owner = sku ? bySku.get(sku) : undefined;
    return owner === 'several' ? undefined : owner;
  };
}

/** Rows of other tabs alone are no reason not to create a product: it lacks only what they say. */
function badRowsOf(
  product: DesiredProduct,
  isBad: (row: Pick<RowIssue, 'ref'>) => boolean,
): RowIssue['ref'][] {
  const bad = product.rows.filter((ref) => isBad({ ref }));
  return bad.some(({ sheetId }) => sheetId === product.ref.sheetId) ? bad : [];
}

/** A refused row asks for nothing, not even as part of what it was joined into. */
export function withoutContradictions(catalog: MergedCatalog): MergedCatalog {
  if (catalog.issues.length === 0) return catalog;
  const bad = new Set(catalog.issues.map(({ ref }) => rowKey(ref)));
  const isBad: IsBad = ({ ref }) => bad.has(rowKey(ref));
  return {
    ...catalog,
    variants: catalog.variants.map((variant) => stripVariant(variant, isBad)),
    products: catalog.products.map((product) => ({
      ...stripProduct(product, isBad),
      badRows: [...product.badRows, ...badRowsOf(product, isBad)],
    })),
  };
}
