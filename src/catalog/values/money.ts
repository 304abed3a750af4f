import { decimalOfNumber, type NumberReading, readNumber, type SheetLocale } from './read-number';

/** A decimal string in the shop's currency with exactly the currency's decimals, for example `10.00`. */
type Money = string;

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

/** Reads a price typed as text. */
export function readMoney(text: string, locale: SheetLocale, decimals: number): MoneyReading {
  return toMoney(readNumber(text, locale, decimals === 3), decimals);
}

export function moneyOfNumber(value: number, decimals: number): MoneyReading {
  return toMoney(decimalOfNumber(value), decimals);
}

function toMoney(reading: NumberReading, decimals: number): MoneyReading {
  if (reading.kind !== 'number') return reading;
  if (Number(reading.decimal) < 0) return { kind: 'negative' };
  const [whole = '0', fraction = ''] = reading.decimal.replace('-', '').split('.');
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > decimals) return { kind: 'too-precise', decimals };
  const digits = whole.replace(/^0+(?=\d)/, '');
  return { kind: 'money', money: decimals ? `${digits}.${significant.padEnd(decimals, '0')}` : digits };
}

/** The same amount in the same digits, so that "85", "85.0" and "85.00" compare equal. */
export function canonicalDecimal(decimal: string): string {
  const text = decimal.trim();
  const point = text.indexOf('.');
  let end = text.length;
  // Without a regular expression, because each price of each row is compared several times.
  if (point >= 0) while (text[end - 1] === '0') end -= 1;
  const significant = text.slice(0, end === point + 1 ? point : end);
  return significant.replace(/^(-?)0+(?=\d)/, '$1');
}
