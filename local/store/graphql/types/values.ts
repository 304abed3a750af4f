import { gidNumber } from '../../shop/state/ids';
import type { Row } from '../../shop/state/table';

/** A Count object; Shopify counts exactly up to 10,000. */
export const exactCount = (count: number) =>
  count > 10_000 ? { count: 10_000, precision: 'AT_LEAST' } : { count, precision: 'EXACT' };

/** A count that stops at the asked limit (recorded). */
export const countUpTo = (limit: number | null | undefined, count: number) =>
  limit != null && count > limit ? { count: limit, precision: 'AT_LEAST' } : exactCount(count);

/** MoneyV2 writes at least one decimal and no trailing zeros beyond it: `10.0`, `10.5`, `10.55` (recorded). */
export function money(amount: string, currencyCode: string) {
  const shortened = amount.includes('.') ? amount.replace(/0+$/, '').replace(/\.$/, '.0') : `${amount}.0`;
  return { amount: shortened, currencyCode };
}

export const legacyResourceId = (row: Row): string => gidNumber(row.id);
