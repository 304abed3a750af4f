import type { Gid } from '../catalog/gid';
import type { RowRef } from '../catalog/row';
import type { SyncAction } from './action';
import { describeChange } from './messages';
import type { RowOutcome } from './row-outcome';

/** What an action's rows are told when it goes well: preview says it beforehand, a run afterwards. */
export function actionOutcomes(action: SyncAction): RowOutcome[] {
  switch (action.kind) {
    case 'create-product':
      return action.rows.map((ref) => ({ ref, status: 'created', message: '' }));
    case 'create-variants':
      return action.variants.map(({ ref }) => ({ ref, status: 'created', message: '' }));
    case 'update-product':
      return [
        ...(action.changes.length > 0
          ? [updated(action.ref, action.changes.map(describeChange).join(', '), action.productId)]
          : []),
        ...action.images.map(({ ref }) => updated(ref, 'Image added', action.productId)),
      ];
    case 'add-tags':
      return [
        updated(action.ref, `${action.change.column} added: ${action.tags.join(', ')}`, action.productId),
      ];
    case 'remove-tags':
      return [
        updated(action.ref, `${action.change.column} removed: ${action.tags.join(', ')}`, action.productId),
      ];
    case 'update-alt-text':
      return [updated(action.ref, 'Image alt text', action.productId)];
    case 'update-variants':
      return action.variants.map(({ ref, changes, image, id }) =>
        updated(ref, [...changes.map(describeChange), ...(image ? ['Variant image'] : [])].join(', '), id),
      );
    case 'set-stock':
    case 'activate-stock': {
      const from = action.from === null ? 'not stocked' : action.from;
      return [
        updated(
          action.ref,
          `${action.column} at ${action.locationName} ${from} → ${action.to}`,
          action.variantId,
        ),
      ];
    }
  }
}

function updated(ref: RowRef, what: string, shopifyId: Gid): RowOutcome {
  return { ref, status: 'updated', message: `${what}.`, shopifyId };
}
