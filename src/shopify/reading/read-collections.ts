import { chunk } from '../../catalog/values/arrays';
import { cellName, membership, type ShopGroup } from '../../catalog/values/memberships';
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

/**
 * Reads the collections in which the products are that were found. Those that Shopify fills by conditions are apart, and
 * so is one that came into being since the shop's were read.
 */
export function readCollections({ client, needs, draft }: Reading): Result<null> {
  const { collections } = needs;
  if (!collections) return succeed(null);
  const isTold = collections.length > 0;
  const known = new Map<string, ShopGroup>(collections.map((group) => [group.id, group]));
  let unfinished: MembershipPage[] = [];
  const take = (page: MembershipPage): void => {
    if (page.nextCursor) {
      unfinished.push(page);
      return;
    }
    const product = draft.products.get(page.id);
    if (!product) return;
    const own = page.groups.map(
      (group): ShopGroup => known.get(group.id) ?? { ...group, ...(isTold && { isByRule: true as const }) },
    );
    const named = (groups: readonly ShopGroup[]) =>
      groups.map((group) => membership(group, cellName(group, collections)));
    addProduct(draft, {
      ...product,
      fields: { ...product.fields, collections: named(own.filter(({ isByRule }) => !isByRule)) },
      byRule: named(own.filter(({ isByRule }) => isByRule)),
    });
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
