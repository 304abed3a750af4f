import { columnOf, type FieldKey, type FieldKind, fieldNamed } from '../../catalog/columns/columns';
import type { FieldValue } from '../../catalog/values/cell';
import type { LocationId, ProductId, VariantId } from '../../catalog/values/gid';
import type { Weight } from '../../catalog/values/weight';
import { itemOf } from '../../plan/identity/row-item';
import type { Base } from '../../plan/model/base';
import type { DeletedItem, DeletedVariant } from '../../plan/model/deleted-item';
import type {
  AddedImage,
  Created,
  RemovedImage,
  ReplacedAltText,
  ReplacedField,
  ReplacedImageOrder,
  ReplacedOptions,
  ReplacedOptionValue,
  ReplacedStock,
  ReplacedTags,
  ReplacedVariantImage,
  UndoEntry,
} from '../../plan/model/replaced-value';
import type { ShownAs } from '../../plan/model/snapshot';
import {
  amount,
  anyOf,
  anything,
  fields,
  flag,
  gid,
  itemId,
  listOf,
  locationId,
  mapOf,
  matching,
  maybe,
  mediaId,
  oneOf,
  orNull,
  productId,
  rowOf,
  type Shape,
  text,
  variantId,
  whole,
} from '../../ports/shape';
import { quantity } from './stored-base';
import { quantityName, rowRef } from './stored-stock';

const sent = { ref: rowRef, column: text() };
const words = listOf(text(255), 250);

/** A weight in Shopify. */
export const weight = fields<Weight>({
  value: amount,
  unit: oneOf('GRAMS', 'KILOGRAMS', 'OUNCES', 'POUNDS'),
});

/** The key of an existing column. */
const fieldKey: Shape<FieldKey> = (key): key is FieldKey =>
  typeof key === 'string' && fieldNamed(key) !== undefined;

/** Shopify keeps half a million characters of a description. */
const anyText = text(600_000);

/** Values that Shopify's field may hold, by the kind of its column. */
const VALUES: Readonly<Record<FieldKind, Shape<FieldValue>>> = {
  identifier: anyText,
  text: anyText,
  longText: anyText,
  html: anyText,
  name: anyText,
  category: anyText,
  barcode: anyText,
  hsCode: anyText,
  countryCode: anyText,
  provinceCode: anyText,
  meta_date_time: anyText,
  barcodes: words,
  tags: words,
  groups: words,
  valueOrder: words,
  money: matching(/^\d{1,18}(\.\d{1,6})?$/),
  boolean: flag,
  tracker: flag,
  weight,
  status: oneOf('ACTIVE', 'DRAFT', 'ARCHIVED', 'UNLISTED'),
  inventoryPolicy: oneOf('DENY', 'CONTINUE'),
};

interface Outline extends Omit<ReplacedField, 'from' | 'to'> {
  readonly from: unknown;
  readonly to: unknown;
}

const replacedField = (value: unknown): value is ReplacedField => {
  if (!outline(value)) return false;
  const { kind } = columnOf(value.key);
  // Values of the families are texts, as Shopify keeps them.
  const own = orNull(kind in VALUES ? VALUES[kind as FieldKind] : anyText);
  return own(value.from) && own(value.to);
};

const outline = fields<Outline>({
  ...sent,
  kind: oneOf('field'),
  id: anyOf<ProductId | VariantId>(productId, variantId),
  key: fieldKey,
  from: anything,
  types: maybe(mapOf(text(20))),
  shownAs: maybe(fields<ShownAs>({ from: maybe(text()), to: maybe(text()) })),
  to: anything,
});

const replacedStock = fields<ReplacedStock>({
  ...sent,
  kind: oneOf('stock'),
  id: variantId,
  inventoryItemId: itemId,
  locationId,
  locationName: text(),
  name: quantityName,
  from: orNull(quantity),
  to: quantity,
});

const replacedAltText = fields<ReplacedAltText>({
  ...sent,
  kind: oneOf('alt-text'),
  id: productId,
  mediaId,
  url: text(),
  from: text(),
  to: text(),
});

const replacedVariantImage = fields<ReplacedVariantImage>({
  ...sent,
  kind: oneOf('variant-image'),
  id: variantId,
  productId,
  mediaId,
  url: text(),
  from: text(),
  to: text(),
});

const replacedOptionValue = fields<ReplacedOptionValue>({
  ...sent,
  kind: oneOf('option-value'),
  id: productId,
  optionId: gid('ProductOption'),
  valueId: gid('ProductOptionValue'),
  index: whole(0, 2),
  from: text(255),
  to: text(255),
});

const removedImage = fields<RemovedImage>({
  ...sent,
  kind: oneOf('removed-image'),
  id: productId,
  mediaId,
  url: text(),
  order: listOf(mediaId, 1000),
  variants: listOf(variantId, 2048),
  by: maybe(mediaId),
  from: text(20),
  to: text(20),
});

/** Any value of Shopify's: what is created again is checked as any new item is. */
const kept = mapOf(anyOf<FieldValue>(anyText, amount, flag, words, weight), fieldKey);

const deleted = fields<DeletedItem>({
  ...sent,
  kind: oneOf('deleted'),
  id: anyOf<ProductId | VariantId>(productId, variantId),
  productId,
  handle: text(),
  optionNames: listOf(text(255), 3),
  fields: kept,
  variants: listOf(
    fields<DeletedVariant>({
      optionValues: listOf(text(255), 3),
      fields: kept,
      levels: listOf(rowOf<readonly [LocationId, number]>(locationId, quantity)),
      image: orNull(text()),
    }),
  ),
  images: listOf(fields<DeletedItem['images'][number]>({ url: text(), alt: text(), id: maybe(mediaId) })),
});

/** A shape for each kind of entry: the compiler refuses a kind that could be saved and not be read again. */
const ENTRIES: {
  readonly [Kind in UndoEntry['kind']]: Shape<Extract<UndoEntry, { readonly kind: Kind }>>;
} = {
  field: replacedField,
  stock: replacedStock,
  'alt-text': replacedAltText,
  'variant-image': replacedVariantImage,
  'option-value': replacedOptionValue,
  options: fields<ReplacedOptions>({
    ...sent,
    kind: oneOf('options'),
    id: productId,
    from: listOf(text(255), 3),
    to: listOf(text(255), 3),
  }),
  'image-order': fields<ReplacedImageOrder>({
    ...sent,
    kind: oneOf('image-order'),
    id: productId,
    from: listOf(mediaId, 1000),
    to: listOf(mediaId, 1000),
  }),
  'removed-image': removedImage,
  tags: fields<ReplacedTags>({
    ...sent,
    kind: oneOf('tags'),
    key: maybe(oneOf('collections', 'channels')),
    id: productId,
    added: words,
    removed: words,
  }),
  created: fields<Created>({
    kind: oneOf('created'),
    ref: rowRef,
    id: gid('\\w+'),
  }),
  image: fields<AddedImage>({
    kind: oneOf('image'),
    ref: rowRef,
    id: anyOf<ProductId | VariantId>(productId, variantId),
    url: text(),
  }),
  deleted,
};

export const undoEntry = anyOf<UndoEntry>(...Object.values(ENTRIES));

/** Tells whether an entry is about an item that is synced here; a stranger's entry counts for no other. */
export function isOfKnownItem(entry: UndoEntry, base: Base): boolean {
  if (entry.kind === 'stock') return base.variant(entry.id)?.inventoryItemId === entry.inventoryItemId;
  return itemOf(entry.id, base) !== undefined;
}
