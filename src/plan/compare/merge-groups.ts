import { type Cell, type FieldValue, hasValue } from '../../catalog/values/cell';
import { legacyId } from '../../catalog/values/gid';
import {
  groupIdOf,
  groupNameOf,
  type Membership,
  membershipsIn,
  type ShopGroup,
  withoutGroups,
} from '../../catalog/values/memberships';
import type { Pair } from '../model/base';

/** A list of groups as two sides have it, as far as the sheet may change it. */
export interface ComparedGroups {
  /** Groups that somebody put the product into, and other groups named by its cell that contain it. */
  readonly from: readonly Membership[];
  /** Null for `[clear]`. */
  readonly to: readonly Membership[] | null;
  /** Named by the cell and filled by conditions, without the product. */
  readonly closed: readonly Membership[];
}

interface StoreGroups {
  readonly store: FieldValue | null | undefined;
  readonly byRule: readonly Membership[];
  readonly groups: readonly ShopGroup[];
}

/** Leaves out groups that Shopify fills by conditions, unless a cell names them. */
export function compareGroups(
  cell: Cell<FieldValue>,
  { store, byRule, groups }: StoreGroups,
): ComparedGroups {
  const asked = hasValue(cell) ? membershipsIn(cell.value) : [];
  const named = withoutGroups(byRule, withoutGroups(byRule, asked));
  const from = [...membershipsIn(store), ...named];
  const ruled = new Set(groups.flatMap(({ id, isByRule }) => (isByRule ? [id] : [])));
  const closed = withoutGroups(asked, from).filter((member) => ruled.has(groupIdOf(member)));
  return { from, to: cell.kind === 'clear' ? null : withoutGroups(asked, closed), closed };
}

/**
 * Adds what the sheet gained and removes what it lost; groups that others added meanwhile stay. Where the sheet's former
 * value is not known, nothing is removed.
 */
export function mergeGroups({ from, to }: ComparedGroups, pair: Pair | undefined): readonly Membership[] {
  if (to === null) return [];
  const said = new Set((pair?.[0] ?? '').split(','));
  const lost = withoutGroups(from, to).filter((member) => said.has(legacyId(groupIdOf(member))));
  return [...withoutGroups(from, lost), ...withoutGroups(to, from)];
}

/** Groups that the sheet no longer names and that contain the product only by their conditions. */
export function keptByRule(
  sheet: string,
  pair: Pair | undefined,
  byRule: readonly Membership[],
): readonly Membership[] {
  const [before, now] = [pair?.[0] ?? '', sheet].map((list) => list.split(','));
  return byRule.filter((member) => {
    const id = legacyId(groupIdOf(member));
    return before?.includes(id) && !now?.includes(id);
  });
}

export function quoteGroups(members: readonly Membership[]): string {
  const names = members.map((member) => `“${groupNameOf(member)}”`);
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}

/** `Collections added: Sale; removed: Winter` */
export function describeGroups(column: string, from: FieldValue | null, to: FieldValue | null): string {
  const [had, has] = [membershipsIn(from), membershipsIn(to)];
  const words = (members: readonly Membership[], verb: string) =>
    members.length > 0 ? [`${verb}: ${members.map(groupNameOf).join(', ')}`] : [];
  return `${column} ${[...words(withoutGroups(has, had), 'added'), ...words(withoutGroups(had, has), 'removed')].join('; ')}`;
}
