import type { ExecutionContext } from '../../graphql/execution/context';
import { storedQuantityNames } from '../state/inventory';
import { levelAt } from '../state/lookups';
import { activateLevel } from './put-inventory';

/** Adds everything that stands at one location to another, where the items are stocked if they were not. */
export function moveStock(context: ExecutionContext, fromId: string, toId: string): void {
  const { state, now } = context;
  for (const item of state.inventoryItems.all()) {
    const from = levelAt(state, item.id, fromId);
    if (!from?.isActive) continue;
    const to = activateLevel(context, item.id, toId);
    const sums = storedQuantityNames.map((name) => [name, to.quantities[name] + from.quantities[name]]);
    state.inventoryLevels.put({ ...to, quantities: Object.fromEntries(sums), updatedAt: now });
    state.inventoryLevels.delete(from.id);
  }
}
