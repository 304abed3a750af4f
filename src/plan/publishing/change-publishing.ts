import { rowsSaying } from '../../catalog/tab/row';
import { canonical } from '../compare/canonical';
import { updated } from '../compare/messages';
import { fieldPiece, wholly } from '../compare/piece';
import { isHeld } from '../compare/undone-marks';
import type { ChangePublishing } from '../model/action';
import type { ActionKind } from '../model/action-kind';
import type { Pair } from '../model/base';
import type { Batch } from '../model/batch';
import { replacedFields } from '../model/replaced-value';

export const PUBLISHED = 'Published to the Online Store';

/** Puts a product on the Online Store, or takes it off. */
export const changePublishing: ActionKind<ChangePublishing> = {
  rows: ({ change }) => rowsSaying(change),
  ...wholly((action) => [{ ...fieldPiece(action.productId, action.change), sends: () => action }]),
  fields: ({ productId: id, change }) => [{ id, changes: [change] }],
  foretell: ({ kind, productId, change }) =>
    rowsSaying(change).map((ref) =>
      updated(ref, kind === 'publish' ? PUBLISHED : 'Taken off the Online Store', productId),
    ),
  count: ({ kind }) => ({ [kind]: 1 }),
  replaces: ({ productId: id, change }) => replacedFields({ id, changes: [change] }),
  /** Taken without an error, it stands as it was asked for; what customers see of it also depends on the status. */
  settle({ ref, productId, change }, { base, isTaken }) {
    const known = base.product(productId);
    const published: Pair = [change.sheet, canonical('published', change.to)];
    return isTaken(ref)
      ? { records: known ? [{ ...known, fields: { ...known.fields, published } }] : [] }
      : undefined;
  },
  asksAgain: ({ change }) =>
    isHeld([change.sheet, canonical(change.key, change.to)]) ? rowsSaying(change) : [],
  batches: (actions) => actions.map((action) => ({ kind: action.kind, action }) as Batch),
  canGoInBulk: () => true,
};
