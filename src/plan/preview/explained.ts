import type { RowRef } from '../../catalog/tab/row';
import type { Decision } from '../compare/decide';

/** The three values of one cell, and the rule that decides about it. */
export interface ExplainedCell {
  readonly tab: string;
  readonly row: number;
  readonly column: string;
  readonly sheet: string;
  /** The value of both sides when they were last in step; null where nothing is remembered. */
  readonly last: { readonly sheet: string; readonly shopify: string } | null;
  readonly shopify: string;
  readonly rule: string;
}

export const EMPTY = '(empty)';
export const NOT_THERE = 'Shopify does not have it, as far as is known: it would be created.';
export const ASKS_NOTHING = 'The cell asks for nothing, so nothing is sent.';

/** Describes the rule of each decision, for a person. */
export const RULES: Readonly<Record<Decision, (isEqual: boolean) => string>> = {
  same: (isEqual) =>
    isEqual ? 'Both say the same: nothing is sent.' : 'Neither changed since the last sync: nothing is sent.',
  send: () => 'The sheet’s value counts: it is sent, unless it is held.',
  drift: () => 'Only Shopify changed, or you kept another value: nothing is sent.',
  keep: () => 'By the settings Shopify’s value counts: it goes into the cell.',
  conflict: () => 'Both changed since the last sync: nothing is sent until you choose a side.',
  held: () => 'It differs and was never synced: nothing is sent until you choose a side.',
};

export function place({ tab, row }: RowRef) {
  return { tab, row };
}
