import type { Services } from '../ground/services';
import { removeOwnTriggers } from '../run/own-triggers';
import { forgetLastScheduled, loadLastScheduled } from './last-scheduled-run';
import { isOverdue, isOwn, isTriggerOf, loadSchedule, type Schedule, saveSchedule } from './schedule';
import { ensureTrigger } from './schedule-trigger';

/**
 * Makes a new trigger for the user's own schedule where the old one is gone, was switched off, or follows a time zone that
 * the spreadsheet has left. Only a person's action may: Google disables a trigger that is made inside a trigger.
 * Source: https://issuetracker.google.com/issues/150756612
 */
export function repairSchedule(services: Services): void {
  const known = loadSchedule(services);
  if (!known || !isOwn(services, known) || services.triggers.permission().kind === 'required') return;
  const isStale = isOverdue(known, loadLastScheduled(services)?.atMs ?? 0, services.clock.now());
  if (!isStale && isAlive(services, known)) return;
  const trigger = ensureTrigger(services, known, isStale ? undefined : known);
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
    forgetLastScheduled(services);
  }
  // Also what is left of the user's own triggers after a colleague took over.
  if (services.triggers.permission().kind === 'granted') removeOwnTriggers(services);
}
