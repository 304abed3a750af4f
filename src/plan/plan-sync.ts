import type { DesiredCatalog, DesiredProduct, DesiredVariant } from '../catalog/building/desired';
import { rowKey } from '../catalog/tab/row';
import { groupBy } from '../catalog/values/arrays';
import { hasValue } from '../catalog/values/cell';
import { legacyId, type ProductId, type VariantId } from '../catalog/values/gid';
import { nameKey, skuKey } from '../catalog/values/plain-name';
import { knownId, knownProduct } from './compare/known-items';
import { matchVariant } from './compare/match-variant';
import { planDeletions, sayNothingToDelete } from './deletion/plan-deletion';
import {
  type Contradiction,
  productContradiction,
  sayIssues,
  withoutContradicting,
} from './identity/contradicting-names';
import { markOpen, sayDifferences } from './identity/differences';
import type { Partition } from './identity/in-step';
import { splitJoined } from './identity/joined-rows';
import { type MovedHandle, movedHandle } from './identity/moved-names';
import { type FoundProduct, joinLoose, joinProducts } from './identity/one-item';
import { anchoredItem } from './identity/row-item';
import { sayMovedHandle } from './identity/say-moved';
import { handlesBySku, skuOwners } from './identity/sku-owners';
import { fittingIds } from './identity/stale-ids';
import { isSwappedProduct, sayMovedRows, withoutSwapped } from './identity/without-swapped';
import { withRowsInError } from './kept-in-error';
import { sayRestored } from './media/restored-images';
import { sayUnfetched } from './media/unseen-images';
import { type Base, recordKey } from './model/base';
import type { StoreLimits } from './model/batch';
import type { Anchors, ItemContext, Refreshing } from './model/item-context';
import type { SyncPolicy } from './model/policy';
import { withHeaders } from './model/row-outcome';
import type { ShopFacts, StoreProduct, StoreSnapshot } from './model/snapshot';
import { PlanDraft, type SyncPlan } from './model/sync-plan';
import { rowsUnderNewOptions } from './options/plan-options';
import { planExistingProduct } from './product/plan-existing-product';
import { findLooseVariants, planLooseVariants } from './product/plan-loose-variants';
import { planNewProduct } from './product/plan-new-product';
import { skuElsewhere } from './product/plan-new-variant';
import { refuseCommand, sayGone } from './product/refusals';
import { askAboutHandle } from './product/rename-handle';
import { sayUndone } from './undo/mark-undone';

export interface PlanInput {
  readonly desired: DesiredCatalog;
  readonly partition: Partition;
  readonly snapshot: StoreSnapshot;
  readonly base: Base;
  readonly policy: SyncPolicy;
  readonly shop: ShopFacts;
  readonly limits: StoreLimits;
  readonly anchors: Anchors;
  /** Keys of what a person decided in this run. */
  readonly confirmed: ReadonlySet<string>;
  /** Set where the sheet was written from the store: differences are only how cells write values, and are remembered. */
  readonly adopts?: true;
  readonly refreshes?: Refreshing;
  readonly counted?: ItemContext['counted'];
}

/**
 * Desired × store × last synced → actions, each naming its rows. Decides, changes nothing: preview and apply share
 * the value that comes out.
 */
