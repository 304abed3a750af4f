import type { FieldGroup } from '../../catalog/columns/column';
import type { Pair } from '../model/base';
import { chosenSide } from '../model/conflict';
import type { Preference, Preferences, SyncPolicy } from '../model/policy';

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

/** A merchant's choices for the values of a group; `add` is for numbers of stock, and any other value is asked about. */
export function preferencesOf(
  group: FieldGroup,
  { onConflict, onUnknownBase }: Pick<SyncPolicy, 'onConflict' | 'onUnknownBase'>,
): Preferences {
  const side = onConflict[group];
  return { onConflict: side === 'add' ? 'ask' : side, onUnknownBase: onUnknownBase[group] };
}

/** The decision once a person was asked, if one chose a side of the question. */
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
