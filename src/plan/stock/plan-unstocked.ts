import type { DesiredStock } from '../../catalog/building/desired';
import { quantitySaid } from '../../catalog/values/cell';
import { type GrowingStockPairs, quantityKey } from '../model/base';
import type { StoreLevel, StoreLocation } from '../model/snapshot';

/** A quantity that says `not stocked` for a location that the shop does not have is correct. */
export function isNowhere({ quantity, location }: DesiredStock): boolean {
  return location !== undefined && quantitySaid(quantity) === 'not stocked';
}

/**
 * A quantity that says `not stocked`. Shopify forgets the quantity at a location that no longer stocks an item, so only a
 * person may do that: the row says so as long as Shopify stocks it there.
 */
export function planUnstocked(
  { name }: DesiredStock,
  location: StoreLocation,
  level: StoreLevel | undefined,
  pairs: GrowingStockPairs,
): string | undefined {
  if (level?.active)
    return `It is still stocked at ${location.name} in Shopify, with ${level[name]}. To stop stocking it there, open the variant in Shopify admin, click Edit locations under Inventory and uncheck ${location.name}; or type a number.`;
  pairs[quantityKey(name, location.id)] = [null, '0', 'unstocked'];
  return undefined;
}
