import type { ParseContext, Parsed } from '../values/cell';
import { canonicalDecimal } from '../values/money';
import { parseMoney } from '../values/number-cells';

/** Price of one item in an order of at least this quantity. */
export interface QuantityPrice {
  readonly from: number;
  readonly amount: string;
}

const EXPECTED = 'is no list of prices by quantity. Type it such as 10: 9.50, 50: 8.90';
const ENTRY = /^(\d{1,9})\s*\+?\s*[:=]\s*(\S.*)$/;
/** A comma may be a decimal comma: it separates two prices only where a quantity and its colon follow. */
const BETWEEN = /[;\n]|,(?=\s*\d{1,9}\s*\+?\s*[:=])/;

/** The prices in a value, by quantity. */
export function quantityPricesIn(value: string): readonly QuantityPrice[] {
  return value
    .split(',')
    .filter(Boolean)
    .map((entry) => {
      const [from = '', amount = ''] = entry.split(':');
      return { from: Number(from), amount };
    });
}

export function joinQuantityPrices(prices: readonly QuantityPrice[]): string {
  return [...prices]
    .sort((one, other) => one.from - other.from)
    .map(({ from, amount }) => `${from}:${amount}`)
    .join(',');
}

export function parseQuantityPrices(raw: string, context: ParseContext): Parsed {
  const found = new Map<number, string>();
  for (const text of raw.split(BETWEEN).map((part) => part.trim().replace(/^,|,$/g, '').trim())) {
    if (!text) continue;
    const [, quantity, amount] = ENTRY.exec(text) ?? [];
    if (!quantity || !amount) return { problem: EXPECTED };
    const from = Number(quantity);
    if (from < 1) return { problem: 'has a price from 0 on. Type quantities of 1 or more' };
    if (found.has(from)) return { problem: `has two prices from ${from} on. Leave one` };
    const price = parseMoney(amount, context);
    if ('problem' in price) return { problem: `has a price from ${from} on that ${price.problem}` };
    found.set(from, String(price.value));
  }
  if (found.size === 0) return { problem: EXPECTED };
  return { value: joinQuantityPrices([...found].map(([from, amount]) => ({ from, amount }))) };
}

/** The cell that a merchant would type. Four decimals cannot be read as thousands, as three can. */
export function writeQuantityPrices(value: string): string {
  return quantityPricesIn(value)
    .map(({ from, amount }) => `${from}: ${amount.replace(/\.(\d{3})$/, '.$10')}`)
    .join(', ');
}

export function canonicalQuantityPrices(value: string): string {
  const prices = quantityPricesIn(value);
  return joinQuantityPrices(prices.map(({ from, amount }) => ({ from, amount: canonicalDecimal(amount) })));
}
