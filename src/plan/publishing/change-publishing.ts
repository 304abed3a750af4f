import { columnOf } from '../../catalog/columns/columns';
import { rowsSaying } from '../../catalog/tab/row';
import { canonical } from '../compare/canonical';
import { updated, updatedRows } from '../compare/messages';
import { fieldPiece, wholly } from '../compare/piece';
import { rowsStillAsking } from '../compare/undone-marks';
import type { ChangePublishing } from '../model/action';
import { type ActionKind, joined } from '../model/action-kind';
import type { Pair } from '../model/base';
import { countFields } from '../model/planned';
import { replacedFields } from '../model/replaced-value';

export const PUBLISHED = 'Published to the Online Store';

/** Puts a product into a selection of products, or takes it off. */
export const changePublishing: ActionKind<ChangePublishing> = {
  rows: ({ change }) => rowsSaying(change),
  ...wholly((action) => [fieldPiece(action.productId, action.change, () => action)]),
  fields: ({ productId: id, change }) => [{ id, changes: [change] }],
  foretell({ kind, productId, change }) {
    if (columnOf(change.key).publication) return updatedRows([change], productId);
    const words = kind === 'publish' ? PUBLISHED : 'Taken off the Online Store';
    return rowsSaying(change).map((ref) => updated(ref, words, productId));
  },
  count: ({ kind, change }) =>
    columnOf(change.key).publication ? { change: countFields([change]) } : { [kind]: 1 },
  replaces: ({ productId: id, change }) => replacedFields({ id, changes: [change] }),
  /** Taken without an error, it stands as it was asked for; what customers see of it also depends on the status. */
  settle({ ref, productId, change }, { base, isTaken }) {
    const known = base.product(productId);
    const pair: Pair = [change.sheet, canonical(change.key, change.to)];
    return isTaken(ref)
      ? { records: known ? [{ ...known, fields: { ...known.fields, [change.key]: pair } }] : [] }
      : undefined;
  },
  asksAgain: ({ change }) => rowsStillAsking(change),
  ...joined,
  canGoInBulk: () => true,
};
