import { describeText, updated } from '../compare/messages';
import { wholly } from '../compare/piece';
import { shownTexts } from '../compare/shown-change';
import { withNewNames } from '../identity/former-names';
import type { RenameOptionValue } from '../model/action';
import { type ActionKind, none } from '../model/action-kind';
import { target } from '../model/replaced-value';

export const renameOptionValue: ActionKind<RenameOptionValue> = {
  rows: ({ rows }) => rows,
  ...wholly((action) => {
    const { waiting, untold, ...sent } = action;
    const { productId: item, valueId, from, to, ref, rows, column } = sent;
    return [
      {
        key: `${valueId}|${from}|${to}`,
        kind: 'optionValue',
        ref,
        rows,
        column,
        target: target(item, `option ${valueId}`),
        item,
        from,
        to,
        value: to,
        words: () => describeText(action),
        shows: () => shownTexts(column, from, to),
        sends: () => sent,
        ...(waiting && { waiting }),
        ...(untold && { untold }),
        heldWhole: 'The new name of its option value',
      },
    ];
  }),
  fields: none,
  foretell: (action) => action.rows.map((ref) => updated(ref, describeText(action), action.productId)),
  count: () => ({ change: { optionValues: 1 } }),
  replaces({ productId: id, optionId, valueId, index, from, to, ref, column }) {
    return [{ kind: 'option-value', id, optionId, valueId, index, from, to, ref, column }];
  },
  /** Variants are identified by their option values. */
  settle({ ref, productId, from, to, index }, { base, isTaken }) {
    if (!isTaken(ref)) return undefined;
    const records = base
      .variantsOf(productId)
      .filter(({ optionValues }) => optionValues[index] === from)
      .map((known) => {
        const optionValues = known.optionValues.map((value, at) => (at === index ? to : value));
        return withNewNames(known, { ...known, optionValues });
      });
    return { records };
  },
  asksAgain: ({ isStillTyped, rows }) => (isStillTyped ? rows : []),
  batches: (actions) =>
    actions.map(({ waiting: _, untold: __, ...action }) => ({ kind: 'rename-option-value', action })),
  writtenIn: 'rows',
  joins: 1,
  newVariants: none,
  canGoInBulk: () => true,
};
