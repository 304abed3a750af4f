import type { InventoryLevel, Location } from '../../shop/state/inventory';
import { levelAt } from '../../shop/state/lookups';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import type { ObjectFields } from '../execution/field-resolver';
import { inventoryLevelFields } from '../search/inventory-item-fields';
import { searchRows } from '../search/search-rows';
import { metafieldOwnerFields } from './metafield-owner';
import { legacyResourceId } from './values';

interface LevelArgs extends PageArgs {
  readonly includeInactive?: boolean | null;
  readonly query?: string | null;
}

const levelsAt = (location: Location, { state }: ExecutionContext): InventoryLevel[] =>
  state.inventoryItems.all().flatMap((item) => levelAt(state, item.id, location.id) ?? []);

export const locationFields: ObjectFields<Location> = {
  ...metafieldOwnerFields,
  legacyResourceId,
  activatable: (location) => !location.isActive,
  address: (location) => ({
    ...location.address,
    country: null,
    province: null,
    formatted: [],
    latitude: null,
    longitude: null,
  }),
  addressVerified: () => false,
  deactivatable: (location) => location.isActive,
  deletable: (location) => !location.isActive,
  fulfillmentService: () => null,
  hasActiveInventory: (location, _args, context) =>
    levelsAt(location, context).some((level) => level.isActive && level.quantities.available !== 0),
  hasUnfulfilledOrders: () => false,
  inventoryLevel: (
    location,
    args: { inventoryItemId: string; includeInactive?: boolean | null },
    { state },
  ) => {
    const level = levelAt(state, args.inventoryItemId, location.id);
    return level && (level.isActive || args.includeInactive) ? level : null;
  },
  inventoryLevels: (location, args: LevelArgs, context, info) => {
    const shown = levelsAt(location, context).filter((level) => level.isActive || args.includeInactive);
    return connection(searchRows(shown, args.query, inventoryLevelFields, context, info), args);
  },
  isFulfillmentService: () => false,
  localPickupSettingsV2: () => null,
  shipsInventory: (location) => location.fulfillsOnlineOrders,
  suggestedAddresses: () => [],
};
