import type { PublicationId } from '../../catalog/values/gid';
import type { GraphqlRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import type { Connection } from './nodes';

/** More channels than a shop has. */
export const CHANNELS = 50;

/**
 * The shop's sales channels. A publication's own name is deprecated and its catalog's title may be a number; the app
 * behind it says which channel it is, in every language.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/queries/publications
 */
const DOCUMENT = `query Publications {
  publications(first: ${CHANNELS}, catalogType: APP) {
    nodes { id catalog { ... on AppCatalog { apps(first: 1) { nodes { handle } } } } }
  }
}`;

const ONLINE_STORE = 'online_store';

export const publicationsRequest: GraphqlRequest = {
  document: DOCUMENT,
  variables: {},
  cost: connectionCost(CHANNELS, 4),
  repeatable: true,
};

interface PublicationNode {
  readonly id: PublicationId;
  readonly catalog: { readonly apps?: Connection<{ readonly handle: string | null }> } | null;
}

/** Null where the shop sells elsewhere only. */
export function readOnlineStore(data: unknown): PublicationId | null {
  const { publications } = data as { readonly publications: Connection<PublicationNode> };
  const isOnlineStore = ({ catalog }: PublicationNode) =>
    catalog?.apps?.nodes.some(({ handle }) => handle === ONLINE_STORE) ?? false;
  return publications.nodes.find(isOnlineStore)?.id ?? null;
}
