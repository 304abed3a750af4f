import type {
  DesiredCatalog,
  DesiredFields,
  DesiredProduct,
  DesiredVariant,
} from '../../catalog/building/desired';
import { fieldsIn } from '../../catalog/columns/columns';
import { quantitySaid } from '../../catalog/values/cell';
import { imageKey } from '../../catalog/values/image-address';
import { optionKey } from '../../catalog/values/names';
import { canonicalCell, categoryIdOf } from '../compare/canonical';
import { knownLooseVariant, knownProduct } from '../compare/known-items';
import { matchBaseVariant } from '../compare/match-variant';
import { differ } from '../compare/pairs';
import { isLeftApart } from '../compare/undone-marks';
import { isOrderKept } from '../media/known-images';
import { unseenImages } from '../media/unseen-images';
import { type Base, type BaseProduct, type BaseVariant, quantityKey } from '../model/base';
import type { SyncPolicy } from '../model/policy';
import type { ProductNeed, ShopFacts, SnapshotNeeds, VariantNeed } from '../model/snapshot';
import { isPublishingInStep } from '../publishing/publishing';
import { isNowhere } from '../stock/plan-unstocked';
import { resolveLocation } from '../stock/stock-locations';
import { anchoredNeeds, formerItems, handlesOf, joinedNeeds, skuNeeds } from './name-needs';
import type { AnchorContext } from './row-item';

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
  context: StepContext & AnchorContext,
): SnapshotNeeds {
  const { base, policy } = context;
  const { publishing } = context.shop;
  const categories = new Set<string>();
  const hasProducts = policy.groups.includes('products');
  const former = formerItems(changed, base);
  const anchored = anchoredNeeds(changed, context);
  for (const { fields } of changed.products) {
    const category = fields.category?.cell;
    if (category?.kind === 'value' && !categoryIdOf(String(category.value)))
      categories.add(String(category.value));
  }
  return {
    products: [
      ...changed.products.map((product) => productNeed(product, base)),
      ...handlesOf(changed.variants, base).map((handle) => ({
        id: base.productByHandle(handle)?.id,
        handle,
        skus: [],
      })),
      ...anchored.products,
      ...former.flatMap((known) =>
        known.kind === 'product' ? { id: known.id, handle: undefined, skus: [] } : [],
      ),
    ],
    variants: [
      ...changed.variants.flatMap((variant) => variantNeeds(variant, base)),
      ...changed.products.flatMap((product) => [...skuNeeds(product, base), ...joinedNeeds(product, base)]),
      ...anchored.variants,
      ...former.flatMap((known) => (known.kind === 'variant' ? { id: known.id } : [])),
    ],
    knownHandles: knownHandles(changed, base),
    categories: hasProducts ? [...categories] : [],
    images: unseenImages(base, policy),
    stock:
      policy.groups.includes('inventory') &&
      [...changed.products.flatMap(({ variants }) => variants), ...changed.variants].some(
        ({ stock, adjustments }) =>
          stock.length > 0 || adjustments.some(({ delta }) => delta.kind === 'value'),
      ),
    media: hasProducts && changed.products.some(showsImages),
    options: hasProducts && changed.products.some((product) => mayRename(product, base)),
    descriptions: hasProducts && changed.products.some(({ fields }) => fields.descriptionHtml),
    onlineStore:
      publishing.kind === 'possible' && hasProducts && changed.products.some(({ fields }) => fields.published)
        ? publishing.onlineStore
        : null,
  };
}

function productNeed(product: DesiredProduct, base: Base): ProductNeed {
  const known = knownProduct(product, base);
  return {
    id: known?.id ?? product.productId,
    isIdHint: product.isIdHint && !known,
    handle: product.handle,
    skus: newRows(product, known, base).flatMap(({ sku }) => (sku ? [sku] : [])),
  };
}

/** Rows that mean no variant of those that were synced. */
function newRows(
  { variants }: DesiredProduct,
  known: BaseProduct | undefined,
  base: Base,
): readonly DesiredVariant[] {
  const synced = known ? base.variantsOf(known.id) : [];
  return variants.filter((row) => !matchBaseVariant(row, synced));
}

/** Where a new row has the SKU of a variant that was synced, its option value may only have been corrected. */
function mayRename(product: DesiredProduct, base: Base): boolean {
  const known = knownProduct(product, base);
  const skus = new Set(known && base.variantsOf(known.id).map(({ sku }) => sku));
  return newRows(product, known, base).some(({ sku, optionValues }) => optionValues && sku && skus.has(sku));
}

function knownHandles(
  { products, variants }: Pick<DesiredCatalog, 'products' | 'variants'>,
  base: Base,
): string[] {
  const named = [
    ...products.filter((product) => knownProduct(product, base)?.id !== product.productId),
    ...variants.filter((row) => row.variantId || knownLooseVariant(row, base)),
    ...products.flatMap((product) => product.variants).flatMap(({ joined = [] }) => joined),
  ];
  return [...new Set(named.flatMap(({ handle }) => handle ?? []))];
}

