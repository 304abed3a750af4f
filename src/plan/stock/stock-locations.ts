import type { DesiredStock } from '../../catalog/building/desired';
import { contradiction } from '../../catalog/building/join-cells';
import { few } from '../../catalog/values/arrays';
import { quantitySaid } from '../../catalog/values/cell';
import { nameKey } from '../../catalog/values/plain-name';
import type { SyncPolicy } from '../model/policy';
import type { ShopFacts, StoreLocation } from '../model/snapshot';
import { isNowhere } from './plan-unstocked';

export interface LocatedStock {
  readonly stock: DesiredStock;
  readonly location: StoreLocation | { readonly problem: string };
}

/**
 * The quantities of one variant with the locations that they mean. One tab may name a location that another leaves
 * to be found: said twice it counts once, and said differently it is refused on both sides.
 */
export function resolveStockLocations(
  levels: readonly DesiredStock[],
  shop: Pick<ShopFacts, 'locations'>,
  policy: Pick<SyncPolicy, 'defaultLocationId'>,
): LocatedStock[] {
  const located: LocatedStock[] = [];
  for (const stock of levels) {
    const location = resolveLocation(stock, shop, policy);
    if ('problem' in location && isNowhere(stock)) continue;
    const index = located.findIndex((earlier) => isSameLevel(earlier, { stock, location }));
    const earlier = located[index]?.stock;
    if (!earlier) located.push({ stock, location });
    else if (quantitySaid(earlier.quantity) === quantitySaid(stock.quantity))
      located[index] = {
        stock: { ...earlier, also: [...(earlier.also ?? []), stock, ...(stock.also ?? [])] },
        location,
      };
    else {
      located[index] = { stock: earlier, location: { problem: contradiction(earlier, stock) } };
      located.push({ stock, location: { problem: contradiction(stock, earlier) } });
    }
  }
  return located;
}

function isSameLevel(a: LocatedStock, b: LocatedStock): boolean {
  const speak = [a, b].every(({ stock }) => quantitySaid(stock.quantity) !== undefined);
  return (
    speak &&
    a.stock.name === b.stock.name &&
    'id' in a.location &&
    'id' in b.location &&
    a.location.id === b.location.id
  );
}

/** The location that a quantity means: the named one, else the shop's only one, else the one that was chosen. */
export function resolveLocation(
  stock: Pick<DesiredStock, 'location' | 'column'>,
  shop: Pick<ShopFacts, 'locations'>,
  policy: Pick<SyncPolicy, 'defaultLocationId'>,
): StoreLocation | { readonly problem: string } {
  const { locations } = shop;
  const names = few(locations.map(({ name }) => `“${name}”`));
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
