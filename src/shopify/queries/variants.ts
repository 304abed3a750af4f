import type { ProductId, VariantId } from '../../catalog/values/gid';
import { skuKey } from '../../catalog/values/plain-name';
import type { SkuMatch, StoreVariant } from '../../plan/model/snapshot';
import type { GraphqlRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import { VARIANT_FIELDS, VARIANT_OBJECTS } from './fields';
import { type Connection, toVariant, type VariantNode } from './nodes';

/** Terms in one search; no limit is documented, and long queries are refused. */
export const SKUS_PER_REQUEST = 50;
export const VARIANTS_PER_REQUEST = 250;
/** As many matches as terms, as a rule: a longer page costs more points and comes back as empty. */
const PAGE = 50;

export const VARIANTS_COST = 2 + VARIANT_OBJECTS;
export const SEARCH_COST = connectionCost(PAGE, 1);

const BY_ID = `query Variants($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on ProductVariant {${VARIANT_FIELDS} product { id } }
  }
}`;

export function variantsRequest(ids: readonly VariantId[]): GraphqlRequest {
  return { document: BY_ID, variables: { ids }, cost: VARIANTS_COST, repeatable: true };
}

export function readVariants(data: unknown): StoreVariant[] {
  const { nodes } = data as { readonly nodes: readonly (FoundNode | null)[] };
  return nodes.flatMap((node) => (node?.id ? [toVariant(node, node.product.id)] : []));
}

interface FoundNode extends VariantNode {
  readonly product: { readonly id: ProductId };
}

const BY_SKU = `query FindSkus($query: String!, $after: String) {
  productVariants(first: ${PAGE}, query: $query, after: $after) {
    nodes { id sku product { handle } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/**
 * SKUs are found by search only: tokenised, without case, and behind the writes. What comes back is compared exactly
 * by the caller. Source: https://shopify.dev/docs/api/usage/search-syntax
 */
export function skusRequest({ skus, after }: SkuPage): GraphqlRequest {
  const query = skus.map((sku) => `sku:"${sku.replace(/[\\"]/g, '\\$&')}"`).join(' OR ');
  return {
    document: BY_SKU,
    variables: { query, ...(after && { after }) },
    cost: SEARCH_COST,
    repeatable: true,
  };
}

export interface SkuPage {
  readonly skus: readonly string[];
  readonly after?: string;
}

export function readSkus(data: unknown): { found: readonly FoundSku[]; nextCursor: string | undefined } {
  const { productVariants } = data as { readonly productVariants: Connection<SkuNode> };
  const info = productVariants.pageInfo;
  return {
    found: productVariants.nodes.map(({ id, sku, product }) => ({
      sku: skuKey(sku ?? ''),
      match: { variantId: id, productHandle: product.handle },
    })),
    nextCursor: info?.hasNextPage && info.endCursor ? info.endCursor : undefined,
  };
}

export interface FoundSku {
  readonly sku: string;
  readonly match: SkuMatch;
}

interface SkuNode {
  readonly id: VariantId;
  readonly sku: string | null;
  readonly product: { readonly handle: string };
}

export const LISTED_PER_REQUEST = 250;
export const LISTING_COST = connectionCost(LISTED_PER_REQUEST, 1);

const ALL_SKUS = `query AllSkus($after: String) {
  productVariants(first: ${LISTED_PER_REQUEST}, after: $after) {
    nodes { id sku product { handle } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Every variant of the shop, page by page: of a shop that is small beside the sheet this is the shorter way. */
export function allSkusRequest(after: string | undefined): GraphqlRequest {
  return {
    document: ALL_SKUS,
    variables: { ...(after && { after }) },
    cost: LISTING_COST,
    repeatable: true,
  };
}
