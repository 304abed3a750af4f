import type { DesiredValue } from '../../catalog/building/desired';
import type { FieldGroup } from '../../catalog/columns/column';
import type { FieldKey } from '../../catalog/columns/columns';
import type { FieldValue } from '../../catalog/values/cell';
import type { Pair } from '../model/base';
import { chosenSide } from '../model/conflict';
import type { Refreshing } from '../model/item-context';
import type { Preference, Preferences, SyncPolicy } from '../model/policy';
import { decideRefresh } from '../refresh/decide-refresh';
import { canonical } from './canonical';
import { differ, plainForm } from './pairs';

/**
 * The three-way decision for one cell. All values canonical; '' is unset.
 *
 * | sheet      | store      |                                                     |
 * |------------|------------|-----------------------------------------------------|
 * | equal      |            | `same`                                              |
 * | unchanged  | unchanged  | `same`                                              |
 * | unchanged  | moved, or was kept | `drift`: nothing is sent, the row says so   |
 * | changed    | unchanged  | `send`                                              |
 * | changed    | moved      | `conflict`, unless the merchant chose a side        |
 * | was to take the store's value when an execution was killed: `drift` before and after, edited `conflict` ||
 * | differs, and it is not known what was last synced | `held`, likewise             |
 */
export type Decision = 'same' | 'send' | 'drift' | 'keep' | 'conflict' | 'held';

export function decide(sheet: string, store: string, base: Pair | undefined, choice: Preferences): Decision {
  if (sheet === store) return 'same';
  if (!base) return choose(choice.onUnknownBase, 'held');
  const [lastSheet, lastStore, kept] = base;
  if (kept === 'taking')
    return sheet === lastSheet || sheet === lastStore ? 'drift' : choose(choice.onConflict, 'conflict');
  if (sheet === lastSheet) return store === lastStore && !kept ? 'same' : 'drift';
  if (store === lastStore) return 'send';
  return choose(choice.onConflict, 'conflict');
}

/** A merchant's choices for the values of a group. `add` applies to stock only; for any other value the merchant is asked. */
export function preferencesOf(
  group: FieldGroup,
  { onConflict, onUnknownBase }: Pick<SyncPolicy, 'onConflict' | 'onUnknownBase'>,
): Preferences {
  const side = onConflict[group];
  return { onConflict: side === 'add' ? 'ask' : side, onUnknownBase: onUnknownBase[group] };
}

/** Resolves a question to the side that a person chose, if one was chosen. */
export function answeredDecision(
  decision: Decision,
  question: string,
  confirmed: ReadonlySet<string>,
): Decision {
  if (decision !== 'conflict' && decision !== 'held') return decision;
  const side = chosenSide(question, confirmed);
  return side === undefined ? decision : side === 'shopify' ? 'keep' : 'send';
}

function choose(preference: Preference, asked: 'conflict' | 'held'): Decision {
  return preference === 'ask' ? asked : preference === 'sheet' ? 'send' : 'keep';
}

/** Nobody edited the cell since both were in step, so that a refresh brings it Shopify's value. */
export function isOnlyMoved({ sheet, now, pair }: Omit<Refreshable, 'key'>): boolean {
  return pair !== undefined && sheet === pair[0] && now !== pair[1];
}

interface Refreshable {
  readonly key: FieldKey;
  readonly sheet: string;
  readonly now: string;
  readonly pair: Pair | undefined;
}

/** Whether a cell takes Shopify's value when its tab is refreshed. */
export function takesInto({ key, sheet, now, pair }: Refreshable): boolean {
  const wereEqual = !differ(key, pair?.[0] ?? '', pair?.[1] ?? '');
  return decideRefresh({ sheet, store: now, pair, wereEqual }) === 'take';
}

interface EmptyCell extends Pick<Refreshable, 'key' | 'pair'> {
  readonly value: DesiredValue;
  readonly now: FieldValue | null;
}

/**
 * Takes Shopify's value where both were empty, or only Shopify is known to have one: then nobody emptied the cell on
 * purpose.
 */
export function takesIntoEmpty({ key, value, now, pair }: EmptyCell, { fills }: Refreshing): boolean {
  const store = plainForm(key, canonical(key, now));
  const { cell, ref, column } = value;
  if (fills) return store !== '' && ref.sheetId === fills.sheetId && column === fills.column;
  const wereEqual =
    plainForm(key, pair?.[1] ?? '') === '' || (cell.kind === 'blank' && cell.says === 'only in Shopify');
  return decideRefresh({ sheet: null, store, pair, wereEqual }) === 'take';
}
