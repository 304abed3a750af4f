import type { CauseView, ConflictView, HeldView, Listed } from '../../answers/waiting';
import type { DesiredCatalog } from '../../catalog/building/desired';
import type { FieldGroup } from '../../catalog/columns/column';
import { fieldOf } from '../../catalog/columns/columns';
import type { RowRef } from '../../catalog/tab/row';
import { hashText } from '../../plan/compare/canonical';
import { show, showField } from '../../plan/compare/messages';
import { isHeldByClock } from '../../plan/guards/schedule-limits';
import type { Base } from '../../plan/model/base';
import type { Conflict } from '../../plan/model/conflict';
import type { Anchors } from '../../plan/model/item-context';
import { FIELD_GROUPS } from '../../plan/model/policy';
import type { RowResult } from '../../plan/model/row-outcome';
import type { HeldChange } from '../../plan/model/sync-plan';
import { groupByCause } from '../../plan/preview/causes';
import { nameInWords, nameRows } from '../../plan/preview/name-rows';

/** A page shows so many one by one and holds the keys of the others, which the preview tab and the rows name. */
const MOST_SHOWN = 1_000;

/** The most questions of one cause, so that there is room for the others; a filter of the tab shows all. */
const MOST_OF_A_CAUSE = 200;

/** The name of a row's item, for a person. */
export type NameOf = (ref: RowRef) => string;

interface Opened {
  readonly desired: DesiredCatalog;
  readonly anchors: Anchors;
  readonly state: { readonly base: Base };
}

/** Looks at the rows only once one of them is named. */
export function namesIn({ desired, anchors, state }: Opened): NameOf {
  let names: ReturnType<typeof nameRows> | undefined;
  return (ref) => {
    names ??= nameRows({ desired, anchors, base: state.base });
    return nameInWords(names(ref));
  };
}

export function viewErrors(results: readonly RowResult[], nameOf: NameOf): CauseView[] {
  const errors = results.filter(({ status }) => status === 'error');
  let room = MOST_SHOWN;
  return groupByCause(errors, ({ message }) => message).map(({ words, items }) => {
    const rows = items
      .slice(0, Math.min(room, MOST_OF_A_CAUSE))
      .map(({ ref, message }) => ({ ...ref, message, name: nameOf(ref) }));
    room -= rows.length;
    return { cause: words, count: items.length, rows };
  });
}

/**
 * Lists what is asked. What a scheduled run held only because of the number of changes is no question: a person's
 * preview offers to send it.
 */
export function viewHeld(held: readonly HeldChange[], nameOf: NameOf): Listed<HeldView> {
  const asked = held.filter((change) => !isHeldByClock(change));
  // What is deleted is named one by one, however much it is.
  const deleted = asked.filter(({ deletes }) => deletes);
  const others = deleted.length > 0 ? asked.filter(({ deletes }) => !deletes) : asked;
  const alike = groupByCause(others, ({ reason }) => reason);
  const causes = new Map(alike.flatMap(({ words, items }) => items.map((item) => [item, words] as const)));
  const view = (held: HeldChange) => {
    const { key, ref, change, reason, deletes } = held;
    const cause = causes.get(held) ?? reason;
    return { key, ...ref, change, reason, cause, name: nameOf(ref), ...(deletes && { deletes }) };
  };
  const most = Math.max(MOST_SHOWN, deleted.length);
  return { ...listed([...deleted, ...causes.keys()], view, most), count: held.length };
}

export function viewConflicts(conflicts: readonly Conflict[], nameOf: NameOf): Listed<ConflictView> {
  return listed(conflicts, ({ key, ref, field, column, sheet, shopify, sum }) => ({
    key,
    ...ref,
    name: nameOf(ref),
    column,
    ...(field && fieldOf(field).identifies === 'product' && { renames: true as const }),
    sheet: field ? showField(field, sheet) : show(sheet),
    shopify: field ? showField(field, shopify) : show(shopify),
    sum: sum === undefined ? null : { by: sum - Number(shopify), is: sum },
  }));
}

export function viewUnsynced(
  unsynced: readonly Conflict[],
  nameOf: NameOf,
): Record<FieldGroup, Listed<ConflictView>> {
  return byGroup((group) =>
    viewConflicts(
      unsynced.filter((one) => one.group === group),
      nameOf,
    ),
  );
}

/** The count alone, for people who did not see the list. */
export function unlisted<View>({ count }: Listed<View>): Listed<View> {
  return { count, shown: [], more: [] };
}

export function byGroup<Value>(of: (group: FieldGroup) => Value): Record<FieldGroup, Value> {
  return Object.fromEntries(FIELD_GROUPS.map((group) => [group, of(group)])) as Record<FieldGroup, Value>;
}

export function listed<Item, View extends { readonly key: string }>(
  items: readonly Item[],
  view: (item: Item) => View,
  most = MOST_SHOWN,
): Listed<View> {
  return {
    count: items.length,
    shown: items.slice(0, most).map(view),
    more: items.slice(most).map((item) => view(item).key),
  };
}

/** One word for a set of keys. */
export function digestOf(keys: Iterable<string>): string {
  return hashText([...keys].sort().join('\n'));
}
