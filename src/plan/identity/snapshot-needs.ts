import type { DesiredCatalog, DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import type { CellKind, Referred } from '../../catalog/columns/cell-kind';
import { cellKind } from '../../catalog/columns/cell-kinds';
import { type Field, type FieldKey, fieldsIn, isReadApart } from '../../catalog/columns/columns';
import { withFieldsBeside } from '../../catalog/columns/fields-beside';
import { hasValue } from '../../catalog/values/cell';
import { optionKey } from '../../catalog/values/names';
import { skuKey } from '../../catalog/values/plain-name';
import { categoryIdOf } from '../compare/canonical';
import { knownId, knownLooseVariant, knownProduct } from '../compare/known-items';
import { matchBaseVariant } from '../compare/match-variant';
import { isOrderKept } from '../media/known-images';
import { unseenImages } from '../media/unseen-images';
import type { Base, BaseProduct } from '../model/base';
import { isOfProducts } from '../model/policy';
import type { ProductNeed, SnapshotNeeds, VariantNeed } from '../model/snapshot';
import type { StepContext } from './in-step';
import { anchoredNeeds, formerItems, handlesOf, joinedNeeds, siblingNeeds, skuNeeds } from './name-needs';
import type { AnchorContext } from './row-item';

/** Lists what has to be read from the store to plan the changed part. */
export function snapshotNeeds(
  changed: Pick<DesiredCatalog, 'products' | 'variants'>,
  context: StepContext & AnchorContext,
): SnapshotNeeds {
  const { base, policy } = context;
  const { publishing } = context.shop;
  const categories = new Set<string>();
  const hasProducts = isOfProducts(policy);
  const items = [
    ...changed.products,
    ...changed.products.flatMap(({ variants }) => variants),
    ...changed.variants,
  ];
  const fields = fieldsSaid(items);
  const former = formerItems(changed, base);
  const anchored = anchoredNeeds(changed, context);
  // An item to be deleted is read completely, so that it can be created again.
  const deletes = changed.products.some(
    (product) => product.deletes || product.variants.some((variant) => variant.deletes),
  );
  for (const { fields } of changed.products) {
    const category = fields.category?.cell;
    if (hasValue(category) && !categoryIdOf(String(category.value))) categories.add(String(category.value));
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
      ...siblingNeeds(changed.variants, base),
      ...former.flatMap((known) =>
        known.kind === 'product' ? { id: known.id, handle: undefined, skus: [] } : [],
      ),
    ],
    variants: [
      ...changed.variants.flatMap((variant) => variantNeeds(variant, base)),
      ...changed.products.flatMap((product) => [...skuNeeds(product, base), ...joinedNeeds(product, base)]),
      ...anchored.variants,
      ...namedBy('variant', items, fields).flatMap((sku) => skuNeed(skuKey(sku), base)),
      ...former.flatMap((known) => (known.kind === 'variant' ? { id: known.id } : [])),
    ],
    knownHandles: [...knownHandles(changed, base), ...namedBy('product', items, fields)],
    referred: namedBy('collection', items, fields),
    categories: hasProducts ? [...categories] : [],
    images: unseenImages(base, policy),
    stock:
      deletes ||
      (policy.groups.includes('inventory') &&
        [...changed.products.flatMap(({ variants }) => variants), ...changed.variants].some(
          ({ stock, adjustments }) => stock.length > 0 || adjustments.some(({ delta }) => hasValue(delta)),
        )),
    media: hasProducts && (deletes || changed.products.some(showsImages)),
    variantImages:
      hasProducts &&
      (deletes || changed.products.some((each) => showsVariantImages(each) || mayReplaceImages(each, base))),
    options:
      hasProducts &&
      changed.products.some(
        (product) => mayAddVariant(product, base) || hasOtherOptions(product, base) || ordersValues(product),
      ),
    values: valuesAsked(items, fields, context),
    descriptions: hasProducts && (deletes || changed.products.some(({ fields }) => fields.descriptionHtml)),
    channels:
      hasProducts && changed.products.some(({ fields }) => fields.channels ?? fields.publishedAt)
        ? context.shop.families?.channels
        : undefined,
    collections:
      hasProducts && changed.products.some(({ fields }) => fields.collections)
        ? (context.shop.families?.collections ?? [])
        : undefined,
    onlineStore:
      publishing.kind === 'possible' &&
      hasProducts &&
      (deletes || changed.products.some(({ fields }) => fields.published))
        ? publishing.onlineStore
        : null,
  };
}

