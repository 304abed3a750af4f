import type { QuantityName } from '../../catalog/desired';
import type { InventoryItemId, LocationId } from '../../catalog/gid';
import { levelKey, type StoreLevel } from '../../plan/snapshot';
import type { GraphqlRequest } from '../graphql';
import type { Connection } from '../nodes';
import { connectionCost } from '../query-cost';

export const ITEMS_PER_REQUEST = 250;
const MOST_LOCATIONS = 250;

/** Inactive levels too: one that was switched off takes no quantity until it is activated again. */
const DOCUMENT = `query InventoryLevels($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on InventoryItem {
      id
      inventoryLevels(first: ${MOST_LOCATIONS}, includeInactive: true) {
        nodes { id isActive location { id } quantities(names: ["available", "on_hand"]) { name quantity } }
      }
    }
  }
}`;

export function levelsRequest(ids: readonly InventoryItemId[]): GraphqlRequest {
  return {
    document: DOCUMENT,
    variables: { ids },
    cost: 1 + connectionCost(MOST_LOCATIONS, 2),
    repeatable: true,
  };
}

interface ItemNode {
  readonly id: InventoryItemId;
  readonly inventoryLevels: Connection<LevelNode>;
}

interface LevelNode {
  readonly isActive: boolean;
  readonly location: { readonly id: LocationId };
  readonly quantities: readonly { readonly name: string; readonly quantity: number }[];
}

export function readLevels(data: unknown): [string, StoreLevel][] {
  const { nodes } = data as { readonly nodes: readonly (ItemNode | null)[] };
  return nodes.flatMap((item) =>
    (item?.inventoryLevels?.nodes ?? []).map((level): [string, StoreLevel] => [
      levelKey((item as ItemNode).id, level.location.id),
      {
        available: quantityOf(level, 'available'),
        on_hand: quantityOf(level, 'on_hand'),
        active: level.isActive,
      },
    ]),
  );
}

function quantityOf({ quantities }: LevelNode, wanted: QuantityName): number {
  return quantities.find(({ name }) => name === wanted)?.quantity ?? 0;
}
