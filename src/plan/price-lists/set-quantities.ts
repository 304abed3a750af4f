import { groupBy } from '../../catalog/values/arrays';
import { fieldPiece, wholly } from '../compare/piece';
import type { SetQuantities } from '../model/action';
import type { ActionKind } from '../model/action-kind';
import type { Batch, StoreLimits } from '../model/batch';
import { quantitiesOf, valuesAfter } from './quantities';
import { ofLists } from './set-list-price';

/** Sets or removes the rule of one variant on one price list, and its prices by quantity. */
export const setQuantities: ActionKind<SetQuantities> = {
  ...(ofLists as ActionKind<SetQuantities>),
  ...wholly(({ id, changes }) => changes.map((change) => fieldPiece(id, change))),
  batches: (actions, { limits }) =>
    [...groupBy(actions, ({ kind, list }) => `${kind} ${list}`).values()].flatMap((own) =>
      inRequests(own, limits).map((part) => ({ kind: part[0]?.kind, actions: part }) as Batch),
    ),
  uncompared: ({ id, fields, changes, isOfNew }) =>
    isOfNew ? undefined : { id, fields: Object.values(fields), changes },
};

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
