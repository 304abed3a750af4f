import type { FamilyFacts, FieldGroup, QuantityName } from '../../catalog/columns/column';
import type { FieldKey } from '../../catalog/columns/columns';
import type { FieldValue } from '../../catalog/values/cell';
import type {
  InventoryItemId,
  LocationId,
  MediaId,
  OptionId,
  OptionValueId,
  ProductId,
  PublicationId,
  VariantId,
} from '../../catalog/values/gid';
import type { Membership, ShopGroup } from '../../catalog/values/memberships';

/** A field as the store answers it; null where it is not set. Only fields that were read are there. */
export type StoreFields = Readonly<Partial<Record<FieldKey, FieldValue | null>>>;

/** Words of values that are kept by an ID, such as the names of categories; absent where a value has none. */
export interface ShownAs {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface StoreProduct {
  readonly id: ProductId;
  readonly handle: string;
  readonly fields: StoreFields;
  /** The complete description, where it was read. */
  readonly categoryName?: string;
  /** Collections that contain it by their conditions, where its collections were read. */
  readonly byRule?: readonly Membership[];
  /** Option names in order; `['Title']` for a product with only the default variant. */
  readonly optionNames: readonly string[];
  /** Options in the same order, where their IDs were read. */
  readonly options?: readonly StoreOption[];
  readonly variants: readonly StoreVariant[];
  readonly media: readonly StoreMedia[];
}

interface StoreOption {
  readonly id: OptionId;
  readonly name: string;
  /** Set where its values come from a metafield. */
  readonly isLinked?: true;
  readonly optionValues: readonly {
    readonly id: OptionValueId;
    readonly name: string;
    /** The entry that the value of a linked option stands for. */
    readonly linkedMetafieldValue?: string | null;
  }[];
}

export interface StoreVariant {
  readonly id: VariantId;
  readonly productId: ProductId;
  readonly inventoryItemId: InventoryItemId;
  readonly sku: string;
  /** In the order of the product's option names. */
  readonly optionValues: readonly string[];
  readonly fields: StoreFields;
  /** The handle of its product, where the variant was read alone. */
  readonly handle?: string;
  /** The title of its product, where it came with the variant. */
  readonly title?: string;
  /** Address of the image shown for it, where that was read; null where there is none. */
  readonly image?: string | null;
}

/** One of a variant's barcodes, and its declared type. */
export interface Barcode {
  readonly value: string;
  readonly type: string | null;
}

export interface StoreMedia {
  readonly id: MediaId;
  readonly alt: string;
  /** The CDN address, or the link of a video; null while Shopify is still fetching the image, and where it failed. */
  readonly url: string | null;
  readonly isProcessing: boolean;
  readonly isFailed: boolean;
}

/** State of an image that was sent; `over` where Shopify has it, or no longer has it. */
export type ImageState =
  | { readonly kind: 'over' | 'processing' }
  | { readonly kind: 'failed'; readonly reason: string };

/** A level that was never activated, or was deactivated, takes no quantity until it is activated. */
export interface StoreLevel extends Readonly<Record<QuantityName, number>> {
  readonly active: boolean;
}

export interface StoreLocation {
  readonly id: LocationId;
  readonly name: string;
}

/** Facts of its shop that a connection can see; read once per execution. */
export interface ShopFacts {
  readonly name: string;
  /** `acme.myshopify.com` */
  readonly domain: string;
  readonly currencyCode: string;
  /** Active locations only. */
  readonly locations: readonly StoreLocation[];
  readonly accessScopes: readonly string[];
  /** Scopes that a group needs and the app was not granted. */
  readonly missingScopes: Readonly<Record<FieldGroup, readonly string[]>>;
  readonly publishing: Publishing;
  /** Definitions of the shop's own columns, where a tab has one. */
  readonly families?: FamilyFacts;
}

/** Everything that the plan needs to decide; nothing more is read. */
export interface SnapshotNeeds {
  readonly products: readonly ProductNeed[];
  readonly variants: readonly VariantNeed[];
  /** Handles of known items, which may belong to another product by now. */
  readonly knownHandles?: readonly string[];
  /** Handles of collections that cells refer to. */
  readonly referred?: readonly string[];
  /** Category names to find in Shopify's taxonomy. */
  readonly categories: readonly string[];
  /** Images whose present state is read. */
  readonly images: readonly MediaId[];
  /** Whether the stock levels of found items are read. */
  readonly stock: boolean;
  /** Whether the images of products are read. */
  readonly media: boolean;
  /** Whether the image of each variant is read. */
  readonly variantImages?: boolean;
  /** Whether the IDs of options and their values are read. */
  readonly options?: boolean;
  /** Whether product descriptions are read, which are by far the longest field. */
  readonly descriptions: boolean;
  /** Fields that Shopify stores separately from their items, by name. */
  readonly values?: readonly FieldKey[];
  /** The shop's collections, set where the collections of products are read. */
  readonly collections?: readonly ShopGroup[] | undefined;
  /** The shop's sales channels, set where those of products are read. */
  readonly channels?: readonly ShopGroup[] | undefined;
  /** Set where it is read whether products are published; null where that is not needed. */
  readonly onlineStore: PublicationId | null;
}

export interface ProductNeed {
  readonly id: ProductId | undefined;
  readonly handle: string | undefined;
  /** The ID may belong to another shop, so the handle is looked up as well. */
  readonly isIdHint?: boolean;
  /** Looked up when no product is found, so that a new product never duplicates a SKU. */
  readonly skus: readonly string[];
}

/** `name`: the row's SKU; where the variant of the ID has another one, the owner of this SKU is read too. */
export type VariantNeed = { readonly id: VariantId; readonly name?: string } | { readonly sku: string };

export interface StoreSnapshot {
  readonly products: ReadonlyMap<ProductId, StoreProduct>;
  /** By handle as asked for; absent handles are null, confirmed by identifier and not by search. */
  readonly productIdsByHandle: ReadonlyMap<string, ProductId | null>;
  readonly variants: ReadonlyMap<VariantId, StoreVariant>;
  /** Exact matches only; several variants may carry one SKU. */
  readonly matchesBySku: ReadonlyMap<string, readonly SkuMatch[]>;
  readonly levels: ReadonlyMap<string, StoreLevel>;
  /** Category ids by the name asked for; null where the taxonomy has no such category. */
  readonly categoryIds: ReadonlyMap<string, string | null>;
  /** Collections by the handles that cells refer to. */
  readonly collectionIds?: ReadonlyMap<string, string>;
  readonly images: ReadonlyMap<MediaId, ImageState>;
  /** Versions of values stored separately, by `target`; none for a value that is not set. */
  readonly versions?: ReadonlyMap<string, string>;
}

export interface SkuOwner {
  readonly id: VariantId;
  /** Unknown where search found the variant and it was not read. */
  readonly productId?: ProductId;
  /** The handle as Shopify writes it: the owner of “h-1” is also found by “H-1”. */
  readonly sku: string;
  readonly handle: string | undefined;
  /** For a person. */
  readonly name: string;
}

export interface SkuMatch {
  readonly variantId: VariantId;
  readonly productHandle: string;
}

export function levelKey(item: InventoryItemId, location: LocationId): string {
  return `${item}@${location}`;
}

/** Whether a Published cell can be acted on: the Online Store is one of the shop's publications, behind scopes of its own. */
export type Publishing =
  | { readonly kind: 'possible'; readonly onlineStore: PublicationId }
  | { readonly kind: 'missing-scopes'; readonly scopes: readonly string[] }
  | { readonly kind: 'no-online-store' };

/** A field with what Shopify has in it. */
export interface ListedField {
  readonly key: FieldKey;
  readonly now: FieldValue | null;
}
