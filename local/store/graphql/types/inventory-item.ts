import { gid, gidNumber } from '../../shop/state/ids';
import type { InventoryItem } from '../../shop/state/inventory';
import { levelAt, levelsOfItem } from '../../shop/state/lookups';
import { connection, type PageArgs } from '../connections';
import type { ObjectFields } from '../execution/field-resolver';
import { inventoryLevelFields } from '../search/inventory-item-fields';
import { searchRows } from '../search/search-rows';
import { exactCount, legacyResourceId, money } from './values';

interface LevelArgs extends PageArgs {
  readonly includeInactive?: boolean | null;
  readonly query?: string | null;
}

export const inventoryItemFields: ObjectFields<InventoryItem> = {
  legacyResourceId,
  countryHarmonizedSystemCodes: (item, args: PageArgs) =>
    connection(
      item.countryHarmonizedSystemCodes.map((code) => ({ ...code, id: code.countryCode })),
      args,
    ),
  duplicateSkuCount: (item, _args, { state }) =>
    item.sku === null ? 0 : state.inventoryItems.find('sku', item.sku).length - 1,
  inventoryHistoryUrl: (item, _args, { state }) =>
    `https://${state.shop.domain}/admin/products/inventory/${gidNumber(item.id)}/inventory_history`,
  inventoryLevel: (item, args: { locationId: string; includeInactive?: boolean | null }, { state }) => {
    const level = levelAt(state, item.id, args.locationId);
    return level && (level.isActive || args.includeInactive) ? level : null;
  },
  inventoryLevels: (item, args: LevelArgs, context, info) => {
    const shown = levelsOfItem(context.state, item.id).filter(
      (level) => level.isActive || args.includeInactive,
    );
    return connection(searchRows(shown, args.query, inventoryLevelFields, context, info), args);
  },
  locationsCount: (item, _args, { state }) =>
    exactCount(levelsOfItem(state, item.id).filter((level) => level.isActive).length),
  measurement: (item) => ({
    id: gid('InventoryItemMeasurement', gidNumber(item.id)),
    weight: item.weight,
  }),
  trackedEditable: () => ({ locked: false, reason: null }),
  unitCost: (item, _args, { state }) =>
    item.cost === null ? null : money(item.cost, state.shop.currencyCode),
  variant: (item, _args, { state }) => state.variants.get(item.variantId),
  variants: (item, args: PageArgs, { state }) =>
    connection(
      [item.variantId].flatMap((id) => state.variants.get(id) ?? []),
      args,
    ),
};
