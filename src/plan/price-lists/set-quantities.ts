import { distinctRows, rowsSaying } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { doubtsOf, updatedRows } from '../compare/messages';
import { fieldPiece, wholly } from '../compare/piece';
import type { SetQuantities } from '../model/action';
import type { ActionKind } from '../model/action-kind';
import type { Batch, StoreLimits } from '../model/batch';
import type { RowOutcome } from '../model/row-outcome';
import { inList } from './in-list';
import { quantitiesOf, valuesAfter } from './quantities';

/** Sets or removes the rule of one variant on one price list, and its prices by quantity. */
export const setQuantities: ActionKind<SetQuantities> = {
  ...inList,
  ...wholly(({ id, changes }) => changes.map((change) => fieldPiece(id, change))),
  // The row of a new item already says that it is created.
  foretell: ({ id, changes, isOfNew }) =>
    isOfNew ? [] : [...updatedRows(changes, id), ...togetherNote(changes), ...doubtsOf(changes)],
  batches: (actions, { limits }) =>
    [...groupBy(actions, ({ kind, list }) => `${kind} ${list}`).values()].flatMap((own) =>
      inRequests(own, limits).map((part) => ({ kind: part[0]?.kind, actions: part }) as Batch),
    ),
  uncompared: ({ id, fields, changes, isOfNew }) =>
    isOfNew ? undefined : { id, fields: Object.values(fields), changes },
};

/** With several actions, any one may be the reason why Shopify accepts none of them. */
function togetherNote(changes: SetQuantities['changes']): RowOutcome[] {
  const rows = distinctRows(changes.flatMap(rowsSaying));
  const message = 'Shopify takes these quantities together, or none of them.';
  return changes.length > 1 ? rows.map((ref) => ({ ref, status: 'unchanged', message })) : [];
}

/** Neither variants nor prices are more than a list of one request may hold. */
function inRequests(
  actions: readonly SetQuantities[],
  { listEntries }: StoreLimits,
): readonly (readonly SetQuantities[])[] {
  const requests: SetQuantities[][] = [];
  let prices = 0;
  for (const action of actions) {
    const own = quantitiesOf(valuesAfter(action)).prices.length;
    const last = requests[requests.length - 1];
    if (last && last.length < listEntries && prices + own <= listEntries) {
      last.push(action);
      prices += own;
    } else {
      requests.push([action]);
      prices = own;
    }
  }
  return requests;
}
