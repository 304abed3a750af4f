import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import type { InventoryLevel } from '../../state/inventory';
import { levelAt, levelsOfItem } from '../../state/lookups';
import { activateLevel } from '../../writes/put-inventory';

interface Args {
  readonly inventoryItemId: string;
  readonly inventoryItemUpdates: readonly { readonly locationId: string; readonly activate: boolean }[];
}

/** Stocks and unstocks one item at several locations; all or nothing (recorded). */
export function inventoryBulkToggleActivation(args: Args, context: ExecutionContext): Payload {
  const { state, now } = context;
  const inventoryItem = state.inventoryItems.get(args.inventoryItemId);
  const refused = (error: UserError): Payload => ({
    inventoryItem: null,
    inventoryLevels: null,
    userErrors: [error],
  });
  if (!inventoryItem) {
    const message = "The quantity couldn't be updated because the inventory item was not found.";
    return refused(userError(['inventoryItemId'], message, 'INVENTORY_ITEM_NOT_FOUND'));
  }
  const touched: InventoryLevel[] = [];
  for (const [index, { locationId, activate }] of args.inventoryItemUpdates.entries()) {
    const at = ['inventoryItemUpdates', String(index), 'locationId'];
    const location = state.locations.get(locationId);
    if (!location?.isActive) {
      const message = "The quantity couldn't be updated because the location was not found.";
      return refused(userError(at, message, 'LOCATION_NOT_FOUND'));
    }
    if (activate) {
      touched.push(activateLevel(context, inventoryItem.id, locationId));
      continue;
    }
    const level = levelAt(state, inventoryItem.id, locationId);
    if (!level?.isActive) continue;
    if (levelsOfItem(state, inventoryItem.id).filter((one) => one.isActive).length === 1) {
      const message = `The variant couldn't be unstocked from ${location.name} because products need to be stocked at a minimum of 1 location.`;
      return refused(userError(at, message, 'CANNOT_DEACTIVATE_FROM_ONLY_LOCATION'));
    }
    state.inventoryLevels.put({ ...level, isActive: false, updatedAt: now });
  }
  return { inventoryItem, inventoryLevels: touched, userErrors: [] };
}
