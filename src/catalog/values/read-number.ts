/** The spreadsheet's way of writing numbers (File ▸ Settings ▸ Locale). */
export interface SheetLocale {
  readonly decimalSeparator: '.' | ',';
}

/**
 * Languages and regions that write a decimal point; everywhere else Sheets shows a comma.
 * Source: Unicode CLDR, https://cldr.unicode.org (symbols/decimal).
 */
const POINT_LANGUAGES =
  /^(en|ja|zh|ko|th|he|iw|hi|bn|ta|te|ml|mr|gu|kn|pa|ur|cy|ga|mt|ms|tl|fil|sw|am|my|ne|si|yue)(_|-|$)/;
const POINT_REGIONS = /[_-](US|GB|MX|CH|LI|PE|GT|HN|NI|PA|PR|SV|DO|419)$/;
const COMMA_REGIONS = /^(en[_-]ZA)$/;

/** JSON, and what Shopify gives back, whatever the locale of the spreadsheet. */
export const PLAIN_LOCALE: SheetLocale = { decimalSeparator: '.' };

/** Every way in which a spreadsheet writes numbers. */
export const SHEET_LOCALES: readonly SheetLocale[] = [PLAIN_LOCALE, { decimalSeparator: ',' }];

/** `de_DE`, as `Spreadsheet.getSpreadsheetLocale()` answers. */
export function parseLocale(name: string): SheetLocale {
  const point = (POINT_LANGUAGES.test(name) || POINT_REGIONS.test(name)) && !COMMA_REGIONS.test(name);
  return { decimalSeparator: point ? '.' : ',' };
}

/** `decimal` in plain digits with a point: `-1234.5`. */
export type NumberReading =
  | { readonly kind: 'number'; readonly decimal: string }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [string, string] }
  | { readonly kind: 'not-a-number' };

const NOT_A_NUMBER: NumberReading = { kind: 'not-a-number' };

/** One spelling of signs that look alike: full-width digits, minus signs, blanks, apostrophes; no direction marks. */
export function plainSigns(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b-\u200f\u061c\ufeff]/g, '')
    .replace(/\u2212/g, '-')
    .replace(/\u2019/g, "'")
    .replace(/\s/g, ' ')
    .trim();
}

const GROUPED_BY_BLANKS = /^([1-9]\d{0,2}(?:([ '])\d{3})(?:\2\d{3})*)(?:([.,])(\d*))?$/;

/**
 * Reads a number typed as text, in every column by this one rule. Both ways of writing decimals are tried; where both
 * make sense and differ ("1.234" is one or a thousand) the answer is `ambiguous`, never a guess.
 *
 * @param hasThousandths whether three decimals are what such a number looks like, as a price in dinars does
 */
export function readNumber(text: string, locale: SheetLocale, hasThousandths = false): NumberReading {
  const [, sign = '', body = ''] = /^([+-]?) ?(.*)$/.exec(plainSigns(text)) ?? [];
  const signed = (decimal: string) => (sign === '-' ? `-${decimal}` : decimal);
  const grouped = GROUPED_BY_BLANKS.exec(body);
  if (grouped) {
    const [, groups = '', , separator, fraction = ''] = grouped;
    const whole = groups.replace(/\D/g, '');
    const decimal = signed(fraction ? `${whole}.${fraction}` : whole);
    return fraction.length === 3 && separator !== locale.decimalSeparator
      ? { kind: 'ambiguous', readings: [decimal, signed(whole + fraction)] }
      : { kind: 'number', decimal };
  }
  const point = readDecimal(body, '.', ',');
  const comma = readDecimal(body, ',', '.');
  const only = point ?? comma;
  if (only === undefined) return NOT_A_NUMBER;
  if (point === undefined || comma === undefined || point === comma)
    return { kind: 'number', decimal: signed(only) };
  const own = locale.decimalSeparator === '.' ? point : comma;
  const isOwnDecimal = hasThousandths && body.includes(locale.decimalSeparator);
  // A comma in 1,234 groups thousands where decimals have a point; a point may come from another program.
  const isOwnGroup = body.includes(',') && locale.decimalSeparator === '.';
  return isOwnDecimal || isOwnGroup
    ? { kind: 'number', decimal: signed(own) }
    : { kind: 'ambiguous', readings: [signed(point), signed(comma)] };
}

/** A number cell is exact to the digits that Sheets shows of it: 0.1 + 0.2 in a formula is 0.3 on screen. */
export function decimalOfNumber(value: number): NumberReading {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return NOT_A_NUMBER;
  const shown = String(Number(value.toFixed(10)));
  // Below a millionth JavaScript writes an exponent.
  return { kind: 'number', decimal: shown.includes('e') ? value.toFixed(10) : shown };
}

/** `1,234.50` with separator `.` and grouping `,` is `1234.50`; undefined where the text does not fit. */
function readDecimal(text: string, separator: string, grouping: string): string | undefined {
  const [whole = '', fraction = '', ...rest] = text.split(separator);
  if (rest.length || !/^\d*$/.test(fraction) || !/\d/.test(text)) return undefined;
  const groups = whole.split(grouping);
  if (groups.length > 1 && !isGrouped(groups, grouping)) return undefined;
  const digits = groups.join('');
  if (!/^\d*$/.test(digits)) return undefined;
  return `${digits || '0'}${fraction ? `.${fraction}` : ''}`;
}

/** By thousands, or as in India, where a comma stands after every second digit left of the last three: 12,34,567. */
function isGrouped([first = '', ...others]: readonly string[], grouping: string): boolean {
  const inner = others.slice(0, -1);
  const isIndian = grouping === ',' && first.length < 3 && inner.every(({ length }) => length === 2);
  return (
    /^[1-9]\d{0,2}$/.test(first) &&
    others[others.length - 1]?.length === 3 &&
    (inner.every(({ length }) => length === 3) || isIndian)
  );
}
