import { scopesLacked } from '../../catalog/values/scope-uses';
import type { Publishing, ShopFacts } from '../../plan/model/snapshot';
import { type ProblemKind, type Result, succeed } from '../../ports/problem';
import type { NextRead } from '../../ports/store';
import type { AdminClient } from '../client/admin-client';
import { fetchOne, readTogether } from '../client/fetch-all';
import type { GraphqlRequest } from '../client/graphql';
import type { LocationsData, PublicationsData, ShopData } from '../documents/generated/shop';
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
import { familyRequests } from './fetch-families';
import type { LookUpAccess } from './fetch-snapshot';
import { type AheadClient, firstRequest, readBoth, readWith } from './read-ahead';

/**
 * Reads what the app may see of the shop, and leaves out what needs a scope that the app was not given. What the scopes that
 * are `known` let it see is read with one request; where one of them was taken away since, with one for each.
 */
export function fetchShop(
  access: ShopAccess,
  known: readonly string[] = [],
  next?: NextRead,
): Result<ShopFacts> {
  const { client } = access;
  if (seesLocations(known) && hiddenChannels(known).length === 0) {
    const together = readTogether([shopRequest, locationsRequest, publicationsRequest]);
    const both = next && fetchBoth(access, { together, known, next });
    // Any other refusal may be of what was read with it.
    if (both && (both.ok || !REFUSED.includes(both.problem.kind))) return both;
    const all = fetchOne(client, together, allIn);
    if (all.ok || all.problem.kind !== 'missing-scope') return all;
  }
  const shop = fetchOne(client, shopRequest, shopIn);
  if (!shop.ok) return shop;
  const granted = shop.value.accessScopes;
  const locations = seesLocations(granted) ? fetchOne(client, locationsRequest, locationsIn) : succeed([]);
  if (!locations.ok) return locations;
  const publishing = fetchPublishing(client, granted);
  return publishing.ok
    ? succeed({ ...shop.value, locations: locations.value, publishing: publishing.value })
    : publishing;
}

export interface ShopAccess extends LookUpAccess {
  readonly client: AheadClient;
}

const REFUSED: readonly ProblemKind[] = ['missing-scope', 'store-error'];

interface Both {
  readonly together: GraphqlRequest;
  readonly known: readonly string[];
  readonly next: NextRead;
}

/** Reads what is needed next with it, or what that begins with. */
function fetchBoth(access: ShopAccess, { together, known, next }: Both): Result<ShopFacts> | undefined {
  const { client } = access;
  if ('facts' in next) {
    const { request, answers } = readWith(together, familyRequests(client, next.facts, known));
    return fetchOne(client, request, (data) => {
      for (const [part, reply] of answers(data as Answered)) client.keep(part, reply);
      return allIn(data);
    });
  }
  const first = firstRequest(access, next.needs);
  const both = first && readBoth(together, first);
  if (!both) return undefined;
  return fetchOne(client, both, (data) => {
    client.keep(first, { kind: 'answered', data: data as Answered, errors: [] });
    return allIn(data);
  });
}

type Answered = Readonly<Record<string, unknown>>;

function allIn(data: unknown): ShopFacts {
  // The three documents together, as each of them is typed.
  const all = data as ShopData & LocationsData & PublicationsData;
  const shop = shopIn(all);
  const scopes = hiddenChannels(shop.accessScopes);
  const publishing = scopes.length > 0 ? { kind: 'missing-scopes' as const, scopes } : publishingIn(all);
  return { ...shop, locations: locationsIn(all), publishing };
}

function seesLocations(granted: readonly string[]): boolean {
  return granted.some((scope) => /^(read_locations|(read|write)_inventory)$/.test(scope));
}

/** Only an app that writes products is shown the channels; other apps do not need them. */
function hiddenChannels(granted: readonly string[]): readonly string[] {
  const missing = ['write_products'].filter((scope) => !granted.includes(scope));
  return [...missing, ...scopesLacked('publishing', granted)];
}

function fetchPublishing(client: AdminClient, granted: readonly string[]): Result<Publishing> {
  const scopes = hiddenChannels(granted);
  if (scopes.length > 0) return succeed({ kind: 'missing-scopes', scopes });
  return fetchOne(client, publicationsRequest, publishingIn);
}

function publishingIn(data: PublicationsData): Publishing {
  const onlineStore = onlineStoreIn(data);
  return onlineStore ? { kind: 'possible', onlineStore } : { kind: 'no-online-store' };
}

export function countProducts(client: AdminClient): Result<number> {
  return fetchOne(client, productCountRequest, productCountIn);
}
