import type { PublicationId } from '../../catalog/values/gid';
import { ONLINE_STORE, type ShopGroup } from '../../catalog/values/memberships';
import type { ShopFacts } from '../../plan/model/snapshot';
import { missingScopes } from '../client/access-scopes';
import { readRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import {
  type LocationsData,
  LocationsDocument,
  type ProductCountData,
  ProductCountDocument,
  type PublicationsData,
  PublicationsDocument,
  type ShopData,
  ShopDocument,
  type ShopSizeData,
  ShopSizeDocument,
} from '../documents/generated/shop';

export const shopRequest = readRequest(ShopDocument, {}, 3);

export function shopIn({
  shop,
  currentAppInstallation,
}: ShopData): Omit<ShopFacts, 'locations' | 'publishing'> {
  const granted = currentAppInstallation.accessScopes.map(({ handle }) => handle);
  return {
    name: shop.name,
    domain: shop.myshopifyDomain,
    currencyCode: shop.currencyCode,
    accessScopes: granted,
    missingScopes: missingScopes(granted),
  };
}

export const locationsRequest = readRequest(LocationsDocument, {}, 13);

export function locationsIn({ locations }: LocationsData): ShopFacts['locations'] {
  return locations.nodes;
}

/** Each count costs ten points (recorded). */
export const COUNT_COST = 10;

export const productCountRequest = readRequest(ProductCountDocument, {}, COUNT_COST);

export function productCountIn({ productsCount }: ProductCountData): number {
  return productsCount?.count ?? 0;
}

export interface ShopSize {
  readonly products: number;
  readonly variants: number;
}

export const shopSizeRequest = readRequest(ShopSizeDocument, {}, 2 * COUNT_COST);

export function shopSizeIn({ productsCount, productVariantsCount }: ShopSizeData): ShopSize {
  return { products: productsCount?.count ?? 0, variants: productVariantsCount?.count ?? 0 };
}

/** More channels than a shop has. */
export const CHANNELS = 50;

export const publicationsRequest = readRequest(PublicationsDocument, {}, connectionCost(CHANNELS, 4));

/** Null where the shop sells elsewhere only. */
export function onlineStoreIn({ publications }: PublicationsData): PublicationId | null {
  const isOnlineStore = ({ catalog }: PublicationsData['publications']['nodes'][number]) =>
    catalog?.apps?.nodes.some(({ handle }) => handle === ONLINE_STORE) ?? false;
  return publications.nodes.find(isOnlineStore)?.id ?? null;
}

/** Sales channels by the app behind each; of one without an app nobody knows what it is called. */
export function channelsIn({ publications }: PublicationsData): readonly ShopGroup[] {
  return publications.nodes.flatMap(({ id, catalog }) =>
    (catalog?.apps?.nodes ?? [])
      .slice(0, 1)
      .map(({ title, handle }) => ({ id, title, handle: handle ?? '' })),
  );
}
