import type { Pair } from '../model/base';
import type { Preference, Preferences } from '../model/policy';

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

function choose(preference: Preference, asked: 'conflict' | 'held'): Decision {
  return preference === 'ask' ? asked : preference === 'sheet' ? 'send' : 'keep';
}
