import type { Rhythm, ScheduledGroups, ScheduleTimes } from '../../answers/requests';
import type { FieldGroup } from '../../catalog/columns/column';
import { zoneOffsetMs } from '../../catalog/values/read-moment';
import { DAY_MS, HOUR_MS } from '../../ports/system';

/** Times at which a run of the clock last began with each group; milliseconds since 1970. */
export type BegunAt = Readonly<Partial<Record<FieldGroup, number>>>;

/** Facts about a schedule at one moment. */
export interface AtMoment {
  readonly nowMs: number;
  readonly timeZone: string;
  readonly begunAt: BegunAt;
  /** Time at which its rhythms were saved: what was due before was not wanted yet. */
  readonly savedAtMs: number;
}

/** Sunday is 0, as in JavaScript. */
const DAYS: Readonly<Record<'weekdays' | 'weekend', readonly number[]>> = {
  weekdays: [1, 2, 3, 4, 5],
  weekend: [0, 6],
};

/** A nightly run that could not begin is not made up for in the middle of the day. */
const LATEST_MS = 3 * HOUR_MS;

export function rhythmsOf({ rhythm, groups, days, further = [] }: ScheduleTimes): readonly ScheduledGroups[] {
  return [{ rhythm, groups, days }, ...further];
}

export function intervalMs(rhythm: Rhythm): number {
  return (rhythm.every === 'hours' ? rhythm.hours : 24) * HOUR_MS;
}

export function isSameRhythm(one: Rhythm, other: Rhythm): boolean {
  return one.every === 'hours'
    ? other.every === 'hours' && one.hours === other.hours
    : other.every === 'day' && one.hour === other.hour;
}

/**
 * How often the one trigger has to come: a published add-on may have no second one for a person and a spreadsheet.
 * Source: https://developers.google.com/workspace/add-ons/concepts/editor-triggers
 */
export function triggerRhythm(times: ScheduleTimes): Rhythm {
  const [first, ...others] = rhythmsOf(times).map(({ rhythm }) => rhythm);
  if (!first || others.some((other) => !isSameRhythm(first, other))) return HOURLY;
  // What the quiet hours put off follows as soon as they end.
  return times.quiet && first.every === 'hours' ? HOURLY : first;
}

const HOURLY: Rhythm = { every: 'hours', hours: 1 };

/** Groups whose time has come. */
export function dueGroups(times: ScheduleTimes, at: AtMoment): readonly FieldGroup[] {
  const trigger = triggerRhythm(times);
  const localMs = at.nowMs + zoneOffsetMs(at.nowMs, at.timeZone);
  if (isQuiet(times, localMs)) return [];
  return rhythmsOf(times)
    .filter((own) => isDue(own, { ...at, localMs, isTriggers: isSameRhythm(own.rhythm, trigger) }))
    .flatMap(({ groups }) => groups);
}

interface Now extends AtMoment {
  /** Milliseconds: date and time in the spreadsheet's time zone, read as if they were UTC. */
  readonly localMs: number;
  /** Whether the trigger itself comes at this rhythm, which Google keeps a little early or late. */
  readonly isTriggers: boolean;
}

function isDue({ rhythm, groups, days }: ScheduledGroups, now: Now): boolean {
  const { localMs, nowMs, begunAt } = now;
  if (now.isTriggers) return isOnDay(days, localMs);
  const begunMs = Math.max(0, ...groups.map((group) => begunAt[group] ?? 0));
  if (rhythm.every === 'hours')
    return isOnDay(days, localMs) && nowMs - begunMs > intervalMs(rhythm) - HOUR_MS / 2;
  const sinceMs = (localMs - rhythm.hour * HOUR_MS) % DAY_MS;
  const dueMs = nowMs - sinceMs;
  // In the night in which the clocks go back, one hour occurs twice.
  const isNews = dueMs >= now.savedAtMs && dueMs > begunMs + HOUR_MS;
  return isOnDay(days, localMs - sinceMs) && sinceMs < LATEST_MS && isNews;
}

function isOnDay(days: ScheduledGroups['days'], localMs: number): boolean {
  return !days || DAYS[days].includes(new Date(localMs).getUTCDay());
}

function isQuiet({ quiet }: ScheduleTimes, localMs: number): boolean {
  return quiet !== undefined && isWithin(quiet, new Date(localMs).getUTCHours());
}

export function isWithin({ from, to }: NonNullable<ScheduleTimes['quiet']>, hour: number): boolean {
  return from < to ? from <= hour && hour < to : from <= hour || hour < to;
}

/**
 * Time at which the trigger next finds something due, where it comes every so many hours; undefined where it comes at an
 * hour of the day, of which Google picks the minute.
 */
export function nextDueMs(times: ScheduleTimes, at: AtMoment, lastTickMs: number): number | undefined {
  const trigger = triggerRhythm(times);
  if (trigger.every === 'day') return undefined;
  const stepMs = intervalMs(trigger);
  for (let nowMs = lastTickMs + stepMs; nowMs < lastTickMs + FORESEEN_MS; nowMs += stepMs)
    if (nowMs > at.nowMs && dueGroups(times, { ...at, nowMs }).length > 0) return nowMs;
  return undefined;
}

/** A weekend schedule may wait from Sunday to Saturday. */
const FORESEEN_MS = 8 * DAY_MS;

/** The longest time that may pass between two runs of the rhythm that comes most often. */
export function longestGapMs(times: ScheduleTimes): number {
  return Math.min(
    ...rhythmsOf(times).map(({ rhythm, days }) => intervalMs(rhythm) + (days ? OFF_MS[days] : 0)),
  );
}

const OFF_MS: Readonly<Record<'weekdays' | 'weekend', number>> = {
  weekdays: 2 * DAY_MS,
  weekend: 5 * DAY_MS,
};
