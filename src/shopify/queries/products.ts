import type { ProductId, PublicationId } from '../../catalog/values/gid';
import type { SnapshotNeeds, StoreMedia, StoreOption, StoreProduct } from '../../plan/model/snapshot';
import type { GraphqlRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import { PRODUCT_OBJECTS, productFields, readFields, VARIANT_FIELDS, VARIANT_OBJECTS } from './fields';
import { type Connection, type ProductNode, toMedia, toVariant, type VariantNode } from './nodes';
import { CHANNELS } from './publications';

/** Handles asked for in one request; each is an object of its own and costs a point. */
export const HANDLES_PER_REQUEST = 100;
/** `nodes` is charged once; this and the page of variants bound the answer's size, not its cost. */
export const PRODUCTS_PER_REQUEST = 100;
/** Most products have few variants; what one has beyond this page takes a request of its own. */
const FIRST_VARIANTS = 100;
/** The most that Shopify takes, of variants in a page and of media in a product. */
const PAGE = 250;

/**
 * Which handles exist. By identifier, which is consistent at once; the search index lags behind, and a product that
 * search does not find yet would be created twice.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/queries/productByIdentifier
 */
export function handlesRequest(handles: readonly string[]): GraphqlRequest {
  const names = handles.map((_, index) => `h${index}`);
  return {
    document: `query FindHandles(${names.map((name) => `$${name}: String!`).join(', ')}) {
  ${names.map((name) => `${name}: productByIdentifier(identifier: { handle: $${name} }) { id }`).join('\n  ')}
}`,
    variables: Object.fromEntries(names.map((name, index) => [name, handles[index]])),
    cost: handles.length,
    repeatable: true,
  };
}

export function readHandles(handles: readonly string[], data: unknown): [string, ProductId | null][] {
  const found = data as Readonly<Record<string, { readonly id: ProductId } | null>>;
  return handles.map((handle, index) => [handle, found[`h${index}`]?.id ?? null]);
}

/**
 * The channels that a product was put on, which for a draft and for a later date shows what `publishedOnPublication`
 * does not: Published = FALSE must take a draft off as well, or it would go on sale once it is active.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Product#field-Product.fields.resourcePublicationsV2
 */
const PUBLISHED = `resourcePublicationsV2(first: ${CHANNELS}, onlyPublished: false) { nodes { publication { id } } }`;

export const MEDIA_FIELDS = 'id alt status ... on MediaImage { image { url } }';

const MEDIA = `media(first: ${PAGE}) { nodes { ${MEDIA_FIELDS} } }`;

/** What is read of products besides their variants. */
export type ProductParts = Pick<SnapshotNeeds, 'media' | 'descriptions' | 'onlineStore' | 'options'>;

export const optionFields = (options: boolean | undefined) =>
  options ? 'options { id name optionValues { id name } }' : 'options { name }';

const productsDocument = ({
  media,
  onlineStore,
  options,
  ...parts
}: ProductParts) => `query Products($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Product {${productFields(parts)}
      ${optionFields(options)}
      variants(first: ${FIRST_VARIANTS}) { nodes {${VARIANT_FIELDS} } pageInfo { hasNextPage endCursor } }
      ${media ? MEDIA : ''}
      ${onlineStore ? PUBLISHED : ''}
    }
  }
}`;

export function productsRequest(ids: readonly ProductId[], parts: ProductParts): GraphqlRequest {
  return {
    document: productsDocument(parts),
    variables: { ids },
    cost: productsCost(parts),
    repeatable: true,
  };
}

export function productsCost({ media, onlineStore, options }: ProductParts): number {
  return (
    2 +
    (options ? 1 : 0) +
    PRODUCT_OBJECTS +
    connectionCost(FIRST_VARIANTS, VARIANT_OBJECTS) +
    (media ? connectionCost(PAGE, 1) : 0) +
    (onlineStore ? connectionCost(CHANNELS, 1) : 0)
  );
}

const MORE_VARIANTS = `query MoreVariants($id: ID!, $after: String!) {
  product(id: $id) { id handle variants(first: ${PAGE}, after: $after) { nodes {${VARIANT_FIELDS} } pageInfo { hasNextPage endCursor } } }
}`;

export function moreVariantsRequest({ product: { id }, nextCursor }: ProductPage): GraphqlRequest {
  return {
    document: MORE_VARIANTS,
    variables: { id, after: nextCursor },
    cost: 1 + connectionCost(PAGE, VARIANT_OBJECTS),
    repeatable: true,
  };
}

/** A product as read so far, and where its next page of variants begins. */
export interface ProductPage {
  readonly product: StoreProduct;
  readonly nextCursor: string | undefined;
}

/** Ids that no longer exist come back as null and are left out. */
export function readProducts(data: unknown, onlineStore: PublicationId | null): ProductPage[] {
  const { nodes } = data as { readonly nodes: readonly (ProductNode | null)[] };
  return nodes.flatMap((node) =>
    node?.id ? [{ product: toProduct(node, onlineStore), nextCursor: cursorOf(node.variants) }] : [],
  );
}

/** The product with one more page of its variants. */
export function readMoreVariants({ product }: ProductPage, data: unknown): ProductPage {
  const { variants } = (data as { readonly product: ProductNode | null }).product ?? {};
  const more = (variants?.nodes ?? []).map((node) => toVariant(node, product.id));
  return {
    product: { ...product, variants: [...product.variants, ...more] },
    nextCursor: cursorOf(variants),
  };
}

export function toProduct(node: ProductNode, onlineStore: PublicationId | null): StoreProduct {
  const channels = node.resourcePublicationsV2?.nodes;
  const published = channels?.some(({ publication }) => publication.id === onlineStore);
  return {
    id: node.id,
    handle: node.handle,
    fields: { ...readFields('product', node), ...(published !== undefined && { published }) },
    optionNames: (node.options ?? []).map(({ name }) => name),
    ...(node.options?.[0]?.optionValues && { options: node.options as readonly StoreOption[] }),
    variants: (node.variants?.nodes ?? []).map((variant) => toVariant(variant, node.id)),
    media: (node.media?.nodes ?? []).map((media): StoreMedia => toMedia(media)),
  };
}

function cursorOf(variants: Connection<VariantNode> | undefined): string | undefined {
  const info = variants?.pageInfo;
  return info?.hasNextPage && info.endCursor ? info.endCursor : undefined;
}
