import { chunk } from '../../catalog/values/arrays';
import { cellName, type Membership, membership, type ShopGroup } from '../../catalog/values/memberships';
import { nameKey } from '../../catalog/values/plain-name';
import type { StoreProduct } from '../../plan/model/snapshot';
import { type Result, succeed } from '../../ports/problem';
import type { AdminClient } from '../client/admin-client';
import { fetchAll, fetchPages } from '../client/fetch-all';
import {
  type CollectionPage,
  collectionsIn,
  collectionsRequest,
  MEMBERS_PER_REQUEST,
  type MembershipPage,
  membershipsIn,
  membershipsRequest,
  moreMembershipsRequest,
  withMoreMemberships,
} from '../queries/collections';
import { addProduct, type Reading } from './snapshot-draft';

/** All collections of the shop. */
export function fetchCollections(client: AdminClient): Result<readonly ShopGroup[]> {
  const first: readonly CollectionPage[] = [{}];
  return fetchPages(client, first, { request: collectionsRequest, foundIn: collectionsIn });
}

/** Reads the collections of which cells name some by their handles. */
export function readReferredCollections({ client, needs, draft }: Reading): Result<null> {
  if (!needs.referred?.length) return succeed(null);
  const read = fetchCollections(client);
  if (!read.ok) return read;
  for (const { id, handle } of read.value) draft.collectionIds.set(nameKey(handle), id);
  return succeed(null);
}

/**
 * Reads the collections in which the products are that were found. Those that Shopify fills by conditions are apart, and
 * so is one that came into being since the shop's were read.
 */
export function readCollections({ client, needs, draft }: Reading): Result<null> {
  const { collections } = needs;
  if (!collections) return succeed(null);
  const put = putCollections(collections);
  let unfinished: MembershipPage[] = [];
  const take = (page: MembershipPage): void => {
    if (page.nextCursor) {
      unfinished.push(page);
      return;
    }
    const product = draft.products.get(page.id);
    if (!product) return;
    addProduct(draft, put(product, page.groups));
  };
  const parts = chunk([...draft.products.keys()], MEMBERS_PER_REQUEST);
  const read = fetchAll(client, parts, membershipsRequest, (_, data) => membershipsIn(data).forEach(take));
  if (!read.ok) return read;
  while (unfinished.length > 0) {
    const pages = unfinished;
    unfinished = [];
    const more = fetchAll(client, pages, moreMembershipsRequest, (page, data) =>
      take(withMoreMemberships(page, data)),
    );
    if (!more.ok) return more;
  }
  return succeed(null);
}

/**
 * Gives a product the collections that it is in; `collections` are those that the shop was known to have. What a cell
 * calls one of them depends on all the others, so it is determined only once.
 */
export function putCollections(
  collections: readonly ShopGroup[],
): (product: StoreProduct, groups: readonly ShopGroup[]) => StoreProduct {
  const known = new Map<string, ShopGroup>(collections.map((group) => [group.id, group]));
  const isTold = collections.length > 0;
  const seen = new Map<string, { readonly member: Membership; readonly isByRule: boolean }>();
  const seenAs = (group: ShopGroup) => {
    const own = known.get(group.id) ?? { ...group, ...(isTold && { isByRule: true as const }) };
    const entry = seen.get(group.id) ?? {
      member: membership(own, cellName(own, collections)),
      isByRule: own.isByRule === true,
    };
    seen.set(group.id, entry);
    return entry;
  };
  return (product, groups) => {
    const own = groups.map(seenAs);
    const members = (byRule: boolean) =>
      own.flatMap(({ member, isByRule }) => (isByRule === byRule ? [member] : []));
    return {
      ...product,
      fields: { ...product.fields, collections: members(false) },
      byRule: members(true),
    };
  };
}
