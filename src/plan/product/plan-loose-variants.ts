import type { DesiredVariant } from '../../catalog/building/desired';
import type { NameOfRow } from '../../catalog/building/name-headers';
import { groupBy } from '../../catalog/values/arrays';
import { legacyId, type VariantId } from '../../catalog/values/gid';
import { optionKey } from '../../catalog/values/names';
import { knownLooseVariant } from '../compare/known-items';
import { matchVariant } from '../compare/match-variant';
import { anchoredVariant, deletedItem, type Lacking, typedOver } from '../identity/anchors';
import { variantContradiction } from '../identity/contradicting-names';
import { optionWords } from '../identity/former-names';
import { type MovedHandle, type MovedName, movedHandle, nameOf } from '../identity/moved-names';
import type { FoundVariant } from '../identity/one-item';
import { anchoredItem } from '../identity/row-item';
import { sayMovedHandle, sayMovedName } from '../identity/say-moved';
import { isSwapped } from '../identity/without-swapped';
import type { BaseVariant } from '../model/base';
import type { ItemContext } from '../model/item-context';
import type { StoreVariant } from '../model/snapshot';
import { planExistingVariants } from './plan-existing-variants';
import { sayGone } from './refusals';

/** Rows of Prices and Inventory tabs, which change variants and never create one; those that find none are told so. */
export function findLooseVariants(variants: readonly DesiredVariant[], context: ItemContext): FoundVariant[] {
  const { draft } = context;
  return variants.flatMap((row): FoundVariant[] => {
    const store = findVariant(row, context);
    if (store === 'gone') sayGone(row.rows, 'variant', draft);
    else if ('kind' in store) sayMovedHandle(row, store, context);
    else if ('by' in store) sayMovedName(row, store, context);
    else if ('problem' in store)
      for (const ref of row.rows)
        draft.outcomes.push(
          deletedItem(ref, context) ??
            (store.lacks && typedOver(ref, store.lacks, context)) ?? {
              ref,
              name: store.lacks?.by ?? store.name,
              status: 'error',
              message: store.problem,
            },
        );
    else if (!isSwapped(row, store, context)) return [{ row, store }];
    return [];
  });
}

/** Removes repeated variants. */
export function planLooseVariants(found: readonly FoundVariant[], context: ItemContext): void {
  for (const [productId, pairs] of groupBy(found, ({ store }) => store.productId))
    planExistingVariants(productId, pairs, undefined, context);
}

/** `lacks`: the name in the row that Shopify does not have. */
type Problem = {
  readonly problem: string;
  readonly name?: NameOfRow;
  readonly lacks?: Lacking;
};
type Found = StoreVariant | 'gone' | Problem | MovedHandle | MovedName;

/** Whether a variant still has the name that a row uses. */
function hasName({ handle, optionValues, sku }: DesiredVariant, store: StoreVariant): boolean {
  if (!handle) return store.sku === sku;
  return !optionValues || optionKey(optionValues) === optionKey(store.optionValues);
}

function findVariant(row: DesiredVariant, context: ItemContext): Found {
  const { snapshot, base } = context;
  const { variantId } = row;
  const own = variantId ? undefined : followedVariant(row, context);
  if (own) return own;
  const name = nameOf(row);
  const known = knownLooseVariant(row, base) ?? (name && anchoredVariant(row.ref, name, context));
  if (known && !variantId) {
    const moved = movedHandle(row.handle, known.productId, snapshot);
    if (moved) return moved;
    const store = snapshot.variants.get(known.id);
    if (store && hasName(row, store)) return store;
    const now = row.handle ? undefined : context.ownersOfSku(row.sku ?? '').find(({ id }) => id !== known.id);
    return name && (store || now) ? { ...name, known, store, now } : 'gone';
  }
  if (variantId) {
    const store = snapshot.variants.get(variantId);
    const problem = store && variantContradiction(row, store, undefined, context);
    if (problem) return { problem };
    if (store) return store;
    return known && !known.isDeleted
      ? 'gone'
      : {
          problem: `Shopify has no variant with the ID ${legacyId(variantId)}. Check the ID, or use the SKU.`,
          name: 'variantId',
        };
  }
  return row.handle ? findByHandle(row, row.handle, context) : findBySku(row.sku ?? '', context);
}

/** The variant of a row's Shopify ID, where Shopify has it under the row's name. */
function followedVariant(row: DesiredVariant, context: ItemContext): StoreVariant | undefined {
  const { snapshot } = context;
  const { handle, sku } = row;
  const item = anchoredItem(row.ref, context);
  const store = item?.variantId && snapshot.variants.get(item.variantId);
  if (!store || !(handle ? snapshot.productIdsByHandle.get(handle) === store.productId : sku))
    return undefined;
  return hasName(row, store) ? store : undefined;
}

function findByHandle(row: DesiredVariant, handle: string, { snapshot, base }: ItemContext): Found {
  const id = base.productByHandle(handle)?.id ?? snapshot.productIdsByHandle.get(handle);
  const product = id && snapshot.products.get(id);
  if (!product)
    return {
      problem: `Shopify has no product “${handle}”. Check the handle, or empty it to find the variant by its SKU.`,
      lacks: { by: 'handle', word: handle },
    };
  const match = matchVariant(row, product.variants);
  if (match === 'new')
    return {
      problem: `“${handle}” has no variant “${row.optionValues?.join(' / ')}” in Shopify. Check the option values, or create the variant in a Products tab.`,
      lacks: { by: 'options', word: optionWords(row.optionValues ?? []) },
    };
  return match === 'ambiguous'
    ? {
        problem: `“${handle}” has ${product.variants.length} variants and this row does not say which. Add the option values or a SKU.`,
      }
    : match;
}

function findBySku(sku: string, context: ItemContext): Found {
  const ids = idsBySku(sku, context);
  const [only] = ids;
  const variant = only && ids.length === 1 ? context.snapshot.variants.get(only) : undefined;
  if (variant) return variant;
  const was = only ? [] : formerlyCalled(sku, context);
  const [known] = was;
  if (known && was.length === 1)
    return { by: 'sku', word: sku, known, store: context.snapshot.variants.get(known.id), now: undefined };
  return ids.length === 0
    ? {
        problem: `Shopify has no variant with the SKU “${sku}”. Check the SKU, or create the product first.`,
        lacks: { by: 'sku', word: sku },
      }
    : {
        problem: `${ids.length} variants in Shopify have the SKU “${sku}”. Use an ID column, or give each its own SKU.`,
        name: 'sku',
      };
}

/** Items that were synced under a SKU and have another one now. */
function formerlyCalled(sku: string, { snapshot, base }: ItemContext): BaseVariant[] {
  return base
    .renamed()
    .filter((known): known is BaseVariant => known.kind === 'variant')
    .filter(({ id, formerSkus = [] }) => formerSkus.includes(sku) && snapshot.variants.has(id));
}

/** Variants that search found, and those known from earlier runs that still have the SKU. */
function idsBySku(sku: string, { snapshot, base }: ItemContext): VariantId[] {
  const found = (snapshot.matchesBySku.get(sku) ?? []).map(({ variantId }) => variantId);
  const known = base.variantsBySku(sku).map(({ id }) => id);
  return [...new Set([...found, ...known.filter((id) => snapshot.variants.get(id)?.sku === sku)])];
}
