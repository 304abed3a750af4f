import { fieldOf } from '../../catalog/columns/columns';
import { cellsOf, rowsSaying } from '../../catalog/tab/row';
import { groupIdOf, type Membership, membershipsIn } from '../../catalog/values/memberships';
import { canonical } from '../compare/canonical';
import { describeChange, updated } from '../compare/messages';
import { fieldPiece, wholly } from '../compare/piece';
import { isHeld } from '../compare/undone-marks';
import type { ChangeChannels, FieldChange } from '../model/action';
import { type ActionKind, joined } from '../model/action-kind';
import type { Pair } from '../model/base';
import { replacedFields } from '../model/replaced-value';

const changesOf = ({ change, beside = [] }: ChangeChannels): readonly FieldChange[] => [change, ...beside];

/** The part of its changes that an action makes: one action adds the product to channels, another removes it from some. */
function partsOf({ kind, channels, change, beside = [] }: ChangeChannels): readonly FieldChange[] {
  if (!fieldOf(change.key).lists) return [change, ...beside];
  const own = (member: Membership) => (channels as readonly string[]).includes(groupIdOf(member));
  const [had, has] = [membershipsIn(change.from), membershipsIn(change.to)];
  const part =
    kind === 'join-channels'
      ? { from: has.filter((member) => !own(member)), to: has }
      : { from: had, to: had.filter((member) => !own(member)) };
  return [{ ...change, ...part }, ...beside];
}

/** Publishes a product on sales channels, or unpublishes it. */
export const changeChannels: ActionKind<ChangeChannels> = {
  rows: (action) => changesOf(action).flatMap(rowsSaying),
  ...wholly((action) =>
    changesOf(action).map((change) =>
      fieldPiece(action.productId, change, () => [action.kind, action.productId, action.channels, action.at]),
    ),
  ),
  fields: (action) => [{ id: action.productId, changes: changesOf(action) }],
  foretell: (action) =>
    partsOf(action).flatMap((change) =>
      cellsOf(change).map(({ ref, column }) =>
        updated(ref, describeChange({ ...change, column }), action.productId),
      ),
    ),
  count: ({ completes, beside = [] }) => (completes ? { change: { otherFields: 1 + beside.length } } : {}),
  replaces: (action) => replacedFields({ id: action.productId, changes: partsOf(action) }),
  settle(action, { base, isTaken }) {
    if (!isTaken(action.ref)) return undefined;
    const known = action.completes ? base.product(action.productId) : undefined;
    const pairs = changesOf(action).map(({ key, sheet, to }): [string, Pair] => [
      key,
      [sheet, canonical(key, to)],
    ]);
    return {
      records: known ? [{ ...known, fields: { ...known.fields, ...Object.fromEntries(pairs) } }] : [],
    };
  },
  asksAgain: (action) =>
    changesOf(action)
      .filter(({ key, sheet, to }) => isHeld([sheet, canonical(key, to)]))
      .flatMap(rowsSaying),
  ...joined,
  canGoInBulk: () => true,
};
