import type { Outside } from '../ground/services';
import { forgetTicks } from './last-scheduled-run';
import { isOwn, loadSchedule, saveSchedule } from './schedule';
import { removeTriggers } from './schedule-trigger';

/** Ends the user's own schedule, also together with their access to the store; a colleague's goes on. */
export function endOwnSchedule(outside: Outside): void {
  const known = loadSchedule(outside);
  if (!known || !isOwn(outside, known)) return;
  // The record goes first: a trigger that no record speaks of removes itself.
  saveSchedule(outside, undefined);
  forgetTicks(outside);
  if (outside.triggers.permission().kind === 'granted') removeTriggers(outside);
}