export function planSync(input: PlanInput): SyncPlan {
  const { desired, partition, snapshot, base, policy, shop, limits, confirmed, adopts, refreshes } = input;
  const { anchors, unfit } = fittingIds(input);
  const draft = new PlanDraft();
  let owners: ReturnType<typeof skuOwners> | undefined;
  let skus: ReturnType<typeof handlesBySku> | undefined;
  let rows: ReturnType<typeof rowsByVariant> | undefined;
  let found: readonly FoundProduct[] = [];
  const context: ItemContext = {
    snapshot,
    base,
    policy,
    shop,
    limits,
    draft,
    anchors,
    unfit,
    confirmed,
    refused: new Set([...desired.issues, ...desired.skipped].map(({ ref }) => rowKey(ref))),
    ...(adopts && { adopts }),
    ...(refreshes && { refreshes }),
    ...(input.counted && { counted: input.counted }),
    ownersOfSku: (sku) => {
      owners ??= skuOwners(snapshot, base);
      return owners(sku);
    },
    handlesOfSku: (sku) => {
      skus ??= handlesBySku(desired);
      return skus.get(sku);
    },
    rowsOfHandle: (named) =>
      desired.variants.flatMap(({ handle, rows }) => (handle && nameKey(handle) === named ? rows : [])),
    isCreated: (to, name) =>
      to === 'variant'
        ? context.handlesOfSku(skuKey(name)) !== undefined
        : to === 'product' &&
          desired.products.some(({ handle }) => handle !== undefined && nameKey(handle) === nameKey(name)),
    losesSku: (id, sku) => {
      rows ??= rowsByVariant(found);
      const byId = partition.changed.variants.filter(({ variantId }) => variantId === id);
      return [...(rows.get(id) ?? []), ...byId].some((row) => asksForOtherSku(row, sku));
    },
  };
  sayIssues(desired.issues, context);
  for (const { ref, message } of desired.skipped) draft.say(ref, 'skipped', message);
  for (const { ref, message, isError } of desired.notes ?? [])
    draft.say(ref, isError ? 'error' : 'unchanged', message);
  found = partition.changed.products
    .flatMap((product) => resolveProduct(product, context))
    .filter(({ product, store }) => !store || !isSwappedProduct(product, store, context));
  const meant = [
    ...found.map(({ product, store }) => ({ product, id: store?.id })),
    ...partition.inStep.products.map((product) => ({ product, id: knownId(product, base) })),
  ];
  const rowsOf = ({ id }: StoreProduct) => meant.flatMap((one) => (one.id === id ? one.product.rows : []));
  const renamed: DesiredProduct[] = [];
  const elsewhere = (row: DesiredVariant) => skuElsewhere(row, context);
  found = found.flatMap(({ product, store }): FoundProduct[] => {
    if (store) return [{ product, store }];
    const isThere = product.rows.some((ref) =>
      snapshot.products.has(anchoredItem(ref, context)?.productId as ProductId),
    );
    // An item found under another name is asked about before a message says that there is nothing to delete.
    const isAsked = (asked: DesiredProduct) => {
      const told = askAboutHandle(asked, rowsOf, context);
      draft.outcomes.push(...(told ?? []));
      if (told) renamed.push(asked);
      return told !== undefined;
    };
    if (isThere && isAsked(product)) return [];
    const left = sayNothingToDelete(product, context, elsewhere);
    return left && !isAsked(left) ? [{ product: left, store }] : [];
  });
  const others = { ...partition, waiting: { desired, renamed } };
  const split = joinProducts(found, others, context).map(({ product, store }) => ({
    store,
    ...(store
      ? splitJoined(withoutContradicting(product, store, context), store, context)
      : { product, loose: [] }),
  }));
  const sound = split.flatMap(({ product, store }): FoundProduct[] => {
    const left = withoutSwapped(product, store, context, rowsUnderNewOptions);
    return left ? [{ product: left, store }] : [];
  });
  const loose = findLooseVariants(
    [...partition.changed.variants, ...split.flatMap((each) => each.loose)],
    context,
  );
  const joined = joinLoose(
    { products: sound, loose },
    { ...others, underNewOptions: rowsUnderNewOptions },
    context,
  );
  for (const { product, store } of joined.products) {
    const left = store ? planDeletions(product, store, context) : product;
    if (store && left) planExistingProduct(withoutHint(left, store), store, context);
    else if (left) planNewProduct(left, context);
  }
  sayMovedRows(partition, context.refused, {
    ...context,
    anchors: input.anchors,
  });
  planLooseVariants(joined.loose, context);
  markOpen(desired, desired.issues, base, draft);
  sayDifferences(partition, context, draft);
  sayRestored(partition.inStep.products, context);
  sayUnfetched(desired, base, snapshot, draft);
  const told = sayUndone(input, draft);
  const { actions, applied, held, conflicts, unsynced, followsUp } = draft;
  const kept = withRowsInError(draft.kept, input);
  const outcomes = withHeaders(told, desired.headers);
  // The last record of an item counts, even where it equals what was remembered before.
  const adopted = [...new Map(draft.adopted.map((record) => [recordKey(record), record])).values()];
  return { actions, outcomes, adopted, applied, held, conflicts, unsynced, kept, followsUp };
}

