import type {
  ByHandle,
  DesiredCatalog,
  DesiredFields,
  DesiredProduct,
  DesiredVariant,
} from '../../catalog/building/desired';
import { handlesOf } from '../../catalog/building/join-tabs';
import { fieldsIn } from '../../catalog/columns/columns';
import { CLEAR_WORD, hasValue, quantitySaid, textIn } from '../../catalog/values/cell';
import { imageKey } from '../../catalog/values/image-address';
import { optionKey } from '../../catalog/values/names';
import { nameKey } from '../../catalog/values/plain-name';
import { canonicalCell } from '../compare/canonical';
import { knownLooseVariant, knownProduct } from '../compare/known-items';
import { matchBaseVariant } from '../compare/match-variant';
import { differ } from '../compare/pairs';
import { isLeftApart } from '../compare/undone-marks';
import { isOrderKept } from '../media/known-images';
import { areRemovalsDone } from '../media/plan-removals';
import { type Base, type BaseProduct, type BaseVariant, quantityKey } from '../model/base';
import { isOfProducts, type SyncPolicy } from '../model/policy';
import type { ShopFacts } from '../model/snapshot';
import { isPublishingInStep } from '../publishing/publishing';
import { isNowhere } from '../stock/plan-unstocked';
import { resolveLocation } from '../stock/stock-locations';
import { otherCase } from './former-names';

export interface Partition {
  /** Items with at least one cell that differs from what was last synced. */
  readonly changed: Pick<DesiredCatalog, 'products' | 'variants'>;
  /** The other items; the store is not read for them. */
  readonly inStep: Pick<DesiredCatalog, 'products' | 'variants'>;
}

/** Splits the catalog into items that must be compared and items that are as they were last synced. */
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
    const isQuiet = isProductInStep(product, context) && !isProductOpen(product, base);
    (isQuiet ? inStep : changed).products.push(product);
  }
  for (const variant of desired.variants) {
    const isQuiet = isLooseVariantInStep(variant, context) && !knownLooseVariant(variant, base)?.isOpen;
    (isQuiet ? inStep : changed).variants.push(variant);
  }
  return { changed, inStep };
}

/** Whether an item has something to report although its cells ask for nothing: a repeated message, or names next to an ID. */
function isProductOpen(product: DesiredProduct, base: Base): boolean {
  const known = knownProduct(product, base);
  if (!known || known.isOpen || base.variantsOf(known.id).some(({ isOpen }) => isOpen)) return true;
  return product.variants.some((row) => {
    const own = row.variantId && base.variant(row.variantId);
    return own && !areNamesInStep(row, own, base);
  });
}

export interface StepContext {
  readonly base: Base;
  readonly policy: SyncPolicy;
  readonly shop: ShopFacts;
}

/** Whether all cells of the run's groups say what they said when the item was last synced. */
export function isProductInStep(product: DesiredProduct, context: StepContext): boolean {
  const { base, policy } = context;
  const known = knownProduct(product, base);
  if (product.deletes || product.variants.some(({ deletes }) => deletes)) return false;
  if (!known || known.isDeleted || product.isDisputed || isLeftApart(known.id, base)) return false;
  const loose = product.variants.flatMap(({ joined = [] }) => joined);
  if ([...handlesOf(product), ...loose].some((row) => isNewlyNamed(row, known))) return false;
  if (!fieldsInStep(product.fields, known.fields, context)) return false;
  const [names, has] = [product.optionNames, known.optionNames];
  const areRenamed = has && names.length > 0 && optionKey(names) !== optionKey(has);
  if (isOfProducts(policy) && areRenamed) return false;
  const imagesKnown = product.images.every(
    ({ url, alt, isListed }) =>
      known.images[imageKey(url)] !== undefined &&
      // An image that is not sent is reported first, for example one that was removed and typed again.
      (known.images[imageKey(url)] !== null || !isListed || known.differs?.[`image ${imageKey(url)}`]) &&
      (alt.kind === 'blank' ||
        alt.kind === 'absent' ||
        known.alts[imageKey(url)]?.[0] === (hasValue(alt) ? alt.value : '')),
  );
  if (
    isOfProducts(policy) &&
    !(imagesKnown && isOrderKept(product.images, known) && areRemovalsDone(product, known))
  )
    return false;
  const variants = base.variantsOf(known.id);
  return product.variants.every((variant) => {
    const match = matchBaseVariant(variant, variants);
    return match !== undefined && isVariantInStep(variant, match, context);
  });
}

export function isLooseVariantInStep(variant: DesiredVariant, context: StepContext): boolean {
  const known = knownLooseVariant(variant, context.base);
  return (
    known !== undefined &&
    // A deletion from here is reported at each sync.
    !known.isDeleted &&
    areNamesInStep(variant, known, context.base) &&
    isVariantInStep(variant, known, context)
  );
}

/** A row that was told a product's other handle is compared once it has another one itself. */
function isNewlyNamed({ handle, productId }: Partial<ByHandle>, known: BaseProduct): boolean {
  const [was, , kept] = known.handle;
  return kept !== undefined && handle !== undefined && productId !== known.id && nameKey(handle) !== was;
}

/** Next to an ID other names may be edited, which the row is told. */
function areNamesInStep(row: DesiredVariant, known: BaseVariant, base: Base): boolean {
  const { variantId, handle, optionValues } = row;
  const product = base.product(known.productId);
  if (!variantId) return !product || !isNewlyNamed(row, product);
  if (optionValues && optionKey(optionValues) !== optionKey(known.optionValues)) return false;
  return !handle || nameKey(handle) === known.handle;
}

export function isVariantInStep(variant: DesiredVariant, known: BaseVariant, context: StepContext): boolean {
  const { policy, base } = context;
  if (isLeftApart(known.id, base) || !fieldsInStep(variant.fields, known.fields, context)) return false;
  const { optionValues } = variant;
  const isSaid = otherCase(optionValues, known.optionValues) === (optionValues && known.typedOptions);
  if (isOfProducts(policy) && !isSaid) return false;
  const { cell } = variant.imageUrl ?? {};
  if (isOfProducts(policy) && cell) {
    const said = cell.kind === 'clear' ? CLEAR_WORD : imageKey(textIn(cell));
    if (said !== imageKey(known.image)) return false;
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
    // Two numbers that differ were reported before, so their row need not be read for that.
    return sheet === String(wanted) && (mark === 'kept' || store === sheet);
  });
}

/** A number asks for an adjustment; a blank cell only asks to forget the number that was applied from it. */
function areAdjustmentsDone(
  { adjustments }: DesiredVariant,
  { stockNotes }: BaseVariant,
  { policy, shop }: StepContext,
): boolean {
  return adjustments.every((adjustment) => {
    if (hasValue(adjustment.delta)) return false;
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
