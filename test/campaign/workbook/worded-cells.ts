/** What a cell says in words of the add-on's own, in place of a value. */

/** `+5 %`, `-10 %`, `*1.2`: counted once from Shopify's price. */
const COUNTED = /^([+-])(\d+) %$|^\*(\d)\.(\d)$/;
/** `+gift, -sale`: added to the names that are there, and taken from them. */
const SIGNED = /^[+-][a-z]/i;
const REMOVED = /^\[delete\] ?/;

export const isCounted = (text: string): boolean => COUNTED.test(text);
export const isSigned = (text: string): boolean => SIGNED.test(text);
export const isRemoval = (text: string): boolean => REMOVED.test(text);
export const withoutRemoval = (text: string): string => text.replace(REMOVED, '');

/** The price that comes of it, of halves the higher one; counted in whole cents, because nothing else is exact. */
export function countedPrice(text: string, price: string): string {
  const [, sign, percent, whole, tenths] = COUNTED.exec(text) ?? [];
  const thousandths = percent ? 1000 + Number(`${sign}${percent}`) * 10 : Number(`${whole}${tenths}`) * 100;
  const cents = Math.floor((Math.round(Number(price) * 100) * thousandths + 500) / 1000);
  return (cents / 100).toFixed(2);
}

export interface SignedNames {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export function signedNames(text: string): SignedNames {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  const of = (sign: string) => names.flatMap((name) => (name.startsWith(sign) ? [name.slice(1)] : []));
  return { added: of('+'), removed: of('-') };
}
