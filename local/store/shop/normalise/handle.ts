import { asHandle } from '../../../../src/catalog/values/names';

/** A title or a wanted handle as Shopify makes handles: one rule for the add-on and the store. */
export const handleFrom = asHandle;

/**
 * The handle, or the first one after it that nobody has: one that ends in a number counts up, another becomes
 * `handle-1`, `handle-2` … (recorded). Of nothing usable comes `product`.
 */
export function freeHandle(wanted: string, isTaken: (handle: string) => boolean): string {
  let handle = wanted || 'product';
  const [, stem = handle, last = '0'] = /^(.*\D)-(\d{1,9})$/.exec(handle) ?? [];
  for (let number = Number(last) + 1; isTaken(handle); number += 1) handle = `${stem}-${number}`;
  return handle;
}
