import type { FamilyFact, FamilyFacts } from '../../catalog/columns/column';
import type { Catalog, Catalogs } from '../../catalog/markets/catalogs';
import type { MetafieldDefinition } from '../../catalog/metafields/definitions';
import { scopesLacked } from '../../catalog/values/scope-uses';
import { type Result, succeed } from '../../ports/problem';
import type { AdminClient } from '../client/admin-client';
import { fetchOne, fetchPages } from '../client/fetch-all';
import type { GraphqlRequest } from '../client/graphql';
import { type CatalogPage, catalogsIn, catalogsRequest } from '../queries/markets';
import { type DefinitionPage, definitionsIn, definitionsRequest } from '../queries/metafields';
import { channelsIn, publicationsRequest } from '../queries/shop';
import { firstRequests } from './read-ahead';
import { fetchCollections } from './read-collections';

type Fetch<Fact extends FamilyFact> = (
  client: AdminClient,
  granted: readonly string[],
) => Result<NonNullable<FamilyFacts[Fact]>>;

/** How each kind of facts is read. */
const FETCH: { readonly [Fact in FamilyFact]-?: Fetch<Fact> } = {
  catalogs: fetchCatalogs,
  channels: (client, granted) =>
    scopesLacked('publishing', granted).length > 0
      ? succeed([])
      : fetchOne(client, publicationsRequest, channelsIn),
  collections: fetchCollections,
  definitions: fetchDefinitions,
};

export function fetchFamilies(
  client: AdminClient,
  facts: readonly FamilyFact[],
  granted: readonly string[],
): Result<FamilyFacts> {
  let known: FamilyFacts = {};
  for (const fact of facts) {
    const read = FETCH[fact](client, granted);
    if (!read.ok) return read;
    known = { ...known, [fact]: read.value };
  }
  return succeed(known);
}

/** The requests with which reading each of these begins. */
export function familyRequests(
  client: AdminClient,
  facts: readonly FamilyFact[],
  granted: readonly string[],
): readonly GraphqlRequest[] {
  return facts.flatMap((fact) => firstRequests(client, (listening) => FETCH[fact](listening, granted)));
}

/** All definitions of products and variants. */
function fetchDefinitions(client: AdminClient): Result<readonly MetafieldDefinition[]> {
  const first: readonly DefinitionPage[] = [{ level: 'product' }, { level: 'variant' }];
  return fetchPages(client, first, { request: definitionsRequest, foundIn: definitionsIn });
}

/** Catalogs of markets and of companies' locations; the names of markets only where the app may read them. */
function fetchCatalogs(client: AdminClient, granted: readonly string[]): Result<Catalogs> {
  const lacked = scopesLacked('marketNames', granted);
  const withMarkets = lacked.length === 0;
  const first = (['MARKET', 'COMPANY_LOCATION'] as const).map((type): CatalogPage => ({ type, withMarkets }));
  const all: Result<readonly Catalog[]> = fetchPages(client, first, {
    request: catalogsRequest,
    foundIn: catalogsIn,
  });
  return all.ok ? succeed({ all: all.value, lacked }) : all;
}
