import { columnOf, fieldOf } from '../../catalog/columns/columns';
import { rowsSaying } from '../../catalog/tab/row';
import { canonical } from '../compare/canonical';
import { updated, updatedRows } from '../compare/messages';
import { fieldPiece, wholly } from '../compare/piece';
import { rowsStillAsking } from '../compare/undone-marks';
import type { ChangePublishing, FieldChange } from '../model/action';
import { type ActionKind, joined } from '../model/action-kind';
import type { Pair } from '../model/base';
import { countFields } from '../model/planned';
import { replacedFields } from '../model/replaced-value';

export const PUBLISHED = 'Published to the Online Store';

/** Words for whether customers see the product, instead of the cell's; undefined for any other field. */
export function describePublishing({ key, to }: Pick<FieldChange, 'key' | 'to'>): string | undefined {
  if (fieldOf(key).writtenBy !== 'publishing' || columnOf(key).publication) return undefined;
  return to ? PUBLISHED : 'Taken off the Online Store';
}

/** Adds a product to a publication, or removes it. */
export const changePublishing: ActionKind<ChangePublishing> = {
  rows: ({ change }) => rowsSaying(change),
  ...wholly((action) => [fieldPiece(action.productId, action.change, () => action)]),
  fields: ({ productId: id, change }) => [{ id, changes: [change] }],
  foretell({ productId, change }) {
    const words = describePublishing(change);
    if (!words) return updatedRows([change], productId);
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
