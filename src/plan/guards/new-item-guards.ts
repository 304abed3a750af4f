import type { ProductId } from '../../catalog/values/gid';
import type { Piece } from '../model/piece';
import { isVisible } from '../product/prices';
import type { Evidence, Suspect } from './evidence';

const REASON = 'it would be sold for 0.00';

/** Finds items that would come on sale without a price: a new one, or one that was hidden so far. */
export function unpricedItems(evidence: Evidence): Suspect[] {
  return evidence.pieces
    .filter((piece) => isUnpriced(piece, evidence))
    .map((piece) => ({ piece, reason: REASON }));
}

function isUnpriced({ kind, item, from, value, creates }: Piece, evidence: Evidence): boolean {
  if (creates) {
    const { productId, hasPrice } = creates;
    return !hasPrice && (productId ? evidence.willBeVisible(productId) : creates.isVisible);
  }
  const id = item as ProductId;
  if (kind === 'status') return isVisible(value) && !isVisible(from) && evidence.willBeUnpriced(id);
  return kind === 'published' && value === true && evidence.willBeUnpriced(id) && evidence.willBeVisible(id);
}

/** Nobody can tell a corrected option value from another variant that took the SKU, so it is asked about each time. */
export function renamedValues({ pieces }: Evidence): Suspect[] {
  return pieces
    .filter(({ kind }) => kind === 'optionValue')
    .map((piece) => ({ piece, reason: 'rename the option value in Shopify?' }));
}
