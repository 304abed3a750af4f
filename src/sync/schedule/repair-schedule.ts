import type { Outside } from '../ground/services';
import { loadTicks } from './last-scheduled-run';
import { isOverdue, isOwn, isTriggerOf, loadSchedule, type Schedule, saveSchedule } from './schedule';
import { ensureTrigger } from './schedule-trigger';

/**
 * Starts the user's own schedule anew where its trigger is gone, was switched off, or keeps to a time zone that the
 * spreadsheet has left. Only a person's action may: a trigger made inside a trigger comes up disabled.
 * Source: https://issuetracker.google.com/issues/150756612
 */
export function mendSchedule(outside: Outside): void {
  const known = loadSchedule(outside);
  if (!known || !isOwn(outside, known) || outside.triggers.permission().kind === 'required') return;
  const isStale = isOverdue(known, loadTicks(outside)?.atMs ?? 0, outside.clock.now());
  if (!isStale && isAlive(outside, known)) return;
  const trigger = ensureTrigger(outside, known.rhythm, isStale ? undefined : known);
  saveSchedule(outside, { ...known, ...trigger });
}

function isAlive({ triggers, sheets }: Outside, schedule: Schedule): boolean {
  return schedule.timeZone === sheets.timeZone() && triggers.list().some((id) => isTriggerOf(schedule, id));
}
