import { fieldOf } from '../../catalog/columns/columns';
import { rowKey } from '../../catalog/tab/row';
import type { Gid, MediaId } from '../../catalog/values/gid';
import { imageKey } from '../../catalog/values/image-address';
import { optionKey } from '../../catalog/values/names';
import { nameKey } from '../../catalog/values/plain-name';
import { newPairs, notYetSet } from '../compare/pairs';
import { memoryOf, rememberedOrder } from '../media/image-order';
import { keyOf, knownImages } from '../media/known-images';
import { withUnseen } from '../media/unseen-images';
import type { CreateProduct, NewVariant, SyncAction } from '../model/action';
import {
  type Base,
  type BaseProduct,
  type BaseRecord,
  type BaseVariant,
  type GrowingStockPairs,
  type Pair,
  quantityKey,
} from '../model/base';
import type { Written } from '../model/batch-outcome';
import { rowsOfNewVariant } from '../model/planned';
import type { StoreVariant } from '../model/snapshot';
import { NOT_YET_PUBLISHED } from '../publishing/publishing';
import { otherQuantityOf } from '../stock/level-memory';
import { valuesOfNew } from '../values/plan-values';

export interface CreatedRecords {
  readonly records: readonly BaseRecord[];
  /** Ids of what was created, by row. */
  readonly ids: ReadonlyMap<string, Gid>;
  /** Actions that could not be sent before the item existed. */
  readonly next: readonly SyncAction[];
}

/** Records of a product that was created with its variants; undefined where the store refused it. */
export function createdProduct(
  action: CreateProduct,
  written: Written,
  base: Base,
): CreatedRecords | undefined {
  const [product] = written.products;
  if (!product) return undefined;
  const pairs = pairNewVariants(action.variants, written.variants);
  const { nameOf, ...images } = imagesOf(action, product.mediaIds, base);
  const record: BaseProduct = {
    kind: 'product',
    id: product.id,
    handle: [nameKey(action.handle), product.handle],
    fields: {
      ...newPairs(action, product.fields),
      ...Object.fromEntries(
        (action.channels ?? [])
          .flatMap(({ change, beside = [] }) => [change, ...beside])
          .map(({ key }) => [key, notYetSet(fieldOf(key))]),
      ),
      published: action.publishing.kind === 'stays-off' ? ['false', 'false'] : NOT_YET_PUBLISHED,
    },
    ...(action.optionNames.length > 0 && { optionNames: action.optionNames }),
    ...images,
  };
  const ids = new Map<string, Gid>(action.rows.map((ref) => [rowKey(ref), product.id]));
  for (const [row, id] of idsByRow(pairs)) ids.set(row, id);
  const records = [
    withUnseen(record, product.mediaIds),
    ...pairs.map(({ row, store }) => newVariantRecord({ ...row, imageUrl: nameOf(row.imageUrl) }, store)),
  ];
  return {
    records,
    ids,
    next: [
      ...followingActions(action, product.id),
      ...valuesOfNew(product.id, action.changes),
      ...followingValues(pairs),
    ],
  };
}

interface CreatedImages extends Pick<BaseProduct, 'images' | 'listed' | 'shopOrder' | 'alts'> {
  /** Returns the address under which the image from this address is remembered. */
  readonly nameOf: (url: string | undefined) => string | undefined;
}

/**
 * Remembers the images of a recreated product in place of the former ones: its cells use the addresses that they had
 * before, and Shopify fetched the images from its own addresses.
 */
function imagesOf(
  { images, formerId }: CreateProduct,
  mediaIds: readonly MediaId[],
  base: Base,
): CreatedImages {
  const ids = images.map(({ url }, index) => [imageKey(url), mediaIds[index]] as const);
  if (formerId === undefined)
    return {
      images: Object.fromEntries(ids.filter(([, id]) => id)) as BaseProduct['images'],
      ...(images.length > 0 && { listed: ids.filter(([, id], at) => id && images[at]?.isListed).length }),
      alts: Object.fromEntries(images.map(({ url, alt }) => [imageKey(url), [alt, alt] as Pair])),
      nameOf: (url) => url,
    };
  const former = base.product(formerId);
  const known = knownImages(former);
  const formerly = knownImages(former);
  const now = new Map(images.map(({ formerId: id }, index) => [id as string, mediaIds[index]]));
  for (const [key, id] of Object.entries(formerly.images)) known.images[key] = now.get(id ?? '') ?? null;
  const there = (before: readonly string[]) => before.flatMap((id) => now.get(id) ?? []);
  const { sheet, store } = rememberedOrder(former);
  return {
    ...memoryOf({ known, images: [] }, there(sheet), there(store)),
    alts: known.alts,
    nameOf: (url) => keyOf(formerly, images.find((image) => image.url === url)?.formerId ?? '') ?? url,
  };
}

/** Actions for the variants that did not fit into the request, and for publishing. */
function followingActions(
  { later = [], publishing, channels = [], optionNames }: CreateProduct,
  productId: BaseProduct['id'],
): SyncAction[] {
  return [
    ...(later.length > 0
      ? [{ kind: 'create-variants' as const, productId, optionNames, variants: later }]
      : []),
    ...(publishing.kind === 'publish' ? [{ ...publishing, productId }] : []),
    ...channels.map((action) => ({ ...action, productId })),
  ];
}

/** Records of variants that were added to a product; undefined where the store accepted none. */
export function createdVariants(
  rows: readonly NewVariant[],
  stores: readonly StoreVariant[],
): CreatedRecords | undefined {
  const pairs = pairNewVariants(rows, stores);
  if (pairs.length === 0) return undefined;
  const records = pairs.map(({ row, store }) => newVariantRecord(row, store));
  return { records, ids: idsByRow(pairs), next: followingValues(pairs) };
}

function followingValues(pairs: readonly NewPair[]): SyncAction[] {
  return pairs.flatMap(({ row, store }) => valuesOfNew(store.id, row.changes));
}

function newVariantRecord(row: NewVariant, store: StoreVariant): BaseVariant {
  const stock: GrowingStockPairs = {};
  for (const { locationId, available, cells } of row.stock)
    for (const { name, sheet } of cells) {
      stock[quantityKey(name, locationId)] = [String(sheet), String(available)];
      stock[otherQuantityOf({ name, locationId }).key] ??= [null, String(available)];
    }
  return {
    kind: 'variant',
    id: store.id,
    productId: store.productId,
    inventoryItemId: store.inventoryItemId,
    sku: store.sku,
    optionValues: store.optionValues,
    fields: newPairs(row, store.fields),
    stock,
    image: row.imageUrl ?? '',
    isOurs: true,
  };
}

/** Matched by option values, which are unique among a product's variants; an only variant may have none. */
function pairNewVariants(rows: readonly NewVariant[], stores: readonly StoreVariant[]) {
  const byOptions = new Map(stores.map((store) => [optionKey(store.optionValues), store]));
  return rows.flatMap((row) => {
    const store = byOptions.get(optionKey(row.optionValues)) ?? (rows.length === 1 ? stores[0] : undefined);
    return store ? [{ row, store }] : [];
  });
}

interface NewPair {
  readonly row: NewVariant;
  readonly store: StoreVariant;
}

function idsByRow(pairs: readonly NewPair[]): Map<string, Gid> {
  return new Map(
    pairs.flatMap(({ row, store }) => rowsOfNewVariant(row).map((ref) => [rowKey(ref), store.id] as const)),
  );
}
