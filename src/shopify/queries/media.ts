import type { MediaId, ProductId, VariantId } from '../../catalog/values/gid';
import type { ImageState } from '../../plan/model/snapshot';
import { type GraphqlRequest, readRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import {
  type CreatedMediaData,
  CreatedMediaDocument,
  type ImagesData,
  ImagesDocument,
  type PhotosData,
  PhotosDocument,
} from '../documents/generated/products';

/** The most ids that one request takes. */
export const IMAGES_PER_REQUEST = 250;

export function imagesRequest(ids: readonly MediaId[]): GraphqlRequest<ImagesData> {
  return readRequest(ImagesDocument, { ids }, 2);
}

export function photosRequest(ids: readonly (ProductId | VariantId)[]): GraphqlRequest<PhotosData> {
  return readRequest(PhotosDocument, { ids }, 3);
}

/** Addresses of the photos of products and variants that have one. */
export function photosIn<Id>(ids: readonly Id[], { nodes }: PhotosData): [Id, string][] {
  return ids.flatMap((id, index): [Id, string][] => {
    const node = nodes[index];
    const url = (node?.image ?? node?.featuredMedia?.image)?.url;
    return url ? [[id, url]] : [];
  });
}

/** An image that is gone comes back as null. */
export function imagesIn(ids: readonly MediaId[], { nodes }: ImagesData): [MediaId, ImageState][] {
  return ids.map((id, index) => [id, stateOf(nodes[index])]);
}

function stateOf(node: ImagesData['nodes'][number] | undefined): ImageState {
  switch (node?.status) {
    case 'UPLOADED':
    case 'PROCESSING':
      return { kind: 'processing' };
    case 'FAILED':
      return { kind: 'failed', reason: node.mediaErrors[0]?.message ?? '' };
    case 'READY':
    case undefined:
      return { kind: 'over' };
  }
}

/** `nodes` is charged once; this bounds the answer's size. */
export const CREATED_PER_REQUEST = 100;
/** The most that a product has. */
const MOST_MEDIA = 250;

/** The images of products that were created in bulk. */
export function createdMediaRequest(ids: readonly ProductId[]): GraphqlRequest<CreatedMediaData> {
  return readRequest(CreatedMediaDocument, { ids }, 1 + connectionCost(MOST_MEDIA, 0));
}

export function createdMediaIn({ nodes }: CreatedMediaData): [ProductId, MediaId[]][] {
  return nodes.flatMap((node): [ProductId, MediaId[]][] =>
    node?.id ? [[node.id, node.media.nodes.map(({ id }) => id)]] : [],
  );
}
