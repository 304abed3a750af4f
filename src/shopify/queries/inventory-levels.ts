import type { QuantityName } from '../../catalog/building/desired';
import type { InventoryItemId, LocationId } from '../../catalog/values/gid';
import { levelKey, type StoreLevel } from '../../plan/model/snapshot';
import type { GraphqlRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import type { Connection } from './nodes';

export const ITEMS_PER_REQUEST = 250;
const MOST_LOCATIONS = 250;

export const LEVELS_COST = 1 + connectionCost(MOST_LOCATIONS, 2);

const LEVEL_FIELDS = `id isActive location { id } quantities(names: ["available", "on_hand"]) { name quantity }`;

/** Inactive levels too: one that was switched off takes no quantity until it is activated again. */
const DOCUMENT = `query InventoryLevels($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on InventoryItem {
      id
      inventoryLevels(first: ${MOST_LOCATIONS}, includeInactive: true) {
        nodes { ${LEVEL_FIELDS} }
      }
    }
  }
}`;

export function levelsRequest(ids: readonly InventoryItemId[]): GraphqlRequest {
  return {
    document: DOCUMENT,
    variables: { ids },
    cost: LEVELS_COST,
    repeatable: true,
  };
}

/** The same within a bulk query, where a level stands on a line of its own and has to name its item. */
export const LEVELS_IN_BULK = `
    inventoryLevels(includeInactive: true) { edges { node { ${LEVEL_FIELDS} item { id } } } }`;

interface ItemNode {
  readonly id: InventoryItemId;
  readonly inventoryLevels: Connection<LevelNode>;
}

export interface LevelNode {
  readonly isActive: boolean;
  readonly location: { readonly id: LocationId };
  readonly quantities: readonly { readonly name: string; readonly quantity: number }[];
}

export function readLevels(data: unknown): [string, StoreLevel][] {
  const { nodes } = data as { readonly nodes: readonly (ItemNode | null)[] };
  return nodes.flatMap((item) =>
    (item?.inventoryLevels?.nodes ?? []).map((level) => toLevel((item as ItemNode).id, level)),
  );
}

export function toLevel(item: InventoryItemId, level: LevelNode): [key: string, level: StoreLevel] {
  return [
    levelKey(item, level.location.id),
    {
      available: quantityOf(level, 'available'),
      on_hand: quantityOf(level, 'on_hand'),
      active: level.isActive,
    },
  ];
}

function quantityOf({ quantities }: LevelNode, wanted: QuantityName): number {
  return quantities.find(({ name }) => name === wanted)?.quantity ?? 0;
}
