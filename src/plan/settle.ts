import type { FieldKey } from '../catalog/columns';
import type { LocationId } from '../catalog/gid';
import type { RowRef } from '../catalog/row';
import type { CreateProduct, FieldChange, NewVariant, SetStock, SyncAction, UpdateProduct } from './action';
import type { Base, BaseProduct, BaseRecord, BaseVariant, Pair } from './base';
import { actionsOf } from './batch';
import { canonical } from './canonical';
import { optionKey } from './match-variant';
import { describeChange } from './messages';
import type { BatchOutcome, RefusedRow, Written } from './outcome';
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
  const settled = actionsOf(batch).map((action, index) =>
    settleAction(action, index, answer.written, base, isTaken),
  );
  return {
    outcomes: [...answer.refused.map(asOutcome), ...settled.flatMap(({ outcomes }) => outcomes)],
    records: settled.flatMap(({ records }) => records),
  };
}

function settleAction(
  action: SyncAction,
  index: number,
  written: Written,
  base: Base,
  isTaken: (ref: RowRef) => boolean,
): Settled {
  switch (action.kind) {
    case 'create-product':
      return settleCreation(action, written);
    case 'update-product':
      return settleProduct(action, written, base, isTaken);
    case 'add-tags':
    case 'remove-tags': {
      const [product] = written.products;
      const known = base.product(action.productId);
      if (!product || !known || !isTaken(action.ref)) return NOTHING;
      const pair: Pair = [action.change.sheet, canonical('tags', product.fields.tags)];
      return {
        outcomes: [updated(action.ref, describeChange(action.change), action.productId)],
        records: [{ ...known, fields: { ...known.fields, tags: pair } }],
      };
    }
    case 'update-alt-text': {
      const known = base.product(action.productId);
      if (!known || !isTaken(action.ref)) return NOTHING;
      return {
        outcomes: [updated(action.ref, 'Image alt text', action.productId)],
        records: [{ ...known, alts: { ...known.alts, [action.url]: [action.alt, action.alt] } }],
      };
    }
    case 'create-variants': {
      const pairs = pairNewVariants(
        action.variants.filter(({ ref }) => isTaken(ref)),
        written.variants,
      );
      return {
        outcomes: pairs.map(({ row, store }) => ({
          ref: row.ref,
          status: 'created',
          message: '',
          shopifyId: store.id,
        })),
        records: pairs.map(({ row, store }) => newVariantRecord(row, store)),
      };
    }
    case 'update-variants': {
      const byId = new Map(written.variants.map((variant) => [variant.id, variant]));
      const taken = action.variants.filter(({ id, ref }) => byId.has(id) && isTaken(ref));
      return {
        outcomes: taken.map(({ ref, changes, id, image }) =>
          updated(ref, [...changes.map(describeChange), ...(image ? ['Variant image'] : [])].join(', '), id),
        ),
        records: taken.flatMap(({ id, changes, image }) => {
          const known = base.variant(id);
          const store = byId.get(id) as StoreVariant;
          if (!known) return [];
          const fields = { ...known.fields, ...pairsOf(changes, store.fields) };
          return [{ ...known, sku: store.sku, fields, image: image?.url ?? known.image }];
        }),
      };
    }
    case 'set-stock':
    case 'activate-stock':
      return written.stock.includes(index) ? settleStock(action, base) : NOTHING;
  }
}

const NOTHING: Settled = { outcomes: [], records: [] };

function settleCreation(action: CreateProduct, written: Written): Settled {
  const [product] = written.products;
  if (!product) return NOTHING;
  const variants = pairNewVariants(action.variants, written.variants);
  const images = action.images.map(({ url }, index) => [url, product.mediaIds[index]] as const);
  const record: BaseProduct = {
    kind: 'product',
    id: product.id,
    handle: [action.handle.toLowerCase(), product.handle],
    fields: { ...pairsOf(action.changes, product.fields), ...blankPairs(action.blanks, product.fields) },
    images: Object.fromEntries(images.filter(([, id]) => id)) as BaseProduct['images'],
    alts: Object.fromEntries(action.images.map(({ url, alt }) => [url, [alt, alt] as Pair])),
  };
  const variantIds = new Map(variants.map(({ row, store }) => [keyOf(row.ref), store.id]));
  return {
    outcomes: action.rows.map((ref) => ({
      ref,
      status: 'created',
      message: '',
      shopifyId: variantIds.get(keyOf(ref)) ?? product.id,
    })),
    records: [record, ...variants.map(({ row, store }) => newVariantRecord(row, store))],
  };
}

function settleProduct(
  action: UpdateProduct,
  { products: [product] }: Written,
  base: Base,
  isTaken: (ref: RowRef) => boolean,
): Settled {
  const known = base.product(action.productId);
  if (!product || !known) return NOTHING;
  const changes = action.changes.filter(({ ref }) => isTaken(ref));
  const images = { ...known.images };
  const alts = { ...known.alts };
  const added = product.mediaIds
    .filter((id) => !Object.values(known.images).includes(id))
    .slice(-action.images.length);
  action.images.forEach(({ url, alt }, index) => {
    const id = added[index];
    if (id) images[url] = id;
    alts[url] = [alt, alt];
  });
  return {
    outcomes: [
      ...(changes.length
        ? [updated(action.ref, changes.map(describeChange).join(', '), action.productId)]
        : []),
      ...action.images
        .filter(({ ref }) => isTaken(ref))
        .map(({ ref }) => updated(ref, 'Image added', action.productId)),
    ],
    records: [{ ...known, fields: { ...known.fields, ...pairsOf(changes, product.fields) }, images, alts }],
  };
}

function settleStock(action: SetStock, base: Base): Settled {
  const known = base.variant(action.variantId);
  const pair: Pair = [String(action.sheet), String(action.to)];
  const from = action.from === null ? 'not stocked' : action.from;
  return {
    outcomes: [
      updated(
        action.ref,
        `${action.column} at ${action.locationName} ${from} → ${action.to}`,
        action.variantId,
      ),
    ],
    records: known ? [{ ...known, stock: { ...known.stock, [action.locationId]: pair } }] : [],
  };
}

function newVariantRecord(row: NewVariant, store: StoreVariant): BaseVariant {
  const stock: Partial<Record<LocationId, Pair>> = {};
  for (const { locationId, available, sheet } of row.stock) {
    stock[locationId] = [String(sheet), available === null ? '' : String(available)];
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

function updated(ref: RowRef, what: string, shopifyId: RowOutcome['shopifyId']): RowOutcome {
  return { ref, status: 'updated', message: what ? `${what}.` : '', ...(shopifyId && { shopifyId }) };
}

function asOutcome({ ref, status, message }: RefusedRow): RowOutcome {
  return { ref, status, message };
}

function keyOf(ref: RowRef): string {
  return `${ref.sheetId}:${ref.row}`;
}
