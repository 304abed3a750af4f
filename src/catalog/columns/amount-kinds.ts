import { CURRENCY_CODES, type CurrencyCode } from '../values/currency';
import { canonicalDecimal, currencyDecimals } from '../values/money';
import { parseMoney } from '../values/number-cells';
import type { CellKind } from './cell-kind';

/**
 * Amounts in a fixed currency, whatever the shop sells in. Names of kinds have only letters, because column keys contain
 * them.
 */
export type AmountKind = `amount_${CurrencyCode}`;

const PREFIX = 'amount_';

/** Undefined for a currency that this version does not know. */
export function kindOfCurrency(code: string): AmountKind | undefined {
  return CURRENCY_CODES.has(code) ? `${PREFIX}${code as CurrencyCode}` : undefined;
}

/** Amounts in the currency of the shop. */
export const money = {
  read: 'raw',
  parse: parseMoney,
  write: Number,
  canonical: (value) => canonicalDecimal(String(value)),
  isNumeric: true,
  isMoney: true,
  isExact: true,
} as const satisfies CellKind;

function amountIn(code: string): CellKind {
  return {
    ...money,
    currency: {
      currencyCode: code,
      currencyDecimals: currencyDecimals(code),
      seller: 'this price list is in',
    },
    emptyWord: '(not fixed)',
  };
}

/** The kind of cells of this name; undefined where this version does not know its currency. */
export function amountKind(name: string): CellKind | undefined {
  const code = name.slice(PREFIX.length);
  return name.startsWith(PREFIX) && CURRENCY_CODES.has(code) ? amountIn(code) : undefined;
}

/** Name of the rule that tells why the cells of a column belong to nothing in the shop. */
export const UNPLACED_RULE = 'of nothing';

const NOT_ASKED = 'is of something that Shopify was not asked for yet. Sync again';

/** Cells of a catalog that does not exist, or that does not accept them. */
export const unplaced: CellKind = {
  read: 'text',
  parse: (_, { rules }) => ({
    problem: rules?.find(({ name }) => name === UNPLACED_RULE)?.value ?? NOT_ASKED,
    isLeft: true,
  }),
  write: String,
  canonical: String,
};
