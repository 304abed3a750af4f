import type { Rhythm } from '../../answers/requests';
import type { FieldGroup } from '../../catalog/columns/column';
import { anyOf, fields, oneOf, readStored, text, time, whole } from '../../ports/shape';
import { HOUR_MS } from '../../ports/system';
import { isSameTrigger } from '../../ports/triggers';
import { editorId, type Services } from '../ground/services';
import { groupsShape } from '../ground/settings';

/**
 * A published add-on may not come more often than hourly.
 * Source: https://developers.google.com/workspace/add-ons/concepts/editor-triggers
 */
const HOURS_BETWEEN: readonly number[] = [1, 2, 4, 6, 12];

/** One for the spreadsheet, seen by everyone who edits it; its trigger is the owner's, which nobody else can see. */
export interface Schedule {
  /** A copied spreadsheet brings the record along, but nobody has scheduled anything in it. */
  readonly spreadsheetId: string;
  readonly rhythm: Rhythm;
  readonly groups: readonly FieldGroup[];
  readonly owner: {
    readonly editor: string;
    /** As they typed it when they connected; may be empty. */
    readonly name: string;
  };
  /** Empty where Google refused to make one. */
  readonly triggerId: string;
  /** In which the trigger was made. */
  readonly timeZone: string;
  /** Time at which the trigger was made; milliseconds since 1970. */
  readonly sinceMs: number;
}

const hourly = fields<Extract<Rhythm, { every: 'hours' }>>({
  every: oneOf('hours'),
  hours: oneOf(...HOURS_BETWEEN),
});
const daily = fields<Extract<Rhythm, { every: 'day' }>>({ every: oneOf('day'), hour: whole(0, 23) });

const scheduleShape = fields<Schedule>({
  spreadsheetId: text(),
  rhythm: anyOf<Rhythm>(hourly, daily),
  groups: groupsShape,
  owner: fields<Schedule['owner']>({ editor: text(), name: text() }),
  triggerId: text(),
  timeZone: text(),
  sinceMs: time,
});

const KEY = 'schedule';

export function loadSchedule(services: Services): Schedule | undefined {
  const schedule = recordedSchedule(services);
  return schedule?.spreadsheetId === services.spreadsheet.id() ? schedule : undefined;
}

/** Perhaps of the spreadsheet that this one is a copy of; but it is found where Google does not show the spreadsheet. */
export function recordedSchedule({ settings }: Services): Schedule | undefined {
  return readStored(scheduleShape, settings.load(KEY));
}

export function saveSchedule({ settings }: Services, schedule: Schedule | undefined): void {
  if (schedule) settings.save(KEY, JSON.stringify(schedule));
  else settings.remove(KEY);
}

export function isOwn(services: Services, { owner }: Schedule): boolean {
  return owner.editor === editorId(services);
}

export function isTriggerOf({ triggerId }: Schedule, id: string): boolean {
  return triggerId !== '' && isSameTrigger(triggerId, id);
}

export function isSameRhythm(one: Rhythm, other: Rhythm): boolean {
  return JSON.stringify(rhythmOf(one)) === JSON.stringify(rhythmOf(other));
}

/** Takes what was asked for, if it is a rhythm, and nothing more from outside. */
export function rhythmOf(asked: unknown): Rhythm | undefined {
  if (hourly(asked)) return { every: 'hours', hours: asked.hours };
  return daily(asked) ? { every: 'day', hour: asked.hour } : undefined;
}

export function intervalMs(rhythm: Rhythm): number {
  return (rhythm.every === 'hours' ? rhythm.hours : 24) * HOUR_MS;
}

/**
 * Google switches triggers off without a word, and a script cannot ask whether it did. Only the age of the last run
 * tells; half an interval and two hours leave room for a late one and for the hour of daylight saving.
 */
export function isOverdue({ rhythm, sinceMs }: Schedule, lastTickMs: number, nowMs: number): boolean {
  return nowMs - Math.max(sinceMs, lastTickMs) > 1.5 * intervalMs(rhythm) + 2 * HOUR_MS;
}
