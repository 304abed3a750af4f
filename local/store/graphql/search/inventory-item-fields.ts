import { gidNumber } from '../../shop/state/ids';
import type { InventoryItem, InventoryLevel } from '../../shop/state/inventory';
import { boolean, id, type SearchFields, text, time } from './search-fields';

/** The filters of `inventoryItems(query:)`; `tracked` is not in the schema's description but works (recorded). */
export const inventoryItemFields: SearchFields<InventoryItem> = {
  created_at: time(({ createdAt }) => [createdAt]),
  id: id((item) => [gidNumber(item.id)]),
  sku: text(({ sku }) => (sku === null ? [] : [sku])),
  tracked: boolean(({ tracked }) => [String(tracked)]),
  updated_at: time(({ updatedAt }) => [updatedAt]),
};

/** Fields of `inventoryLevels(query:)` on items and locations; a location is no filter (recorded: it finds everything). */
export const inventoryLevelFields: SearchFields<InventoryLevel> = {
  created_at: time(({ createdAt }) => [createdAt]),
  id: id((level) => [gidNumber(level.id)]),
  inventory_item_id: id(({ inventoryItemId }) => [gidNumber(inventoryItemId)]),
  updated_at: time(({ updatedAt }) => [updatedAt]),
};
