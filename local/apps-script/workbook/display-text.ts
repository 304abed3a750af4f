import type { SheetLocale } from './locale';
import { formatDigits, numberFormat } from './number-format';
import { wallClockMs } from './serial-date';
import type { CellValue } from './workbook';

/** The text that a cell shows, as `getDisplayValue` answers it. */
export function displayText(value: CellValue, pattern: string | undefined, locale: SheetLocale): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const format = numberFormat(pattern);
  if (format.kind === 'date') return dateText(value, format.tokens, locale);
  if (format.kind !== 'number') return automaticText(value, locale);
  const [positive, negative, zero] = format.sections;
  if (positive === undefined) return automaticText(value, locale);
  const section = value < 0 ? (negative ?? positive) : value === 0 ? (zero ?? positive) : positive;
  const sign = value < 0 && negative === undefined ? '-' : '';
  if (!section.hasDigits) return `${sign}${section.prefix}`;
  return `${sign}${section.prefix}${formatDigits(Math.abs(value), section, locale)}${section.suffix}`;
}

/**
 * Automatic: whole numbers in full up to 15 digits, ten significant digits otherwise, an exponent beyond; seen in
 * Sheets, written down nowhere.
 */
function automaticText(value: number, locale: SheetLocale): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return String(value);
  if (size >= 1e15 || (size !== 0 && size < 1e-9)) {
    const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
    const power = exponent.slice(1).padStart(2, '0');
    return `${mantissa.replace(/\.?0+$/, '').replace('.', locale.decimal)}E${exponent[0]}${power}`;
  }
  const whole = Math.trunc(size).toString();
  const decimals = Math.max(0, 10 - (whole === '0' ? 0 : whole.length));
  const fixed = value.toFixed(decimals);
  const short = fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
  return short.replace('.', locale.decimal);
}

function dateText(serial: number, tokens: readonly string[], locale: SheetLocale): string {
  const date = new Date(wallClockMs(serial));
  if (Number.isNaN(date.getTime())) return String(serial);
  const halves = tokens.some((token) => token === 'am/pm' || token === 'a/p');
  return tokens.map((token) => tokenText(token, date, serial, halves, locale)).join('');
}

type TokenText = (date: Date, locale: SheetLocale) => string;

const padded = (value: number, length: number) => String(value).padStart(length, '0');

/** `n` stands for minutes (see `number-format.ts`). */
const dateTokens: Readonly<Record<string, TokenText>> = {
  yyyy: (date) => padded(date.getUTCFullYear(), 4),
  yy: (date) => padded(date.getUTCFullYear() % 100, 2),
  y: (date) => padded(date.getUTCFullYear() % 100, 2),
  mmmmm: (date, locale) => (locale.monthNames[date.getUTCMonth()] ?? '').slice(0, 1),
  mmmm: (date, locale) => locale.monthNames[date.getUTCMonth()] ?? '',
  mmm: (date, locale) => locale.shortMonthNames[date.getUTCMonth()] ?? '',
  mm: (date) => padded(date.getUTCMonth() + 1, 2),
  m: (date) => String(date.getUTCMonth() + 1),
  dddd: (date, locale) => locale.weekdayNames[date.getUTCDay()] ?? '',
  ddd: (date, locale) => locale.shortWeekdayNames[date.getUTCDay()] ?? '',
  dd: (date) => padded(date.getUTCDate(), 2),
  d: (date) => String(date.getUTCDate()),
  nn: (date) => padded(date.getUTCMinutes(), 2),
  n: (date) => String(date.getUTCMinutes()),
  ss: (date) => padded(date.getUTCSeconds(), 2),
  s: (date) => String(date.getUTCSeconds()),
  'am/pm': (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  'a/p': (date) => (date.getUTCHours() < 12 ? 'A' : 'P'),
};

function tokenText(token: string, date: Date, serial: number, halves: boolean, locale: SheetLocale): string {
  if (token.startsWith('\0')) return token.slice(1);
  const known = dateTokens[token];
  if (known !== undefined) return known(date, locale);
  if (/^h+$/.test(token)) {
    const hours = halves ? date.getUTCHours() % 12 || 12 : date.getUTCHours();
    return padded(hours, token.length);
  }
  if (/^\[h+\]$/.test(token)) return padded(Math.floor(serial * 24 + 1e-9), token.length - 2);
  if (/^s+\.0+$/.test(token)) {
    const [whole = '', fraction = ''] = token.split('.');
    const decimals = padded(date.getUTCMilliseconds(), 3)
      .padEnd(fraction.length, '0')
      .slice(0, fraction.length);
    return `${padded(date.getUTCSeconds(), whole.length)}.${decimals}`;
  }
  return token;
}
