import type {
  QuietHours,
  Rhythm,
  ScheduleDays,
  ScheduledGroups,
  ScheduleTimes,
} from '../../answers/requests';
import { FIELD_GROUPS } from '../../plan/model/policy';
import {
  anyOf,
  fields,
  listOf,
  maybe,
  oneOf,
  readStored,
  type Shape,
  text,
  time,
  whole,
} from '../../ports/shape';
import { HOUR_MS } from '../../ports/system';
import { isSameTrigger } from '../../ports/triggers';
import { editorId, type Services } from '../ground/services';
import { groupsShape } from '../ground/settings';
import { intervalMs, triggerRhythm } from './schedule-times';

/**
 * A published add-on may not come more often than hourly.
 * Source: https://developers.google.com/workspace/add-ons/concepts/editor-triggers
 */
const HOURS_BETWEEN: readonly number[] = [1, 2, 4, 6, 12];

/** One for the spreadsheet, seen by everyone who edits it; its trigger is the owner's, which nobody else can see. */
export interface Schedule extends ScheduleTimes {
  /** A copied spreadsheet brings the record along, but nobody has scheduled anything in it. */
  readonly spreadsheetId: string;
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
  /** Time at which its rhythms were saved; absent in one that an earlier release saved. */
  readonly savedAtMs?: number | undefined;
}

const hourly = fields<Extract<Rhythm, { every: 'hours' }>>({
  every: oneOf('hours'),
  hours: oneOf(...HOURS_BETWEEN),
});
const daily = fields<Extract<Rhythm, { every: 'day' }>>({ every: oneOf('day'), hour: whole(0, 23) });

const days = maybe(oneOf<ScheduleDays>('weekdays', 'weekend'));
const rhythm = anyOf<Rhythm>(hourly, daily);
const times: { readonly [Name in keyof ScheduleTimes]-?: Shape<ScheduleTimes[Name] | undefined> } = {
  rhythm,
  groups: groupsShape,
  days,
  further: maybe(
    listOf(fields<ScheduledGroups>({ rhythm, groups: groupsShape, days }), FIELD_GROUPS.length - 1),
  ),
  quiet: maybe(fields<QuietHours>({ from: whole(0, 23), to: whole(0, 23) })),
};

/** Form of the times that a person asks for. */
export const timesShape = fields<ScheduleTimes>(times);

const scheduleShape = fields<Schedule>({
  ...times,
  spreadsheetId: text(),
  owner: fields<Schedule['owner']>({ editor: text(), name: text() }),
  triggerId: text(),
  timeZone: text(),
  sinceMs: time,
  savedAtMs: maybe(time),
});

const KEY = 'schedule';

export function loadSchedule(services: Services): Schedule | undefined {
  const schedule = recordedSchedule(services);
  return schedule?.spreadsheetId === services.spreadsheet.id() ? schedule : undefined;
}

/** The recorded schedule, perhaps of the spreadsheet that this one was copied from; found even without access to the cells. */
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

/** The times alone, with nothing more that came from outside. */
export function timesOf({ rhythm, groups, days, further = [], quiet }: ScheduleTimes): ScheduleTimes {
  return {
    ...plain({ rhythm, groups, days }),
    ...(further.length > 0 && { further: further.map(plain) }),
    ...(quiet && { quiet: { from: quiet.from, to: quiet.to } }),
  };
}

function plain({ rhythm, groups, days }: ScheduledGroups): ScheduledGroups {
  return {
    rhythm:
      rhythm.every === 'hours'
        ? { every: 'hours', hours: rhythm.hours }
        : { every: 'day', hour: rhythm.hour },
    groups: FIELD_GROUPS.filter((group) => groups.includes(group)),
    ...(days && { days }),
  };
}

/**
 * Google switches triggers off without a word, and a script cannot ask whether it did. Only the age of the last run
 * tells; half an interval and two hours leave room for a late one and for the hour of daylight saving.
 */
export function isOverdue(schedule: Schedule, lastTickMs: number, nowMs: number): boolean {
  const intervalAsked = intervalMs(triggerRhythm(schedule));
  return nowMs - Math.max(schedule.sinceMs, lastTickMs) > 1.5 * intervalAsked + 2 * HOUR_MS;
}
