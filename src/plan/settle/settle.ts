import { type RowRef, rowKey } from '../../catalog/tab/row';
import type { Gid } from '../../catalog/values/gid';
import { imageKey } from '../../catalog/values/image-address';
import { canonical } from '../compare/canonical';
import { pairsOf } from '../compare/pairs';
import { inSheetOrder } from '../media/known-images';
import { withBrought, withUnseen } from '../media/unseen-images';
import {
  type ChangePublishing,
  type ChangeTags,
  type RenameOptionValue,
  rowsOfNewVariant,
  rowsOfVariantChange,
  type SetStock,
  type SyncAction,
  type UpdateProduct,
  type UpdateVariants,
} from '../model/action';
import {
  type Base,
  type BaseRecord,
  baseWith,
  type GrowingStockNotes,
  type GrowingStockPairs,
  type Pair,
  type PendingCreation,
  quantityKey,
  recordKey,
} from '../model/base';
import { actionsOf, type Batch } from '../model/batch';
import type { BatchOutcome, Written } from '../model/batch-outcome';
import type { RowOutcome } from '../model/row-outcome';
import { createdProduct, createdVariants } from '../product/created-records';
import { deltaOf } from '../stock/adjustment';
import { otherQuantityOf } from '../stock/level-memory';
import { unansweredStock } from '../stock/unanswered-stock';
import { actionOutcomes } from './foretell';
import { untaken, withoutChanges } from './untaken';

/** What a batch's answer means for the rows, and what is remembered of it. */
export interface Settled {
  readonly outcomes: readonly RowOutcome[];
  readonly records: readonly BaseRecord[];
  /** What could not be sent before: it concerns what was just created. */
  readonly next: readonly SyncAction[];
}

/** Turns the store's answer into row outcomes and base pairs. `base` already holds what earlier batches settled. */
export function settle({ batch, answer }: BatchOutcome, base: Base): Settled {
  if (answer.kind === 'unknown') return { outcomes: [], records: [], next: [] };
  if (answer.kind === 'not-taken')
    return { outcomes: [], records: creationNote(batch, { isOver: true }), next: [] };
  const refused = new Set(answer.refused.map(({ ref }) => rowKey(ref)));
  const isTaken = (ref: RowRef) => !refused.has(rowKey(ref));
  const outcomes: RowOutcome[] = answer.refused.map(({ ref, status, message }) => ({ ref, status, message }));
  const records: BaseRecord[] = [];
  const next: SyncAction[] = [];
  // One batch may speak of an item several times: of its stock at two locations, of two of its images.
  const latest = new Map<string, BaseRecord>();
  const settledSoFar = baseWith(base, latest);
  actionsOf(batch).forEach((action, index) => {
    const settled = settleAction(action, index, answer.written, settledSoFar, isTaken);
    if (!settled) {
      // A product of this name that appears later was made by somebody else.
      records.push(...creationNote(batch, { isOver: true }));
      return;
    }
    records.push(...settled.records);
    // The note is over: it must not be read again once the product has another handle.
    if (action.kind === 'create-product') records.push(...creationNote(batch, { isOver: true }));
    for (const record of settled.records) latest.set(recordKey(record), record);
    next.push(...(settled.next ?? []));
    const left = untaken(action, answer.written);
    outcomes.push(...left.outcomes.filter(({ ref }) => isTaken(ref)));
    for (const outcome of actionOutcomes(withoutChanges(action, left.changes))) {
      const shopifyId = outcome.shopifyId ?? settled.ids?.get(rowKey(outcome.ref));
      if (isTaken(outcome.ref)) outcomes.push({ ...outcome, ...(shopifyId && { shopifyId }) });
    }
  });
  records.push(...unansweredStock(answer.unclear ?? [], settledSoFar));
  return { outcomes, records, next };
}

/** The note that is saved before a product is created, and its end. */
export function creationNote(batch: Batch, over: Pick<PendingCreation, 'isOver'> = {}): PendingCreation[] {
  return batch.operation === 'productSet' ? [{ kind: 'creation', handle: batch.action.handle, ...over }] : [];
}

interface SettledAction {
  readonly records: readonly BaseRecord[];
  /** Ids of what was created, by row. */
  readonly ids?: ReadonlyMap<string, Gid>;
  readonly next?: readonly SyncAction[];
}

/** Undefined where the store did not take the action. */
function settleAction(
  action: SyncAction,
  index: number,
  written: Written,
  base: Base,
  isTaken: (ref: RowRef) => boolean,
): SettledAction | undefined {
  switch (action.kind) {
    case 'create-product':
      return createdProduct(action, written);
    case 'update-product':
      return settleProduct(action, written, base, isTaken);
    case 'add-tags':
    case 'remove-tags':
      return settleTags(action, written, base);
    case 'publish':
    case 'unpublish':
      return isTaken(action.ref) ? settlePublishing(action, base) : undefined;
    case 'update-alt-text': {
      const known = base.product(action.productId);
      const alts = { ...known?.alts, [action.url]: [action.sheet, action.alt] as Pair };
      return isTaken(action.ref) ? { records: known ? [{ ...known, alts }] : [] } : undefined;
    }
    case 'rename-option-value':
      return isTaken(action.ref) ? { records: renamedRecords(action, base) } : undefined;
    case 'create-variants': {
      const taken = action.variants.filter((variant) => rowsOfNewVariant(variant).every(isTaken));
      const created = createdVariants(taken, written.variants);
      const urls = action.variants.flatMap(({ imageUrl }) => imageUrl ?? []);
      const brought = withBrought(base.product(action.productId), urls, written.media);
      return created && { ...created, records: [...created.records, ...brought] };
    }
    case 'update-variants':
      return {
        records: [
          ...settleVariants(action, written, base, isTaken),
          ...withBrought(base.product(action.productId), newAddresses(action), written.media),
        ],
      };
    case 'set-stock':
    case 'activate-stock':
      return written.stock.includes(index) ? settleStock(action, base) : undefined;
  }
}

