import type { QuantityName } from '../../catalog/columns/column';
import type { InventoryItemId } from '../../catalog/values/gid';
import { levelKey, type StoreLevel } from '../../plan/model/snapshot';
import { type GraphqlRequest, readRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import type { LevelFields } from '../documents/generated/fragments';
import { type InventoryLevelsData, InventoryLevelsDocument } from '../documents/generated/variants';

export const ITEMS_PER_REQUEST = 250;
const MOST_LOCATIONS = 250;

export const LEVELS_COST = 1 + connectionCost(MOST_LOCATIONS, 2);

export function levelsRequest(ids: readonly InventoryItemId[]): GraphqlRequest<InventoryLevelsData> {
  return readRequest(InventoryLevelsDocument, { ids }, LEVELS_COST);
}

export function levelsIn({ nodes }: InventoryLevelsData): [string, StoreLevel][] {
  return nodes.flatMap((item) =>
    item?.id ? item.inventoryLevels.nodes.map((level) => toLevel(item.id, level)) : [],
  );
}

export function toLevel(item: InventoryItemId, level: LevelFields): [key: string, level: StoreLevel] {
  return [
    levelKey(item, level.location.id),
    {
      available: quantityOf(level, 'available'),
      on_hand: quantityOf(level, 'on_hand'),
      active: level.isActive,
    },
  ];
}

function quantityOf({ quantities }: LevelFields, wanted: QuantityName): number {
  return quantities.find(({ name }) => name === wanted)?.quantity ?? 0;
}
