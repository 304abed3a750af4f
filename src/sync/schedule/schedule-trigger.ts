import type { Rhythm, ScheduleTimes } from '../../answers/requests';
import type { Recurrence } from '../../ports/triggers';
import type { Services } from '../ground/services';
import { noteTrigger, ownTriggers } from '../run/own-triggers';
import { isTriggerOf, type Schedule } from './schedule';
import { isSameRhythm, triggerRhythm } from './schedule-times';

/** The stored facts of a schedule's trigger. */
export type OwnTrigger = Pick<Schedule, 'triggerId' | 'timeZone' | 'sinceMs'>;

/**
 * Leaves this user with one trigger in this spreadsheet, which comes as often as the times need. One that fits stays,
 * because Google counts how many a user makes in a day. Where Google refuses a new one, the id is empty.
 */
export function ensureTrigger(
  services: Services,
  times: ScheduleTimes,
  known: Schedule | undefined,
): OwnTrigger {
  const { triggers, spreadsheet, clock } = services;
  const timeZone = spreadsheet.timeZone();
  const own = ownTriggers(services);
  const rhythm = triggerRhythm(times);
  const willDo =
    known !== undefined && isSameRhythm(triggerRhythm(known), rhythm) && known.timeZone === timeZone;
  const kept = willDo ? own.find((id) => isTriggerOf(known, id)) : undefined;
  for (const id of own) if (id !== kept) triggers.remove(id);
  if (known && kept) return { triggerId: known.triggerId, timeZone, sinceMs: known.sinceMs };
  const triggerId = triggers.createRecurring(recurrenceOf(rhythm, timeZone)) ?? '';
  if (triggerId) noteTrigger(services, triggerId);
  return { triggerId, timeZone, sinceMs: clock.now() };
}

function recurrenceOf(rhythm: Rhythm, timeZone: string): Recurrence {
  return rhythm.every === 'hours' ? rhythm : { ...rhythm, timeZone };
}
