import type { Outside } from './outside';
import { removeTriggers } from './own-trigger';
import { isOwn, loadSchedule, saveSchedule } from './schedule';
import { forgetTicks } from './scheduled-ticks';

/** Ends the user's own schedule, also together with their access to the store; a colleague's goes on. */
export function endOwnSchedule(outside: Outside): void {
  const known = loadSchedule(outside);
  if (!known || !isOwn(outside, known)) return;
  // The record goes first: a trigger that no record speaks of removes itself.
  saveSchedule(outside, undefined);
  forgetTicks(outside);
  if (outside.triggers.permission().kind === 'granted') removeTriggers(outside);
}
