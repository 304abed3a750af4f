import type { VariantId } from '../../catalog/values/gid';
import { skuKey } from '../../catalog/values/plain-name';
import type { Barcode, SkuMatch, StoreVariant } from '../../plan/model/snapshot';
import { type GraphqlRequest, readRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import {
  type AllSkusData,
  AllSkusDocument,
  type BarcodesData,
  BarcodesDocument,
  type FindSkusData,
  FindSkusDocument,
  type VariantsData,
  VariantsDocument,
} from '../documents/generated/variants';
import { VARIANT_OBJECTS } from './fields';
import { nextCursor, toVariant } from './nodes';

export const VARIANTS_PER_REQUEST = 250;
export const VARIANTS_COST = 2 + VARIANT_OBJECTS;

export function variantsRequest(ids: readonly VariantId[]): GraphqlRequest<VariantsData> {
  return readRequest(VariantsDocument, { ids }, VARIANTS_COST);
}

export function variantsIn({ nodes }: VariantsData): StoreVariant[] {
  return nodes.flatMap((node) =>
    node?.id
      ? [{ ...toVariant(node, node.product.id), handle: node.product.handle, title: node.product.title }]
      : [],
  );
}

/** Terms in one search; no limit is documented, and long queries are refused. */
export const SKUS_PER_REQUEST = 50;
/** As many matches as terms, as a rule: a longer page costs more points and comes back as empty. */
const PAGE = 50;
export const SEARCH_COST = connectionCost(PAGE, 1);

export interface SkuPage {
  readonly skus: readonly string[];
  readonly after?: string;
}

export function skusRequest({ skus, after }: SkuPage): GraphqlRequest<FindSkusData> {
  const query = skus.map((sku) => `sku:"${sku.replace(/[\\"]/g, '\\$&')}"`).join(' OR ');
  return readRequest(FindSkusDocument, { query, ...(after && { after }) }, SEARCH_COST);
}

export interface FoundSku {
  readonly sku: string;
  readonly match: SkuMatch;
}

export function skusIn({ productVariants: { nodes, pageInfo } }: FindSkusData | AllSkusData): {
  found: readonly FoundSku[];
  nextCursor: string | undefined;
} {
  const found = nodes.map(({ id, sku, product }) => ({
    sku: skuKey(sku ?? ''),
    match: { variantId: id, productHandle: product.handle },
  }));
  return { found, nextCursor: nextCursor(pageInfo) };
}

export const LISTED_PER_REQUEST = 250;
export const LISTING_COST = connectionCost(LISTED_PER_REQUEST, 1);

/** Lists every variant of the shop, page by page: the shorter way where the shop is small compared with the sheet. */
export function allSkusRequest(after: string | undefined): GraphqlRequest<AllSkusData> {
  return readRequest(AllSkusDocument, { ...(after && { after }) }, LISTING_COST);
}

/** The most ids that one request takes. */
export const VARIANTS_OF_BARCODES = 250;
const MOST_BARCODES = 20;

export function barcodesRequest(ids: readonly VariantId[]): GraphqlRequest<BarcodesData> {
  return readRequest(BarcodesDocument, { ids }, 1 + connectionCost(MOST_BARCODES, 0));
}

export function barcodesIn({ nodes }: BarcodesData): [VariantId, readonly Barcode[]][] {
  return nodes.flatMap((node): [VariantId, readonly Barcode[]][] =>
    node?.id ? [[node.id, node.barcodes.nodes]] : [],
  );
}
