import { FIELDS } from '../catalog/columns';
import type { DesiredCatalog, DesiredFields, DesiredProduct, DesiredVariant } from '../catalog/desired';
import type { LocationId } from '../catalog/gid';
import type { Base, BaseVariant } from './base';
import { canonicalCell } from './canonical';
import { settleLocation } from './location';
import { matchBaseVariant } from './match-variant';
import type { SyncPolicy } from './policy';
import type { ShopFacts, SnapshotNeeds, VariantNeed } from './snapshot';

export interface Partition {
  /** Items with at least one cell that differs from what was last synced. */
  readonly changed: Pick<DesiredCatalog, 'products' | 'variants'>;
  /** The rest; the store is not asked about them. */
  readonly inStep: Pick<DesiredCatalog, 'products' | 'variants'>;
}

/** Splits the catalog into what must be looked at and what stands as it was last synced. */
export function partitionCatalog(
  desired: DesiredCatalog,
  base: Base,
  policy: SyncPolicy,
  shop: ShopFacts,
): Partition {
  const changed = { products: [] as DesiredProduct[], variants: [] as DesiredVariant[] };
  const inStep = { products: [] as DesiredProduct[], variants: [] as DesiredVariant[] };
  const context: StepContext = { base, policy, shop };
  for (const product of desired.products) {
    (isProductInStep(product, context) ? inStep : changed).products.push(product);
  }
  for (const variant of desired.variants) {
    (isLooseVariantInStep(variant, context) ? inStep : changed).variants.push(variant);
  }
  return { changed, inStep };
}

/** What has to be read from the store to plan the changed part. */
export function snapshotNeeds(
  changed: Pick<DesiredCatalog, 'products' | 'variants'>,
  base: Base,
  policy: SyncPolicy,
): SnapshotNeeds {
  const categories = new Set<string>();
  for (const { fields } of changed.products) {
    if (fields.category?.cell.kind === 'value') categories.add(String(fields.category.cell.value));
  }
  return {
    products: changed.products.map((product) => ({
      id: product.productId ?? (product.handle ? base.productByHandle(product.handle)?.id : undefined),
      handle: product.handle,
      skus: product.variants.flatMap(({ sku }) => (sku ? [sku] : [])),
    })),
    variants: changed.variants.flatMap((variant) => variantNeeds(variant, base)),
    categories: policy.groups.includes('products') ? [...categories] : [],
    stock:
      policy.groups.includes('inventory') &&
      [...changed.products.flatMap(({ variants }) => variants), ...changed.variants].some(
        ({ stock }) => stock.length,
      ),
  };
}

/** Search lags behind the writes, so variants of one SKU that are known from an earlier run are read by their ids. */
function variantNeeds({ variantId, sku = '' }: DesiredVariant, base: Base): VariantNeed[] {
  if (variantId) return [{ id: variantId }];
  const known = base.variantsBySku(sku).map(({ id }) => ({ id }));
  return known.length === 1 ? known : [...known, { sku }];
}

interface StepContext {
  readonly base: Base;
  readonly policy: SyncPolicy;
  readonly shop: ShopFacts;
}

function isProductInStep(product: DesiredProduct, context: StepContext): boolean {
  const { base, policy } = context;
  const known = product.productId
    ? base.product(product.productId)
    : product.handle && base.productByHandle(product.handle);
  if (!known) return false;
  if (!fieldsInStep(product.fields, known.fields, policy)) return false;
  const imagesKnown = product.images.every(
    ({ url, alt }) =>
      known.images[url] !== undefined &&
      (alt.kind === 'blank' ||
        alt.kind === 'absent' ||
        known.alts[url]?.[0] === (alt.kind === 'value' ? alt.value : '')),
  );
  if (policy.groups.includes('products') && !imagesKnown) return false;
  const variants = base.variantsOf(known.id);
  return product.variants.every((variant) => {
    const match = matchBaseVariant(variant, variants);
    return match !== undefined && isVariantInStep(variant, match, context);
  });
}

function isLooseVariantInStep(variant: DesiredVariant, context: StepContext): boolean {
  const { base } = context;
  const bySku = base.variantsBySku(variant.sku ?? '');
  const known = variant.variantId
    ? base.variant(variant.variantId)
    : bySku.length === 1
      ? bySku[0]
      : undefined;
  return known !== undefined && isVariantInStep(variant, known, context);
}

function isVariantInStep(
  variant: DesiredVariant,
  known: BaseVariant,
  { policy, shop }: StepContext,
): boolean {
  if (!fieldsInStep(variant.fields, known.fields, policy)) return false;
  if (policy.groups.includes('products') && variant.imageUrl?.cell.kind === 'value') {
    if (variant.imageUrl.cell.value !== known.image) return false;
  }
  if (!policy.groups.includes('inventory')) return true;
  return variant.stock.every((stock) => {
    if (stock.quantity.kind !== 'value') return true;
    const location = settleLocation(stock, shop, policy);
    if ('problem' in location) return false;
    return lastSheetQuantity(known, location.id) === String(stock.quantity.value);
  });
}

function lastSheetQuantity(known: BaseVariant, location: LocationId): string | null | undefined {
  return known.stock[location]?.[0];
}

function fieldsInStep(desired: DesiredFields, known: BaseVariant['fields'], policy: SyncPolicy): boolean {
  for (const field of FIELDS) {
    const value = desired[field.key];
    if (!value || !policy.groups.includes(field.group)) continue;
    const sheet = canonicalCell(field.key, value.cell);
    if (sheet !== undefined && sheet !== known[field.key]?.[0]) return false;
  }
  return true;
}
