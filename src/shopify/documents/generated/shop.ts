// Written by `npm run codegen` from the .graphql files of the folder above.
import type { Gid } from '../../../catalog/values/gid';
import type { GraphqlDocument, Narrowed } from '../document';
import type { CurrencyCode } from './schema-types';

export const ShopDocument: GraphqlDocument<ShopData, ShopVariables> = `query Shop{shop{name myshopifyDomain currencyCode}currentAppInstallation{accessScopes{handle}}}`;

export type ShopData = {
  readonly shop: {
    readonly name: string;
    readonly myshopifyDomain: string;
    readonly currencyCode: CurrencyCode;
  };
  readonly currentAppInstallation: {
    readonly accessScopes: readonly {
      readonly handle: string;
    }[];
  };
};

export type ShopVariables = Record<string, never>;

export const LocationsDocument: GraphqlDocument<LocationsData, LocationsVariables> = `query Locations{locations(first:250){nodes{id name}}}`;

export type LocationsData = {
  readonly locations: {
    readonly nodes: readonly {
      readonly id: Gid<'Location'>;
      readonly name: string;
    }[];
  };
};

export type LocationsVariables = Record<string, never>;

export const ProductCountDocument: GraphqlDocument<ProductCountData, ProductCountVariables> = `query ProductCount{productsCount{count}}`;

export type ProductCountData = {
  readonly productsCount: {
    readonly count: number;
  } | null;
};

export type ProductCountVariables = Record<string, never>;

export const ShopSizeDocument: GraphqlDocument<ShopSizeData, ShopSizeVariables> = `query ShopSize{productsCount(limit:null){count}productVariantsCount(limit:null){count}}`;

export type ShopSizeData = {
  readonly productsCount: {
    readonly count: number;
  } | null;
  readonly productVariantsCount: {
    readonly count: number;
  } | null;
};

export type ShopSizeVariables = Record<string, never>;

export const PublicationsDocument: GraphqlDocument<PublicationsData, PublicationsVariables> = `query Publications{publications(first:50,catalogType:APP){nodes{id catalog{...on AppCatalog{apps(first:1){nodes{handle title}}}}}}}`;

export type PublicationsData = {
  readonly publications: {
    readonly nodes: readonly ({
      readonly id: Gid<'Publication'>;
      readonly catalog: Narrowed<{
        readonly apps: {
          readonly nodes: readonly ({
            readonly handle: string | null;
            readonly title: string;
          })[];
        };
      }> | null;
    })[];
  };
};

export type PublicationsVariables = Record<string, never>;
