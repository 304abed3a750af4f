// Written by `npm run codegen` from the .graphql files of the folder above.
import type { Gid } from '../../../catalog/values/gid';
import type { GraphqlDocument } from '../document';
import { type ItemFields, ItemFieldsText, type VariantFields, VariantFieldsText } from './fragments';
import type { CreateMediaInput, InventorySetQuantitiesInput, InventorySetQuantitiesUserErrorCode, MediaUserErrorCode, ProductVariantDetachMediaInput, ProductVariantsBulkCreateUserErrorCode, ProductVariantsBulkInput, ProductVariantsBulkUpdateUserErrorCode } from './schema-types';

export const CreateVariantsDocument: GraphqlDocument<CreateVariantsData, CreateVariantsVariables> = `mutation CreateVariants($productId:ID!,$variants:[ProductVariantsBulkInput!]!,$media:[CreateMediaInput!],$brought:Int!,$withMedia:Boolean!){productVariantsBulkCreate(productId:$productId,variants:$variants,media:$media){productVariants{${VariantFieldsText} inventoryItem{${ItemFieldsText}}}product@include(if:$withMedia){media(last:$brought){nodes{id}}}userErrors{code field message}}}`;

export type CreateVariantsData = {
  readonly productVariantsBulkCreate: {
    readonly productVariants: readonly (VariantFields & {
      readonly inventoryItem: ItemFields;
    })[] | null;
    readonly product?: {
      readonly media: {
        readonly nodes: readonly ({
          readonly id: Gid<'ExternalVideo' | 'MediaImage' | 'Model3d' | 'Video'>;
        })[];
      };
    } | null;
    readonly userErrors: readonly ({
      readonly code: ProductVariantsBulkCreateUserErrorCode | null;
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type CreateVariantsVariables = {
  readonly productId: string;
  readonly variants: readonly ProductVariantsBulkInput[];
  readonly media?: readonly CreateMediaInput[] | null;
  readonly brought: number;
  readonly withMedia: boolean;
};

export const UpdateVariantsDocument: GraphqlDocument<UpdateVariantsData, UpdateVariantsVariables> = `mutation UpdateVariants($productId:ID!,$variants:[ProductVariantsBulkInput!]!,$media:[CreateMediaInput!],$brought:Int!,$withMedia:Boolean!){productVariantsBulkUpdate(productId:$productId,variants:$variants,media:$media,allowPartialUpdates:true){productVariants{${VariantFieldsText} inventoryItem{${ItemFieldsText}}}product@include(if:$withMedia){media(last:$brought){nodes{id}}}userErrors{code field message}}}`;

export type UpdateVariantsData = {
  readonly productVariantsBulkUpdate: {
    readonly productVariants: readonly (VariantFields & {
      readonly inventoryItem: ItemFields;
    })[] | null;
    readonly product?: {
      readonly media: {
        readonly nodes: readonly ({
          readonly id: Gid<'ExternalVideo' | 'MediaImage' | 'Model3d' | 'Video'>;
        })[];
      };
    } | null;
    readonly userErrors: readonly ({
      readonly code: ProductVariantsBulkUpdateUserErrorCode | null;
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type UpdateVariantsVariables = {
  readonly productId: string;
  readonly variants: readonly ProductVariantsBulkInput[];
  readonly media?: readonly CreateMediaInput[] | null;
  readonly brought: number;
  readonly withMedia: boolean;
};

export const StockItemDocument: GraphqlDocument<StockItemData, StockItemVariables> = `mutation StockItem($inventoryItemId:ID!,$locationId:ID!,$available:Int,$onHand:Int,$key:String!){inventoryActivate(inventoryItemId:$inventoryItemId,locationId:$locationId,available:$available,onHand:$onHand)@idempotent(key:$key){inventoryLevel{id}userErrors{field message}}}`;

export type StockItemData = {
  readonly inventoryActivate: {
    readonly inventoryLevel: {
      readonly id: Gid<'InventoryLevel'>;
    } | null;
    readonly userErrors: readonly ({
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type StockItemVariables = {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly available?: number | null;
  readonly onHand?: number | null;
  readonly key: string;
};

export const SetStockDocument: GraphqlDocument<SetStockData, SetStockVariables> = `mutation SetStock($input:InventorySetQuantitiesInput!,$key:String!){inventorySetQuantities(input:$input)@idempotent(key:$key){userErrors{code field message}}}`;

export type SetStockData = {
  readonly inventorySetQuantities: {
    readonly userErrors: readonly ({
      readonly code: InventorySetQuantitiesUserErrorCode | null;
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type SetStockVariables = {
  readonly input: InventorySetQuantitiesInput;
  readonly key: string;
};

export const DetachMediaDocument: GraphqlDocument<DetachMediaData, DetachMediaVariables> = `mutation DetachMedia($productId:ID!,$variantMedia:[ProductVariantDetachMediaInput!]!){productVariantDetachMedia(productId:$productId,variantMedia:$variantMedia){userErrors{code field message}}}`;

export type DetachMediaData = {
  readonly productVariantDetachMedia: {
    readonly userErrors: readonly ({
      readonly code: MediaUserErrorCode | null;
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type DetachMediaVariables = {
  readonly productId: string;
  readonly variantMedia: readonly ProductVariantDetachMediaInput[];
};