function settleProduct(
  action: UpdateProduct,
  { products: [product] }: Written,
  base: Base,
  isTaken: (ref: RowRef) => boolean,
): SettledAction | undefined {
  if (!product) return undefined;
  const known = base.product(action.productId);
  if (!known) return { records: [] };
  const changes = action.changes.filter(({ ref }) => isTaken(ref));
  const images = { ...known.images };
  const alts = { ...known.alts };
  action.images.forEach(({ url, alt }, index) => {
    const id = product.mediaIds[index];
    if (id) images[imageKey(url)] = id;
    alts[imageKey(url)] = [alt, alt];
  });
  const fields = { ...known.fields, ...pairsOf(changes, product.fields) };
  const record = { ...known, fields, images: inSheetOrder(images, action.imageOrder), alts };
  return { records: [withUnseen(record, action.images.length > 0 ? product.mediaIds : [])] };
}

function settleTags(
  { productId, change, completes }: ChangeTags,
  { products: [product] }: Written,
  base: Base,
): SettledAction | undefined {
  if (!product) return undefined;
  const known = completes ? base.product(productId) : undefined;
  const tags: Pair = [change.sheet, canonical('tags', product.fields.tags)];
  return { records: known ? [{ ...known, fields: { ...known.fields, tags } }] : [] };
}

/** Taken without an error, it stands as it was asked for; what customers see of it also depends on the status. */
function settlePublishing({ productId, change }: ChangePublishing, base: Base): SettledAction {
  const known = base.product(productId);
  const published: Pair = [change.sheet, canonical('published', change.to)];
  return { records: known ? [{ ...known, fields: { ...known.fields, published } }] : [] };
}

function newAddresses({ variants }: UpdateVariants): string[] {
  return variants.flatMap(({ image }) => (image && !image.mediaId ? image.url : []));
}

function settleVariants(
  { variants }: UpdateVariants,
  written: Written,
  base: Base,
  isTaken: (ref: RowRef) => boolean,
): BaseRecord[] {
  const byId = new Map(written.variants.map((variant) => [variant.id, variant]));
  return variants.flatMap((variant) => {
    const { id, changes, image } = variant;
    const known = base.variant(id);
    const store = byId.get(id);
    if (!known || !store || !rowsOfVariantChange(variant).every(isTaken)) return [];
    const fields = { ...known.fields, ...pairsOf(changes, store.fields) };
    return [{ ...known, sku: store.sku, fields, image: image?.url ?? known.image }];
  });
}

/** Variants are known by their option values. */
function renamedRecords({ productId, from, to, index }: RenameOptionValue, base: Base): BaseRecord[] {
  return base
    .variantsOf(productId)
    .flatMap((known) =>
      known.optionValues[index] === from
        ? [{ ...known, optionValues: known.optionValues.map((value, at) => (at === index ? to : value)) }]
        : [],
    );
}

function settleStock(action: SetStock, base: Base): SettledAction {
  const known = base.variant(action.variantId);
  if (!known) return { records: [] };
  const { name, locationId, to, sheet } = action;
  const stock: GrowingStockPairs = { ...known.stock };
  const stockNotes: GrowingStockNotes = { ...known.stockNotes };
  const key = quantityKey(name, locationId);
  if (action.adds === 'adjustment') stockNotes[key] = { kind: 'applied', delta: deltaOf(action) };
  else if (stockNotes[key]?.delta === null) delete stockNotes[key];
  // What is available and what is on hand move together, and this move is ours.
  const twin = otherQuantityOf(action).key;
  const empty: Pair = [null, action.kind === 'activate-stock' ? '0' : ''];
  const [twinSheet, twinStore] = stock[twin] ?? empty;
  const isAdjustment = action.adds === 'adjustment';
  // A quantity that stood in the sheet before it was adjusted is no longer what Shopify has; it shows as drift.
  if (twinStore !== '' && !(isAdjustment && twinSheet !== null)) {
    const moved = String(Number(twinStore) + deltaOf(action));
    // Its cell asked for the same difference, which is done with this.
    if (action.twinSheet != null) stock[twin] = [String(action.twinSheet), moved];
    else stock[twin] = twinSheet === null ? [null, moved] : [twinSheet, moved, 'moved'];
  }
  if (!isAdjustment || (stock[key]?.[0] ?? null) === null)
    stock[key] = [sheet === null ? null : String(sheet), String(to)];
  return { records: [{ ...known, stock, stockNotes }] };
}
