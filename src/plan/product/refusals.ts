import type { DesiredProduct } from '../../catalog/building/desired';
import type { RowRef } from '../../catalog/tab/row';
import type { Base } from '../model/base';
import type { StoreProduct } from '../model/snapshot';
import type { PlanDraft } from '../model/sync-plan';

/** Says why a row's Command cannot be followed: NEW is for what Shopify lacks, UPDATE for what it has. */
export function refuseCommand(
  { command, handle }: Pick<DesiredProduct, 'command' | 'handle'>,
  found: StoreProduct | 'gone' | 'unknown' | undefined,
  base: Base,
): string | undefined {
  if (command === 'UPDATE' && !found)
    return `Command is UPDATE and Shopify has no product “${handle}”. Check the handle, or use MERGE to create it.`;
  // What the add-on created itself stays in step with its row.
  const isOurs = typeof found === 'object' && (base.product(found.id) || base.isBeingCreated(found.handle));
  return command === 'NEW' && typeof found === 'object' && !isOurs
    ? `Command is NEW and Shopify has “${found.handle}” already. Use MERGE or UPDATE to change it.`
    : undefined;
}

/** An item synced before and gone from Shopify is not re-created: somebody deleted it, and must say what now. */
export function sayGone(rows: readonly RowRef[], what: 'product' | 'variant', draft: PlanDraft): void {
  const anew = what === 'product' ? 'a new handle' : 'another option value';
  const message = `This ${what} is no longer in Shopify. Restore it there, or remove the row; to create it anew, give it ${anew} and clear its Shopify ID.`;
  for (const ref of rows) draft.say(ref, 'conflict', message);
}
