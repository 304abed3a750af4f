import { isVariant, type ProductId, type VariantId } from '../../catalog/values/gid';
import type { FieldChange } from '../model/action';
import type { StoreSnapshot } from '../model/snapshot';
import type { PlanDraft } from '../model/sync-plan';
import { whyNotListed } from './plan-list-prices';

interface UndoContext {
  readonly snapshot: Pick<StoreSnapshot, 'variants'>;
  readonly draft: PlanDraft;
}

/** A price list cannot give back one of its two prices where somebody has changed the other since. */
export function withoutUnlisted(
  id: ProductId | VariantId,
  changes: readonly FieldChange[],
  { snapshot, draft }: UndoContext,
): readonly FieldChange[] {
  const store = isVariant(id) ? snapshot.variants.get(id)?.fields : undefined;
  return changes.filter((change) => {
    if (!store || !whyNotListed(change, changes, { store, isSaid: () => true })) return true;
    const words = (column: string) =>
      `${column} was left alone: the price beside it in the catalog was changed since.`;
    draft.tell(change, { status: 'skipped', words, shopifyId: id });
    return false;
  });
}
