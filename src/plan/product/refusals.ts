import type { DesiredProduct } from '../../catalog/building/desired';
import type { Base } from '../model/base';
import type { StoreProduct } from '../model/snapshot';

/** What stands in the way of a row's Command: NEW is for what Shopify lacks, UPDATE for what it has. */
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
