import { cellsOf, rowsSaying } from '../../catalog/tab/row';
import { canonical } from '../compare/canonical';
import { updated } from '../compare/messages';
import { fieldPiece, wholly } from '../compare/piece';
import { rowsStillAsking } from '../compare/undone-marks';
import type { ChangeTags } from '../model/action';
import { type ActionKind, joined, none } from '../model/action-kind';
import type { Pair } from '../model/base';

/** Adds tags to a product, or removes some. */
export const changeTags: ActionKind<ChangeTags> = {
  rows: ({ change }) => rowsSaying(change),
  ...wholly(({ kind, productId, tags, change }) => [
    fieldPiece(productId, change, () => [kind, productId, tags]),
  ]),
  fields: none,
  foretell: ({ kind, productId, tags, change }) =>
    cellsOf(change).map(({ ref, column }) =>
      updated(ref, `${column} ${kind === 'add-tags' ? 'added' : 'removed'}: ${tags.join(', ')}`, productId),
    ),
  count: ({ completes }) => (completes ? { change: { otherFields: 1 } } : {}),
  replaces({ kind, productId: id, tags, change: { ref, column } }) {
    const [added, removed] = kind === 'add-tags' ? [tags, []] : [[], tags];
    return [{ kind: 'tags', id, added, removed, ref, column }];
  },
  settle({ productId, change, completes }, { written, base }) {
    const [product] = written.products;
    if (!product) return undefined;
    const known = completes ? base.product(productId) : undefined;
    const tags: Pair = [change.sheet, canonical('tags', product.fields.tags)];
    return { records: known ? [{ ...known, fields: { ...known.fields, tags } }] : [] };
  },
  // In step only once the last of two actions is accepted; the row gets a message about each.
  asksAgain: ({ change }) => rowsStillAsking(change),
  ...joined,
  canGoInBulk: () => true,
};
