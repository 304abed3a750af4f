import { rowKey } from '../../catalog/tab/row';
import { piecesOf } from '../action-kinds';
import { hashText } from '../compare/canonical';
import { speakingRows } from '../compare/piece';
import type { SyncAction } from '../model/action';
import type { HeldChange } from '../model/sync-plan';
import { actionOutcomes } from '../preview/foretell';
import type { Guarded } from './suspicious-changes';

/**
 * Holds everything that undoes what somebody else recorded. Every editor can write into the hidden tab where old values
 * are kept, so that these are sent only once this person has seen each of them, old → new.
 */
export function holdUnseen(actions: readonly SyncAction[], confirmed: ReadonlySet<string>): Guarded {
  const told: HeldChange[] = [];
  const kept = actions.filter((action) => {
    const key = `undo|${hashText(JSON.stringify(action))}`;
    if (confirmed.has(key)) return true;
    told.push(
      ...actionOutcomes(action).map(({ ref, message }) => ({
        key,
        ref,
        change: message.replace(/\.$/, ''),
        reason: REASON,
      })),
    );
    return false;
  });
  const speaking = new Set(actions.flatMap(piecesOf).flatMap(speakingRows).map(rowKey));
  return {
    actions: kept,
    held: told.filter(({ ref }) => speaking.has(rowKey(ref))),
    outcomes: told.map(({ ref, change }) => ({
      ref,
      status: 'skipped',
      message: `${change} is held: ${REASON}. Confirm it in the sidebar to give it back.`,
    })),
  };
}

const REASON = 'somebody else recorded it';
