import { isSameTrigger } from '../ports/triggers';
import type { Outside } from './outside';

/**
 * Runs the scheduled entry point once more after a while, to go on with a paused run. False where Google refuses: a
 * published add-on has one clock trigger, and the schedule holds it.
 */
export function goOnLater(outside: Outside, delayMs: number): boolean {
  const id = outside.triggers.createAfter(delayMs);
  if (id) outside.secrets.save(keyOf(outside), id);
  return id !== undefined;
}

/** Whether this trigger was made to go on with a run; it has done its work then, and is removed. */
export function takeOneOff(outside: Outside, triggerId: string): boolean {
  const id = outside.secrets.load(keyOf(outside));
  if (!id || !isSameTrigger(id, triggerId)) return false;
  outside.secrets.remove(keyOf(outside));
  outside.triggers.remove(triggerId);
  return true;
}

/** Triggers are a user's own, so what is known of them lies with the user. */
function keyOf({ sheets }: Outside): string {
  return `one-off:${sheets.spreadsheetId()}`;
}
