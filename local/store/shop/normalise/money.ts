/** Currencies whose smallest unit is not a hundredth (ISO 4217); Shopify writes prices with their decimals. */
const decimalsOf: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

/**
 * A decimal string with the currency's decimals, `10` → `10.00` (recorded), the rest rounded half up. Works on
 * digits: prices may be larger than a double holds.
 */
export function moneyText(amount: string, currencyCode: string): string {
  const decimals = decimalsOf[currencyCode] ?? 2;
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  const kept = BigInt(whole + fraction.padEnd(decimals, '0').slice(0, decimals));
  const rounded = (kept + (Number(fraction[decimals] ?? '0') >= 5 ? 1n : 0n))
    .toString()
    .padStart(decimals + 1, '0');
  const split = rounded.length - decimals;
  const text = decimals === 0 ? rounded : `${rounded.slice(0, split)}.${rounded.slice(split)}`;
  return Number(text) === 0 ? text : `${sign}${text}`;
}
