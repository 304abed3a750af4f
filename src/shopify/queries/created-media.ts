import type { MediaId, ProductId } from '../../catalog/values/gid';
import type { GraphqlRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import type { Connection } from './nodes';

/** `nodes` is charged once; this bounds the answer's size. */
export const CREATED_PER_REQUEST = 100;
/** The most that a product has. */
const MOST_MEDIA = 250;

/** The images of products that were created in bulk, where an answer has room for one connection: their variants. */
export function createdMediaRequest(ids: readonly ProductId[]): GraphqlRequest {
  return {
    document: `query CreatedMedia($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Product { id media(first: ${MOST_MEDIA}) { nodes { id } } }
  }
}`,
    variables: { ids },
    cost: 1 + connectionCost(MOST_MEDIA, 0),
    repeatable: true,
  };
}

export function readCreatedMedia(data: unknown): [ProductId, MediaId[]][] {
  const { nodes } = data as {
    readonly nodes: readonly ({
      readonly id: ProductId;
      readonly media: Connection<{ readonly id: MediaId }>;
    } | null)[];
  };
  return nodes.flatMap((node) =>
    node ? [[node.id, node.media.nodes.map(({ id }) => id)] as [ProductId, MediaId[]]] : [],
  );
}
