import type { FieldKey } from '../../catalog/columns/columns';
import { distinctRows, rowsSaying } from '../../catalog/tab/row';
import { chunk, groupBy } from '../../catalog/values/arrays';
import { canonical } from '../compare/canonical';
import { doubtsOf, updatedRows } from '../compare/messages';
import { fieldPiece } from '../compare/piece';
import type { SetListPrice } from '../model/action';
import { type ActionKind, JOINED_LISTS, none } from '../model/action-kind';
import type { Pair } from '../model/base';
import type { Batch } from '../model/batch';
import { countFields } from '../model/planned';
import { replacedFields } from '../model/replaced-value';
import type { ListedField } from '../model/snapshot';

/** The value that a list will have in a field; null where it is relative, or none. */
export function willHave({ changes }: SetListPrice, { key, now }: ListedField) {
  const change = changes.find((each) => each.key === key);
  return change ? change.to : now;
}

/** Fixes or removes the price of one variant on one price list. */
export const setListPrice: ActionKind<SetListPrice> = {
  rows: ({ changes }) => distinctRows(changes.flatMap(rowsSaying)),
  pieces: ({ id, changes }) =>
    changes.filter(({ follows }) => !follows).map((change) => fieldPiece(id, change)),
  withPieces(action, isWanted) {
    const wanted = action.changes.filter(
      (change) => !change.follows && isWanted(fieldPiece(action.id, change)),
    );
    const removes = wanted.some(({ key, to }) => key === action.price.key && to === null);
    const changes = removes ? [...wanted, ...action.changes.filter(({ follows }) => follows)] : wanted;
    const left = { ...action, changes };
    // A compare-at price stands next to a fixed price alone.
    const isLost = willHave(left, action.price) === null && !removes;
    return changes.length > 0 && !isLost ? [left] : [];
  },
  fields: ({ id, changes }) => [{ id, changes }],
  // The row of a new item says that it is created.
  foretell: ({ id, changes, isOfNew }) =>
    isOfNew ? [] : [...updatedRows(changes, id), ...doubtsOf(changes)],
  count: ({ changes, isOfNew }) =>
    isOfNew ? {} : { change: countFields(changes.filter(({ follows }) => !follows)) },
  // What is created stays when its run is undone, and so does what came with it.
  replaces: ({ id, changes, isOfNew }) => (isOfNew ? [] : replacedFields({ id, changes })),
  settle({ id, changes }, { written, index, base }) {
    const now = written.fields?.[index];
    if (!now) return undefined;
    const known = base.variant(id);
    if (!known) return { records: [] };
    const fields: Partial<Record<FieldKey, Pair>> = { ...known.fields };
    for (const { key, sheet, follows } of changes) {
      const before = known.fields[key];
      if (follows && !before) continue;
      fields[key] = [follows ? (before?.[0] ?? null) : sheet, canonical(key, now[key])];
    }
    return { records: [{ ...known, fields }] };
  },
  asksAgain: none,
  batches: (actions, { limits }) =>
    [...groupBy(actions, ({ list }) => list).values()].flatMap((own) =>
      chunk(own, limits.listEntries).map((part): Batch => ({ kind: 'set-list-price', actions: part })),
    ),
  takesAnyItems: true,
  writtenIn: 'fields',
  joins: JOINED_LISTS,
  newVariants: none,
  canGoInBulk: () => true,
  uncompared: ({ id, price, compareAt, changes, isOfNew }) =>
    isOfNew ? undefined : { id, fields: [price, compareAt], changes },
};
