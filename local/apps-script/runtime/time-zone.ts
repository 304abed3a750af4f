/**
 * Local time of a named zone, through the machine's own zone data. Offsets are milliseconds that local time is
 * ahead of UTC.
 */
const offsetFunctions = new Map<string, (utcMs: number) => number>();

/** The offset at an instant, cached by hour, as daylight saving changes on the quarter hour at the finest. */
export function offsetMsOf(timeZone: string): (utcMs: number) => number {
  const known = offsetFunctions.get(timeZone);
  if (known !== undefined) return known;
  const found = isUtc(timeZone) ? () => 0 : cachedOffset(timeZone);
  offsetFunctions.set(timeZone, found);
  return found;
}

/** The instant at which clocks in the zone show `localMs` (local time counted as if it were UTC). */
export function localToUtcMs(localMs: number, timeZone: string): number {
  const offsetMs = offsetMsOf(timeZone);
  const guess = localMs - offsetMs(localMs);
  return localMs - offsetMs(guess);
}

/** Local time counted as if it were UTC, so that the UTC getters of Date read the clock on the wall. */
export function utcToLocalMs(utcMs: number, timeZone: string): number {
  return utcMs + offsetMsOf(timeZone)(utcMs);
}

function isUtc(timeZone: string): boolean {
  return /^(Etc\/)?(UTC|GMT|Greenwich|UCT|Universal|Zulu)$/.test(timeZone);
}

const quarterHourMs = 900_000;

function cachedOffset(timeZone: string): (utcMs: number) => number {
  const wall = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  const byQuarterHour = new Map<number, number>();
  return (utcMs) => {
    if (Number.isNaN(utcMs)) return Number.NaN;
    const quarter = Math.floor(utcMs / quarterHourMs);
    const known = byQuarterHour.get(quarter);
    if (known !== undefined) return known;
    const at = quarter * quarterHourMs;
    const part = Object.fromEntries(wall.formatToParts(at).map(({ type, value }) => [type, value]));
    const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
    const local = new Date(0);
    local.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
    local.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second));
    const offset = local.getTime() - at;
    byQuarterHour.set(quarter, offset);
    return offset;
  };
}
