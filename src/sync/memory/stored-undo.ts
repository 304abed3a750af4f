import type { CellKindName } from '../../catalog/columns/cell-kinds';
import { columnOf, type FieldKey, fieldNamed } from '../../catalog/columns/columns';
import type { FieldValue } from '../../catalog/values/cell';
import type { Gid, OptionId, OptionValueId, ProductId, VariantId } from '../../catalog/values/gid';
import type { Base } from '../../plan/model/base';
import type {
  Created,
  ReplacedAltText,
  ReplacedField,
  ReplacedOptionValue,
  ReplacedStock,
  ReplacedTags,
  UndoEntry,
} from '../../plan/model/replaced-value';
import {
  amount,
  anyOf,
  fields,
  flag,
  gid,
  listOf,
  matching,
  oneOf,
  orNull,
  type Shape,
  text,
  whole,
} from '../../ports/shape';
import { itemId, locationId, mediaId, productId, variantId } from '../ground/stored-ids';
import { quantity } from './stored-base';
import { quantityName, rowRef } from './stored-stock';

const sent = { ref: rowRef, column: text() };
const words = listOf(text(255), 250);

/** What Shopify's field may hold, by the kind of its column; any other is a text. */
const VALUES: Partial<Record<CellKindName, Shape<FieldValue>>> = {
  money: matching(/^\d{1,18}(\.\d{1,6})?$/),
  boolean: flag,
  tracker: flag,
  tags: words,
  weight: fields({
    value: amount,
    unit: oneOf('GRAMS', 'KILOGRAMS', 'OUNCES', 'POUNDS'),
  }) as Shape<FieldValue>,
  status: oneOf('ACTIVE', 'DRAFT', 'ARCHIVED', 'UNLISTED'),
  inventoryPolicy: oneOf('DENY', 'CONTINUE'),
};

/** Shopify keeps half a million characters of a description. */
const anyText = text(600_000);

const replacedField = (value: unknown): value is ReplacedField => {
  const one = value as ReplacedField;
  if (!outline(value)) return false;
  const { kind } = columnOf(one.key);
  const own = orNull(VALUES[kind] ?? anyText);
  return own(one.from) && own(one.to);
};

const outline = fields<Omit<ReplacedField, 'from' | 'to'>>({
  ...sent,
  kind: oneOf('field'),
  id: anyOf<ProductId | VariantId>(productId, variantId),
  key: (key): key is FieldKey => typeof key === 'string' && fieldNamed(key) !== undefined,
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

const replacedOptionValue = fields<ReplacedOptionValue>({
  ...sent,
  kind: oneOf('option-value'),
  id: productId,
  optionId: gid('ProductOption') as Shape<OptionId>,
  valueId: gid('ProductOptionValue') as Shape<OptionValueId>,
  index: whole(0, 2),
  from: text(255),
  to: text(255),
});

const replacedTags = fields<ReplacedTags>({
  ...sent,
  kind: oneOf('tags'),
  id: productId,
  added: words,
  removed: words,
});

const created = fields<Created>({
  kind: oneOf('created'),
  ref: rowRef,
  id: matching<Gid>(/^gid:\/\/shopify\/\w+\/\d{1,20}$/),
});

export const undoEntry = anyOf<UndoEntry>(
  replacedField as Shape<ReplacedField>,
  replacedStock,
  replacedAltText,
  replacedOptionValue,
  replacedTags,
  created,
);

/** Whether an entry speaks of something that is synced here: of no other may somebody else's entry tell. */
export function isOfKnownItem(entry: UndoEntry, base: Base): boolean {
  const variant = base.variant(entry.id as VariantId);
  if (entry.kind === 'stock') return variant?.inventoryItemId === entry.inventoryItemId;
  return (variant ?? base.product(entry.id as ProductId)) !== undefined;
}
