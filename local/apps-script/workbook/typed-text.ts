import type { SheetLocale } from './locale';
import { serialFromParts } from './serial-date';
import type { CellValue } from './workbook';

/** Reads a text as Sheets does where it is typed, pasted, imported or set into a cell of automatic format. */
export interface Entry {
  readonly value: CellValue;
  /** The number format that Sheets adds, where it adds one. */
  readonly numberFormat?: string;
  /** The formula; its value is not computed here. */
  readonly formula?: string;
}

/** Formulas are not computed: every one of them shows this. */
const formulaError = '#ERROR!';

/** One text with an address, in which a quotation mark is written twice. */
const showsImage = /^=IMAGE\(\s*"https?:\/\/(?:[^"]|"")+"\s*\)$/i;

/**
 * The value of a formula. A cell that shows an image has an empty one.
 * Source: https://support.google.com/docs/answer/3093333
 */
export function valueOfFormula(formula: string): string {
  return showsImage.test(formula) ? '' : formulaError;
}

/**
 * Converts as Sheets does: an apostrophe makes the rest text, `=` a formula, then truth values, numbers and dates
 * of the locale; everything else stays text. Which texts count as dates was put together from people's reports
 * (`3/5`, `3-5`, and `3.5` where the comma is the decimal sign), as Google has no page about it.
 *
 * @param year the year that a date without one belongs to
 */
export function readTypedText(text: string, locale: SheetLocale, year: number): Entry {
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { value: valueOfFormula(text), formula: text };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' };
  return (
    readNumber(trimmed, locale) ??
    readNumericDate(trimmed, locale, year) ??
    readNamedDate(trimmed, locale, year) ??
    readTime(trimmed) ?? { value: text }
  );
}

const escaped = (characters: string) => characters.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');

const numberPatterns = new WeakMap<SheetLocale, RegExp>();

/** Sign, currency, digits (grouped or not), decimals, exponent, per cent; each optional around the digits. */
function numberPattern(locale: SheetLocale): RegExp {
  const known = numberPatterns.get(locale);
  if (known !== undefined) return known;
  const group = `[${escaped(locale.groups)}]`;
  const decimal = escaped(locale.decimal);
  const pattern = new RegExp(
    `^(\\()?([+-]?)\\s?([$€£¥])?\\s?([+-]?)` +
      `(\\d{1,3}(?:${group}\\d{3})+|\\d*)(?:${decimal}(\\d*))?(e[+-]?\\d{1,3})?\\s?(%)?\\s?([€$£¥])?(\\))?$`,
    'i',
  );
  numberPatterns.set(locale, pattern);
  return pattern;
}

function readNumber(text: string, locale: SheetLocale): Entry | undefined {
  const parts = numberPattern(locale).exec(text);
  if (parts === null) return undefined;
  const [, open, sign = '', before, innerSign = '', whole = '', decimals, exponent, percent, after, close] =
    parts;
  const digits = whole.replace(/\D/g, '');
  if (digits === '' && (decimals ?? '') === '') return undefined;
  if ((open === undefined) !== (close === undefined) || sign.length + innerSign.length > 1) return undefined;
  if (before !== undefined && after !== undefined) return undefined;
  if (open !== undefined && sign + innerSign !== '') return undefined;
  const magnitude = Number(`${digits || '0'}.${decimals || '0'}${exponent ?? ''}`);
  if (!Number.isFinite(magnitude)) return undefined;
  const negative = open !== undefined || sign === '-' || innerSign === '-';
  const value = (negative && magnitude !== 0 ? -magnitude : magnitude) / (percent === undefined ? 1 : 100);
  const currency = before ?? after;
  const fraction = decimals === undefined || decimals === '' ? '' : '.00';
  if (percent !== undefined) return { value, numberFormat: `0${fraction}%` };
  if (exponent !== undefined) return { value, numberFormat: '0.00E+00' };
  if (currency !== undefined) {
    const number = `#,##0${fraction}`;
    return {
      value,
      numberFormat: before === undefined ? `${number} "${currency}"` : `"${currency}"${number}`,
    };
  }
  return digits.length === whole.length ? { value } : { value, numberFormat: `#,##0${fraction}` };
}

