import type { Evidence, Suspect } from './evidence';

/** Nobody can tell a corrected option value from another variant that took the SKU, so it is asked about each time. */
export function renamedValues({ pieces }: Evidence): Suspect[] {
  return pieces
    .filter(({ kind }) => kind === 'optionValue')
    .map((piece) => ({ piece, reason: 'rename the option value in Shopify?' }));
}
