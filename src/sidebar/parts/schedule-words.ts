import type { Rhythm } from '../../answers/requests';
import { countOf, DATE_LOCALE, say, told } from '../language/say';
import type {
  FieldGroup,
  ScheduleDays,
  ScheduledGroups,
  ScheduleView,
  WantedSchedule,
} from '../server/answers';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export function describeRhythm(rhythm: Rhythm): string {
  if (rhythm.every === 'day')
    return say`Daily between ${hourWords(rhythm.hour)} and ${hourWords(rhythm.hour + 1)}`;
  return rhythm.hours === 1 ? say`Every hour` : say`Every ${rhythm.hours} hours`;
}

/** German writes them with a capital here too. */
const WITHIN_A_SENTENCE: Readonly<Record<FieldGroup, string>> = {
  products: say`products`,
  inventory: say`inventory`,
  prices: say`prices`,
};

export const DAYS_WORDS: Readonly<Record<ScheduleDays, string>> = {
  weekdays: say`Monday to Friday`,
  weekend: say`Saturday and Sunday`,
};

export function rhythmsOf({
  rhythm,
  groups,
  days,
  further = [],
}: WantedSchedule): readonly ScheduledGroups[] {
  return [{ rhythm, groups, days }, ...further];
}

/** `Every hour: prices and inventory.`, `No run from 22:00 to 06:00.`, `Last: 14:02, 3 rows updated.`, `Next: about 15:00.` */
export function scheduleLines(view: ScheduleView): readonly string[] {
  const { quiet, last, timeZone, asOfMs } = view;
  return [
    ...rhythmsOf(view).map(describeGroups),
    ...(quiet ? [say`No run from ${hourWords(quiet.from)} to ${hourWords(quiet.to)}.`] : []),
    ...(last ? [say`Last: ${timeWords(last.atMs, timeZone, asOfMs)}, ${told(last.says)}.`] : []),
    ...(view.trouble === 'stopped' || view.trouble === 'refused' ? [] : [say`Next: ${describeNext(view)}.`]),
  ];
}

function describeGroups({ rhythm, groups, days }: ScheduledGroups): string {
  const when = [describeRhythm(rhythm), ...(days ? [DAYS_WORDS[days]] : [])].join(', ');
  return say`${when}: ${listOf(groups.map((group) => WITHIN_A_SENTENCE[group]))}.`;
}

/** Google keeps to the minute of the first run, more or less; until then only the latest time is known. */
export function describeNext(view: ScheduleView): string {
  const { nextAtMs, timeZone, asOfMs } = view;
  if (nextAtMs !== null)
    return say`about ${timeWords(Math.round(nextAtMs / (5 * MINUTE_MS)) * 5 * MINUTE_MS, timeZone, asOfMs)}`;
  const rhythms = rhythmsOf(view);
  const hours = rhythms.flatMap(({ rhythm }) => (rhythm.every === 'hours' ? [rhythm.hours] : []));
  // The first one comes at some minute of the hour that is so many hours on.
  if (hours.length > 0)
    return view.quiet || rhythms.some(({ days }) => days)
      ? say`known after the first hour`
      : say`within ${countOf(Math.min(...hours) + 1, 'hour')}`;
  return rhythms
    .map((own) => nextDay(own, view))
    .reduce((one, other) => (one.days <= other.days ? one : other)).words;
}

/** The day and the hour at which a daily rhythm comes next, and how many days that is on. */
function nextDay(
  { rhythm, days }: ScheduledGroups,
  { last, timeZone, asOfMs }: ScheduleView,
): { readonly days: number; readonly words: string } {
  const hour = rhythm.every === 'day' ? rhythm.hour : 0;
  const hourNow = Number(formatted(asOfMs, { hour: '2-digit' }, timeZone, 'en-GB'));
  const ranJustNow = last !== null && asOfMs - last.atMs < 90 * MINUTE_MS;
  const isOn = (ahead: number) => !days || isOnDay(days, asOfMs + ahead * DAY_MS, timeZone);
  if (hourNow === hour && !ranJustNow && isOn(0)) return { days: 0, words: say`within the hour` };
  let ahead = hourNow < hour ? 0 : 1;
  while (!isOn(ahead)) ahead += 1;
  const day =
    [say`today`, say`tomorrow`][ahead] ?? formatted(asOfMs + ahead * DAY_MS, { weekday: 'long' }, timeZone);
  return {
    days: ahead + hour / 24,
    words: say`${day} between ${hourWords(hour)} and ${hourWords(hour + 1)}`,
  };
}

function isOnDay(days: ScheduleDays, timeMs: number, timeZone: string): boolean {
  const isWeekend = formatted(timeMs, { weekday: 'short' }, timeZone, 'en-GB').startsWith('S');
  return isWeekend === (days === 'weekend');
}

/** Named where the time zone is not the reader's own, whose clock would show another time. */
export function describeTimeZone({ timeZone, asOfMs }: ScheduleView): string {
  const own = formatted(asOfMs, DAY_AND_TIME);
  return formatted(asOfMs, DAY_AND_TIME, timeZone) === own
    ? ''
    : say`Times are those of the spreadsheet: ${timeZone}.`;
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
  locale: string | undefined = DATE_LOCALE,
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
    : say`${words.slice(0, -1).join(', ')} and ${words[words.length - 1] ?? ''}`;
}
