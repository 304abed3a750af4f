import type { DesiredCatalog, DesiredProduct, DesiredVariant } from '../catalog/desired';
import type { ProductId, VariantId } from '../catalog/gid';
import type { Anchors } from './anchors';
import type { Base } from './base';
import type { Partition } from './needs';
import { type ItemContext, planExistingProduct } from './plan-existing-product';
import { planExistingVariants } from './plan-existing-variants';
import { planNewProduct } from './plan-new-product';
import type { SyncPolicy } from './policy';
import { sayGone } from './say-gone';
import type { ShopFacts, StoreProduct, StoreSnapshot, StoreVariant } from './snapshot';
import { PlanDraft, type SyncPlan } from './sync-plan';

export interface PlanInput {
  readonly desired: DesiredCatalog;
  readonly partition: Partition;
  readonly snapshot: StoreSnapshot;
  readonly base: Base;
  readonly policy: SyncPolicy;
  readonly shop: ShopFacts;
  readonly anchors: Anchors;
}

/**
 * Desired × store × last synced → actions, each naming its rows. Decides, changes nothing: preview and apply share
 * the value that comes out.
 */
export function planSync(input: PlanInput): SyncPlan {
  const { desired, partition, snapshot, base, policy, shop, anchors } = input;
  const draft = new PlanDraft();
  const context: ItemContext = {
    snapshot,
    base,
    policy,
    shop,
    draft,
    anchors,
    sheetSkus: handlesBySku(desired),
  };
  for (const issue of desired.issues) draft.say(issue.ref, 'error', issue.message);
  for (const product of partition.changed.products) {
    const found = findProduct(product.productId, product.handle, context);
    if (found === 'gone') sayGone(product.rows, 'product', draft);
    else if (found === 'unknown') sayUnknown(product, draft);
    else if (found) planExistingProduct(product, found, context);
    else planNewProduct(product, context);
  }
  planLooseVariants(partition.changed.variants, context);
  return draft;
}

function findProduct(
  id: ProductId | undefined,
  handle: string | undefined,
  { snapshot, base }: ItemContext,
): StoreProduct | 'gone' | 'unknown' | undefined {
  const known = id ?? (handle === undefined ? undefined : base.productByHandle(handle)?.id);
  if (known) return snapshot.products.get(known) ?? (base.product(known) ? 'gone' : 'unknown');
  const found = handle === undefined ? null : snapshot.productIdsByHandle.get(handle);
  return found ? snapshot.products.get(found) : undefined;
}

function sayUnknown({ productId, rows }: DesiredProduct, draft: PlanDraft): void {
  const message = `Shopify has no product with the ID ${productId}. Check the ID, or use the handle.`;
  for (const ref of rows) draft.say(ref, 'error', message);
}

function planLooseVariants(variants: readonly DesiredVariant[], context: ItemContext): void {
  const byProduct = new Map<ProductId, { row: DesiredVariant; store: StoreVariant }[]>();
  for (const row of variants) {
    const store = findVariant(row, context);
    if (store) byProduct.set(store.productId, [...(byProduct.get(store.productId) ?? []), { row, store }]);
  }
  for (const [productId, pairs] of byProduct) planExistingVariants(productId, pairs, undefined, context);
}

function findVariant(row: DesiredVariant, context: ItemContext): StoreVariant | undefined {
  const { snapshot, base, draft } = context;
  const known = row.variantId ?? onlyOne(base.variantsBySku(row.sku ?? ''))?.id;
  if (known) {
    const store = snapshot.variants.get(known);
    if (!store && row.variantId && !base.variant(row.variantId)) {
      draft.say(
        row.ref,
        'error',
        `Shopify has no variant with the ID ${row.variantId}. Check the ID, or use the SKU.`,
      );
    } else if (!store) sayGone([row.ref], 'variant', draft);
    return store;
  }
  const ids = idsBySku(row.sku ?? '', context);
  const [only] = ids;
  if (only && ids.length === 1) return snapshot.variants.get(only);
  draft.say(
    row.ref,
    'error',
    ids.length === 0
      ? `Shopify has no variant with the SKU “${row.sku}”. Check the SKU, or create the product first.`
      : `${ids.length} variants in Shopify have the SKU “${row.sku}”. Use an ID column, or give each its own SKU.`,
  );
  return undefined;
}

/** Those that search found, and those known from earlier runs that still have the SKU. */
function idsBySku(sku: string, { snapshot, base }: ItemContext): VariantId[] {
  const found = (snapshot.matchesBySku.get(sku) ?? []).map(({ variantId }) => variantId);
  const known = base.variantsBySku(sku).map(({ id }) => id);
  return [...new Set([...found, ...known.filter((id) => snapshot.variants.get(id)?.sku === sku)])];
}

function onlyOne<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** Which handles of the sheet itself carry a SKU: two products may share one when the sheet says so. */
function handlesBySku(desired: DesiredCatalog): ReadonlyMap<string, ReadonlySet<string>> {
  const handles = new Map<string, Set<string>>();
  for (const { handle, variants } of desired.products) {
    for (const { sku } of variants) {
      if (sku && handle) handles.set(sku, (handles.get(sku) ?? new Set()).add(handle.toLowerCase()));
    }
  }
  return handles;
}
