import type { FieldChange, SyncAction } from '../model/action';
import type { Evidence, Suspect } from './evidence';
import { piecesOf } from './piece';

const REASON = 'it would be sold for 0.00';

/** What would come on sale without a price: a new item, or one that was hidden so far. */
export function unpricedItems(evidence: Evidence): Suspect[] {
  return evidence.actions.flatMap((action) => {
    const isSuspect = suspectOf(action, evidence);
    return piecesOf(action).flatMap((piece, index) => (isSuspect(index) ? [{ piece, reason: REASON }] : []));
  });
}

/** By the place of a piece within the action. */
function suspectOf(action: SyncAction, evidence: Evidence): (index: number) => boolean {
  switch (action.kind) {
    case 'create-product': {
      const isVisible = action.changes.some(showsIt);
      const isUnpriced =
        action.variants.length === 0 || action.variants.some(({ changes }) => !hasPrice(changes));
      return () => isVisible && isUnpriced;
    }
    case 'create-variants': {
      const isVisible = evidence.willBeVisible(action.productId);
      return (index) => isVisible && !hasPrice(action.variants[index]?.changes ?? []);
    }
    case 'update-product': {
      const isUnpriced = evidence.willBeUnpriced(action.productId);
      return (index) => {
        const change = action.changes[index];
        return (
          isUnpriced &&
          change !== undefined &&
          showsIt(change) &&
          change.from !== 'ACTIVE' &&
          change.from !== 'UNLISTED'
        );
      };
    }
    case 'publish': {
      const isUnpriced =
        evidence.willBeUnpriced(action.productId) && evidence.willBeVisible(action.productId);
      return () => isUnpriced;
    }
    case 'unpublish':
    case 'add-tags':
    case 'remove-tags':
    case 'update-variants':
    case 'update-alt-text':
    case 'rename-option-value':
    case 'set-stock':
    case 'activate-stock':
      return () => false;
  }
}

function showsIt({ key, to }: Pick<FieldChange, 'key' | 'to'>): boolean {
  return key === 'status' && (to === 'ACTIVE' || to === 'UNLISTED');
}

function hasPrice(changes: readonly FieldChange[]): boolean {
  return changes.some(({ key, to }) => key === 'price' && Number(to) > 0);
}