/** Search lags behind the writes, so variants of one SKU that are known from an earlier run are read by their ids. */
function variantNeeds(variant: DesiredVariant, base: Base): VariantNeed[] {
  const { variantId, handle, sku = '' } = variant;
  const id = variantId ?? (handle ? knownLooseVariant(variant, base)?.id : undefined);
  if (id) return [variantId && sku ? { id, name: sku } : { id }];
  if (handle) return [];
  const known = base.variantsBySku(sku).map(({ id }) => ({ id, name: sku }));
  return known.length === 1 ? known : [...known, { sku }];
}

export interface StepContext {
  readonly base: Base;
  readonly policy: SyncPolicy;
  readonly shop: ShopFacts;
}

/** Whether all that its rows say of the groups of the run is what they said when it was last synced. */
export function isProductInStep(product: DesiredProduct, context: StepContext): boolean {
  const { base, policy } = context;
  const known = knownProduct(product, base);
  if (!known || product.isDisputed || isLeftApart(known.id, base)) return false;
  if (!fieldsInStep(product.fields, known.fields, context)) return false;
  const [names, has] = [product.optionNames, known.optionNames];
  const areRenamed = has && names.length > 0 && optionKey(names) !== optionKey(has);
  if (policy.groups.includes('products') && areRenamed) return false;
  const imagesKnown = product.images.every(
    ({ url, alt }) =>
      known.images[imageKey(url)] !== undefined &&
      (alt.kind === 'blank' ||
        alt.kind === 'absent' ||
        known.alts[imageKey(url)]?.[0] === (alt.kind === 'value' ? alt.value : '')),
  );
  if (policy.groups.includes('products') && !(imagesKnown && isOrderKept(product.images, known.images)))
    return false;
  const variants = base.variantsOf(known.id);
  return product.variants.every((variant) => {
    const match = matchBaseVariant(variant, variants);
    return match !== undefined && isVariantInStep(variant, match, context);
  });
}

export function isLooseVariantInStep(variant: DesiredVariant, context: StepContext): boolean {
  const known = knownLooseVariant(variant, context.base);
  return known !== undefined && isVariantInStep(variant, known, context);
}

export function isVariantInStep(variant: DesiredVariant, known: BaseVariant, context: StepContext): boolean {
  const { policy, base } = context;
  if (isLeftApart(known.id, base) || !fieldsInStep(variant.fields, known.fields, context)) return false;
  if (policy.groups.includes('products') && variant.imageUrl?.cell.kind === 'value') {
    if (imageKey(variant.imageUrl.cell.value) !== imageKey(known.image)) return false;
  }
  if (!policy.groups.includes('inventory')) return true;
  return isStockInStep(variant, known, context) && areAdjustmentsDone(variant, known, context);
}

function isStockInStep(variant: DesiredVariant, known: BaseVariant, { policy, shop }: StepContext): boolean {
  return variant.stock.every((stock) => {
    const wanted = quantitySaid(stock.quantity);
    if (wanted === undefined) return true;
    const location = resolveLocation(stock, shop, policy);
    if ('problem' in location) return isNowhere(stock);
    const key = quantityKey(stock.name, location.id);
    if (known.stockNotes?.[key]?.kind === 'unknown') return false;
    const [sheet, store, mark] = known.stock[key] ?? [];
    if (wanted === 'not stocked') return mark === 'unstocked';
    // Two numbers that differ stay said; where they were once, their row need not be read for that.
    return sheet === String(wanted) && (mark === 'kept' || store === sheet);
  });
}

/** A number asks for something; a blank cell only to forget the number that was applied from it. */
function areAdjustmentsDone(
  { adjustments }: DesiredVariant,
  { stockNotes }: BaseVariant,
  { policy, shop }: StepContext,
): boolean {
  return adjustments.every((adjustment) => {
    if (adjustment.delta.kind === 'value') return false;
    const location = stockNotes && resolveLocation(adjustment, shop, policy);
    if (!location || 'problem' in location) return true;
    return (stockNotes[quantityKey(adjustment.name, location.id)]?.delta ?? null) === null;
  });
}

function fieldsInStep(
  desired: DesiredFields,
  known: BaseVariant['fields'],
  { policy, shop }: StepContext,
): boolean {
  for (const field of fieldsIn(desired)) {
    const value = desired[field.key];
    if (!value || !policy.groups.includes(field.group)) continue;
    const sheet = canonicalCell(field.key, value.cell);
    if (sheet === undefined) continue;
    const pair = known[field.key];
    const inStep =
      field.writtenBy === 'publishing'
        ? isPublishingInStep(sheet, pair, shop.publishing)
        : sheet === pair?.[0] && (pair[2] === 'kept' || !differ(field.key, sheet, pair[1]));
    if (!inStep) return false;
  }
  return true;
}

/** An image is known again by what the product has, whether the product or a variant brings it. */
function showsImages({ images, variants }: DesiredProduct): boolean {
  return images.length > 0 || variants.some(({ imageUrl }) => imageUrl !== undefined);
}
