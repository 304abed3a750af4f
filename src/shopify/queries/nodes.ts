import type { InventoryItemId, MediaId, ProductId, VariantId } from '../../catalog/values/gid';
import { skuKey } from '../../catalog/values/plain-name';
import type { WrittenProduct } from '../../plan/model/batch-outcome';
import type { StoreMedia, StoreOption, StoreVariant } from '../../plan/model/snapshot';
import { readFields } from './fields';

/** Objects as the documents of this folder select them. Nullable where the schema says so. */
export interface ProductNode {
  readonly id: ProductId;
  readonly handle: string;
  readonly options?: readonly (Pick<StoreOption, 'name'> & Partial<StoreOption>)[];
  readonly variants?: Connection<VariantNode>;
  readonly media?: Connection<MediaNode>;
  readonly resourcePublicationsV2?: Connection<{ readonly publication: { readonly id: string } }>;
  readonly [field: string]: unknown;
}

export interface VariantNode {
  readonly id: VariantId;
  readonly sku: string | null;
  readonly product?: { readonly id: ProductId };
  readonly selectedOptions: readonly { readonly name: string; readonly value: string }[];
  readonly inventoryItem: { readonly id: InventoryItemId };
  readonly [field: string]: unknown;
}

export interface MediaNode {
  readonly id: MediaId;
  readonly alt: string | null;
  readonly status?: 'UPLOADED' | 'PROCESSING' | 'READY' | 'FAILED';
  readonly image?: { readonly url: string } | null;
}

export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export function toVariant(node: VariantNode, productId: ProductId): StoreVariant {
  return {
    id: node.id,
    productId,
    inventoryItemId: node.inventoryItem.id,
    sku: skuKey(node.sku ?? ''),
    optionValues: node.selectedOptions.map(({ value }) => value),
    fields: readFields('variant', node),
  };
}

export function toMedia({ id, alt, image, status }: MediaNode): StoreMedia {
  const isProcessing = status === 'UPLOADED' || status === 'PROCESSING';
  return { id, alt: alt ?? '', url: image?.url ?? null, isProcessing, isFailed: status === 'FAILED' };
}

export function toWrittenProduct(node: ProductNode): WrittenProduct {
  return {
    id: node.id,
    handle: node.handle,
    fields: readFields('product', node),
    mediaIds: (node.media?.nodes ?? []).map(({ id }) => id),
  };
}
