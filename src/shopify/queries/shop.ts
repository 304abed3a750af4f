import type { LocationId } from '../../catalog/values/gid';
import type { ShopFacts } from '../../plan/model/snapshot';
import { missingScopes } from '../client/access-scopes';
import type { GraphqlRequest } from '../client/graphql';
import type { Connection } from './nodes';

/** Sources: https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Shop and …/queries/currentAppInstallation */
const DOCUMENT = `query Shop {
  shop { name myshopifyDomain currencyCode }
  currentAppInstallation { accessScopes { handle } }
}`;

/** Apart from the shop, because it needs a scope of its own: a missing one must be named, not hide everything. */
const LOCATIONS = `query Locations {
  locations(first: 250) { nodes { id name } }
}`;

export const shopRequest: GraphqlRequest = { document: DOCUMENT, variables: {}, cost: 3, repeatable: true };

const PRODUCT_COUNT = `query ProductCount {
  productsCount { count }
}`;

export const productCountRequest: GraphqlRequest = {
  document: PRODUCT_COUNT,
  variables: {},
  cost: 10,
  repeatable: true,
};

export function readProductCount(data: unknown): number {
  return (data as { readonly productsCount: { readonly count: number } | null }).productsCount?.count ?? 0;
}

export const locationsRequest: GraphqlRequest = {
  document: LOCATIONS,
  variables: {},
  cost: 13,
  repeatable: true,
};

interface ShopData {
  readonly shop: { readonly name: string; readonly myshopifyDomain: string; readonly currencyCode: string };
  readonly currentAppInstallation: { readonly accessScopes: readonly { readonly handle: string }[] };
}

interface LocationsData {
  readonly locations: Connection<{ readonly id: LocationId; readonly name: string }>;
}

export function readShop(data: unknown): Omit<ShopFacts, 'locations' | 'publishing'> {
  const { shop, currentAppInstallation } = data as ShopData;
  const granted = currentAppInstallation.accessScopes.map(({ handle }) => handle);
  return {
    name: shop.name,
    domain: shop.myshopifyDomain,
    currencyCode: shop.currencyCode,
    accessScopes: granted,
    missingScopes: missingScopes(granted),
  };
}

export function readLocations(data: unknown): ShopFacts['locations'] {
  return (data as LocationsData).locations.nodes.map(({ id, name }) => ({ id, name }));
}
