import { chunk, groupBy } from '../../catalog/values/arrays';
import { doubtsOf, updatedRows } from '../compare/messages';
import { fieldPiece } from '../compare/piece';
import type { SetListPrice } from '../model/action';
import type { ActionKind } from '../model/action-kind';
import type { Batch } from '../model/batch';
import type { ListedField } from '../model/snapshot';
import { inList } from './in-list';

/** The value that the list will have in a field; null where it is relative or unset. */
export function willHave({ changes }: SetListPrice, { key, now }: ListedField) {
  const change = changes.find((each) => each.key === key);
  return change ? change.to : now;
}

/** Fixes or removes the price of one variant on one price list. */
export const setListPrice: ActionKind<SetListPrice> = {
  ...inList,
  pieces: ({ id, changes }) =>
    changes.filter(({ follows }) => !follows).map((change) => fieldPiece(id, change)),
  withPieces(action, isWanted) {
    const wanted = action.changes.filter(
      (change) => !change.follows && isWanted(fieldPiece(action.id, change)),
    );
    const removes = wanted.some(({ key, to }) => key === action.price.key && to === null);
    const changes = removes ? [...wanted, ...action.changes.filter(({ follows }) => follows)] : wanted;
    const left = { ...action, changes };
    // A compare-at price requires a fixed price.
    const isLost = willHave(left, action.price) === null && !removes;
    return changes.length > 0 && !isLost ? [left] : [];
  },
  // The row of a new item already says that it is created.
  foretell: ({ id, changes, isOfNew }) =>
    isOfNew ? [] : [...updatedRows(changes, id), ...doubtsOf(changes)],
  batches: (actions, { limits }) =>
    [...groupBy(actions, ({ list }) => list).values()].flatMap((own) =>
      chunk(own, limits.listEntries).map((part): Batch => ({ kind: 'set-list-price', actions: part })),
    ),
  uncompared: ({ id, price, compareAt, changes, isOfNew }) =>
    isOfNew ? undefined : { id, fields: [price, compareAt], changes },
};
