import type { DesiredCatalog, DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { joinNames } from '../../catalog/building/join-tabs';
import { looseKey, mergeLooseVariants } from '../../catalog/building/merge-variants';
import type { RowIssue, RowRef } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { knownId, knownLooseVariant, knownVariants } from '../compare/known-items';
import { matchBaseVariant } from '../compare/match-variant';
import type { Base } from '../model/base';
import { type AnchorContext, anchoredItem } from './row-item';

/**
 * Joins rows that name one product or variant in different words, by what was synced before: by its ID in one tab, and in another
 * by its SKU. Apart they would send two prices in turns. Where a row's Shopify ID is of another item than its words meant,
 * the name may have moved, and only Shopify tells what it means now: see `joinProducts`.
 */
export function joinKnown(desired: DesiredCatalog, context: AnchorContext): DesiredCatalog {
  const { base } = context;
  const idIn = (rows: readonly RowRef[], key: 'productId' | 'variantId', id: string | undefined) =>
    rows.some((ref) => (anchoredItem(ref, context)?.[key] ?? id) !== id) ? undefined : id;
  const issues: RowIssue[] = [];
  const products = [
    ...groupBy(
      desired.products,
      (product) => idIn(product.rows, 'productId', knownId(product, base)) ?? product,
    ).values(),
  ].map((parts) => (parts.length > 1 ? joinNames(parts, issues) : (parts[0] as DesiredProduct)));
  const ids = new Map(
    desired.variants.map((row) => [row, idIn(row.rows, 'variantId', knownLooseVariant(row, base)?.id)]),
  );
  const owners = ownersById(products, new Set(ids.values()), base);
  const merged = mergeLooseVariants(products, desired.variants, {
    ownerOf: (row) => {
      const id = ids.get(row);
      const owner = owners.get(id ?? '');
      // Rows joined to the owner by their own names may mean another item, which would only seem to contradict this row.
      return owner?.joined?.some(({ rows }) => !idIn(rows, 'variantId', id)) ? undefined : owner;
    },
    keyOf: (row) => ids.get(row) ?? looseKey(row),
  });
  return { ...desired, ...merged, issues: [...desired.issues, ...issues, ...merged.issues] };
}

function ownersById(
  products: readonly DesiredProduct[],
  wanted: ReadonlySet<string | undefined>,
  base: Base,
): ReadonlyMap<string, DesiredVariant> {
  const owners = new Map<string, DesiredVariant>();
  if (wanted.size === 0) return owners;
  for (const product of products) {
    const variants = knownVariants(product, base);
    if (!variants.some(({ id }) => wanted.has(id))) continue;
    for (const row of product.variants) {
      const id = matchBaseVariant(row, variants)?.id;
      if (id) owners.set(id, row);
    }
  }
  return owners;
}
