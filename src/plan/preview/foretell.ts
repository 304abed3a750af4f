import { kindOf } from '../action-kinds';
import type { SyncAction } from '../model/action';
import type { RowOutcome } from '../model/row-outcome';
import { foresee } from './in-future';

/** What an action's rows are told when it goes well. */
export function actionOutcomes(action: SyncAction): readonly RowOutcome[] {
  return kindOf(action).foretell(action, false);
}

/** What a preview tells: also what follows an action by itself, once the store has answered it. */
export function foreseenOutcomes(action: SyncAction): readonly RowOutcome[] {
  return foresee(kindOf(action).foretell(action, true));
}
