import type { TriggerUid } from './environment';
import { drawInteger } from './random';
import type { RuntimeState, Trigger, TriggerSchedule } from './runtime-state';
import { localToUtcMs, utcToLocalMs } from './time-zone';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * Time at which a trigger runs next: somewhere within its hour, at a minute that was drawn when it was made, up to a minute
 * late ("slightly randomized", https://developers.google.com/apps-script/guides/triggers/installable).
 *
 * @param afterMs the moment that it was made, or that it ran
 */
export function nextRunMs(schedule: TriggerSchedule, afterMs: number, state: RuntimeState): number | null {
  const lateMs = drawInteger(state, 0, minuteMs);
  switch (schedule.every) {
    case 'once':
      return null;
    case 'minutes':
      return afterMs + schedule.count * minuteMs + lateMs;
    case 'hours': {
      const hour = Math.floor(afterMs / hourMs) * hourMs;
      return hour + schedule.count * hourMs + schedule.minute * minuteMs + lateMs;
    }
    case 'days': {
      const { timeZone, hour, minute, count } = schedule;
      const today = Math.floor(utcToLocalMs(afterMs, timeZone) / dayMs) * dayMs;
      const localMs = hour * hourMs + minute * minuteMs;
      const first = localToUtcMs(today + localMs, timeZone);
      const isToday = first > afterMs && count === 1;
      return lateMs + (isToday ? first : localToUtcMs(today + count * dayMs + localMs, timeZone));
    }
  }
}

/** Triggers of this spreadsheet; a published add-on shares its list with the others. */
const triggersHere = ({ triggers, workbook }: RuntimeState): Trigger[] =>
  triggers.filter(({ documentId }) => documentId === workbook.id);

/** The triggers whose time has come, the earliest first. */
export function dueTriggers(state: RuntimeState, nowMs: number): Trigger[] {
  return triggersHere(state)
    .filter(({ nextAtMs }) => nextAtMs !== null && nextAtMs <= nowMs)
    .sort((one, other) => (one.nextAtMs ?? 0) - (other.nextAtMs ?? 0));
}

/** Time of the next due event; `undefined` where nothing is due. */
export function nextTriggerMs(state: RuntimeState): number | undefined {
  const times = triggersHere(state).flatMap(({ nextAtMs }) => (nextAtMs === null ? [] : [nextAtMs]));
  return times.length === 0 ? undefined : Math.min(...times);
}

function uidOf(id: string, kind: TriggerUid): string | number {
  switch (kind) {
    case 'exact':
    case 'short':
      return id;
    case 'rounded':
      return BigInt(Number(id)).toString();
    case 'number':
      return Number(id);
  }
}

/** Event of a time-driven trigger, without the authorization mode. */
export function clockEvent(
  trigger: Trigger,
  { nowMs, timeZone, uid }: { readonly nowMs: number; readonly timeZone: string; readonly uid: TriggerUid },
): Record<string, unknown> {
  const local = new Date(utcToLocalMs(nowMs, timeZone));
  const newYear = Date.UTC(local.getUTCFullYear(), 0, 1);
  return {
    triggerUid: uidOf(trigger.id, uid),
    timezone: timeZone,
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    'day-of-month': local.getUTCDate(),
    'day-of-week': local.getUTCDay() === 0 ? 7 : local.getUTCDay(),
    'week-of-year': Math.floor((local.getTime() - newYear) / (7 * dayMs)) + 1,
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
  };
}
