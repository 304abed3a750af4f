import type { VariantId } from '../../catalog/values/gid';
import type { Barcode } from '../../plan/model/snapshot';
import type { GraphqlRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import type { Connection } from './nodes';

/** The most ids that one request takes. */
export const VARIANTS_OF_BARCODES = 250;
const MOST_BARCODES = 20;

/** Source: https://shopify.dev/changelog/product-variant-barcode-is-being-replaced-by-barcodes */
export function barcodesRequest(ids: readonly VariantId[]): GraphqlRequest {
  return {
    document: `query Barcodes($ids: [ID!]!) {
  nodes(ids: $ids) { ... on ProductVariant { id barcodes(first: ${MOST_BARCODES}) { nodes { value type } } } }
}`,
    variables: { ids },
    cost: 1 + connectionCost(MOST_BARCODES, 0),
    repeatable: true,
  };
}

interface VariantNode {
  readonly id?: VariantId;
  readonly barcodes?: Connection<Barcode>;
}

export function readBarcodes(data: unknown): [VariantId, readonly Barcode[]][] {
  const { nodes } = data as { readonly nodes: readonly (VariantNode | null)[] };
  return nodes.flatMap((node) => (node?.id ? [[node.id, node.barcodes?.nodes ?? []]] : []));
}
