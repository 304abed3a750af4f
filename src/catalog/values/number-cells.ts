import type { ParseContext, Parsed } from './cell';
import { readAmount } from './currency';
import { canonicalDecimal, moneyOfNumber, readMoney } from './money';
import { decimalOfNumber, plainSigns, readNumber } from './read-number';

type TypedCell = string | number | boolean;

/** Every column of numbers reads the same text as the same number; `expected` says what this one takes. */
function readCell(raw: TypedCell, { locale }: ParseContext, expected: string): Parsed {
  if (typeof raw === 'boolean') return { problem: expected };
  const reading = typeof raw === 'number' ? decimalOfNumber(raw) : readNumber(raw, locale);
  switch (reading.kind) {
    case 'number':
      // Adding 0 makes 0 of -0.
      return { value: Number(reading.decimal) + 0 };
    case 'ambiguous':
      return { problem: ambiguous(reading.readings.map(canonicalDecimal)) };
    case 'not-a-number':
      return { problem: expected };
  }
}

function ambiguous(readings: readonly string[]): string {
  return `can be read as ${readings.join(' or ')}. Type it as a number without grouping`;
}

/** +5 may be 5, or 5 more than there is. A number cell no longer has the sign. */
const hasPlus = (raw: TypedCell) => typeof raw === 'string' && plainSigns(raw).startsWith('+');

const PLUS_QUANTITY =
  'may be the number itself or what to add. Type it without +; what to add belongs into an Adjust column';
const PLUS_PRICE = 'may be the price itself or what to add. Type the price that you mean, without +';

const wholeNumber =
  (expected: string, takesPlus?: 'takes a plus') =>
  (raw: TypedCell, context: ParseContext): Parsed => {
    const parsed = readCell(raw, context, expected);
    if ('problem' in parsed) return parsed;
    if (hasPlus(raw) && !takesPlus) return { problem: PLUS_QUANTITY };
    if (!Number.isInteger(parsed.value)) return { problem: expected };
    return Math.abs(Number(parsed.value)) > 1_000_000_000
      ? { problem: 'is beyond 1,000,000,000, the most Shopify keeps' }
      : parsed;
  };

export const parseWholeNumber = wholeNumber('is not a whole number. Type a quantity such as 12');
export const parseAdjustment = wholeNumber(
  'is not a whole number. Type what to add, such as 3 or -2',
  'takes a plus',
);
export const parsePosition = wholeNumber('is not a whole number. Type 1 for the first image');

const AS_250 = 'Type a number such as 250';

export function parseWeightNumber(raw: TypedCell, context: ParseContext): Parsed {
  const parsed = readCell(raw, context, `is not a weight. ${AS_250}`);
  if ('problem' in parsed) return parsed;
  if (Number(parsed.value) < 0) return { problem: 'is negative. Type a weight of 0 or more' };
  return Number(parsed.value) > 1e9 ? { problem: `is beyond 1,000,000,000. ${AS_250}` } : parsed;
}

const NO_CHANGE =
  'is a change, and this column takes prices. Type the new price: changes count in Price, Compare-at price and Cost';

export function parseMoney(raw: TypedCell, context: ParseContext): Parsed {
  const { locale, currencyCode, currencyDecimals } = context;
  // A price list is no place of the sheet's own price, which such words count from.
  const isChange =
    context.seller !== undefined && /^\s*([+-]|[*×])?\s*[\d.,]+\s*%|^\s*[*×]/.test(String(raw));
  const notAPrice = { problem: isChange ? NO_CHANGE : 'is not a price. Type a number such as 19.90' };
  if (typeof raw === 'boolean') return notAPrice;
  const amount =
    typeof raw === 'string' ? readAmount(raw, currencyCode) : { kind: 'own' as const, number: raw };
  if (amount.kind === 'foreign') return { problem: foreignAmount(amount.mark, context) };
  if (amount.kind === 'not-an-amount') return notAPrice;
  const { number } = amount;
  const reading =
    typeof number === 'number'
      ? moneyOfNumber(number, currencyDecimals)
      : readMoney(number, locale, currencyDecimals);
  switch (reading.kind) {
    case 'money':
      if (hasPlus(raw)) return { problem: PLUS_PRICE };
      return { value: reading.money };
    case 'ambiguous':
      return { problem: ambiguous(reading.readings) };
    case 'too-precise':
      return { problem: `has more than the ${reading.decimals} decimals of ${currencyCode}. Round it` };
    case 'negative':
      return { problem: 'is negative. Type a price of 0 or more' };
    case 'not-a-number':
      return notAPrice;
  }
}

/** The end of a sentence that begins with the header and what the cell shows. */
export function foreignAmount(
  mark: string,
  { currencyCode, seller = 'the shop sells in' }: Pick<ParseContext, 'currencyCode' | 'seller'>,
): string {
  return `is in ${mark}, and ${seller} ${currencyCode}. Type the amount in ${currencyCode}, as a plain number`;
}
