import type { QuantityName } from '../../catalog/columns/column';
import { type FieldKey, fieldOf } from '../../catalog/columns/columns';
import type { RowRef } from '../../catalog/tab/row';
import type { FieldValue } from '../../catalog/values/cell';
import type {
  Gid,
  InventoryItemId,
  LocationId,
  MediaId,
  OptionId,
  OptionValueId,
  ProductId,
  VariantId,
} from '../../catalog/values/gid';
import { imageKey } from '../../catalog/values/image-address';
import { membershipsIn, withoutGroups } from '../../catalog/values/memberships';
import type { FieldChange } from './action';
import { quantityKey } from './base';
import type { DeletedItem } from './deleted-item';

/** A value that a run replaced in Shopify, as saved for an undo: the value before, and the one that the run wrote. */
export type Replaced = ReplacedValue | ReplacedTags;

export type ReplacedValue =
  | ReplacedOptions
  | ReplacedField
  | ReplacedStock
  | ReplacedAltText
  | ReplacedVariantImage
  | ReplacedOptionValue
  | ReplacedImageOrder
  | RemovedImage;

/** Place of the value in the sheet when it was sent. */
interface Sent {
  readonly ref: RowRef;
  readonly column: string;
}

export interface ReplacedField extends Sent {
  readonly kind: 'field';
  readonly id: ProductId | VariantId;
  readonly key: FieldKey;
  readonly from: FieldValue | null;
  readonly to: FieldValue | null;
  readonly types?: FieldChange['types'];
  readonly shownAs?: FieldChange['shownAs'];
}

export function replacedFields({
  id,
  changes,
}: {
  readonly id: ReplacedField['id'];
  readonly changes: readonly FieldChange[];
}): Replaced[] {
  return changes.map(({ key, from, to, ref, column, types, shownAs }) => {
    const more = { ...(types && { types }), ...(shownAs && { shownAs }) };
    if (!fieldOf(key).lists) return { kind: 'field', id, key, from, to, ref, column, ...more };
    const [had, has] = [membershipsIn(from), membershipsIn(to)];
    const [added, removed] = [withoutGroups(has, had), withoutGroups(had, has)];
    return { kind: 'tags', key, id: id as ProductId, added, removed, ref, column };
  });
}

export interface ReplacedStock extends Sent {
  readonly kind: 'stock';
  readonly id: VariantId;
  readonly inventoryItemId: InventoryItemId;
  readonly locationId: LocationId;
  readonly locationName: string;
  readonly name: QuantityName;
  /** Null where the item was not stocked. */
  readonly from: number | null;
  readonly to: number;
}

export interface ReplacedAltText extends Sent {
  readonly kind: 'alt-text';
  readonly id: ProductId;
  readonly mediaId: MediaId;
  readonly url: string;
  readonly from: string;
  readonly to: string;
}

/** The image that was detached from a variant. */
export interface ReplacedVariantImage extends Sent {
  readonly kind: 'variant-image';
  readonly id: VariantId;
  readonly productId: ProductId;
  readonly mediaId: MediaId;
  readonly url: string;
  readonly from: string;
  readonly to: string;
}

export interface ReplacedOptionValue extends Sent {
  readonly kind: 'option-value';
  readonly id: ProductId;
  readonly optionId: OptionId;
  readonly valueId: OptionValueId;
  readonly index: number;
  readonly from: string;
  readonly to: string;
}

/** Names of a product's options, in order. */
export interface ReplacedOptions extends Sent {
  readonly kind: 'options';
  readonly id: ProductId;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** An image that was removed from its product, with its position, alt text and variants. */
export interface RemovedImage extends Sent {
  readonly kind: 'removed-image';
  readonly id: ProductId;
  readonly mediaId: MediaId;
  readonly url: string;
  readonly order: readonly MediaId[];
  readonly variants: readonly VariantId[];
  /** The image that took its place. */
  readonly by?: MediaId;
  readonly from: string;
  readonly to: string;
}

/** All images of the product in both orders; an undo also restores the positions of images that the sheet does not list. */
export interface ReplacedImageOrder extends Sent {
  readonly kind: 'image-order';
  readonly id: ProductId;
  readonly from: readonly MediaId[];
  readonly to: readonly MediaId[];
}

/** Tags and the groups of a list are undone one by one, so that those added by apps and colleagues stay. */
export interface ReplacedTags extends Sent {
  readonly kind: 'tags';
  /** Absent for tags. */
  readonly key?: FieldKey | undefined;
  readonly id: ProductId;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** The field whose list changed. */
export function listedField({ key = 'tags' }: Pick<ReplacedTags, 'key'>): FieldKey {
  return key;
}

/** Listed with a run, and left in Shopify when the run is undone: an undo deletes nothing. */
export interface Created {
  readonly kind: 'created';
  readonly ref: RowRef;
  readonly id: Gid;
}

/** An image that was added to a product or a variant: an undo leaves it, and there is no old one to restore. */
export interface AddedImage {
  readonly kind: 'image';
  readonly ref: RowRef;
  readonly id: ProductId | VariantId;
  readonly url: string;
}

export type UndoEntry = Replaced | Created | AddedImage | DeletedItem;

/** The image of a variant, among the values of its record. */
export const VARIANT_IMAGE = 'variant image';

/** Names one value within the record of its item. */
export type ValueKey =
  | FieldKey
  | typeof VARIANT_IMAGE
  | 'image order'
  | `stock ${string}`
  | `alt ${string}`
  | `image ${string}`
  | `place ${string}`
  | `option ${string}`
  | 'deletion'
  | 'options'
  | `removed ${string}`;

export function valueKey(replaced: Replaced): ValueKey {
  switch (replaced.kind) {
    case 'field':
      return replaced.key;
    case 'stock':
      return `stock ${quantityKey(replaced.name, replaced.locationId)}`;
    case 'alt-text':
      return `alt ${imageKey(replaced.url)}`;
    case 'options':
      return 'options';
    case 'variant-image':
      return VARIANT_IMAGE;
    case 'removed-image':
      return `removed ${replaced.mediaId}`;
    case 'image-order':
      return 'image order';
    case 'option-value':
      return `option ${replaced.valueId}`;
    case 'tags':
      return listedField(replaced);
  }
}

/** Names one value of the whole store. */
export function targetOf(replaced: Replaced): string {
  return target(replaced.id, valueKey(replaced));
}

export function target(id: Gid, key: ValueKey): string {
  return `${id} ${key}`;
}
