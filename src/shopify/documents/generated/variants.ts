// Written by `npm run codegen` from the .graphql files of the folder above.
import type { Gid } from '../../../catalog/values/gid';
import type { GraphqlDocument, Narrowed } from '../document';
import { type ItemFields, ItemFieldsText, type LevelFields, LevelFieldsText, type VariantFields, VariantFieldsText } from './fragments';
import type { BarcodeType } from './schema-types';

export const VariantsDocument: GraphqlDocument<VariantsData, VariantsVariables> = `query Variants($ids:[ID!]!){nodes(ids:$ids){...on ProductVariant{${VariantFieldsText} inventoryItem{${ItemFieldsText}}product{id handle title}}}}`;

export type VariantsData = {
  readonly nodes: readonly (Narrowed<VariantFields & {
    readonly inventoryItem: ItemFields;
    readonly product: {
      readonly id: Gid<'Product'>;
      readonly handle: string;
      readonly title: string;
    };
  }> | null)[];
};

export type VariantsVariables = {
  readonly ids: readonly string[];
};

export const FindSkusDocument: GraphqlDocument<FindSkusData, FindSkusVariables> = `query FindSkus($query:String!,$after:String){productVariants(first:50,query:$query,after:$after){nodes{id sku product{handle}}pageInfo{hasNextPage endCursor}}}`;

export type FindSkusData = {
  readonly productVariants: {
    readonly nodes: readonly ({
      readonly id: Gid<'ProductVariant'>;
      readonly sku: string | null;
      readonly product: {
        readonly handle: string;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

export type FindSkusVariables = {
  readonly query: string;
  readonly after?: string | null;
};

export const AllSkusDocument: GraphqlDocument<AllSkusData, AllSkusVariables> = `query AllSkus($after:String){productVariants(first:250,after:$after){nodes{id sku product{handle}}pageInfo{hasNextPage endCursor}}}`;

export type AllSkusData = {
  readonly productVariants: {
    readonly nodes: readonly ({
      readonly id: Gid<'ProductVariant'>;
      readonly sku: string | null;
      readonly product: {
        readonly handle: string;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

export type AllSkusVariables = {
  readonly after?: string | null;
};

export const BarcodesDocument: GraphqlDocument<BarcodesData, BarcodesVariables> = `query Barcodes($ids:[ID!]!){nodes(ids:$ids){...on ProductVariant{id barcodes(first:20){nodes{value type}}}}}`;

export type BarcodesData = {
  readonly nodes: readonly (Narrowed<{
    readonly id: Gid<'ProductVariant'>;
    readonly barcodes: {
      readonly nodes: readonly ({
        readonly value: string;
        readonly type: BarcodeType | null;
      })[];
    };
  }> | null)[];
};

export type BarcodesVariables = {
  readonly ids: readonly string[];
};

export const InventoryLevelsDocument: GraphqlDocument<InventoryLevelsData, InventoryLevelsVariables> = `query InventoryLevels($ids:[ID!]!){nodes(ids:$ids){...on InventoryItem{id inventoryLevels(first:250,includeInactive:true){nodes{${LevelFieldsText}}}}}}`;

export type InventoryLevelsData = {
  readonly nodes: readonly (Narrowed<{
    readonly id: Gid<'InventoryItem'>;
    readonly inventoryLevels: {
      readonly nodes: readonly LevelFields[];
    };
  }> | null)[];
};

export type InventoryLevelsVariables = {
  readonly ids: readonly string[];
};
