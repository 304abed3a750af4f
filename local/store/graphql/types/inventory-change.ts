import type { ObjectFields } from '../execution/field-resolver';

/** One line of an adjustment group; `item` and `location` are held as ids. */
export interface InventoryChange {
  readonly name: string;
  readonly delta: number;
  readonly quantityAfterChange: number | null;
  readonly ledgerDocumentUri: string | null;
  readonly inventoryItemId: string;
  readonly locationId: string;
}

export const inventoryChangeFields: ObjectFields<InventoryChange> = {
  item: (change, _args, { state }) => state.inventoryItems.get(change.inventoryItemId) ?? null,
  location: (change, _args, { state }) => state.locations.get(change.locationId) ?? null,
};
