import type { Parsed } from './cell';
import { plainName } from './plain-name';

const FEWEST = 6;

/** Shopify keeps the digits alone, of `6109.10` as well (recorded). */
export function hsDigits(text: string): string {
  return plainName(text).replace(/^'|[.\s-]/g, '');
}

/** A code of five digits is read, because a guard knows whether it lost a zero that Shopify has. */
export function parseHsCode(raw: string | number | boolean): Parsed {
  const code = hsDigits(String(raw));
  if (!/^\d+$/.test(code)) return { problem: 'is not an HS code. Type 6 to 13 digits, such as 6109.10' };
  return code.length < FEWEST - 1 || code.length > 13
    ? { problem: `has ${code.length} digits. Shopify takes 6 to 13 for an HS code` }
    : { value: code };
}

/** Why Shopify would refuse a code; undefined where it would not, or where a guard sees the zero that it lost. */
export function shortHsCode(code: string, inShopify: string): string | undefined {
  return code.length < FEWEST && Number(code) !== Number(inShopify)
    ? `has ${code.length} digits, and Shopify takes 6 to 13: a zero may be missing. Format the column as plain text and type the whole code`
    : undefined;
}
