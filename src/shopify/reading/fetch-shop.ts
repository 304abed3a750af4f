import type { Publishing, ShopFacts } from '../../plan/model/snapshot';
import { type Result, succeed } from '../../ports/problem';
import { missingPublishingScopes } from '../client/access-scopes';
import type { AdminClient } from '../client/admin-client';
import { fetchOne } from '../client/fetch-all';
import {
  locationsIn,
  locationsRequest,
  onlineStoreIn,
  productCountIn,
  productCountRequest,
  publicationsRequest,
  shopIn,
  shopRequest,
} from '../queries/shop';

/** Reads what the app may see of the shop, and leaves out what needs a scope that the app was not given. */
export function fetchShop(client: AdminClient): Result<ShopFacts> {
  const shop = fetchOne(client, shopRequest, shopIn);
  if (!shop.ok) return shop;
  const mayRead = shop.value.accessScopes.some((scope) =>
    /^(read_locations|(read|write)_inventory)$/.test(scope),
  );
  const locations = mayRead ? fetchOne(client, locationsRequest, locationsIn) : succeed([]);
  if (!locations.ok) return locations;
  const publishing = fetchPublishing(client, shop.value.accessScopes);
  return publishing.ok
    ? succeed({ ...shop.value, locations: locations.value, publishing: publishing.value })
    : publishing;
}

/** Only for an app that writes products: the channels of others are none of its business, and hidden from it. */
function fetchPublishing(client: AdminClient, granted: readonly string[]): Result<Publishing> {
  const missing = ['write_products'].filter((scope) => !granted.includes(scope));
  const scopes = [...missing, ...missingPublishingScopes(granted)];
  if (scopes.length > 0) return succeed({ kind: 'missing-scopes', scopes });
  const found = fetchOne(client, publicationsRequest, onlineStoreIn);
  if (!found.ok) return found;
  return succeed(found.value ? { kind: 'possible', onlineStore: found.value } : { kind: 'no-online-store' });
}

export function countProducts(client: AdminClient): Result<number> {
  return fetchOne(client, productCountRequest, productCountIn);
}
