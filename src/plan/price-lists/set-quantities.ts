import type { FieldKey } from '../../catalog/columns/columns';
import { distinctRows, rowsSaying } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { canonical } from '../compare/canonical';
import { doubtsOf, updatedRows } from '../compare/messages';
import { fieldPiece, wholly } from '../compare/piece';
import type { SetQuantities } from '../model/action';
import { type ActionKind, JOINED_LISTS, none } from '../model/action-kind';
import type { Pair } from '../model/base';
import type { Batch, StoreLimits } from '../model/batch';
import { countFields } from '../model/planned';
import { replacedFields } from '../model/replaced-value';
import type { RowOutcome } from '../model/row-outcome';
import { quantitiesOf, valuesAfter } from './quantities';

/** Sets or removes the rule of one variant on one price list, and its prices by quantity. */
export const setQuantities: ActionKind<SetQuantities> = {
  rows: ({ changes }) => distinctRows(changes.flatMap(rowsSaying)),
  ...wholly(({ id, changes }) => changes.map((change) => fieldPiece(id, change))),
  fields: ({ id, changes }) => [{ id, changes }],
  // The row of a new item says that it is created.
  foretell: ({ id, changes, isOfNew }) =>
    isOfNew ? [] : [...updatedRows(changes, id), ...togetherNote(changes), ...doubtsOf(changes)],
  count: ({ changes, isOfNew }) => (isOfNew ? {} : { change: countFields(changes) }),
  // What is created stays when its run is undone, and so does what came with it.
  replaces: ({ id, changes, isOfNew }) => (isOfNew ? [] : replacedFields({ id, changes })),
  settle({ id, changes }, { written, index, base }) {
    const now = written.fields?.[index];
    if (!now) return undefined;
    const known = base.variant(id);
    if (!known) return { records: [] };
    const fields: Partial<Record<FieldKey, Pair>> = { ...known.fields };
    for (const { key, sheet } of changes) fields[key] = [sheet, canonical(key, now[key])];
    return { records: [{ ...known, fields }] };
  },
  asksAgain: none,
  batches: (actions, { limits }) =>
    [...groupBy(actions, ({ kind, list }) => `${kind} ${list}`).values()].flatMap((own) =>
      inRequests(own, limits).map((part) => ({ kind: part[0]?.kind, actions: part }) as Batch),
    ),
  takesAnyItems: true,
  writtenIn: 'fields',
  joins: JOINED_LISTS,
  newVariants: none,
  canGoInBulk: () => true,
  uncompared: ({ id, fields, changes, isOfNew }) =>
    isOfNew ? undefined : { id, fields: Object.values(fields), changes },
};

/** Each of several may be why Shopify takes none of them. */
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
