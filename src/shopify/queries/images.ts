import type { MediaId } from '../../catalog/values/gid';
import type { ImageState } from '../../plan/model/snapshot';
import type { GraphqlRequest } from '../client/graphql';

/** The most ids that one request takes. */
export const IMAGES_PER_REQUEST = 250;

/** Source: https://shopify.dev/docs/api/admin-graphql/2026-10/objects/MediaImage */
export function imagesRequest(ids: readonly MediaId[]): GraphqlRequest {
  return {
    document: `query Images($ids: [ID!]!) {
  nodes(ids: $ids) { ... on MediaImage { id status mediaErrors { message } } }
}`,
    variables: { ids },
    cost: 2,
    repeatable: true,
  };
}

interface ImageNode {
  readonly id?: MediaId;
  readonly status?: 'UPLOADED' | 'PROCESSING' | 'READY' | 'FAILED';
  readonly mediaErrors?: readonly { readonly message: string }[];
}

/** An image that is gone comes back as null. */
export function readImages(ids: readonly MediaId[], data: unknown): [MediaId, ImageState][] {
  const { nodes } = data as { readonly nodes: readonly (ImageNode | null)[] };
  return ids.map((id, index) => [id, stateOf(nodes[index])]);
}

function stateOf(node: ImageNode | null | undefined): ImageState {
  switch (node?.status) {
    case 'UPLOADED':
    case 'PROCESSING':
      return { kind: 'processing' };
    case 'FAILED':
      return { kind: 'failed', reason: node.mediaErrors?.[0]?.message ?? '' };
    case 'READY':
    case undefined:
      return { kind: 'over' };
  }
}
