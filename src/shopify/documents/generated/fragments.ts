// Written by `npm run codegen` from the .graphql files of the folder above.
import type { Gid } from '../../../catalog/values/gid';
import type { BulkOperationStatus, CountryCode, MediaStatus, ProductStatus, ProductVariantInventoryPolicy, WeightUnit } from './schema-types';

export const ProductFieldsText = `id handle title vendor productType tags status isGiftCard category{id fullName}seo{title description}`;

export type ProductFields = {
  readonly id: Gid<'Product'>;
  readonly handle: string;
  readonly title: string;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly status: ProductStatus;
  readonly isGiftCard: boolean;
  readonly category: {
    readonly id: Gid<'TaxonomyCategory'>;
    readonly fullName: string;
  } | null;
  readonly seo: {
    readonly title: string | null;
    readonly description: string | null;
  };
};

export const VariantFieldsText = `id sku barcode price compareAtPrice taxable inventoryPolicy selectedOptions{name value}`;

export type VariantFields = {
  readonly id: Gid<'ProductVariant'>;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly price: string;
  readonly compareAtPrice: string | null;
  readonly taxable: boolean;
  readonly inventoryPolicy: ProductVariantInventoryPolicy;
  readonly selectedOptions: readonly {
    readonly name: string;
    readonly value: string;
  }[];
};

export const ItemFieldsText = `id tracked requiresShipping harmonizedSystemCode countryCodeOfOrigin provinceCodeOfOrigin unitCost{amount}measurement{weight{value unit}}`;

export type ItemFields = {
  readonly id: Gid<'InventoryItem'>;
  readonly tracked: boolean;
  readonly requiresShipping: boolean;
  readonly harmonizedSystemCode: string | null;
  readonly countryCodeOfOrigin: CountryCode | null;
  readonly provinceCodeOfOrigin: string | null;
  readonly unitCost: {
    readonly amount: string;
  } | null;
  readonly measurement: {
    readonly weight: {
      readonly value: number;
      readonly unit: WeightUnit;
    } | null;
  };
};

export const LevelFieldsText = `id isActive location{id}quantities(names:["available" "on_hand"]){name quantity}`;

export type LevelFields = {
  readonly id: Gid<'InventoryLevel'>;
  readonly isActive: boolean;
  readonly location: {
    readonly id: Gid<'Location'>;
  };
  readonly quantities: readonly {
    readonly name: string;
    readonly quantity: number;
  }[];
};

export const MediaFieldsText = `id alt status...on MediaImage{image{url}}...on ExternalVideo{originUrl}`;

export type MediaFields = Partial<{
  readonly image: {
    readonly url: string;
  } | null;
}> & Partial<{
  readonly originUrl: string;
}> & {
  readonly id: Gid<'ExternalVideo' | 'MediaImage' | 'Model3d' | 'Video'>;
  readonly alt: string | null;
  readonly status: MediaStatus;
};

export const OperationFieldsText = `id status objectCount url partialDataUrl fileSize`;

export type OperationFields = {
  readonly id: Gid<'BulkOperation'>;
  readonly status: BulkOperationStatus;
  readonly objectCount: string;
  readonly url: string | null;
  readonly partialDataUrl: string | null;
  readonly fileSize: string | null;
};

export const ValueFieldsText = `namespace key value compareDigest`;

export type ValueFields = {
  readonly namespace: string;
  readonly key: string;
  readonly value: string;
  readonly compareDigest: string;
};

export const CollectionNamesText = `id handle title`;

export type CollectionNames = {
  readonly id: Gid<'Collection'>;
  readonly handle: string;
  readonly title: string;
};
