import type { ProductId } from '../../catalog/values/gid';
import type { ShopGroup } from '../../catalog/values/memberships';
import { type GraphqlRequest, readRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import {
  type CollectionsData,
  CollectionsDocument,
  type MoreCollectionsData,
  MoreCollectionsDocument,
  type ProductCollectionsData,
  ProductCollectionsDocument,
} from '../documents/generated/collections';
import type { CollectionNames } from '../documents/generated/fragments';
import { nextCursor } from './nodes';

const PAGE = 250;

export interface CollectionPage {
  readonly after?: string;
}

export function collectionsRequest({ after }: CollectionPage): GraphqlRequest<CollectionsData> {
  return readRequest(CollectionsDocument, after ? { after } : {}, connectionCost(PAGE, 3));
}

export function collectionsIn(
  _: CollectionPage,
  { collections: { nodes, pageInfo } }: CollectionsData,
): { readonly found: readonly ShopGroup[]; readonly next: CollectionPage | undefined } {
  const after = nextCursor(pageInfo);
  const found = nodes.map(({ sources, ...group }): ShopGroup => {
    const isByRule = sources.some(({ inclusion }) => !inclusion || inclusion.conditions.length > 0);
    return { ...group, ...(isByRule && { isByRule }) };
  });
  return { found, next: after === undefined ? undefined : { after } };
}

/** Products asked for in one request, with the collections that each is in. */
export const MEMBERS_PER_REQUEST = 100;

const MEMBERSHIPS_COST = 1 + connectionCost(PAGE, 0);

export function membershipsRequest(ids: readonly ProductId[]): GraphqlRequest<ProductCollectionsData> {
  return readRequest(ProductCollectionsDocument, { ids }, MEMBERSHIPS_COST);
}

/** The collections of one product as read so far, and where the next page of them begins. */
export interface MembershipPage {
  readonly id: ProductId;
  readonly groups: readonly CollectionNames[];
  readonly nextCursor: string | undefined;
}

export function membershipsIn({ nodes }: ProductCollectionsData): MembershipPage[] {
  return nodes.flatMap((node) =>
    node?.id
      ? [
          {
            id: node.id,
            groups: node.collections.nodes,
            nextCursor: nextCursor(node.collections.pageInfo),
          },
        ]
      : [],
  );
}

export function moreMembershipsRequest({
  id,
  nextCursor: after = '',
}: MembershipPage): GraphqlRequest<MoreCollectionsData> {
  return readRequest(MoreCollectionsDocument, { id, after }, MEMBERSHIPS_COST);
}

export function withMoreMemberships(page: MembershipPage, { product }: MoreCollectionsData): MembershipPage {
  return {
    id: page.id,
    groups: [...page.groups, ...(product?.collections.nodes ?? [])],
    nextCursor: nextCursor(product?.collections.pageInfo),
  };
}
