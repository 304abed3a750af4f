import type { Outside } from '../ground/services';
import { removeOwnTriggers } from '../run/own-triggers';
import { forgetTicks } from './last-scheduled-run';
import { isOwn, loadSchedule, saveSchedule } from './schedule';

/** Ends the user's own schedule, also together with their access to the store; a colleague's goes on. */
export function endOwnSchedule(outside: Outside): void {
  const known = loadSchedule(outside);
  if (known && isOwn(outside, known)) {
    // The record goes first: a trigger that no record speaks of removes itself.
    saveSchedule(outside, undefined);
    forgetTicks(outside);
  }
  // After a colleague took over, what is left of the user's own.
  if (outside.triggers.permission().kind === 'granted') removeOwnTriggers(outside);
}
