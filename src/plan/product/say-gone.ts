import type { RowRef } from '../../catalog/tab/row';
import type { PlanDraft } from '../model/sync-plan';

/** An item synced before and gone from Shopify is not re-created: somebody deleted it, and must say what now. */
export function sayGone(rows: readonly RowRef[], what: 'product' | 'variant', draft: PlanDraft): void {
  const anew = what === 'product' ? 'a new handle' : 'another option value';
  const message = `This ${what} is no longer in Shopify. Restore it there, or remove the row; to create it anew, give it ${anew} and clear its Shopify ID.`;
  for (const ref of rows) draft.say(ref, 'conflict', message);
}
