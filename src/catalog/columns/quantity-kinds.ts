import {
  canonicalQuantityPrices,
  parseQuantityPrices,
  writeQuantityPrices,
} from '../markets/quantity-prices';
import { CURRENCY_CODES, type CurrencyCode } from '../values/currency';
import { parseWholeNumber } from '../values/number-cells';
import { amountKind } from './amount-kinds';
import type { CellKind } from './cell-kind';

export type QuantityPricesKind = `byquantity_${CurrencyCode}`;

const PREFIX = 'byquantity_';

/** Undefined for a currency that this version does not know. */
export function quantityKindOf(code: string): QuantityPricesKind | undefined {
  return CURRENCY_CODES.has(code) ? `${PREFIX}${code as CurrencyCode}` : undefined;
}

/** How many may be ordered at once. */
const ordered: CellKind = {
  read: 'raw',
  parse(raw, context) {
    const parsed = parseWholeNumber(raw, context);
    if ('problem' in parsed) return parsed;
    return Number(parsed.value) < 1
      ? { problem: 'is less than 1. Type 1 or more, or [clear] for no rule' }
      : { value: String(parsed.value) };
  },
  write: Number,
  canonical: String,
  isNumeric: true,
  emptyWord: '(no rule)',
};

/** A minimum or an increment of 1 restricts nobody: it is the same as no rule. */
export const QUANTITY_KINDS = {
  orderedAtLeast: { ...ordered, canonical: (value) => (Number(value) === 1 ? '' : String(value)) },
  orderedAtMost: ordered,
} as const satisfies Readonly<Record<string, CellKind>>;

/** The kind of cells of this name; undefined where this version does not know its currency. */
export function quantityPricesKind(name: string): CellKind | undefined {
  if (!name.startsWith(PREFIX)) return undefined;
  const currency = amountKind(`amount_${name.slice(PREFIX.length)}`)?.currency;
  return (
    currency && {
      read: 'text',
      parse: (raw, context) => parseQuantityPrices(String(raw), context),
      write: (value) => writeQuantityPrices(String(value)),
      canonical: (value) => canonicalQuantityPrices(String(value)),
      hasOwnWords: true,
      currency,
      emptyWord: '(none)',
    }
  );
}