type Said = Pick<DesiredVariant, 'fields'>;

/** The fields for which any of them has a value. Items of one tab have the same fields. */
function fieldsSaid(items: readonly Said[]): readonly Field[] {
  const keys = new Set(items.flatMap(({ fields }) => Object.keys(fields)));
  return fieldsIn(Object.fromEntries([...keys].map((key) => [key, true])));
}

/** Names of other items in cells, for which Shopify stores IDs. */
function namedBy(to: Referred, items: readonly Said[], fields: readonly Field[]): readonly string[] {
  const names = fields.flatMap(({ key, kind }) => {
    const { refers }: CellKind = cellKind(kind);
    if (refers?.to !== to) return [];
    return items.flatMap((item) => {
      const cell = item.fields[key]?.cell;
      return hasValue(cell) ? refers.names(cell.value) : [];
    });
  });
  return [...new Set(names)];
}

/** Fields that Shopify stores separately from their items, for the groups of the run. */
function valuesAsked(
  items: readonly Said[],
  fields: readonly Field[],
  { policy: { groups }, shop }: StepContext,
): readonly FieldKey[] {
  const asked = fields.filter((field) => isReadApart(field) && groups.includes(field.group));
  const isCleared = (key: FieldKey) => items.some((item) => item.fields[key]?.cell.kind === 'clear');
  const cleared = asked.filter(({ key, soldAt }) => soldAt?.list && isCleared(key)).map(({ key }) => key);
  return withFieldsBeside(
    asked.map(({ key }) => key),
    new Set(cleared),
    shop.families,
  );
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

/**
 * Tells whether a row may be a new variant of a product that was synced, or one whose option value was corrected: an
 * option may take its values from a metafield, which decides what of that can be done.
 */
function mayAddVariant(product: DesiredProduct, base: Base): boolean {
  const known = knownProduct(product, base);
  return newRows(product, known, base).some(({ optionValues }) => optionValues);
}

/** Tells whether it says an order of option values. */
function ordersValues({ fields }: DesiredProduct): boolean {
  return fieldsIn(fields).some(({ orders }) => orders !== undefined);
}

/** Tells whether its options may have other names than Shopify's. */
function hasOtherOptions(product: DesiredProduct, base: Base): boolean {
  const known = knownProduct(product, base);
  const has = known?.optionNames ?? [];
  return product.optionNames.length > 0 && optionKey(has) !== optionKey(product.optionNames);
}

function knownHandles(
  { products, variants }: Pick<DesiredCatalog, 'products' | 'variants'>,
  base: Base,
): string[] {
  const named = [
    ...products.filter((product) => knownId(product, base) !== product.productId),
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
  return skuNeed(sku, base);
}

function skuNeed(sku: string, base: Base): VariantNeed[] {
  const known = base.variantsBySku(sku).map(({ id }) => ({ id, name: sku }));
  return known.length === 1 ? known : [...known, { sku }];
}

function showsImages(product: DesiredProduct): boolean {
  return product.images.length > 0 || product.removals !== undefined || showsVariantImages(product);
}

/** Variants that show an image get the one that takes its place. */
function mayReplaceImages(product: DesiredProduct, base: Base): boolean {
  const known = knownProduct(product, base);
  return known !== undefined && !isOrderKept(product.images, known);
}

function showsVariantImages({ variants, removals }: DesiredProduct): boolean {
  return removals !== undefined || variants.some(({ imageUrl }) => imageUrl !== undefined);
}
