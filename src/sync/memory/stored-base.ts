import { gidPattern, type ProductId, type VariantId } from '../../catalog/values/gid';
import type {
  BaseProduct,
  BaseRecord,
  BaseVariant,
  Difference,
  Kept,
  LostMemory,
  OperationUnderWay,
  Pair,
  PendingCreation,
  QuantityKey,
  StockNote,
  UndoneValue,
  UndoneValues,
} from '../../plan/model/base';
import {
  anyOf,
  fields,
  itemId,
  listOf,
  mapOf,
  matching,
  maybe,
  mediaId,
  oneOf,
  orNull,
  productId,
  rowOf,
  text,
  variantId,
  whole,
} from '../../ports/shape';

/** The largest quantity that Shopify accepts, and the same below zero. */
export const quantity = whole(-1_000_000_000, 1_000_000_000);

/** Long enough for 250 tags; other long texts are kept as a hash. */
const value = text(200_000);

const pair = rowOf<Pair>(
  orNull(value),
  value,
  maybe(oneOf<Kept>('kept', 'moved', 'summed', 'unstocked', 'taking')),
);
const quantityKey = matching<QuantityKey>(gidPattern('Location', '(on_hand@)?'));
const pairs = mapOf(pair);

const compared = {
  isDeleted: maybe(oneOf<true>(true)),
  differs: maybe(mapOf(fields<Difference>({ sheet: value, words: text() }))),
  isOpen: maybe(oneOf<true>(true)),
};

const baseProduct = fields<BaseProduct>({
  ...compared,
  kind: oneOf('product'),
  id: productId,
  handle: pair,
  fields: pairs,
  optionNames: maybe(listOf(text())),
  images: mapOf(orNull(mediaId)),
  listed: maybe(whole(0, 1000)),
  shopOrder: maybe(listOf(whole(0, 1000))),
  unnamedRemovals: maybe(whole(0, 1000)),
  restoredImages: maybe(listOf(mediaId)),
  alts: pairs,
  unseen: maybe(listOf(mediaId)),
  formerHandles: maybe(listOf(text())),
});

const stockNote = anyOf<StockNote>(
  fields<Extract<StockNote, { kind: 'applied' }>>({
    kind: oneOf('applied'),
    delta: quantity,
    isEmptied: maybe(oneOf<true>(true)),
  }),
  fields<Extract<StockNote, { kind: 'unknown' }>>({
    kind: oneOf('unknown'),
    delta: orNull(quantity),
    wanted: maybe(quantity),
    isForgotten: maybe(oneOf<true>(true)),
  }),
);

const baseVariant = fields<BaseVariant>({
  ...compared,
  kind: oneOf('variant'),
  id: variantId,
  productId,
  inventoryItemId: itemId,
  sku: text(),
  optionValues: listOf(text()),
  fields: pairs,
  stock: mapOf(pair, quantityKey),
  stockNotes: maybe(mapOf(stockNote, quantityKey)),
  handle: maybe(text()),
  image: text(),
  leftImage: maybe(text()),
  isOurs: maybe(oneOf<true>(true)),
  formerSkus: maybe(listOf(text())),
  formerOptions: maybe(listOf(text())),
  typedOptions: maybe(text()),
});

const creation = fields<PendingCreation>({
  kind: oneOf('creation'),
  handle: text(),
  isOver: maybe(oneOf<true>(true)),
});

const undone = fields<UndoneValues>({
  kind: oneOf('undone'),
  id: anyOf<ProductId | VariantId>(productId, variantId),
  values: mapOf(fields<UndoneValue>({ pair, change: value, isLeft: maybe(oneOf<true>(true)) })),
});

/** Form of the memory of the last sync in the hidden state tab. Another form counts as never synced, which is safe. */
export const baseRecord = anyOf<BaseRecord>(
  baseVariant,
  baseProduct,
  creation,
  undone,
  fields<OperationUnderWay>({ kind: oneOf('operation'), mark: text(), isOver: maybe(oneOf<true>(true)) }),
  fields<LostMemory>({ kind: oneOf('lost') }),
);
