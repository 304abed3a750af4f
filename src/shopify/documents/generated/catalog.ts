// Written by `npm run codegen` from the .graphql files of the folder above.
import type { Gid } from '../../../catalog/values/gid';
import type { GraphqlDocument } from '../document';

export const FoundProductsDocument: GraphqlDocument<FoundProductsData, FoundProductsVariables> = `query FoundProducts($search:String!,$after:String){products(first:250,query:$search,after:$after,sortKey:ID){nodes{id}pageInfo{hasNextPage endCursor}}}`;

export type FoundProductsData = {
  readonly products: {
    readonly nodes: readonly {
      readonly id: Gid<'Product'>;
    }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

export type FoundProductsVariables = {
  readonly search: string;
  readonly after?: string | null;
};

export const CatalogSizeDocument: GraphqlDocument<CatalogSizeData, CatalogSizeVariables> = `query CatalogSize($search:String!){productsCount(query:$search,limit:null){count}products(first:250,query:$search,sortKey:ID){nodes{variantsCount{count}mediaCount{count}}pageInfo{hasNextPage}}}`;

export type CatalogSizeData = {
  readonly productsCount: {
    readonly count: number;
  } | null;
  readonly products: {
    readonly nodes: readonly ({
      readonly variantsCount: {
        readonly count: number;
      } | null;
      readonly mediaCount: {
        readonly count: number;
      } | null;
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
    };
  };
};

export type CatalogSizeVariables = {
  readonly search: string;
};

export const FindCollectionsDocument: GraphqlDocument<FindCollectionsData, FindCollectionsVariables> = `query FindCollections($search:String!){collections(first:50,query:$search){nodes{id handle title}}}`;

export type FindCollectionsData = {
  readonly collections: {
    readonly nodes: readonly {
      readonly id: Gid<'Collection'>;
      readonly handle: string;
      readonly title: string;
    }[];
  };
};

export type FindCollectionsVariables = {
  readonly search: string;
};
