import type { FieldKey } from '../../catalog/columns/columns';
import type { PriceListId } from '../../catalog/markets/catalogs';
import type { QuantityColumn } from '../../catalog/markets/headers';
import type { RelativePrice } from '../../catalog/markets/relative-price';
import type { Place, RowRef } from '../../catalog/tab/row';
import type { FieldValue } from '../../catalog/values/cell';
import type { EditText } from '../../catalog/values/edits';
import type { OptionId, OptionValueId, ProductId, PublicationId, VariantId } from '../../catalog/values/gid';
import type { DeleteItem } from './deleted-item';
import type {
  ImageAction,
  NewImage,
  OrderToFollow,
  RemoveImage,
  ReorderImages,
  VariantImageChange,
} from './image-actions';
import type { ChangeOptions, CreateOptions, RenamedValue } from './option-actions';
import type { Barcode, ListedField, ShownAs } from './snapshot';
import type { NewStock, SetStock } from './stock-action';

/** One field that changes; null clears it. */
export interface FieldChange {
  readonly key: FieldKey;
  readonly from: FieldValue | null;
  readonly to: FieldValue | null;
  /** Value of the cell, canonical, null where it was blank: it is remembered once the store has answered. */
  readonly sheet: string | null;
  readonly ref: RowRef;
  readonly column: string;
  /** Other cells that say it. */
  readonly also?: readonly Place[];
  /** Sentence about a value that looks odd, said once next to the row. */
  readonly doubt?: string;
  /** No cell asks for it: it goes with what stands next to it. */
  readonly follows?: true;
  /** Price that applies where the field has no value of its own. */
  readonly unset?: RelativePrice;
  readonly shownAs?: ShownAs;
  /** Rows of other tabs that go by the old value: they are told the new one. */
  readonly calledBy?: readonly RowRef[];
  /** The cell's own text, where `to` is counted from Shopify's value: the cell gets `to` before it is sent. */
  readonly counted?: EditText;
  /** Sent in place of a barcode that is the first of several: all that the variant has afterwards. */
  readonly barcodes?: readonly Barcode[];
  /** Standards that barcodes were declared to be of before it, by the barcode. */
  readonly types?: Readonly<Record<string, string>>;
}

export interface NewVariant {
  readonly ref: RowRef;
  /** In the order of the product's option names. */
  readonly optionValues: readonly string[];
  /** At the place of each option that takes its values from a metafield, the entry that the value stands for. */
  readonly entries?: readonly (string | null)[];
  readonly changes: readonly FieldChange[];
  /** Columns that the tab has and the row leaves blank: remembered as such with what the store answers. */
  readonly blanks: readonly FieldKey[];
  readonly stock: readonly NewStock[];
  readonly imageUrl: string | undefined;
  /** The image of its product that it shows; absent where the image comes with it. */
  readonly mediaId?: VariantImageChange['mediaId'];
  /** Said on its row once it is there. */
  readonly note?: string;
}

export interface VariantChange {
  readonly id: VariantId;
  readonly ref: RowRef;
  readonly changes: readonly FieldChange[];
  /** Set where the variant's image changes. */
  readonly image?: VariantImageChange;
}

export interface CreateProduct {
  readonly kind: 'create-product';
  readonly ref: RowRef;
  readonly rows: readonly RowRef[];
  readonly handle: string;
  readonly changes: readonly FieldChange[];
  readonly blanks: readonly FieldKey[];
  readonly optionNames: readonly string[];
  readonly variants: readonly NewVariant[];
  /** Variants that one request has no room for; they follow once the product is there. */
  readonly later?: readonly NewVariant[];
  readonly images: readonly NewImage[];
  readonly publishing: NewPublishing;
  /** Channels that it is put on once it is there. */
  readonly channels?: readonly Omit<ChangeChannels, 'productId'>[];
  /** Sentence for its row once the product is there. */
  readonly note?: string;
  /** The deleted product that it is again: what was remembered of that one's images holds for its own. */
  readonly formerId?: ProductId;
}

/** Publishing of a new product. Whatever is created through the API is published nowhere. */
export type NewPublishing =
  /** Follows once the product is there. */
  | ({ readonly kind: 'publish' } & Omit<ChangePublishing, 'kind' | 'productId'>)
  | { readonly kind: 'stays-off' }
  | { readonly kind: 'not-asked' };

export interface UpdateProduct {
  readonly kind: 'update-product';
  readonly ref: RowRef;
  readonly productId: ProductId;
  /** Without tags, which are added and removed one by one, and without publishing. */
  readonly changes: readonly FieldChange[];
  readonly images: readonly NewImage[];
  /** Set where the new images stand before others in the sheet: IDs in order, of new ones their addresses. */
  readonly order?: OrderToFollow;
}

