import type { MediaId, ProductId } from '../../catalog/values/gid';
import { skuKey } from '../../catalog/values/plain-name';
import type { WrittenProduct } from '../../plan/model/batch-outcome';
import type { StoreMedia, StoreVariant } from '../../plan/model/snapshot';
import type { ItemFields, MediaFields, ProductFields, VariantFields } from '../documents/generated/fragments';
import { readFields } from './fields';

/** A variant as every document selects it. */
export type VariantNode = VariantFields & {
  readonly inventoryItem: ItemFields;
  readonly image?: { readonly url: string } | null;
};

/** A product as the mutations answer it. */
export type WrittenNode = ProductFields & {
  readonly media?: { readonly nodes: readonly { readonly id: MediaId }[] };
};

export function toVariant(node: VariantNode, productId: ProductId): StoreVariant {
  return {
    id: node.id,
    productId,
    inventoryItemId: node.inventoryItem.id,
    sku: skuKey(node.sku ?? ''),
    optionValues: node.selectedOptions.map(({ value }) => value),
    fields: readFields('variant', node),
    ...(node.image !== undefined && { image: node.image?.url ?? null }),
  };
}

export function toMedia({ id, alt, image, originUrl, status }: MediaFields): StoreMedia {
  const isProcessing = status === 'UPLOADED' || status === 'PROCESSING';
  return {
    id,
    alt: alt ?? '',
    url: image?.url ?? originUrl ?? null,
    isProcessing,
    isFailed: status === 'FAILED',
  };
}

export function toWrittenProduct(node: WrittenNode): WrittenProduct {
  return {
    id: node.id,
    handle: node.handle,
    fields: readFields('product', node),
    mediaIds: mediaIdsOf(node),
  };
}

export function mediaIdsOf(product: Pick<WrittenNode, 'media'> | null | undefined): MediaId[] {
  return (product?.media?.nodes ?? []).map(({ id }) => id);
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** The cursor of the next page; undefined after the last. */
export function nextCursor(info: PageInfo | undefined): string | undefined {
  return info?.hasNextPage && info.endCursor ? info.endCursor : undefined;
}
