import { gid, gidNumber } from '../../shop/state/ids';
import {
  type InventoryLevel,
  type QuantityName,
  quantityNames,
  quantityOf,
} from '../../shop/state/inventory';
import { levelsOfItem } from '../../shop/state/lookups';
import { failure } from '../execution/failures';
import type { ObjectFields } from '../execution/field-resolver';

const isQuantityName = (name: string): name is QuantityName =>
  (quantityNames as readonly string[]).includes(name);

export const inventoryLevelFields: ObjectFields<InventoryLevel> = {
  canDeactivate: (level, _args, { state }) =>
    levelsOfItem(state, level.inventoryItemId).filter((one) => one.isActive).length > 1,
  deactivationAlert: () => null,
  item: (level, _args, { state }) => state.inventoryItems.get(level.inventoryItemId),
  location: (level, _args, { state }) => state.locations.get(level.locationId),
  quantities: (level, args: { names: readonly string[] }) =>
    args.names.map((name) => {
      if (!isQuantityName(name)) {
        throw failure(`The specified quantity name '${name}' is invalid.`, { code: 'BAD_REQUEST' });
      }
      return {
        id: gid(
          'InventoryQuantity',
          `${gidNumber(level.id)}?inventory_item_id=${gidNumber(level.inventoryItemId)}&name=${name}`,
        ),
        name,
        quantity: quantityOf(level, name),
        updatedAt: level.quantitiesUpdatedAt[name] ?? null,
      };
    }),
};
