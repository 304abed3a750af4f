import { localToUtcMs, utcToLocalMs } from '../runtime/time-zone';

/**
 * A date in a cell is the number of days since 1899-12-30, local time of the spreadsheet
 * (https://developers.google.com/sheets/api/guides/formats).
 */
const dayMs = 86_400_000;
const epochMs = Date.UTC(1899, 11, 30);

export function serialFromDate(date: Date, timeZone: string): number {
  return (utcToLocalMs(date.getTime(), timeZone) - epochMs) / dayMs;
}

export function dateFromSerial(serial: number, timeZone: string): Date {
  return new Date(localToUtcMs(wallClockMs(serial), timeZone));
}

/** Local time counted as if it were UTC, to the millisecond. */
export function wallClockMs(serial: number): number {
  return Math.round(epochMs + serial * dayMs);
}

/** `undefined` where there is no such day. `month` is 1-based. */
export function serialFromParts(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1000 ? (date.getTime() - epochMs) / dayMs : undefined;
}
