// Written by `npm run codegen` from the .graphql files of the folder above.
import type { Gid } from '../../../catalog/values/gid';
import type { BulkLine } from '../document';
import { type CollectionNames, CollectionNamesText, type ItemFields, ItemFieldsText, type LevelFields, LevelFieldsText, type MediaFields, MediaFieldsText, type ProductFields, ProductFieldsText, type VariantFields, VariantFieldsText } from './fragments';

export function allProductsText(include: {
  readonly descriptions: boolean;
  readonly optionIds: boolean;
  readonly levels: boolean;
  readonly media: boolean;
  readonly variantImages: boolean;
  readonly publishing: boolean;
}): string {
  return `{products{edges{node{${ProductFieldsText} ${include.descriptions ? `descriptionHtml` : ''} options{name ${include.optionIds ? `id` : ''} ${include.optionIds ? `linkedMetafield{key}` : ''} ${include.optionIds ? `optionValues{id name linkedMetafieldValue}` : ''}}variants{edges{node{${VariantFieldsText} ${include.variantImages ? `image{url}` : ''} inventoryItem{${ItemFieldsText} ${include.levels ? `inventoryLevels(includeInactive:true){edges{node{${LevelFieldsText} item{id}}}}` : ''}}}}}${include.media ? `media{edges{node{${MediaFieldsText}}}}` : ''} ${include.publishing ? `resourcePublicationsV2(onlyPublished:false){edges{node{publishDate publication{id}}}}` : ''}}}}}`;
}

export type AllProductsLine =
  | BulkLine<LevelFields & {
    readonly item: {
      readonly id: Gid<'InventoryItem'>;
    };
  }, Gid<'InventoryItem'>>
    | BulkLine<VariantFields & {
    readonly image?: {
      readonly url: string;
    } | null;
    readonly inventoryItem: ItemFields;
  }, Gid<'Product'>>
    | BulkLine<MediaFields, Gid<'Product'>>
    | BulkLine<{
    readonly publishDate: string | null;
    readonly publication: {
      readonly id: Gid<'Publication'>;
    };
  }, Gid<'Product'>>
    | ProductFields & {
    readonly descriptionHtml?: string;
    readonly options: readonly ({
      readonly name: string;
      readonly id?: Gid<'ProductOption'>;
      readonly linkedMetafield?: {
        readonly key: string | null;
      } | null;
      readonly optionValues?: readonly ({
        readonly id: Gid<'ProductOptionValue'>;
        readonly name: string;
        readonly linkedMetafieldValue: string | null;
      })[];
    })[];
  };

export function allVariantsText(include: {
  readonly levels: boolean;
}): string {
  return `{productVariants{edges{node{${VariantFieldsText} inventoryItem{${ItemFieldsText} ${include.levels ? `inventoryLevels(includeInactive:true){edges{node{${LevelFieldsText} item{id}}}}` : ''}}product{id handle title}}}}}`;
}

export type AllVariantsLine =
  | BulkLine<LevelFields & {
    readonly item: {
      readonly id: Gid<'InventoryItem'>;
    };
  }, Gid<'InventoryItem'>>
    | VariantFields & {
    readonly inventoryItem: ItemFields;
    readonly product: {
      readonly id: Gid<'Product'>;
      readonly handle: string;
      readonly title: string;
    };
  };

export function apartFromProductsText(include: {
  readonly collections: boolean;
  readonly included: boolean;
  readonly variants: boolean;
  readonly barcodes: boolean;
}): string {
  return `{products{edges{node{id ${include.collections ? `collections{edges{node{${CollectionNamesText}}}}` : ''} ${include.included ? `resourcePublicationsV2(onlyPublished:false){edges{node{publication{id}}}}` : ''} ${include.variants ? `variants{edges{node{id ${include.barcodes ? `barcodes{edges{node{value}}}` : ''}}}}` : ''}}}}}`;
}

export type ApartFromProductsLine =
  | BulkLine<CollectionNames, Gid<'Product'>>
    | BulkLine<{
    readonly publication: {
      readonly id: Gid<'Publication'>;
    };
  }, Gid<'Product'>>
    | BulkLine<{
    readonly value: string;
  }, Gid<'ProductVariant'>>
    | BulkLine<{
    readonly id: Gid<'ProductVariant'>;
  }, Gid<'Product'>>
    | {
    readonly id: Gid<'Product'>;
  };

export function allFixedPricesText(): string {
  return `{priceLists{edges{node{id prices(originType:FIXED){edges{node{variant{id}price{amount}compareAtPrice{amount}}}}}}}}`;
}

export type AllFixedPricesLine =
  | BulkLine<{
    readonly variant: {
      readonly id: Gid<'ProductVariant'>;
    };
    readonly price: {
      readonly amount: string;
    };
    readonly compareAtPrice: {
      readonly amount: string;
    } | null;
  }, Gid<'PriceList'>>
    | {
    readonly id: Gid<'PriceList'>;
  };
