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
  /** Other cells with the same value. */
  readonly also?: readonly Place[];
  /** Remark about a value that looks odd, shown once in the row's message. */
  readonly doubt?: string;
  /** Set where no cell asks for it: it changes together with a related field. */
  readonly follows?: true;
  /** Price that applies where the field has no value of its own. */
  readonly unset?: RelativePrice;
  readonly shownAs?: ShownAs;
  /** Rows of other tabs that name the item by the old value: they are told the new one. */
  readonly calledBy?: readonly RowRef[];
  /** The cell's own text, where `to` is computed from Shopify's value: `to` is written into the cell before it is sent. */
  readonly counted?: EditText;
  /** Sent instead of a single barcode where the variant has several: all that it has afterwards. */
  readonly barcodes?: readonly Barcode[];
  /** Types that the barcodes had before, by barcode. */
  readonly types?: Readonly<Record<string, string>>;
}

export interface NewVariant {
  readonly ref: RowRef;
  /** In the order of the product's option names. */
  readonly optionValues: readonly string[];
  /** For each option that takes its values from a metafield, the metaobject entry of the value, at the option's index. */
  readonly entries?: readonly (string | null)[];
  readonly changes: readonly FieldChange[];
  /** Columns of the tab that are blank in the row: remembered as blank, with the store's answer. */
  readonly blanks: readonly FieldKey[];
  readonly stock: readonly NewStock[];
  readonly imageUrl: string | undefined;
  /** The image of its product that it shows; absent where the image comes with it. */
  readonly mediaId?: VariantImageChange['mediaId'];
  /** Message for its row once it exists. */
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
  /** Variants that do not fit into one request; they follow once the product exists. */
  readonly later?: readonly NewVariant[];
  readonly images: readonly NewImage[];
  readonly publishing: NewPublishing;
  /** Channels to publish it on once it exists. */
  readonly channels?: readonly Omit<ChangeChannels, 'productId'>[];
  /** Message for its row once the product exists. */
  readonly note?: string;
  /** The deleted product that it recreates: what was remembered of the images of that one holds for its own. */
  readonly formerId?: ProductId;
}

/** Publishing of a new product. Products created through the API are published nowhere. */
export type NewPublishing =
  /** Sent once the product exists. */
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
  /** Set where the sheet has the new images before others: media IDs in order, and the addresses of new images. */
  readonly order?: OrderToFollow;
}

export interface ChangeTags {
  readonly kind: 'add-tags' | 'remove-tags';
  readonly ref: RowRef;
  readonly productId: ProductId;
  readonly tags: readonly string[];
  readonly change: FieldChange;
  /** Whether this action completes the change in the store; only then is it remembered as in step. */
  readonly completes: boolean;
}

/** Adds a product to a publication, such as the Online Store's or a catalog's, or removes it. */
export interface ChangePublishing {
  readonly kind: 'publish' | 'unpublish';
  readonly ref: RowRef;
  readonly productId: ProductId;
  /** The publication: a catalog's own where its column names one. Stored under this name. */
  readonly onlineStore: PublicationId;
  readonly change: FieldChange;
}

/** Publishes a product on sales channels, or unpublishes it. */
export interface ChangeChannels {
  readonly kind: 'join-channels' | 'leave-channels';
  readonly ref: RowRef;
  readonly productId: ProductId;
  readonly channels: readonly PublicationId[];
  /** Publication date; absent to publish at once. */
  readonly at?: string;
  readonly change: FieldChange;
  /** Other fields whose changes this action completes. */
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
  /** Set as for a new order of images. */
  readonly followedBy?: readonly (UpdateVariants | ReorderImages | RemoveImage)[];
}

/** Renames a value of an option, for all variants that have it. */
export interface RenameOptionValue extends RenamedValue {
  /** Other changes of its variants, which can only be sent once the value is renamed. */
  readonly waiting?: readonly SyncAction[];
}

/** Reorders the values of one option. */
export interface ReorderOptionValues {
  readonly kind: 'reorder-option-values';
  readonly ref: RowRef;
  readonly productId: ProductId;
  readonly change: FieldChange;
  /** All options in their order; the option whose values move has them in the new order. */
  readonly options: readonly {
    readonly id: OptionId;
    readonly values?: readonly { readonly id: OptionValueId }[];
  }[];
}

/** A value that Shopify stores separately from its item, with a version of its own. */
export interface SetValue {
  readonly kind: 'set-value' | 'clear-value';
  readonly ref: RowRef;
  readonly id: ProductId | VariantId;
  readonly change: FieldChange;
  /** Digest of the value that was read; null where there was none. A value that changed since is left alone. */
  readonly version: string | null;
  /** It follows the creation of its item. */
  readonly isOfNew?: true;
}

/** A variant's fixed price on a list, with its compare-at price: Shopify accepts the two together. */
export interface SetListPrice {
  readonly kind: 'set-list-price';
  readonly ref: RowRef;
  readonly id: VariantId;
  readonly list: PriceListId;
  /** Changes of the price, of its compare-at price, or of both. */
  readonly changes: readonly FieldChange[];
  /** Both fields, with the values that the list has now. */
  readonly price: ListedField;
  readonly compareAt: ListedField;
  /** It follows the creation of its variant. */
  readonly isOfNew?: true;
}

/** Quantities of one variant on one price list: Shopify accepts its rule and its prices together, or none of them. */
export interface SetQuantities extends Omit<SetListPrice, 'kind' | 'price' | 'compareAt'> {
  /** `clear` removes prices by quantity; they are removed before the fixed price is. */
  readonly kind: 'set-quantities' | 'clear-quantities';
  /** Fields, with the values that the list has now. */
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
