import type { DesiredVariant } from '../../catalog/building/desired';
import { groupBy } from '../../catalog/values/arrays';
import { legacyId, type VariantId } from '../../catalog/values/gid';
import { optionKey } from '../../catalog/values/option-key';
import { knownLooseVariant } from '../compare/known-items';
import { matchVariant } from '../compare/match-variant';
import { type MovedHandle, movedHandle, sayMovedHandle } from '../identity/moved-names';
import type { FoundVariant } from '../identity/one-item';
import { isSwapped } from '../identity/without-swapped';
import type { BaseVariant } from '../model/base';
import type { ItemContext } from '../model/item-context';
import type { StoreVariant } from '../model/snapshot';
import type { PlanDraft } from '../model/sync-plan';
import { planExistingVariants } from './plan-existing-variants';
import { sayGone } from './say-gone';

/** Rows of Prices and Inventory tabs, which change variants and never create one; those that find none are told so. */
export function findLooseVariants(variants: readonly DesiredVariant[], context: ItemContext): FoundVariant[] {
  const { draft } = context;
  return variants.flatMap((row): FoundVariant[] => {
    const store = findVariant(row, context);
    if (store === 'gone') sayGone(row.rows, 'variant', draft);
    else if ('kind' in store) sayMovedHandle(row, store, context);
    else if ('known' in store) forgetName(row, store, draft);
    else if ('problem' in store) for (const ref of row.rows) draft.say(ref, 'error', store.problem);
    else if (!isSwapped(row, store, context)) return [{ row, store }];
    return [];
  });
}

/** Each variant once. */
export function planLooseVariants(found: readonly FoundVariant[], context: ItemContext): void {
  for (const [productId, pairs] of groupBy(found, ({ store }) => store.productId))
    planExistingVariants(productId, pairs, undefined, context);
}

type Found = StoreVariant | 'gone' | { readonly problem: string } | MovedHandle | Renamed;

/** The variant that had the row's SKU, or its option values, at the last sync has others now. */
interface Renamed {
  readonly known: BaseVariant;
  readonly store: StoreVariant;
}

/** Whether a variant still has the name by which a row goes. */
function hasName({ variantId, handle, optionValues, sku }: DesiredVariant, store: StoreVariant): boolean {
  if (variantId) return true;
  if (!handle) return store.sku === sku;
  return !optionValues || optionKey(optionValues) === optionKey(store.optionValues);
}

/** From the next run on, the row's name is looked for as if it were new: another variant may have it by now. */
function forgetName(row: DesiredVariant, { known, store }: Renamed, draft: PlanDraft): void {
  const { sku, optionValues } = store;
  const [name, now, cure] = row.handle
    ? [`the options “${row.optionValues?.join(' / ')}”`, optionValues.join(' / '), 'those']
    : [`the SKU “${row.sku}”`, sku, 'the SKU'];
  const message = `The variant that had ${name} at the last sync has ${now ? `“${now}”` : 'none'} in Shopify now. Type ${cure} that you mean; if it is this one, sync again.`;
  for (const ref of row.rows) draft.say(ref, 'conflict', message, known.id);
  draft.adopt({ ...known, sku, optionValues });
}

function findVariant(row: DesiredVariant, context: ItemContext): Found {
  const { snapshot, base } = context;
  const known = knownLooseVariant(row, base);
  if (known) {
    const moved = row.variantId ? undefined : movedHandle(row.handle, known.productId, snapshot);
    if (moved) return moved;
    const store = snapshot.variants.get(known.id);
    return store && !hasName(row, store) ? { known, store } : (store ?? 'gone');
  }
  if (row.variantId) {
    return (
      snapshot.variants.get(row.variantId) ?? {
        problem: `Shopify has no variant with the ID ${legacyId(row.variantId)}. Check the ID, or use the SKU.`,
      }
    );
  }
  return row.handle ? findByHandle(row, row.handle, context) : findBySku(row.sku ?? '', context);
}

function findByHandle(row: DesiredVariant, handle: string, { snapshot, base }: ItemContext): Found {
  const id = base.productByHandle(handle)?.id ?? snapshot.productIdsByHandle.get(handle);
  const product = id && snapshot.products.get(id);
  if (!product)
    return {
      problem: `Shopify has no product “${handle}”. Check the handle, or empty it to find the variant by its SKU.`,
    };
  const match = matchVariant(row, product.variants);
  if (match === 'new')
    return {
      problem: `“${handle}” has no variant “${row.optionValues?.join(' / ')}” in Shopify. Check the option values, or create the variant in a Products tab.`,
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
  return {
    problem:
      ids.length === 0
        ? `Shopify has no variant with the SKU “${sku}”. Check the SKU, or create the product first.`
        : `${ids.length} variants in Shopify have the SKU “${sku}”. Use an ID column, or give each its own SKU.`,
  };
}

/** Those that search found, and those known from earlier runs that still have the SKU. */
function idsBySku(sku: string, { snapshot, base }: ItemContext): VariantId[] {
  const found = (snapshot.matchesBySku.get(sku) ?? []).map(({ variantId }) => variantId);
  const known = base.variantsBySku(sku).map(({ id }) => id);
  return [...new Set([...found, ...known.filter((id) => snapshot.variants.get(id)?.sku === sku)])];
}
