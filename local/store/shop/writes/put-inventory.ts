import type { ExecutionContext } from '../../graphql/execution/context';
import type { InventoryItemInput } from '../rules/inventory-item-input';
import { holdTotalInventory } from '../rules/total-inventory';
import {
  type InventoryItem,
  type InventoryLevel,
  noQuantities,
  type QuantityName,
  quantityOf,
  type StoredQuantityName,
} from '../state/inventory';
import { levelAt, levelId } from '../state/lookups';

/** An item with the fields that are present; HS codes keep their digits only (recorded). */
export function withItemFields(item: InventoryItem, input: InventoryItemInput, now: string): InventoryItem {
  const { measurement } = input;
  return {
    ...item,
    sku: input.sku === undefined ? item.sku : normaliseSku(input.sku),
    tracked: input.tracked ?? item.tracked,
    requiresShipping: input.requiresShipping ?? item.requiresShipping,
    cost: input.cost === undefined ? item.cost : input.cost,
    countryCodeOfOrigin:
      input.countryCodeOfOrigin === undefined ? item.countryCodeOfOrigin : input.countryCodeOfOrigin,
    provinceCodeOfOrigin:
      input.provinceCodeOfOrigin === undefined ? item.provinceCodeOfOrigin : input.provinceCodeOfOrigin,
    harmonizedSystemCode:
      input.harmonizedSystemCode === undefined
        ? item.harmonizedSystemCode
        : input.harmonizedSystemCode?.replace(/[.\s]/g, '') || null,
    countryHarmonizedSystemCodes: input.countryHarmonizedSystemCodes ?? item.countryHarmonizedSystemCodes,
    weight: measurement?.weight
      ? { value: measurement.weight.value, unit: measurement.weight.unit }
      : item.weight,
    updatedAt: now,
  };
}

/** Trimmed; an empty SKU is none. */
const normaliseSku = (sku: string | null): string | null => sku?.trim() || null;

/** Stocks an item at a location, or stocks it again with the quantities it had. */
export function activateLevel(
  { state, now }: ExecutionContext,
  inventoryItemId: string,
  locationId: string,
): InventoryLevel {
  const before = levelAt(state, inventoryItemId, locationId);
  if (before)
    return before.isActive
      ? before
      : state.inventoryLevels.put({ ...before, isActive: true, updatedAt: now });
  return state.inventoryLevels.put({
    id: levelId(inventoryItemId, locationId),
    inventoryItemId,
    locationId,
    isActive: true,
    quantities: noQuantities,
    /** Recorded: a fresh level dates what is available and nothing else. */
    quantitiesUpdatedAt: { available: now },
    createdAt: now,
    updatedAt: now,
  });
}

/**
 * Sets one quantity of a level. `on_hand` is a sum: setting it moves `available` (recorded). The product's
 * totalInventory keeps showing what it showed, for a while.
 */
export function setQuantity(
  context: ExecutionContext,
  level: InventoryLevel,
  name: QuantityName,
  quantity: number,
): InventoryLevel {
  const { state, now, nowMs } = context;
  const stored: StoredQuantityName = name === 'on_hand' ? 'available' : name;
  const moved = level.quantities[stored] + quantity - quantityOf(level, name);
  const variant = state.variants.get(state.inventoryItems.get(level.inventoryItemId)?.variantId ?? '');
  const product = variant && state.products.get(variant.productId);
  if (product && stored === 'available') holdTotalInventory(state, product, nowMs);
  return state.inventoryLevels.put({
    ...level,
    quantities: { ...level.quantities, [stored]: moved },
    quantitiesUpdatedAt: { ...level.quantitiesUpdatedAt, [stored]: now },
    updatedAt: now,
  });
}
