import { updated } from '../compare/messages';
import { wholly } from '../compare/piece';
import { shownTexts } from '../compare/shown-change';
import { withNewNames } from '../identity/former-names';
import { type ActionKind, alone, none } from '../model/action-kind';
import type { BaseRecord } from '../model/base';
import type { ChangeOptions, CreateOptions } from '../model/option-actions';
import { target } from '../model/replaced-value';

type Action = ChangeOptions | CreateOptions;

const listed = (names: readonly string[]): string => names.join(', ');

function wordsOf(action: Action): string {
  const change = `Options ${listed(action.from) || '(none)'} → ${listed(action.to)}`;
  return action.kind === 'create-options' ? `${change} (${action.result})` : change;
}

/** Moves the values of a variant to the new positions of their options; added options have theirs at the other positions. */
export function valuesAfter(action: Action, values: readonly string[]): readonly string[] {
  switch (action.kind) {
    case 'rename-option':
      return values;
    case 'reorder-options':
      return action.to.map((name) => values[action.from.indexOf(name)] ?? '');
    case 'create-options': {
      const left = action.from.length > 0 ? [...values] : [];
      return action.to.map(
        (name) => action.created.find((one) => one.name === name)?.value ?? left.shift() ?? '',
      );
    }
  }
}

const shared: Omit<ActionKind<Action>, 'replaces' | 'asksAgain'> = {
  rows: ({ rows }) => rows,
  ...wholly((action) => [
    {
      key: `${action.kind}|${action.productId}|${listed(action.from)}|${wordsOf(action)}`,
      kind: 'options',
      ref: action.ref,
      rows: action.rows,
      column: action.column,
      target: target(action.productId, 'options'),
      item: action.productId,
      from: listed(action.from),
      to: listed(action.to),
      value: null,
      words: () => wordsOf(action),
      shows: () => shownTexts('Options', listed(action.from), listed(action.to)),
      sends: () => [
        action.kind,
        action.productId,
        action.from,
        action.to,
        'created' in action && action.created,
      ],
      heldWhole: 'Its change of options',
    },
  ]),
  fields: none,
  foretell: (action) => action.rows.map((ref) => updated(ref, wordsOf(action), action.productId)),
  count: () => ({ change: { options: 1 } }),
  settle(action, { base, isTaken }) {
    const product = base.product(action.productId);
    if (!isTaken(action.ref)) return undefined;
    const variants = base.variantsOf(action.productId).map((known) => {
      const optionValues = valuesAfter(action, known.optionValues);
      return withNewNames(known, { ...known, optionValues });
    });
    const records: BaseRecord[] = product ? [{ ...product, optionNames: action.to }, ...variants] : variants;
    return { records };
  },
  ...alone,
  canGoInBulk: () => false,
};

export const changeOptions: ActionKind<ChangeOptions> = {
  ...(shared as ActionKind<ChangeOptions>),
  replaces({ productId: id, from, to, ref, column }) {
    return [{ kind: 'options', id, from, to, ref, column }];
  },
  asksAgain: ({ isStillTyped, rows }) => (isStillTyped ? rows : []),
};

export const createOptions: ActionKind<CreateOptions> = {
  ...(shared as ActionKind<CreateOptions>),
  replaces: none,
  asksAgain: none,
};
