import type { Services } from '../ground/services';
import { removeOwnTriggers } from '../run/own-triggers';
import { forgetTicks, loadTicks } from './last-scheduled-run';
import { isOverdue, isOwn, isTriggerOf, loadSchedule, type Schedule, saveSchedule } from './schedule';
import { ensureTrigger } from './schedule-trigger';

/**
 * Starts the user's own schedule again where its trigger is gone, was switched off, or keeps to a time zone that the
 * spreadsheet has left. Only a person's action may: a trigger made inside a trigger comes up disabled.
 * Source: https://issuetracker.google.com/issues/150756612
 */
export function mendSchedule(services: Services): void {
  const known = loadSchedule(services);
  if (!known || !isOwn(services, known) || services.triggers.permission().kind === 'required') return;
  const isStale = isOverdue(known, loadTicks(services)?.atMs ?? 0, services.clock.now());
  if (!isStale && isAlive(services, known)) return;
  const trigger = ensureTrigger(services, known.rhythm, isStale ? undefined : known);
  saveSchedule(services, { ...known, ...trigger });
}

function isAlive({ triggers, spreadsheet }: Services, schedule: Schedule): boolean {
  return (
    schedule.timeZone === spreadsheet.timeZone() && triggers.list().some((id) => isTriggerOf(schedule, id))
  );
}

/** Ends the user's own schedule, also together with their access to the store; a colleague's goes on. */
export function endOwnSchedule(services: Services): void {
  const known = loadSchedule(services);
  if (known && isOwn(services, known)) {
    // The record goes first: a trigger that no record speaks of removes itself.
    saveSchedule(services, undefined);
    forgetTicks(services);
  }
  // After a colleague took over, what is left of the user's own.
  if (services.triggers.permission().kind === 'granted') removeOwnTriggers(services);
}
