import { groupBy } from '../../catalog/values/arrays';
import type { ProductId } from '../../catalog/values/gid';
import { piecesOf } from '../action-kinds';
import { canonical } from '../compare/canonical';
import type { Piece } from '../model/piece';
import { isVisible } from '../product/prices';
import type { Evidence, Suspect } from './evidence';
import { ordersValues } from './kinds';
import { GUARD_LIMITS, isManyOfDay } from './limits';

const REASON = 'it would be sold for 0.00';

/** Finds items that would go on sale without a price: new ones, or ones that were hidden before. */
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
  return showsMore(kind, from, value) && evidence.willBeUnpriced(id) && evidence.willBeVisible(id);
}

/** Whether a change puts the product on a sales channel, now or at a date. */
function showsMore(kind: Piece['kind'], from: Piece['from'], value: Piece['value']): boolean {
  if (kind === 'published') return value === true;
  if (kind === 'publishedAt') return value !== null;
  if (kind !== 'channels') return false;
  const had = from.split(',');
  return canonical('channels', value)
    .split(',')
    .some((one) => one !== '' && !had.includes(one));
}

/** Confirmed each time, by name, because it cannot be fully undone. */
export function deletions({ actions }: Evidence): Suspect[] {
  return actions.flatMap((action) => {
    if (!('kept' in action)) return [];
    const levels = action.kept.variants.flatMap((variant) => variant.levels);
    const stock = levels.reduce((sum, [, available]) => sum + Math.max(0, available), 0);
    const what = stock > 0 ? `it has ${stock} in stock and is` : 'it is';
    const instead =
      action.kind === 'delete-variant' || action.isArchived ? '' : '. Archive it instead in the sidebar?';
    const reason = `${what} deleted for good in Shopify; its orders stay, and bundles and collections lose it${instead}`;
    return piecesOf(action).map((piece) => ({ piece, reason }));
  });
}

/** The options determine which variants exist, so the change is confirmed each time. */
export function changedOptions({ pieces }: Evidence): Suspect[] {
  return pieces.flatMap((piece) => {
    const end = piece.key.startsWith('create-options') ? ' An undo does not take new options away.' : '';
    if (ordersValues(piece.kind))
      return [{ piece, reason: 'put the values in this order in Shopify, with their variants?' }];
    return piece.kind === 'options' ? [{ piece, reason: `change the options in Shopify?${end}` }] : [];
  });
}

/** A corrected option value cannot be told from another variant with the same SKU, so it is confirmed each time. */
export function renamedValues({ pieces }: Evidence): Suspect[] {
  return pieces
    .filter(({ kind }) => kind === 'optionValue')
    .map((piece) => ({ piece, reason: 'rename the option value in Shopify?' }));
}

/** Removes most images of a tab at once: probably a column filled down, or a command meant for one row. */
export function removedImages({ pieces, input }: Evidence): Suspect[] {
  const removals = groupBy(
    pieces.filter(({ kind, to }) => kind === 'imageRemoval' && to === ''),
    ({ ref }) => ref.sheetId,
  );
  return [...removals].flatMap(([sheetId, own]) => {
    const rows = input.desired.products.flatMap(({ images, removals: asked = [] }) => [
      ...images.filter(({ isListed }) => isListed),
      ...asked,
    ]);
    const size = rows.filter(({ ref }) => ref.sheetId === sheetId).length;
    if (!isManyOfDay(own.length, 0, { of: size, limit: GUARD_LIMITS.mass })) return [];
    const what = own.some(({ from }) => from === 'replaced') ? 'replaced or removed' : 'removed';
    const reason = `${own.length} of the ${size} images of this tab are to be ${what}`;
    return own.map((piece) => ({ piece, reason }));
  });
}
