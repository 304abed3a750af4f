import type { SheetLocale } from './locale';

/** A decimal string in the shop's currency with exactly the currency's decimals, for example `10.00`. */
export type Money = string;

/**
 * Currencies whose minor unit is not a hundredth. Source: ISO 4217, https://www.iso.org/iso-4217-currency-codes.html
 * (UGX, ISK and the like have none; Shopify shows them so).
 */
const DECIMALS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

export function currencyDecimals(currencyCode: string): number {
  return DECIMALS[currencyCode] ?? 2;
}

export type MoneyReading =
  | { readonly kind: 'money'; readonly money: Money }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [string, string] }
  | { readonly kind: 'too-precise'; readonly decimals: number }
  | { readonly kind: 'negative' }
  | { readonly kind: 'not-a-number' };

/**
 * Reads a price typed as text. Both ways of writing decimals are tried; where both make sense and differ
 * ("1.234" is one or a thousand) the answer is `ambiguous`, never a guess.
 */
export function readMoney(text: string, locale: SheetLocale, decimals: number): MoneyReading {
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(/^[$€£¥₹]|[$€£¥₹]$/g, '');
  const point = readDecimal(bare, '.', ',');
  const comma = readDecimal(bare, ',', '.');
  if (point === undefined && comma === undefined) return { kind: 'not-a-number' };
  const ambiguous = point !== undefined && comma !== undefined && point !== comma;
  const localeGroupsSo = bare.includes(',') && locale.decimalSeparator === '.';
  // In a currency with three decimals 1.250 is what a price looks like.
  const localeWritesSo = decimals === 3 && bare.includes(locale.decimalSeparator);
  if (ambiguous && localeWritesSo)
    return toMoney((locale.decimalSeparator === '.' ? point : comma) as string, decimals);
  if (ambiguous && !localeGroupsSo) return { kind: 'ambiguous', readings: [point, comma] };
  return toMoney((ambiguous ? point : (point ?? comma)) as string, decimals);
}

/** A number cell is exact to the digits that Sheets shows of it: 0.1 + 0.2 in a formula is 0.3 on screen. */
export function moneyOfNumber(value: number, decimals: number): MoneyReading {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return { kind: 'not-a-number' };
  return toMoney(String(Number(value.toFixed(10))), decimals);
}

function toMoney(decimal: string, decimals: number): MoneyReading {
  if (decimal.startsWith('-')) return { kind: 'negative' };
  if (!/^\d+(\.\d+)?$/.test(decimal)) return { kind: 'not-a-number' };
  const [whole = '0', fraction = ''] = decimal.split('.');
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > decimals) return { kind: 'too-precise', decimals };
  const digits = whole.replace(/^0+(?=\d)/, '');
  return { kind: 'money', money: decimals ? `${digits}.${significant.padEnd(decimals, '0')}` : digits };
}

/** `1,234.50` with separator `.` and grouping `,` is `1234.50`; undefined where the text does not fit. */
function readDecimal(text: string, separator: string, grouping: string): string | undefined {
  const [whole = '', fraction, ...rest] = text.split(separator);
  if (rest.length || fraction?.includes(grouping)) return undefined;
  const groups = whole.split(grouping);
  const wellGrouped = groups.length === 1 || groups.slice(1).every((group) => group.length === 3);
  if (!wellGrouped || (groups.length > 1 && !/^-?[1-9]\d{0,2}$/.test(groups[0] as string))) return undefined;
  const digits = groups.join('');
  if (!/^-?\d*$/.test(digits) || !/^\d*$/.test(fraction ?? '') || !/\d/.test(text)) return undefined;
  return `${digits === '' || digits === '-' ? `${digits}0` : digits}${fraction ? `.${fraction}` : ''}`;
}

/** The same amount in the same digits, so that "85", "85.0" and "85.00" compare equal. */
export function canonicalDecimal(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.trim().split('.');
  const significant = fraction.replace(/0+$/, '');
  const digits = whole.replace(/^(-?)0+(?=\d)/, '$1');
  return significant ? `${digits}.${significant}` : digits;
}
