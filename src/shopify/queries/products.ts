import { shopifyFields } from '../../catalog/columns/columns';
import type { ProductId, PublicationId } from '../../catalog/values/gid';
import { cellName, membership, ONLINE_STORE } from '../../catalog/values/memberships';
import { DEFAULT_OPTION_NAME, DEFAULT_OPTION_VALUE } from '../../catalog/values/names';
import type { SnapshotNeeds, StoreFields, StoreProduct } from '../../plan/model/snapshot';
import { type GraphqlRequest, readRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import type { MediaFields, ProductFields } from '../documents/generated/fragments';
import {
  type FindHandlesData,
  findHandlesDocument,
  type MoreVariantsData,
  MoreVariantsDocument,
  type ProductsData,
  ProductsDocument,
} from '../documents/generated/products';
import { PRODUCT_OBJECTS, readFields, VARIANT_OBJECTS } from './fields';
import { nextCursor, toMedia, toVariant, type VariantNode } from './nodes';
import { CHANNELS } from './shop';

/** Handles asked for in one request; each is an object of its own and costs a point. */
export const HANDLES_PER_REQUEST = 100;
/** `nodes` is charged once; this and the page of variants bound the answer's size, not its cost. */
export const PRODUCTS_PER_REQUEST = 100;
/** Most products have few variants; what one has beyond this page takes a request of its own. */
const FIRST_VARIANTS = 100;
/** The most that Shopify takes, of variants in a page and of media in a product. */
const PAGE = 250;

/** Which handles exist. */
export function handlesRequest(handles: readonly string[]): GraphqlRequest<FindHandlesData> {
  return readRequest(
    findHandlesDocument(handles.length),
    Object.fromEntries(handles.map((handle, index) => [`h${index}`, handle])),
    handles.length,
  );
}

export function handlesIn(handles: readonly string[], found: FindHandlesData): [string, ProductId | null][] {
  return handles.map((handle, index) => [handle, found[`h${index}`]?.id ?? null]);
}

/** Parts of a product that are read besides its variants. */
export type ProductParts = Pick<
  SnapshotNeeds,
  'media' | 'descriptions' | 'onlineStore' | 'channels' | 'options' | 'variantImages'
>;

/** The conditions of the documents of products. */
export function included({
  media,
  descriptions,
  onlineStore,
  channels,
  options = false,
  variantImages = false,
}: ProductParts) {
  return {
    media,
    descriptions,
    variantImages,
    optionIds: options,
    publishing: onlineStore !== null || channels !== undefined,
  };
}

export function productsRequest(
  ids: readonly ProductId[],
  parts: ProductParts,
): GraphqlRequest<ProductsData> {
  return readRequest(ProductsDocument, { ids, ...included(parts) }, productsCost(parts));
}

export function productsCost({ media, onlineStore, channels, options, variantImages }: ProductParts): number {
  return (
    2 +
    (options ? 2 : 0) +
    PRODUCT_OBJECTS +
    connectionCost(FIRST_VARIANTS, VARIANT_OBJECTS + (variantImages ? 1 : 0)) +
    (media ? connectionCost(PAGE, 1) : 0) +
    (onlineStore || channels ? connectionCost(CHANNELS, 1) : 0)
  );
}

export function moreVariantsRequest(
  { product: { id }, nextCursor: after = '' }: ProductPage,
  { variantImages = false }: Pick<ProductParts, 'variantImages'>,
): GraphqlRequest<MoreVariantsData> {
  const objects = VARIANT_OBJECTS + (variantImages ? 1 : 0);
  return readRequest(MoreVariantsDocument, { id, after, variantImages }, 1 + connectionCost(PAGE, objects));
}

/** A product as read so far, and where its next page of variants begins. */
export interface ProductPage {
  readonly product: StoreProduct;
  readonly nextCursor: string | undefined;
}

/** Ids that no longer exist come back as null and are left out. */
export function productsIn({ nodes }: ProductsData, shown: ShownOn): ProductPage[] {
  return nodes.flatMap((node) =>
    node?.id ? [{ product: toProduct(node, shown), nextCursor: nextCursor(node.variants.pageInfo) }] : [],
  );
}

/** The product with one more page of its variants. */
export function withMoreVariants({ product }: ProductPage, data: MoreVariantsData): ProductPage {
  const { variants } = data.product ?? {};
  const more = (variants?.nodes ?? []).map((node) => toVariant(node, product.id));
  return {
    product: { ...product, variants: [...product.variants, ...more] },
    nextCursor: nextCursor(variants?.pageInfo),
  };
}

type OptionNode = Extract<ProductsData['nodes'][number], { readonly id: ProductId }>['options'][number];

/** A product with what was asked for of it. */
export type ProductNode = ProductFields & {
  readonly options: readonly OptionNode[];
  readonly variants?: { readonly nodes: readonly VariantNode[] };
  readonly media?: { readonly nodes: readonly MediaFields[] };
  readonly resourcePublicationsV2?: {
    readonly nodes: readonly Published[];
  };
};

export interface Published {
  readonly publishDate: string | null;
  readonly publication: { readonly id: PublicationId };
}

/** The Online Store, and all channels where they are asked for. */
export type ShownOn = Pick<SnapshotNeeds, 'onlineStore' | 'channels'>;

function publishedFields(
  nodes: readonly Published[] | undefined,
  { onlineStore, channels }: ShownOn,
): StoreFields {
  if (!nodes) return {};
  const store = channels?.find(({ handle }) => handle === ONLINE_STORE)?.id;
  const of = (id: string | null | undefined) => nodes.find(({ publication }) => publication.id === id);
  return {
    ...(onlineStore && { published: of(onlineStore) !== undefined }),
    ...(channels && {
      publishedAt: of(store)?.publishDate ?? null,
      channels: channels.flatMap((channel) =>
        of(channel.id) ? [membership(channel, cellName(channel, channels))] : [],
      ),
    }),
  };
}

/** Orders of option values, where the IDs of options were read. The value of a product without options was named by no person. */
function valueOrders(
  { options: [first] }: ProductNode,
  options: NonNullable<StoreProduct['options']>,
): StoreFields {
  if (options.length === 0) return {};
  const isBare =
    first?.name === DEFAULT_OPTION_NAME && first.optionValues?.[0]?.name === DEFAULT_OPTION_VALUE;
  const orders = shopifyFields('product').flatMap(({ key, orders: place }) => {
    const option = place === undefined || isBare ? undefined : options[place];
    return place === undefined ? [] : [[key, option?.optionValues.map(({ name }) => name) ?? null]];
  });
  return Object.fromEntries(orders);
}

export function toProduct(node: ProductNode, shown: ShownOn): StoreProduct {
  const options = node.options.flatMap(({ id, name, optionValues, linkedMetafield }) =>
    id && optionValues
      ? [{ id, name, optionValues, ...(linkedMetafield && { isLinked: true as const }) }]
      : [],
  );
  return {
    id: node.id,
    handle: node.handle,
    fields: {
      ...readFields('product', node),
      ...publishedFields(node.resourcePublicationsV2?.nodes, shown),
      ...valueOrders(node, options),
    },
    ...(node.category?.fullName && { categoryName: node.category.fullName }),
    optionNames: node.options.map(({ name }) => name),
    ...(options.length > 0 && { options }),
    variants: (node.variants?.nodes ?? []).map((variant) => toVariant(variant, node.id)),
    media: (node.media?.nodes ?? []).map(toMedia),
  };
}
