import type { ParseContext, Parsed } from './cell';

/** As a spreadsheet gives a cell with a date: the moment, whatever the cell shows of it. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

const LOCAL = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?)?$/;

/** The time that a clock on the wall of the zone shows, such as `2026-05-01 10:00:00`. */
function wallTime(ms: number, timeZone: string): string {
  return new Date(ms).toLocaleString('sv-SE', { timeZone });
}

function msOf(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}Z`);
}

/** A day as Shopify writes it. A cell with a date is read in the time zone of the spreadsheet. */
export function parseDay(text: string, { timeZone = 'UTC' }: Pick<ParseContext, 'timeZone'>): Parsed {
  const [day = '', time = ''] = MOMENT.test(text) ? wallTime(Date.parse(text), timeZone).split(' ') : [text];
  if (!isDay(day)) return { problem: 'is not a date. Type it as year, month and day, such as 2026-05-31' };
  return time === '' || time === '00:00:00'
    ? { value: day }
    : { problem: 'has a time of day, and Shopify keeps a date alone. Type it such as 2026-05-31' };
}

function isDay(text: string): boolean {
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? msOf(`${text} 00:00:00`) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** A moment in UTC. A text without an offset is a time in the time zone of the spreadsheet. */
export function parseMoment(text: string, { timeZone = 'UTC' }: Pick<ParseContext, 'timeZone'>): Parsed {
  const problem = 'is not a date with a time. Type it such as 2026-05-31 18:30';
  if (MOMENT.test(text)) return isDay(text.slice(0, 10)) ? { value: inUtc(Date.parse(text)) } : { problem };
  const [, day = '', time = '00:00', seconds = ':00'] = LOCAL.exec(text) ?? [];
  const wall = msOf(`${day} ${time}${seconds}`);
  if (!isDay(day) || Number.isNaN(wall)) return { problem };
  // The offset of a moment near it, and then that of the moment itself: they differ where clocks change.
  const once = wall - zoneOffsetMs(wall, timeZone);
  return { value: inUtc(wall - zoneOffsetMs(once, timeZone)) };
}

/** How far the zone is ahead of UTC at that moment. */
export function zoneOffsetMs(ms: number, timeZone: string): number {
  return msOf(wallTime(ms, timeZone)) - ms;
}

/** `2026-05-31T16:30:00+00:00`, as Shopify gives it back; what is no moment stays as it is. */
export function inUtc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+00:00`;
}
