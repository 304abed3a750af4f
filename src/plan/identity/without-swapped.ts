import type { DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { withoutRows } from '../../catalog/building/strip-rows';
import { describeRow, type RowRef, rowKey } from '../../catalog/tab/row';
import { nameKey } from '../../catalog/values/plain-name';
import { knownLooseVariant, knownVariants } from '../compare/known-items';
import { matchBaseVariant, matchVariant } from '../compare/match-variant';
import type { BaseVariant } from '../model/base';
import type { ItemContext } from '../model/item-context';
import { FIELD_GROUPS } from '../model/policy';
import type { StoreProduct, StoreVariant } from '../model/snapshot';
import { formerItem, type RowWords, type Target } from './anchors';
import { isLooseVariantInStep, isProductInStep, isVariantInStep, type Partition } from './in-step';
import { handleNow, itemWords, productName, shortName } from './item-name';
import { movedVariant } from './moved-names';
import type { RowsUnderNewOptions } from './one-item';
import { renamedVariants } from './renamed-values';
import { anchoredItem } from './row-item';
import { NO_WORDS, refuseRows } from './say-moved';

/**
 * Whether rows that found a product were another one at the last sync, which they are told. Asked before the rows of one
 * product are compared with each other: the honest ones do not contradict a name that moved in Shopify. A row that asks
 * for nothing may have been moved without its Shopify ID, as when a file is pasted in another order, and is left in peace.
 */
export function isSwappedProduct(
  product: DesiredProduct,
  store: StoreProduct,
  context: ItemContext,
): boolean {
  const others = new Set(
    product.variants
      .flatMap((row) => (hasEditedHandle(row, product, context) ? row.rows : row.rows.slice(1)))
      .map(rowKey),
  );
  const own = product.rows.filter((ref) => !others.has(rowKey(ref)));
  const target = { productId: store.id, id: undefined, name: productName(store.id, store.handle) };
  const swapped = swappedRows(own, target, context);
  if (swapped.length === 0 || isProductInStep(product, inAllGroups(context))) return false;
  const wordsOf = () => ({ ...NO_WORDS, handle: product.handle });
  refuseRows(product.rows, swapped, { target, wordsOf }, context);
  return true;
}

/** Whether a person typed another handle in a row with a variant ID, which contradicts it; no name moved in Shopify. */
function hasEditedHandle(
  { variantId }: DesiredVariant,
  { handle }: DesiredProduct,
  { base }: ItemContext,
): boolean {
  const known = variantId && base.variant(variantId);
  const was = known && base.product(known.productId)?.handle[0];
  return handle !== undefined && was !== undefined && was !== nameKey(handle);
}

/** The product without the rows of variants whose Shopify ID is of another one; undefined where the whole product waits. */
export function withoutSwapped(
  product: DesiredProduct,
  store: StoreProduct | undefined,
  context: ItemContext,
  underNewOptions: RowsUnderNewOptions,
): DesiredProduct | undefined {
  const renamed =
    store &&
    new Map([
      ...renamedVariants(product, store),
      ...underNewOptions(product, store, context).map(({ row, former }) => [row.ref, former] as const),
    ]);
  const refused = product.variants.flatMap((row) => {
    const former = renamed?.get(row.ref);
    return former
      ? refusedBesideRename(row, former, product, context)
      : refusedRows(row, product, store, context);
  });
  if (refused.length === 0) return product;
  const told = new Set(refused.map(rowKey));
  const waiting = store ? undefined : product.variants.find(({ ref }) => told.has(rowKey(ref)));
  if (!waiting) return withoutRows(product, told);
  for (const ref of product.rows)
    if (!told.has(rowKey(ref)))
      context.draft.say(
        ref,
        'skipped',
        `Not created: ${describeRow(waiting.ref, ref)} of this product waits.`,
      );
  return undefined;
}

function refusedRows(
  row: DesiredVariant,
  product: DesiredProduct,
  store: StoreProduct | undefined,
  context: ItemContext,
): readonly RowRef[] {
  const match = store ? matchVariant(row, store.variants) : 'new';
  const [own, ...joined] = row.rows;
  const wordsOf = wordsIn(row, product.handle);
  if (typeof match === 'string') {
    // Its own row may have been renamed, which has another message.
    const target = { productId: undefined, id: undefined, name: newName(row, product) };
    // The ID of its product is none of another item: a row has it while its variant waits to be made.
    const isOfProduct = (ref: RowRef) => {
      const was = anchoredItem(ref, context);
      return store !== undefined && was?.variantId === undefined && was?.productId === store.id;
    };
    const others = match === 'new' ? joined.filter((ref) => !isOfProduct(ref)) : [];
    const swapped = swappedRows(others, target, context);
    refuseRows(swapped, swapped, { target, wordsOf }, context);
    const was = own && anchoredItem(own, context);
    const isRenamed = was !== undefined && (was.variantId !== undefined || was.productId !== store?.id);
    return own && !isRenamed ? waitingRows(own, swapped, context) : swapped;
  }
  if (store && movedVariant(row, match, store, context)) return [];
  const target = { productId: match.productId, id: match.id, name: shortName(match, store?.handle) };
  const swapped = swappedRows(row.rows, target, context);
  const known = swapped.length > 0 && context.base.variant(match.id);
  if (swapped.length === 0 || (known && isVariantInStep(row, known, inAllGroups(context)))) return [];
  const refused = own && swapped.includes(own) ? row.rows : swapped;
  refuseRows(refused, swapped, { target, wordsOf }, context);
  return refused;
}

/** Its rows mean the variant as before and wait for its new options; a row that was joined may have been another item. */
function refusedBesideRename(
  row: DesiredVariant,
  former: StoreVariant,
  { handle }: DesiredProduct,
  context: ItemContext,
): readonly RowRef[] {
  const target = { productId: former.productId, id: former.id, name: shortName(former, handle) };
  const swapped = swappedRows(row.rows.slice(1), target, context);
  refuseRows(swapped, swapped, { target, wordsOf: wordsIn(row, handle) }, context);
  return swapped;
}

/** Name of a new item, for a person. */
function newName({ ref, optionValues }: DesiredVariant, { handle }: DesiredProduct): string {
  const words = itemWords({ optionValues: optionValues ?? [] }, handle);
  return `the new “${words}” of ${describeRow(ref)}`;
}

/** A new item is created as a whole, so it waits for rows that may belong to it. */
function waitingRows(ref: RowRef, swapped: readonly RowRef[], { draft }: ItemContext): readonly RowRef[] {
  const [first] = swapped;
  if (!first) return [];
  const message = `Not created: ${describeRow(first, ref)} names it by its SKU and was another item at the last sync. Mend that row first.`;
  draft.say(ref, 'skipped', message);
  return [ref, ...swapped];
}

/** Rows of a Prices or Inventory tab, all of which found one variant; true where one of them was another before. */
export function isSwapped(row: DesiredVariant, store: StoreVariant, context: ItemContext): boolean {
  const target = {
    productId: store.productId,
    id: store.id,
    name: shortName(store, handleNow(store, context)),
  };
  const swapped = swappedRows(row.rows, target, context);
  if (swapped.length === 0 || isLooseVariantInStep(row, inAllGroups(context))) return false;
  refuseRows(row.rows, swapped, { target, wordsOf: wordsIn(row, undefined) }, context);
  return true;
}

/**
 * Rows in step with another item than their Shopify ID says were moved as a whole, and their ID is corrected. A refused row
 * is no such row: it asks for nothing only because nothing of it is sent.
 */
export function sayMovedRows(
  { inStep }: Partition,
  refused: ReadonlySet<string>,
  context: ItemContext,
): void {
  const { base, draft } = context;
  const all = inAllGroups(context);
  const follow = (row: DesiredVariant, known: BaseVariant | undefined, isInStep: () => boolean) => {
    const moved = known
      ? swappedRows(row.rows, known, context).filter((ref) => !refused.has(rowKey(ref)))
      : [];
    if (moved.length > 0 && isInStep()) for (const ref of moved) draft.say(ref, 'unchanged', '', known?.id);
  };
  for (const product of inStep.products) {
    const variants = knownVariants(product, base);
    for (const row of product.variants)
      follow(row, matchBaseVariant(row, variants), () => isProductInStep(product, all));
  }
  for (const row of inStep.variants) {
    follow(row, knownLooseVariant(row, base), () => isLooseVariantInStep(row, all));
  }
}

/** Names that each row of a variant uses; in a Products tab also the handle of its product. */
function wordsIn(row: DesiredVariant, handle: string | undefined): (ref: RowRef) => RowWords {
  return (ref) => {
    const own = row.joined?.find(({ rows }) => rows.some((each) => rowKey(each) === rowKey(ref)));
    return own ?? { ...row, handle: row.handle ?? handle };
  };
}

function inAllGroups({ base, policy, shop }: ItemContext) {
  return { base, shop, policy: { ...policy, groups: FIELD_GROUPS } };
}

function swappedRows(
  refs: readonly RowRef[],
  target: Pick<Target, 'productId' | 'id'>,
  context: ItemContext,
): RowRef[] {
  return refs.filter((ref) => formerItem(ref, target, context));
}
