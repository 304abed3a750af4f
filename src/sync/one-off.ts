import { isSameTrigger } from '../ports/triggers';
import type { RunSummary } from './answers';
import type { Outside } from './outside';

/** How long a run that paused is left to the person who may go on with it, before others and the clock may. */
export const HANDOVER_MS = 2 * 60_000;

/**
 * Where nothing could be sent, because Shopify works through a bulk operation or a large shop is read: whoever looks
 * more often spends the day's minutes of the clock on looking.
 */
const WAITING_MS = 15 * 60_000;

/**
 * Has the clock go on with a run whose time was up, in case that no sidebar does: the scheduled entry point is called
 * once more after a while. Google may refuse, because a published add-on has one clock trigger and the schedule holds
 * it; the next scheduled run goes on then. Any other end leaves nothing to go on with.
 */
export function arrangeRest(outside: Outside, { outcome, problem, sent }: RunSummary): void {
  const goesOn = outcome === 'paused' && problem === null;
  const armed = armedOneOff(outside);
  if (goesOn && (armed === undefined || !outside.triggers.list().some((id) => isSameTrigger(armed, id)))) {
    const id = outside.triggers.createAfter(sent > 0 ? HANDOVER_MS : WAITING_MS);
    if (id) outside.secrets.save(keyOf(outside), id);
    else outside.secrets.remove(keyOf(outside));
  } else if (!goesOn && armed !== undefined) {
    outside.triggers.remove(armed);
    outside.secrets.remove(keyOf(outside));
  }
}

/** The trigger that will go on with a run of this user's, as far as is known. */
export function armedOneOff({ secrets, sheets }: Outside): string | undefined {
  return secrets.load(keyOf({ sheets }));
}

/** Whether this trigger was made to go on with a run; it has done its work then, and is removed. */
export function takeOneOff(outside: Outside, triggerId: string): boolean {
  const armed = armedOneOff(outside);
  if (!armed || !isSameTrigger(armed, triggerId)) return false;
  outside.secrets.remove(keyOf(outside));
  outside.triggers.remove(triggerId);
  return true;
}

/** Triggers are a user's own, so what is known of them lies with the user. */
function keyOf({ sheets }: Pick<Outside, 'sheets'>): string {
  return `one-off:${sheets.spreadsheetId()}`;
}