export interface ChangeTags {
  readonly kind: 'add-tags' | 'remove-tags';
  readonly ref: RowRef;
  readonly productId: ProductId;
  readonly tags: readonly string[];
  readonly change: FieldChange;
  /** Whether the store has all of the change once this is taken; only then is it remembered as in step. */
  readonly completes: boolean;
}

/** Puts a product into a selection of products, such as the Online Store's or a catalog's, or takes it off. */
export interface ChangePublishing {
  readonly kind: 'publish' | 'unpublish';
  readonly ref: RowRef;
  readonly productId: ProductId;
  /** The publication: a catalog's own where its column says so. Stored under this name. */
  readonly onlineStore: PublicationId;
  readonly change: FieldChange;
}

/** Puts a product on sales channels, or takes it off some. */
export interface ChangeChannels {
  readonly kind: 'join-channels' | 'leave-channels';
  readonly ref: RowRef;
  readonly productId: ProductId;
  readonly channels: readonly PublicationId[];
  /** From when on it is shown there; absent for at once. */
  readonly at?: string;
  readonly change: FieldChange;
  /** Other fields of which it does all that they ask. */
  readonly beside?: readonly FieldChange[];
  readonly completes: ChangeTags['completes'];
}

export interface CreateVariants {
  readonly kind: 'create-variants';
  readonly productId: ProductId;
  readonly optionNames: readonly string[];
  readonly variants: readonly NewVariant[];
}

export interface UpdateVariants {
  readonly kind: 'update-variants';
  readonly productId: ProductId;
  readonly variants: readonly VariantChange[];
  /** Their new images are only added to the product; once Shopify has them, another step gives them to the variants. */
  readonly isOfImagesAlone?: true;
  /** As of a new order of images. */
  readonly followedBy?: readonly (UpdateVariants | ReorderImages | RemoveImage)[];
}

/** A value of an option gets another name, for all variants that have it. */
export interface RenameOptionValue extends RenamedValue {
  /** Other changes of its variants, which can only be sent when these have their new name. */
  readonly waiting?: readonly SyncAction[];
}

/** The values of one option get another order. */
export interface ReorderOptionValues {
  readonly kind: 'reorder-option-values';
  readonly ref: RowRef;
  readonly productId: ProductId;
  readonly change: FieldChange;
  /** All options in their order; with values, in the new one, that whose values move. */
  readonly options: readonly {
    readonly id: OptionId;
    readonly values?: readonly { readonly id: OptionValueId }[];
  }[];
}

/** A value that Shopify keeps apart from its item, with a version of its own. */
export interface SetValue {
  readonly kind: 'set-value' | 'clear-value';
  readonly ref: RowRef;
  readonly id: ProductId | VariantId;
  readonly change: FieldChange;
  /** Digest of the value that was read; null where there was none. A value that moved since is left alone. */
  readonly version: string | null;
  /** It follows the creation of its item. */
  readonly isOfNew?: true;
}

/** A variant's fixed price on a list, with the price next to it: Shopify takes the two together. */
export interface SetListPrice {
  readonly kind: 'set-list-price';
  readonly ref: RowRef;
  readonly id: VariantId;
  readonly list: PriceListId;
  /** Changes of the price, of its compare-at price, or of both. */
  readonly changes: readonly FieldChange[];
  /** Fields of the two, with what the list has now. */
  readonly price: ListedField;
  readonly compareAt: ListedField;
  /** It follows the creation of its variant. */
  readonly isOfNew?: true;
}

/** Quantities of one variant on one price list: Shopify takes its rule and its prices together, or none of them. */
export interface SetQuantities extends Omit<SetListPrice, 'kind' | 'price' | 'compareAt'> {
  /** `clear` where prices by quantity go, which a fixed price must outlast. */
  readonly kind: 'set-quantities' | 'clear-quantities';
  /** With what the list has now. */
  readonly fields: Readonly<Record<QuantityColumn, ListedField>>;
  /** Its rule was to be removed, and is gone. */
  readonly isRuleGone?: true;
}

export type SyncAction =
  | CreateProduct
  | UpdateProduct
  | ChangeTags
  | ChangePublishing
  | ChangeChannels
  | CreateVariants
  | UpdateVariants
  | ImageAction
  | RenameOptionValue
  | ChangeOptions
  | CreateOptions
  | ReorderOptionValues
  | DeleteItem
  | SetValue
  | SetListPrice
  | SetQuantities
  | SetStock;
