import type { DesiredValue } from '../../catalog/building/desired';
import type { Gid, ProductId } from '../../catalog/values/gid';
import type { ListedGroups, Membership } from '../../catalog/values/memberships';
import type { ChangeContext } from '../model/item-context';
import type { StoreFields } from '../model/snapshot';
import { type ComparedGroups, compareGroups, quoteGroups } from './merge-groups';

interface OfItem extends Pick<ChangeContext, 'snapshot' | 'shop'> {
  readonly store: StoreFields;
  readonly id: Gid;
}

/** Both sides of a list of groups. */
export function groupsOf(
  lists: ListedGroups,
  { cell }: DesiredValue,
  { store, id, snapshot, shop }: OfItem,
): ComparedGroups & { readonly byRule: readonly Membership[] } {
  const { byRule = [] } = snapshot.products.get(id as ProductId) ?? {};
  return {
    ...compareGroups(cell, { store: store[lists], byRule, groups: shop.families?.[lists] ?? [] }),
    byRule,
  };
}

export function closedMessage(column: string, { closed }: ComparedGroups): string {
  return `${column}: Shopify fills ${quoteGroups(closed)} by rule, so nothing was put into it. Change its conditions in Shopify admin, or take it out of the cell.`;
}

export function staysMessage(column: string, stays: readonly Membership[]): string {
  return `${column}: Shopify fills ${quoteGroups(stays)} by rule, so the product stays in it. Change its conditions in Shopify admin.`;
}

/** The groups of a new item, without those that Shopify fills by conditions. */
export function groupsOfNew(
  lists: ListedGroups,
  { cell }: DesiredValue,
  { families }: ChangeContext['shop'],
): readonly Membership[] {
  return compareGroups(cell, { store: null, byRule: [], groups: families?.[lists] ?? [] }).to ?? [];
}
