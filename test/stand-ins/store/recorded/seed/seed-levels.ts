import { isoTime } from '../../../../../local/store/graphql/execution/context';
import { noQuantities } from '../../../../../local/store/shop/state/inventory';
import { levelId } from '../../../../../local/store/shop/state/lookups';
import type { EmbeddedStore } from '../../../../../local/store/store-types';
import type { Contract, Json } from '../recordings';
import type { KnownThing } from './known-things';
import { stockBefore } from './stock-before';

type Tree = { readonly [key: string]: Json };

interface ShownLevel {
  readonly id: string;
  readonly itemId: string;
  readonly locationId: string;
  readonly fields: Tree;
}

/** The recorded id of each level and ours. */
type LevelIds = readonly (readonly [string, string])[];

/** Where items are stocked before the scenario: where it shows levels, else at the first location. */
export function seedLevels(
  contract: Contract,
  things: readonly KnownThing[],
  { state, options }: EmbeddedStore,
): LevelIds {
  const now = isoTime(options.now());
  const before = stockBefore(contract);
  const shown = things.flatMap(shownLevel);
  for (const item of state.inventoryItems.all()) {
    const own = shown.filter((level) => level.itemId === item.id);
    const named = [...before.keys()]
      .filter((key) => key.startsWith(`${item.id}|`))
      .map((key) => key.split('|')[1]);
    const places = new Set([...own.map((level) => level.locationId), ...named].flatMap((id) => id ?? []));
    const known = [...places].filter((id) => state.locations.get(id));
    const first = state.locations.all()[0]?.id;
    for (const locationId of known.length > 0 || !first ? known : [first]) {
      const fields = own.find((level) => level.locationId === locationId)?.fields ?? {};
      state.inventoryLevels.put({
        id: levelId(item.id, locationId),
        inventoryItemId: item.id,
        locationId,
        isActive: fields.isActive !== false,
        quantities: { ...noQuantities, ...quantitiesOf(fields), ...before.get(`${item.id}|${locationId}`) },
        quantitiesUpdatedAt: { available: now },
        createdAt: now,
        updatedAt: now,
      });
    }
  }
  return shown.map((level) => [level.id, levelId(level.itemId, level.locationId)]);
}

function shownLevel({ id, fields }: KnownThing): ShownLevel[] {
  const itemNumber = /InventoryLevel\/\d+\?inventory_item_id=(\d+)/.exec(id)?.[1];
  const locationId = (fields.location as Tree | undefined)?.id;
  if (!itemNumber || typeof locationId !== 'string') return [];
  return [{ id, itemId: `gid://shopify/InventoryItem/${itemNumber}`, locationId, fields }];
}

/** The stored quantities that a level shows; `on_hand` follows from them. */
function quantitiesOf(fields: Tree): Record<string, number> {
  const list = Array.isArray(fields.quantities) ? (fields.quantities as Tree[]) : [];
  const stored = list.filter(({ name, quantity }) => name !== 'on_hand' && typeof quantity === 'number');
  return Object.fromEntries(stored.map(({ name, quantity }) => [String(name), Number(quantity)]));
}
