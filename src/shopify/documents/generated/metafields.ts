// Written by `npm run codegen` from the .graphql files of the folder above.
import type { Gid } from '../../../catalog/values/gid';
import type { GraphqlDocument, Narrowed } from '../document';
import { type ValueFields, ValueFieldsText } from './fragments';
import type { MetafieldAdminAccess, MetafieldIdentifierInput, MetafieldOwnerType, MetafieldsSetInput, MetafieldsSetUserErrorCode } from './schema-types';

export const DefinitionsDocument: GraphqlDocument<DefinitionsData, DefinitionsVariables> = `query Definitions($owner:MetafieldOwnerType!,$after:String){metafieldDefinitions(ownerType:$owner,first:250,after:$after){nodes{namespace key name type{name}access{admin}validations{name value}}pageInfo{hasNextPage endCursor}}}`;

export type DefinitionsData = {
  readonly metafieldDefinitions: {
    readonly nodes: readonly ({
      readonly namespace: string;
      readonly key: string;
      readonly name: string;
      readonly type: {
        readonly name: string;
      };
      readonly access: {
        readonly admin: MetafieldAdminAccess | null;
      };
      readonly validations: readonly ({
        readonly name: string;
        readonly value: string | null;
      })[];
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

export type DefinitionsVariables = {
  readonly owner: MetafieldOwnerType;
  readonly after?: string | null;
};

export const ProductValuesDocument: GraphqlDocument<ProductValuesData, ProductValuesVariables> = `query ProductValues($ids:[ID!]!,$keys:[String!]!,$first:Int!){nodes(ids:$ids){...on Product{id metafields(first:$first,keys:$keys){nodes{${ValueFieldsText}}}}}}`;

export type ProductValuesData = {
  readonly nodes: readonly (Narrowed<{
    readonly id: Gid<'Product'>;
    readonly metafields: {
      readonly nodes: readonly ValueFields[];
    };
  }> | null)[];
};

export type ProductValuesVariables = {
  readonly ids: readonly string[];
  readonly keys: readonly string[];
  readonly first: number;
};

export const VariantValuesDocument: GraphqlDocument<VariantValuesData, VariantValuesVariables> = `query VariantValues($ids:[ID!]!,$keys:[String!]!,$first:Int!){nodes(ids:$ids){...on ProductVariant{id metafields(first:$first,keys:$keys){nodes{${ValueFieldsText}}}}}}`;

export type VariantValuesData = {
  readonly nodes: readonly (Narrowed<{
    readonly id: Gid<'ProductVariant'>;
    readonly metafields: {
      readonly nodes: readonly ValueFields[];
    };
  }> | null)[];
};

export type VariantValuesVariables = {
  readonly ids: readonly string[];
  readonly keys: readonly string[];
  readonly first: number;
};

export const SetValuesDocument: GraphqlDocument<SetValuesData, SetValuesVariables> = `mutation SetValues($metafields:[MetafieldsSetInput!]!){metafieldsSet(metafields:$metafields){metafields{key value}userErrors{code field message}}}`;

export type SetValuesData = {
  readonly metafieldsSet: {
    readonly metafields: readonly {
      readonly key: string;
      readonly value: string;
    }[] | null;
    readonly userErrors: readonly ({
      readonly code: MetafieldsSetUserErrorCode | null;
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type SetValuesVariables = {
  readonly metafields: readonly MetafieldsSetInput[];
};

export const ClearValuesDocument: GraphqlDocument<ClearValuesData, ClearValuesVariables> = `mutation ClearValues($metafields:[MetafieldIdentifierInput!]!){metafieldsDelete(metafields:$metafields){deletedMetafields{key}userErrors{field message}}}`;

export type ClearValuesData = {
  readonly metafieldsDelete: {
    readonly deletedMetafields: readonly ({
      readonly key: string;
    } | null)[] | null;
    readonly userErrors: readonly ({
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type ClearValuesVariables = {
  readonly metafields: readonly MetafieldIdentifierInput[];
};

export const EntryNamesDocument: GraphqlDocument<EntryNamesData, EntryNamesVariables> = `query EntryNames($ids:[ID!]!){nodes(ids:$ids){...on Metaobject{id handle}}}`;

export type EntryNamesData = {
  readonly nodes: readonly (Narrowed<{
    readonly id: Gid<'Metaobject'>;
    readonly handle: string;
  }> | null)[];
};

export type EntryNamesVariables = {
  readonly ids: readonly string[];
};
