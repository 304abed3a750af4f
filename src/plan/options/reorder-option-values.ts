import { cellsOf, rowsSaying } from '../../catalog/tab/row';
import { canonical } from '../compare/canonical';
import { describeChange, updated } from '../compare/messages';
import { fieldPiece, wholly } from '../compare/piece';
import { rowsStillAsking } from '../compare/undone-marks';
import type { ReorderOptionValues } from '../model/action';
import { type ActionKind, alone } from '../model/action-kind';
import type { Pair } from '../model/base';
import { replacedFields } from '../model/replaced-value';

/** Reorders the values of an option, and with them the variants. */
export const reorderOptionValues: ActionKind<ReorderOptionValues> = {
  rows: ({ change }) => rowsSaying(change),
  ...wholly((action) => [
    fieldPiece(action.productId, action.change, () => [action.kind, action.productId, action.options]),
  ]),
  fields: ({ productId, change }) => [{ id: productId, changes: [change] }],
  foretell: ({ productId, change }) =>
    cellsOf(change).map(({ ref, column }) => updated(ref, describeChange({ ...change, column }), productId)),
  count: () => ({ change: { options: 1 } }),
  replaces: ({ productId, change }) => replacedFields({ id: productId, changes: [change] }),
  settle({ ref, productId, change: { key, sheet, to } }, { base, isTaken }) {
    if (!isTaken(ref)) return undefined;
    const known = base.product(productId);
    const pair: Pair = [sheet, canonical(key, to)];
    return { records: known ? [{ ...known, fields: { ...known.fields, [key]: pair } }] : [] };
  },
  asksAgain: ({ change }) => rowsStillAsking(change),
  ...alone,
  canGoInBulk: () => false,
};
