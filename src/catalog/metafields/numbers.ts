import { canonicalDecimal } from '../values/money';
import { decimalOfNumber, readNumber } from '../values/read-number';
import type { ValueType } from './value-type';

/** Largest amounts. Source: https://shopify.dev/docs/apps/build/metafields/list-of-data-types */
const MOST_INTEGER = 9_007_199_254_740_991;
const MOST_DECIMAL = 9_999_999_999_999;
const MOST_DECIMALS = 9;

/** Whole numbers, and those with decimals. */
export function number(isWhole: boolean): ValueType {
  const expected = isWhole
    ? 'is not a whole number. Type it such as 12'
    : 'is not a number. Type it such as 4.5';
  return {
    read: 'raw',
    isNumeric: true,
    isBare: true,
    parse(raw, { locale }) {
      const reading = typeof raw === 'number' ? decimalOfNumber(raw) : readNumber(String(raw), locale);
      if (reading.kind === 'ambiguous')
        return { problem: `can be read as ${reading.readings.map(canonicalDecimal).join(' or ')}` };
      if (reading.kind !== 'number' || typeof raw === 'boolean') return { problem: expected };
      const value = canonicalDecimal(reading.decimal).replace(/^-0$/, '0');
      const decimals = value.split('.')[1]?.length ?? 0;
      if (isWhole && decimals > 0) return { problem: expected };
      if (Math.abs(Number(value)) > (isWhole ? MOST_INTEGER : MOST_DECIMAL))
        return { problem: 'is beyond what Shopify keeps' };
      return decimals > MOST_DECIMALS
        ? { problem: `has ${decimals} decimals, and Shopify keeps ${MOST_DECIMALS}. Round it` }
        : { value };
    },
    write: (value) =>
      canonicalDecimal(String(Number(value))) === canonicalDecimal(value) ? Number(value) : value,
    canonical: (value) => canonicalDecimal(value).replace(/^-0$/, '0'),
  };
}
