// Written by `npm run codegen` from the .graphql files of the folder above.
import type { Gid } from '../../../catalog/values/gid';
import type { GraphqlDocument, Narrowed } from '../document';
import { type CollectionNames, CollectionNamesText } from './fragments';

export const CollectionsDocument: GraphqlDocument<CollectionsData, CollectionsVariables> = `query Collections($after:String){collections(first:250,after:$after,sortKey:ID){nodes{id handle title sources{...on CollectionConditionsSource{inclusion{conditions{id}}}}}pageInfo{hasNextPage endCursor}}}`;

export type CollectionsData = {
  readonly collections: {
    readonly nodes: readonly ({
      readonly id: Gid<'Collection'>;
      readonly handle: string;
      readonly title: string;
      readonly sources: readonly (Narrowed<{
        readonly inclusion: {
          readonly conditions: readonly ({
            readonly id: Gid<'CollectionSourceInclusionConditionMetafieldBoolean' | 'CollectionSourceInclusionConditionMetafieldDecimal' | 'CollectionSourceInclusionConditionMetafieldInteger' | 'CollectionSourceInclusionConditionMetafieldMetaobject' | 'CollectionSourceInclusionConditionMetafieldMetaobjectList' | 'CollectionSourceInclusionConditionMetafieldString' | 'CollectionSourceInclusionConditionMetafieldStringList' | 'CollectionSourceInclusionConditionProductCategory' | 'CollectionSourceInclusionConditionProductStatus' | 'CollectionSourceInclusionConditionProductTag' | 'CollectionSourceInclusionConditionProductTitle' | 'CollectionSourceInclusionConditionProductType' | 'CollectionSourceInclusionConditionProductVendor' | 'CollectionSourceInclusionConditionUnknown' | 'CollectionSourceInclusionConditionVariantCompareAtPrice' | 'CollectionSourceInclusionConditionVariantInventory' | 'CollectionSourceInclusionConditionVariantPrice' | 'CollectionSourceInclusionConditionVariantTitle' | 'CollectionSourceInclusionConditionVariantWeight'>;
          })[];
        };
      }>)[];
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

export type CollectionsVariables = {
  readonly after?: string | null;
};

export const ProductCollectionsDocument: GraphqlDocument<ProductCollectionsData, ProductCollectionsVariables> = `query ProductCollections($ids:[ID!]!){nodes(ids:$ids){...on Product{id collections(first:250){nodes{${CollectionNamesText}}pageInfo{hasNextPage endCursor}}}}}`;

export type ProductCollectionsData = {
  readonly nodes: readonly (Narrowed<{
    readonly id: Gid<'Product'>;
    readonly collections: {
      readonly nodes: readonly CollectionNames[];
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
    };
  }> | null)[];
};

export type ProductCollectionsVariables = {
  readonly ids: readonly string[];
};

export const MoreCollectionsDocument: GraphqlDocument<MoreCollectionsData, MoreCollectionsVariables> = `query MoreCollections($id:ID!,$after:String!){product(id:$id){collections(first:250,after:$after){nodes{${CollectionNamesText}}pageInfo{hasNextPage endCursor}}}}`;

export type MoreCollectionsData = {
  readonly product: {
    readonly collections: {
      readonly nodes: readonly CollectionNames[];
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
    };
  } | null;
};

export type MoreCollectionsVariables = {
  readonly id: string;
  readonly after: string;
};
