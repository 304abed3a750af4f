import type { ConflictView, HeldView, Listed } from '../../answers/waiting';
import type { FieldGroup } from '../../catalog/columns/column';
import { hashText } from '../../plan/compare/canonical';
import { show, showField } from '../../plan/compare/messages';
import { isHeldByClock } from '../../plan/guards/schedule-limits';
import type { Conflict } from '../../plan/model/conflict';
import { FIELD_GROUPS } from '../../plan/model/policy';
import type { HeldChange } from '../../plan/model/sync-plan';

/** A page shows so many one by one and holds the keys of the others, which the preview tab and the rows name. */
const MOST_SHOWN = 1_000;

/** Lists what is asked. What the clock held for its number alone is no question: a person's preview shows it, to be sent. */
export function viewHeld(held: readonly HeldChange[]): Listed<HeldView> {
  const asked = held.filter((change) => !isHeldByClock(change));
  const view = ({ key, ref, change, reason }: HeldChange) => ({ key, ...ref, change, reason });
  return { ...listed(asked, view), count: held.length };
}

export function viewConflicts(conflicts: readonly Conflict[]): Listed<ConflictView> {
  return listed(conflicts, ({ key, ref, field, column, sheet, shopify, sum }) => ({
    key,
    ...ref,
    column,
    sheet: field ? showField(field, sheet) : show(sheet),
    shopify: field ? showField(field, shopify) : show(shopify),
    sum: sum === undefined ? null : { by: sum - Number(shopify), is: sum },
  }));
}

export function viewUnsynced(unsynced: readonly Conflict[]): Record<FieldGroup, Listed<ConflictView>> {
  return byGroup((group) => viewConflicts(unsynced.filter((one) => one.group === group)));
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
): Listed<View> {
  return {
    count: items.length,
    shown: items.slice(0, MOST_SHOWN).map(view),
    more: items.slice(MOST_SHOWN).map((item) => view(item).key),
  };
}

/** One word for a set of keys. */
export function digestOf(keys: Iterable<string>): string {
  return hashText([...keys].sort().join('\n'));
}
