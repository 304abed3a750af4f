// Written by `npm run codegen` from the .graphql files of the folder above.
import type { Gid } from '../../../catalog/values/gid';
import type { GraphqlDocument, Narrowed } from '../document';
import type { CatalogStatus, CatalogType, CurrencyCode, MarketType, PriceListAdjustmentType, PriceListPriceInput, PriceListPriceUserErrorCode, QuantityPricingByVariantUpdateInput, QuantityPricingByVariantUserErrorCode } from './schema-types';

export const CatalogsDocument: GraphqlDocument<CatalogsData, CatalogsVariables> = `query Catalogs($type:CatalogType!,$after:String,$withMarkets:Boolean!){catalogs(first:50,type:$type,after:$after){nodes{title status priceList{id currency parent{adjustment{type value}}}publication{id}...on MarketCatalog{markets(first:10)@include(if:$withMarkets){nodes{name type}}}}pageInfo{hasNextPage endCursor}}}`;

export type CatalogsData = {
  readonly catalogs: {
    readonly nodes: readonly (Partial<{
      readonly markets?: {
        readonly nodes: readonly {
          readonly name: string;
          readonly type: MarketType;
        }[];
      };
    }> & {
      readonly title: string;
      readonly status: CatalogStatus;
      readonly priceList: {
        readonly id: Gid<'PriceList'>;
        readonly currency: CurrencyCode;
        readonly parent: {
          readonly adjustment: {
            readonly type: PriceListAdjustmentType;
            readonly value: number;
          };
        } | null;
      } | null;
      readonly publication: {
        readonly id: Gid<'Publication'>;
      } | null;
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  };
};

export type CatalogsVariables = {
  readonly type: CatalogType;
  readonly after?: string | null;
  readonly withMarkets: boolean;
};

export const ListPricesDocument: GraphqlDocument<ListPricesData, ListPricesVariables> = `query ListPrices($list:ID!,$query:String,$after:String){priceList(id:$list){fixedPricesCount prices(first:250,originType:FIXED,query:$query,after:$after){nodes{variant{id}price{amount}compareAtPrice{amount}}pageInfo{hasNextPage endCursor}}}}`;

export type ListPricesData = {
  readonly priceList: {
    readonly fixedPricesCount: number;
    readonly prices: {
      readonly nodes: readonly ({
        readonly variant: {
          readonly id: Gid<'ProductVariant'>;
        };
        readonly price: {
          readonly amount: string;
        };
        readonly compareAtPrice: {
          readonly amount: string;
        } | null;
      })[];
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
    };
  } | null;
};

export type ListPricesVariables = {
  readonly list: string;
  readonly query?: string | null;
  readonly after?: string | null;
};

export const ListSizesDocument: GraphqlDocument<ListSizesData, ListSizesVariables> = `query ListSizes{priceLists(first:250){nodes{fixedPricesCount}pageInfo{hasNextPage}}}`;

export type ListSizesData = {
  readonly priceLists: {
    readonly nodes: readonly {
      readonly fixedPricesCount: number;
    }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
    };
  };
};

export type ListSizesVariables = Record<string, never>;

export const QuantityRulesDocument: GraphqlDocument<QuantityRulesData, QuantityRulesVariables> = `query QuantityRules($list:ID!,$after:String){priceList(id:$list){quantityRules(first:250,originType:FIXED,after:$after){nodes{minimum maximum increment productVariant{id}}pageInfo{hasNextPage endCursor}}}}`;

export type QuantityRulesData = {
  readonly priceList: {
    readonly quantityRules: {
      readonly nodes: readonly ({
        readonly minimum: number;
        readonly maximum: number | null;
        readonly increment: number;
        readonly productVariant: {
          readonly id: Gid<'ProductVariant'>;
        };
      })[];
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
    };
  } | null;
};

export type QuantityRulesVariables = {
  readonly list: string;
  readonly after?: string | null;
};

export const QuantityPricesDocument: GraphqlDocument<QuantityPricesData, QuantityPricesVariables> = `query QuantityPrices($list:ID!,$query:String,$after:String){priceList(id:$list){fixedPricesCount prices(first:100,originType:FIXED,query:$query,after:$after){nodes{variant{id}quantityPriceBreaks(first:50){nodes{minimumQuantity price{amount}}}}pageInfo{hasNextPage endCursor}}}}`;

export type QuantityPricesData = {
  readonly priceList: {
    readonly fixedPricesCount: number;
    readonly prices: {
      readonly nodes: readonly {
        readonly variant: {
          readonly id: Gid<'ProductVariant'>;
        };
        readonly quantityPriceBreaks: {
          readonly nodes: readonly {
            readonly minimumQuantity: number;
            readonly price: {
              readonly amount: string;
            };
          }[];
        };
      }[];
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
    };
  } | null;
};

export type QuantityPricesVariables = {
  readonly list: string;
  readonly query?: string | null;
  readonly after?: string | null;
};

export const IncludedProductsDocument: GraphqlDocument<IncludedProductsData, IncludedProductsVariables> = `query IncludedProducts($ids:[ID!]!,$publication:ID!){nodes(ids:$ids){...on Product{id publishedOnPublication(publicationId:$publication)resourcePublicationsV2(first:50,onlyPublished:false){nodes{publication{id}}}}}}`;

export type IncludedProductsData = {
  readonly nodes: readonly (Narrowed<{
    readonly id: Gid<'Product'>;
    readonly publishedOnPublication: boolean;
    readonly resourcePublicationsV2: {
      readonly nodes: readonly {
        readonly publication: {
          readonly id: Gid<'Publication'>;
        };
      }[];
    };
  }> | null)[];
};

export type IncludedProductsVariables = {
  readonly ids: readonly string[];
  readonly publication: string;
};

export const SetListPricesDocument: GraphqlDocument<SetListPricesData, SetListPricesVariables> = `mutation SetListPrices($list:ID!,$prices:[PriceListPriceInput!]!,$removed:[ID!]!){priceListFixedPricesUpdate(priceListId:$list,pricesToAdd:$prices,variantIdsToDelete:$removed){pricesAdded{variant{id}price{amount}compareAtPrice{amount}}userErrors{code field message}}}`;

export type SetListPricesData = {
  readonly priceListFixedPricesUpdate: {
    readonly pricesAdded: readonly ({
      readonly variant: {
        readonly id: Gid<'ProductVariant'>;
      };
      readonly price: {
        readonly amount: string;
      };
      readonly compareAtPrice: {
        readonly amount: string;
      } | null;
    })[] | null;
    readonly userErrors: readonly ({
      readonly code: PriceListPriceUserErrorCode | null;
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type SetListPricesVariables = {
  readonly list: string;
  readonly prices: readonly PriceListPriceInput[];
  readonly removed: readonly string[];
};

export const SetQuantityPricingDocument: GraphqlDocument<SetQuantityPricingData, SetQuantityPricingVariables> = `mutation SetQuantityPricing($list:ID!,$input:QuantityPricingByVariantUpdateInput!){quantityPricingByVariantUpdate(priceListId:$list,input:$input){productVariants{id}userErrors{code field message}}}`;

export type SetQuantityPricingData = {
  readonly quantityPricingByVariantUpdate: {
    readonly productVariants: readonly {
      readonly id: Gid<'ProductVariant'>;
    }[] | null;
    readonly userErrors: readonly ({
      readonly code: QuantityPricingByVariantUserErrorCode | null;
      readonly field: readonly string[] | null;
      readonly message: string;
    })[];
  } | null;
};

export type SetQuantityPricingVariables = {
  readonly list: string;
  readonly input: QuantityPricingByVariantUpdateInput;
};