/** The format mirrors what was typed, so that the cell goes on showing it. */
function readNumericDate(text: string, locale: SheetLocale, year: number): Entry | undefined {
  const parts = /^(\d{1,4})([/\-. ])(\d{1,4})(?:\2(\d{1,4}))?(?:\s+(\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(text);
  if (parts === null) return undefined;
  const [, first = '', separator = '', second = '', third, time] = parts;
  // A point makes a date only where it is not the decimal sign.
  if (separator === '.' && locale.decimal === '.') return undefined;
  const fields = third === undefined ? [first, second] : [first, second, third];
  const order = orderOf(fields, locale);
  if (order === undefined || (time !== undefined && third === undefined)) return undefined;
  const field = (name: string) => fields[order.indexOf(name as (typeof order)[number])];
  const serial = serialFromParts(
    fullYear(field('year'), year),
    Number(field('month') ?? 1),
    Number(field('day') ?? 1),
  );
  if (serial === undefined) return undefined;
  const isPadded = order[0] === 'year' || fields.some((each) => each.startsWith('0'));
  const tokens = order.map((name, index) => dateToken(name, fields[index] as string, isPadded));
  const format = separator === ' ' ? locale.dateFormat : tokens.join(separator);
  const clock = time === undefined ? undefined : readTime(time);
  if (clock === undefined) return time === undefined ? { value: serial, numberFormat: format } : undefined;
  return { value: serial + Number(clock.value), numberFormat: `${format} ${clock.numberFormat}` };
}

function orderOf(
  fields: readonly string[],
  locale: SheetLocale,
): readonly ('day' | 'month' | 'year')[] | undefined {
  const [first = '', second = '', third] = fields;
  if (first.length === 4) return third === undefined ? ['year', 'month'] : ['year', 'month', 'day'];
  if (first.length === 3 || second.length === 3 || third?.length === 3 || third?.length === 1)
    return undefined;
  if (second.length === 4) return third === undefined ? ['month', 'year'] : undefined;
  const shortOrder = locale.dateOrder.filter((part) => part !== 'year');
  if (third === undefined) return shortOrder;
  return locale.dateOrder[0] === 'year' && third.length === 2 ? locale.dateOrder : [...shortOrder, 'year'];
}

function dateToken(name: 'day' | 'month' | 'year', typed: string, isPadded: boolean): string {
  if (name === 'year') return typed.length === 4 ? 'yyyy' : 'yy';
  return (name === 'day' ? 'd' : 'M').repeat(isPadded && typed.length === 2 ? 2 : 1);
}

/** Two digits mean 1930–2029. */
function fullYear(typed: string | undefined, year: number): number {
  if (typed === undefined) return year;
  const number = Number(typed);
  if (typed.length > 2) return number;
  return number < 30 ? 2000 + number : 1900 + number;
}

/**
 * `5 May`, `May 5`, `5-May-2024`, `May 5, 2024`, `May 2024`, `Mar-11`. Something stands between a name and each number:
 * SEPT2 and MARCH1 stay text (https://doi.org/10.1186/s13059-016-1044-7), and so does the article number MAR-11187.
 */
const NAMED_DATES = [
  /^(?<day>\d{1,2})[ .-]+(?<name>\p{L}{3,}\.?)(?:[ .,-]+(?<year>\d{4}|\d{2}))?$/u,
  /^(?<name>\p{L}{3,}\.?)[ .-]+(?<day>\d{1,2})(?:(?:, ?| |-)(?<year>\d{4}))?$/u,
  /^(?<name>\p{L}{3,}\.?)[ .-]+(?<year>\d{4})$/u,
];

function readNamedDate(text: string, locale: SheetLocale, year: number): Entry | undefined {
  const groups = NAMED_DATES.map((pattern) => pattern.exec(text)?.groups).find(Boolean);
  const month = locale.monthNumbers.get((groups?.name ?? '').replace('.', '').toLowerCase());
  if (month === undefined) return undefined;
  const serial = serialFromParts(fullYear(groups?.year, year), month, Number(groups?.day ?? 1));
  return serial === undefined ? undefined : { value: serial, numberFormat: locale.dateFormat };
}

function readTime(text: string): Entry | undefined {
  const parts = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?\s?([ap]m)?$/i.exec(text);
  if (parts === null) return undefined;
  const [, hourText = '', minutes = '', seconds, half] = parts;
  const hours = Number(hourText);
  if (half !== undefined && (hours < 1 || hours > 12)) return undefined;
  const day = half === undefined ? hours : (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const value = day / 24 + Number(minutes) / 1440 + Number(seconds ?? 0) / 86_400;
  const hourToken = hours > 23 ? '[h]' : 'h';
  const format = `${hourToken}:mm${seconds === undefined ? '' : ':ss'}${half === undefined ? '' : ' AM/PM'}`;
  return { value, numberFormat: format };
}
