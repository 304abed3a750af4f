import type { Rhythm } from '../../answers/requests';
import type { ScheduleView } from '../server/answers';
import { countOf, GROUP_WORDS } from './words';

const MINUTE_MS = 60_000;

export function describeRhythm(rhythm: Rhythm): string {
  if (rhythm.every === 'day')
    return `Daily between ${hourWords(rhythm.hour)} and ${hourWords(rhythm.hour + 1)}`;
  return rhythm.hours === 1 ? 'Every hour' : `Every ${rhythm.hours} hours`;
}

/** `Every hour: prices and inventory.`, `Last: 14:02, 3 rows updated.`, `Next: about 15:00.` */
export function scheduleLines(view: ScheduleView): readonly string[] {
  const { rhythm, groups, last, timeZone, asOfMs } = view;
  const what = listOf(groups.map((group) => GROUP_WORDS[group].toLowerCase()));
  return [
    `${describeRhythm(rhythm)}: ${what}.`,
    ...(last ? [`Last: ${timeWords(last.atMs, timeZone, asOfMs)}, ${last.says}.`] : []),
    ...(view.trouble === 'stopped' || view.trouble === 'refused' ? [] : [`Next: ${describeNext(view)}.`]),
  ];
}

/** Google keeps to the minute of the first run, more or less; until then only the latest time is known. */
export function describeNext({ rhythm, nextAtMs, last, timeZone, asOfMs }: ScheduleView): string {
  if (rhythm.every === 'hours') {
    // The first one comes at some minute of the hour that is so many hours on.
    if (nextAtMs === null) return `within ${countOf(rhythm.hours + 1, 'hour')}`;
    return `about ${timeWords(Math.round(nextAtMs / (5 * MINUTE_MS)) * 5 * MINUTE_MS, timeZone, asOfMs)}`;
  }
  const hourNow = Number(formatted(asOfMs, { hour: '2-digit' }, timeZone, 'en-GB'));
  const ranJustNow = last !== null && asOfMs - last.atMs < 90 * MINUTE_MS;
  if (hourNow === rhythm.hour && !ranJustNow) return 'within the hour';
  const day = hourNow < rhythm.hour ? 'today' : 'tomorrow';
  return `${day} between ${hourWords(rhythm.hour)} and ${hourWords(rhythm.hour + 1)}`;
}

/** Named where it is not the reader's own, whose clock on the wall would say something else. */
export function describeTimeZone({ timeZone, asOfMs }: ScheduleView): string {
  const own = formatted(asOfMs, DAY_AND_TIME);
  return formatted(asOfMs, DAY_AND_TIME, timeZone) === own
    ? ''
    : `Times are those of the spreadsheet: ${timeZone}.`;
}

export function hourWords(hour: number): string {
  return formatted(Date.UTC(2026, 0, 1, hour % 24), TIME, 'Etc/UTC');
}

const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
const DAY_AND_TIME: Intl.DateTimeFormatOptions = { ...DAY, ...TIME };

/** With its day, unless that is today. */
function timeWords(timeMs: number, timeZone: string, nowMs: number): string {
  const isToday = formatted(timeMs, DAY, timeZone) === formatted(nowMs, DAY, timeZone);
  return formatted(timeMs, isToday ? TIME : DAY_AND_TIME, timeZone);
}

function formatted(
  timeMs: number,
  options: Intl.DateTimeFormatOptions,
  timeZone?: string,
  locale?: string,
): string {
  try {
    return new Date(timeMs).toLocaleString(locale, timeZone ? { ...options, timeZone } : options);
  } catch {
    // Google knows time zones that an old browser does not.
    return new Date(timeMs).toLocaleString(locale, options);
  }
}

function listOf(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
