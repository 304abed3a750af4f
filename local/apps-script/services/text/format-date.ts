import { offsetMsOf, utcToLocalMs } from '../../runtime/time-zone';

/**
 * `Utilities.formatDate`: the letters of Java's SimpleDateFormat
 * (https://docs.oracle.com/javase/7/docs/api/java/text/SimpleDateFormat.html), English names.
 */
export function formatDate(date: Date, timeZone: string, pattern: string): string | undefined {
  const local = new Date(utcToLocalMs(date.getTime(), timeZone));
  const offsetMinutes = offsetMsOf(timeZone)(date.getTime()) / 60_000;
  const parts = pattern.match(/''|'(?:[^']|'')*'|([A-Za-z])\1*|./gs) ?? [];
  const texts = parts.map((part) => {
    if (part === "''") return "'";
    if (part.startsWith("'")) return part.slice(1, -1).replaceAll("''", "'");
    if (!/^[A-Za-z]/.test(part)) return part;
    return letters[part[0] as string]?.(local, part.length, offsetMinutes, timeZone);
  });
  return texts.includes(undefined) ? undefined : texts.join('');
}

type LetterText = (local: Date, length: number, offsetMinutes: number, timeZone: string) => string;

const padded = (value: number, length: number) => String(value).padStart(length, '0');
const named = (options: Intl.DateTimeFormatOptions, local: Date) =>
  new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(local);

const zone = (offsetMinutes: number, separator: string) => {
  const size = Math.abs(offsetMinutes);
  return `${offsetMinutes < 0 ? '-' : '+'}${padded(Math.floor(size / 60), 2)}${separator}${padded(size % 60, 2)}`;
};

const year: LetterText = (local, length) =>
  length === 2 ? padded(local.getUTCFullYear() % 100, 2) : padded(local.getUTCFullYear(), length);

const letters: Readonly<Record<string, LetterText>> = {
  G: () => 'AD',
  y: year,
  Y: year,
  M: (local, length) => {
    if (length > 3) return named({ month: 'long' }, local);
    return length === 3 ? named({ month: 'short' }, local) : padded(local.getUTCMonth() + 1, length);
  },
  d: (local, length) => padded(local.getUTCDate(), length),
  E: (local, length) => named({ weekday: length > 3 ? 'long' : 'short' }, local),
  u: (local) => String(local.getUTCDay() || 7),
  a: (local) => (local.getUTCHours() < 12 ? 'AM' : 'PM'),
  H: (local, length) => padded(local.getUTCHours(), length),
  k: (local, length) => padded(local.getUTCHours() || 24, length),
  K: (local, length) => padded(local.getUTCHours() % 12, length),
  h: (local, length) => padded(local.getUTCHours() % 12 || 12, length),
  m: (local, length) => padded(local.getUTCMinutes(), length),
  s: (local, length) => padded(local.getUTCSeconds(), length),
  S: (local, length) => padded(local.getUTCMilliseconds(), length),
  z: (_, _length, offsetMinutes, timeZone) =>
    offsetMinutes === 0 && /UTC|GMT/.test(timeZone)
      ? timeZone.replace('Etc/', '')
      : `GMT${zone(offsetMinutes, ':')}`,
  Z: (_, _length, offsetMinutes) => zone(offsetMinutes, ''),
  X: (_, length, offsetMinutes) => {
    if (offsetMinutes === 0) return 'Z';
    return length === 1 ? zone(offsetMinutes, '').slice(0, 3) : zone(offsetMinutes, length === 2 ? '' : ':');
  },
};
