import type { DesiredStock } from '../../catalog/building/desired';
import { nameKey } from '../../catalog/values/plain-name';
import type { SyncPolicy } from '../model/policy';
import type { ShopFacts, StoreLocation } from '../model/snapshot';

/** The location that a quantity means: the named one, else the shop's only one, else the one that was chosen. */
export function settleLocation(
  stock: Pick<DesiredStock, 'location' | 'column'>,
  shop: Pick<ShopFacts, 'locations'>,
  policy: Pick<SyncPolicy, 'defaultLocationId'>,
): StoreLocation | { readonly problem: string } {
  const { locations } = shop;
  const names = locations.map(({ name }) => `“${name}”`).join(', ');
  if (stock.location !== undefined) {
    const wanted = nameKey(stock.location);
    const named = locations.filter(({ name }) => nameKey(name) === wanted);
    if (named.length === 1) return named[0] as StoreLocation;
    return { problem: `There is no active location “${stock.location}” in Shopify. Use one of ${names}.` };
  }
  if (locations.length === 1) return locations[0] as StoreLocation;
  const chosen = locations.find(({ id }) => id === policy.defaultLocationId);
  return (
    chosen ?? {
      problem: `${stock.column} names no location and the shop has ${locations.length} (${names}). Choose one in the sidebar under Settings, or use an Inventory tab with a Location column.`,
    }
  );
}
