import type { FamilyFact, FamilyFacts } from '../../catalog/columns/column';
import type { MetafieldDefinition } from '../../catalog/metafields/definitions';
import { type Result, succeed } from '../../ports/problem';
import type { AdminClient } from '../client/admin-client';
import { fetchAll } from '../client/fetch-all';
import { type DefinitionPage, definitionsIn, definitionsRequest } from '../queries/metafields';
import { fetchCollections } from './read-collections';

type Fetch<Fact extends FamilyFact> = (
  client: AdminClient,
  granted: readonly string[],
) => Result<NonNullable<FamilyFacts[Fact]>>;

/** How each kind of facts is read. */
const FETCH: { readonly [Fact in FamilyFact]-?: Fetch<Fact> } = {
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

/** All definitions of products and variants. */
function fetchDefinitions(client: AdminClient): Result<readonly MetafieldDefinition[]> {
  const definitions: MetafieldDefinition[] = [];
  let pages: DefinitionPage[] = [{ level: 'product' }, { level: 'variant' }];
  while (pages.length > 0) {
    const next: DefinitionPage[] = [];
    const read = fetchAll(client, pages, definitionsRequest, (page, data) => {
      const { found, next: more } = definitionsIn(page, data);
      definitions.push(...found);
      if (more) next.push(more);
    });
    if (!read.ok) return read;
    pages = next;
  }
  return succeed(definitions);
}