/** Finds what the rows mean in Shopify; nothing where a contradiction prevents it, which the rows are told. */
function resolveProduct(product: DesiredProduct, context: ItemContext): FoundProduct[] {
  const { base, draft } = context;
  const found = findProduct(product, context);
  const isThere = typeof found === 'object';
  const asked = isThere || !found ? product : sayNothingToDelete(product, context, () => undefined);
  if (!asked) return [];
  const isRefused = isThere && 'kind' in found;
  const refusal = isRefused ? undefined : refuseCommand(product, found, base);
  if (isRefused) {
    if (found.kind === 'moved') sayMovedHandle(product, found, context);
    else for (const ref of product.rows) draft.say(ref, found.status, found.message);
  } else if (refusal) for (const ref of product.rows) draft.say(ref, 'error', refusal);
  else if (found === 'gone') sayGone(product.rows, 'product', draft);
  else if (found === 'unknown') sayUnknown(product, draft);
  else return [{ product: asked, store: found }];
  return [];
}

function findProduct(
  product: DesiredProduct,
  context: ItemContext,
): StoreProduct | MovedHandle | Contradiction | 'gone' | 'unknown' | undefined {
  const { snapshot, base } = context;
  const known = knownProduct(product, base);
  const { productId, isIdHint, handle } = product;
  const isNamed = !productId || known?.id !== productId;
  const now = handle === undefined ? undefined : snapshot.productIdsByHandle.get(handle);
  // The sheet is up to date: Shopify has the item of a row's Shopify ID under the row's handle.
  const isOwn = now && product.rows.some((ref) => anchoredItem(ref, context)?.productId === now);
  if (isNamed && isOwn && snapshot.products.has(now)) return snapshot.products.get(now);
  const moved = isNamed && movedHandle(handle, known?.id, snapshot);
  if (moved) return moved;
  const byId = snapshot.products.get(known?.id ?? (productId as ProductId));
  const contradiction = byId && productContradiction(product, byId.id, context);
  if (contradiction) return contradiction;
  if (known) return byId ?? 'gone';
  if (byId) return byId;
  if (productId && !isIdHint) return 'unknown';
  return now ? snapshot.products.get(now) : undefined;
}

/** A product found by its handle does not ask to change it, whatever ID the row has. */
function withoutHint(product: DesiredProduct, { id }: StoreProduct): DesiredProduct {
  if (!product.productId || product.productId === id) return product;
  const { handle: _identity, ...fields } = product.fields;
  return { ...product, fields };
}

function sayUnknown({ productId, rows }: DesiredProduct, draft: PlanDraft): void {
  const message = `Shopify has no product with the ID ${legacyId(productId as ProductId)}. Check the ID, or use the handle.`;
  for (const ref of rows) draft.sayName({ ref, name: 'productId' }, 'error', message);
}

function rowsByVariant(found: readonly FoundProduct[]): ReadonlyMap<VariantId, readonly DesiredVariant[]> {
  const rows = found.flatMap(({ product, store }) =>
    product.variants.flatMap((row) => {
      const match = store ? matchVariant(row, store.variants) : 'new';
      return typeof match === 'string' ? [] : [{ row, id: match.id }];
    }),
  );
  return new Map([...groupBy(rows, ({ id }) => id)].map(([id, of]) => [id, of.map(({ row }) => row)]));
}

function asksForOtherSku({ fields }: DesiredVariant, sku: string): boolean {
  const cell = fields.sku?.cell;
  return cell?.kind === 'clear' || (hasValue(cell) && skuKey(String(cell.value)) !== skuKey(sku));
}
