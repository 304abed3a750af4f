import { rowsSaying } from '../../catalog/tab/row';
import { chunk } from '../../catalog/values/arrays';
import { isVariant } from '../../catalog/values/gid';
import { canonical } from '../compare/canonical';
import { doubtsOf, updatedRows } from '../compare/messages';
import { fieldPiece, wholly } from '../compare/piece';
import type { SetValue } from '../model/action';
import { type ActionKind, none } from '../model/action-kind';
import type { Pair } from '../model/base';
import type { Batch } from '../model/batch';
import { countFields } from '../model/planned';
import { replacedFields } from '../model/replaced-value';

/**
 * Values in one request, of whichever items. One that is refused, and none is written.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/metafieldsSet
 */
const VALUES_PER_REQUEST = 25;

/** Writes or removes one value that Shopify keeps apart from its item. */
export const setValue: ActionKind<SetValue> = {
  rows: ({ change }) => rowsSaying(change),
  ...wholly(({ id, change }) => [fieldPiece(id, change)]),
  fields: ({ id, change }) => [{ id, changes: [change] }],
  // The row of a new item says that it is created.
  foretell: ({ id, change, isOfNew }) =>
    isOfNew ? [] : [...updatedRows([change], id), ...doubtsOf([change])],
  count: ({ change, isOfNew }) => (isOfNew ? {} : { change: countFields([change]) }),
  // Created items stay when their run is undone, and so do the values that came with them.
  replaces: ({ id, change, isOfNew }) => (isOfNew ? [] : replacedFields({ id, changes: [change] })),
  settle({ id, change }, { written, index, base }) {
    const value = written.values?.[index];
    if (value === undefined) return undefined;
    const known = isVariant(id) ? base.variant(id) : base.product(id);
    const pair: Pair = [change.sheet, canonical(change.key, value)];
    return { records: known ? [{ ...known, fields: { ...known.fields, [change.key]: pair } }] : [] };
  },
  asksAgain: none,
  batches: (actions) =>
    (['set-value', 'clear-value'] as const).flatMap((kind) =>
      chunk(
        actions.filter((action) => action.kind === kind),
        VALUES_PER_REQUEST,
      ).map((part) => ({ kind, actions: part }) as Batch),
    ),
  takesAnyItems: true,
  writtenIn: 'values',
  joins: 1,
  newVariants: none,
  canGoInBulk: () => true,
  // A value is set with its version; a removal has none.
  uncompared: ({ kind, id, change }) =>
    kind === 'clear-value'
      ? { id, fields: [{ key: change.key, now: change.from }], changes: [change] }
      : undefined,
};
