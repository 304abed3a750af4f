import type { ProductId, VariantId } from '../../catalog/gid';
import type { StoreVariant } from '../../plan/snapshot';
import { VARIANT_FIELDS } from '../fields';
import type { GraphqlRequest } from '../graphql';
import { type Connection, toVariant, type VariantNode } from '../nodes';
import { connectionCost } from '../query-cost';

/** Terms in one search; no limit is documented, and long queries are refused. */
export const SKUS_PER_REQUEST = 40;
export const VARIANTS_PER_REQUEST = 250;
const PAGE = 250;

const BY_ID = `query Variants($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on ProductVariant {${VARIANT_FIELDS} product { id handle } }
  }
}`;

export function variantsRequest(ids: readonly VariantId[]): GraphqlRequest {
  return { document: BY_ID, variables: { ids }, cost: 8, repeatable: true };
}

export function readVariants(data: unknown): FoundVariant[] {
  const { nodes } = data as { readonly nodes: readonly (FoundNode | null)[] };
  return nodes.flatMap((node) => (node?.id ? [toFound(node)] : []));
}

const BY_SKU = `query FindSkus($query: String!, $after: String) {
  productVariants(first: ${PAGE}, query: $query, after: $after) {
    nodes {${VARIANT_FIELDS} product { id handle } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/**
 * SKUs are found by search only: tokenised, without case, and behind the writes. What comes back is compared exactly
 * by the caller. Source: https://shopify.dev/docs/api/usage/search-syntax
 */
export function skusRequest(skus: readonly string[], after?: string): GraphqlRequest {
  const query = skus.map((sku) => `sku:"${sku.replace(/[\\"]/g, '\\$&')}"`).join(' OR ');
  return {
    document: BY_SKU,
    variables: { query, ...(after && { after }) },
    cost: connectionCost(PAGE, 6),
    repeatable: true,
  };
}

export function readSkus(data: unknown): { found: FoundVariant[]; nextCursor: string | undefined } {
  const { productVariants } = data as { readonly productVariants: Connection<FoundNode> };
  const info = productVariants.pageInfo;
  return {
    found: productVariants.nodes.map(toFound),
    nextCursor: info?.hasNextPage && info.endCursor ? info.endCursor : undefined,
  };
}

export interface FoundVariant {
  readonly variant: StoreVariant;
  readonly productHandle: string;
}

interface FoundNode extends VariantNode {
  readonly product: { readonly id: ProductId; readonly handle: string };
}

function toFound(node: FoundNode): FoundVariant {
  return { variant: toVariant(node, node.product.id), productHandle: node.product.handle };
}
