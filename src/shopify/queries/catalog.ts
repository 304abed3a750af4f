import type { ProductId } from '../../catalog/values/gid';
import type { CatalogSize } from '../../ports/catalog-reader';
import { type GraphqlRequest, readRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import {
  type CatalogSizeData,
  CatalogSizeDocument,
  type FindCollectionsData,
  FindCollectionsDocument,
  type FoundProductsData,
  FoundProductsDocument,
} from '../documents/generated/catalog';
import { nextCursor } from './nodes';
import { COUNT_COST } from './shop';

/** The most that Shopify takes. */
export const FOUND_PER_REQUEST = 250;
const COLLECTIONS = 50;

export function foundProductsRequest(
  search: string,
  after: string | undefined,
): GraphqlRequest<FoundProductsData> {
  return readRequest(
    FoundProductsDocument,
    { search, ...(after && { after }) },
    connectionCost(FOUND_PER_REQUEST, 0),
  );
}

export function foundProductsIn({ products: { nodes, pageInfo } }: FoundProductsData): {
  readonly ids: readonly ProductId[];
  readonly nextCursor: string | undefined;
} {
  return { ids: nodes.map(({ id }) => id), nextCursor: nextCursor(pageInfo) };
}

export function catalogSizeRequest(search: string): GraphqlRequest<CatalogSizeData> {
  return readRequest(CatalogSizeDocument, { search }, COUNT_COST + connectionCost(FOUND_PER_REQUEST, 2));
}

/** Takes the products beyond the first page to be like those of the first. */
export function catalogSizeIn({
  productsCount,
  products: { nodes, pageInfo },
}: CatalogSizeData): CatalogSize {
  let variants = 0;
  let rows = 0;
  for (const { variantsCount, mediaCount } of nodes) {
    variants += variantsCount?.count ?? 1;
    rows += Math.max(1, variantsCount?.count ?? 1, mediaCount?.count ?? 0);
  }
  const isExact = !pageInfo.hasNextPage;
  const products = isExact ? nodes.length : (productsCount?.count ?? nodes.length);
  const share = isExact ? 1 : products / Math.max(1, nodes.length);
  return { products, variants: Math.round(variants * share), rows: Math.round(rows * share), isExact };
}

export function findCollectionsRequest(name: string): GraphqlRequest<FindCollectionsData> {
  const quoted = quote(name);
  return readRequest(
    FindCollectionsDocument,
    { search: `title:${quoted} OR handle:${quoted}` },
    connectionCost(COLLECTIONS, 0),
  );
}

/** A value in Shopify's search. */
export function quote(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
