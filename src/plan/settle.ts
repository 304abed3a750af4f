import type { FieldKey } from '../catalog/columns';
import type { Gid } from '../catalog/gid';
import { optionKey } from '../catalog/option-key';
import type { RowRef } from '../catalog/row';
import {
  type ChangeTags,
  type CreateProduct,
  type FieldChange,
  type NewVariant,
  rowsOfNewVariant,
  rowsOfVariantChange,
  type SetStock,
  type SyncAction,
  type UpdateProduct,
  type UpdateVariants,
} from './action';
import { actionOutcomes } from './action-outcomes';
import {
  type Base,
  type BaseProduct,
  type BaseRecord,
  type BaseVariant,
  type GrowingStockPairs,
  type Pair,
  quantityKey,
} from './base';
import { actionsOf } from './batch';
import { canonical } from './canonical';
import type { BatchOutcome, Written } from './outcome';
import type { RowOutcome } from './row-outcome';
import type { StoreFields, StoreVariant } from './snapshot';

/** What a batch's answer means for the rows, and what is remembered of it. */
export interface Settled {
  readonly outcomes: readonly RowOutcome[];
  readonly records: readonly BaseRecord[];
}

/** Turns the store's answer into row outcomes and base pairs. `base` already holds what earlier batches settled. */
export function settle({ batch, answer }: BatchOutcome, base: Base): Settled {
  if (answer.kind === 'unknown') return { outcomes: [], records: [] };
  const refused = new Set(answer.refused.map(({ ref }) => keyOf(ref)));
  const isTaken = (ref: RowRef) => !refused.has(keyOf(ref));
  const outcomes: RowOutcome[] = answer.refused.map(({ ref, status, message }) => ({ ref, status, message }));
  const records: BaseRecord[] = [];
  actionsOf(batch).forEach((action, index) => {
    const settled = settleAction(action, index, answer.written, base, isTaken);
    if (!settled) return;
    records.push(...settled.records);
    for (const outcome of actionOutcomes(action)) {
      const shopifyId = outcome.shopifyId ?? settled.ids?.get(keyOf(outcome.ref));
      if (isTaken(outcome.ref)) outcomes.push({ ...outcome, ...(shopifyId && { shopifyId }) });
    }
  });
  return { outcomes, records };
}

interface SettledAction {
  readonly records: readonly BaseRecord[];
  /** Ids of what was created, by row. */
  readonly ids?: ReadonlyMap<string, Gid>;
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
      return settleCreation(action, written);
    case 'update-product':
      return settleProduct(action, written, base, isTaken);
    case 'add-tags':
    case 'remove-tags':
      return settleTags(action, written, base);
    case 'update-alt-text': {
      const known = base.product(action.productId);
      const alts = { ...known?.alts, [action.url]: [action.alt, action.alt] as Pair };
      return isTaken(action.ref) ? { records: known ? [{ ...known, alts }] : [] } : undefined;
    }
    case 'create-variants': {
      const rows = action.variants.filter((variant) => rowsOfNewVariant(variant).every(isTaken));
      const pairs = pairNewVariants(rows, written.variants);
      if (pairs.length === 0) return undefined;
      return { records: pairs.map(({ row, store }) => newVariantRecord(row, store)), ids: idsByRow(pairs) };
    }
    case 'update-variants':
      return { records: settleVariants(action, written, base, isTaken) };
    case 'set-stock':
    case 'activate-stock':
      return written.stock.includes(index) ? settleStock(action, base) : undefined;
  }
}

function settleCreation(action: CreateProduct, written: Written): SettledAction | undefined {
  const [product] = written.products;
  if (!product) return undefined;
  const pairs = pairNewVariants(action.variants, written.variants);
  const images = action.images.map(({ url }, index) => [url, product.mediaIds[index]] as const);
  const record: BaseProduct = {
    kind: 'product',
    id: product.id,
    handle: [action.handle.toLowerCase(), product.handle],
    fields: { ...pairsOf(action.changes, product.fields), ...blankPairs(action.blanks, product.fields) },
    images: Object.fromEntries(images.filter(([, id]) => id)) as BaseProduct['images'],
    alts: Object.fromEntries(action.images.map(({ url, alt }) => [url, [alt, alt] as Pair])),
  };
  const ids = new Map<string, Gid>(action.rows.map((ref) => [keyOf(ref), product.id]));
  for (const [row, id] of idsByRow(pairs)) ids.set(row, id);
  return { records: [record, ...pairs.map(({ row, store }) => newVariantRecord(row, store))], ids };
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
    if (id) images[url] = id;
    alts[url] = [alt, alt];
  });
  return {
    records: [{ ...known, fields: { ...known.fields, ...pairsOf(changes, product.fields) }, images, alts }],
  };
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

function settleStock(action: SetStock, base: Base): SettledAction {
  const known = base.variant(action.variantId);
  if (!known) return { records: [] };
  const { name, locationId, from, to, sheet } = action;
  const stock: GrowingStockPairs = { ...known.stock };
  // What is available and what is on hand move together, and this move is ours.
  const twin = quantityKey(name === 'available' ? 'on_hand' : 'available', locationId);
  const [twinSheet, twinStore] = stock[twin] ?? [null, ''];
  if (twinStore !== '') stock[twin] = [twinSheet, String(Number(twinStore) + to - (from ?? 0))];
  stock[quantityKey(name, locationId)] = [String(sheet), String(to)];
  return { records: [{ ...known, stock }] };
}

function newVariantRecord(row: NewVariant, store: StoreVariant): BaseVariant {
  const stock: GrowingStockPairs = {};
  for (const { name, locationId, available, sheet } of row.stock) {
    stock[quantityKey(name, locationId)] = [String(sheet), available === null ? '' : String(available)];
  }
  return {
    kind: 'variant',
    id: store.id,
    productId: store.productId,
    inventoryItemId: store.inventoryItemId,
    sku: store.sku,
    optionValues: store.optionValues,
    fields: { ...pairsOf(row.changes, store.fields), ...blankPairs(row.blanks, store.fields) },
    stock,
    image: row.imageUrl ?? '',
    isOurs: true,
  };
}

/** By option values, which no two variants of a product share; the only one has none. */
function pairNewVariants(rows: readonly NewVariant[], stores: readonly StoreVariant[]) {
  const byOptions = new Map(stores.map((store) => [optionKey(store.optionValues), store]));
  return rows.flatMap((row) => {
    const store = byOptions.get(optionKey(row.optionValues)) ?? (rows.length === 1 ? stores[0] : undefined);
    return store ? [{ row, store }] : [];
  });
}

function idsByRow(
  pairs: readonly { readonly row: NewVariant; readonly store: StoreVariant }[],
): Map<string, Gid> {
  return new Map(
    pairs.flatMap(({ row, store }) => rowsOfNewVariant(row).map((ref) => [keyOf(ref), store.id] as const)),
  );
}

function pairsOf(changes: readonly FieldChange[], fields: StoreFields): Partial<Record<FieldKey, Pair>> {
  const pairs: Partial<Record<FieldKey, Pair>> = {};
  for (const { key, sheet } of changes) pairs[key] = [sheet, canonical(key, fields[key])];
  return pairs;
}

function blankPairs(keys: readonly FieldKey[], fields: StoreFields): Partial<Record<FieldKey, Pair>> {
  const pairs: Partial<Record<FieldKey, Pair>> = {};
  for (const key of keys) pairs[key] = [null, canonical(key, fields[key])];
  return pairs;
}

function keyOf(ref: RowRef): string {
  return `${ref.sheetId}:${ref.row}`;
}
