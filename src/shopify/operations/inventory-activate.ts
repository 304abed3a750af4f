import { NOTHING_WRITTEN } from '../../plan/model/batch-outcome';
import { type BatchOf, type OperationOf, refuse } from './operation';

/**
 * Stocks an item at a location with its first quantity. Without it a quantity set there changes nothing visible.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/inventoryActivate
 */
const DOCUMENT = `mutation StockItem($inventoryItemId: ID!, $locationId: ID!, $available: Int, $onHand: Int, $key: String!) {
  inventoryActivate(inventoryItemId: $inventoryItemId, locationId: $locationId, available: $available, onHand: $onHand) @idempotent(key: $key) {
    inventoryLevel { id }
    userErrors { field message }
  }
}`;

export const inventoryActivate: OperationOf<BatchOf<'inventoryActivate'>> = {
  request({ action: { inventoryItemId, locationId, name, to }, key }) {
    const quantity = name === 'available' ? { available: to } : { onHand: to };
    return {
      document: DOCUMENT,
      variables: { inventoryItemId, locationId, ...quantity, key },
      cost: 10,
      repeatable: true,
    };
  },
  answer({ action }, { userErrors }) {
    return userErrors.length > 0
      ? { kind: 'answered', written: NOTHING_WRITTEN, refused: [refuse(action.ref, userErrors)], retry: [] }
      : { kind: 'answered', written: { ...NOTHING_WRITTEN, stock: [0] }, refused: [], retry: [] };
  },
};
