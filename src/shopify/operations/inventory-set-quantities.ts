import type { SetStock } from '../../plan/action';
import { NOTHING_WRITTEN, type RefusedRow } from '../../plan/outcome';
import type { UserError } from '../graphql';
import { type BatchOf, groupByIndex, indexAfter, type OperationOf, refuse } from './operation';

/**
 * Compare-and-swap of up to 250 stock levels; one refused level and nothing is written.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/inventorySetQuantities
 */
const DOCUMENT = `mutation SetStock($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) {
    userErrors { code field message }
  }
}`;

const STALE = 'CHANGE_FROM_QUANTITY_STALE';

/** Fresh keys for what is sent again without its refused neighbours come from here: a key names one body. */
export function inventorySetQuantities(newKey: () => string): OperationOf<BatchOf<'inventorySetQuantities'>> {
  return {
    request({ actions, key }) {
      return { document: DOCUMENT, variables: { input: input(actions), key }, cost: 10, repeatable: true };
    },
    answer({ actions }, { userErrors }) {
      if (userErrors.length === 0) {
        const written = { ...NOTHING_WRITTEN, stock: actions.map((_, index) => index) };
        return { kind: 'answered', written, refused: [], retry: [] };
      }
      const byIndex = groupByIndex(userErrors, (error) => indexAfter(error, 'quantities'));
      const named = actions.filter((_, index) => byIndex.has(index));
      if (named.length === 0) return withoutCulprit(actions, userErrors);
      const rest = actions.filter((_, index) => !byIndex.has(index));
      return {
        kind: 'answered',
        written: NOTHING_WRITTEN,
        refused: actions.flatMap((action, index) => {
          const errors = byIndex.get(index);
          return errors ? [refuseLevel(action, errors)] : [];
        }),
        retry: rest.length > 0 ? [{ operation: 'inventorySetQuantities', actions: rest, key: newKey() }] : [],
      };
    },
  };

  /** Shopify refused without saying which: halved until the culprit stands alone. */
  function withoutCulprit(actions: readonly SetStock[], errors: readonly UserError[]) {
    const [only] = actions;
    if (actions.length === 1 && only) {
      return {
        kind: 'answered' as const,
        written: NOTHING_WRITTEN,
        refused: [refuseLevel(only, errors)],
        retry: [],
      };
    }
    const middle = Math.ceil(actions.length / 2);
    const halves = [actions.slice(0, middle), actions.slice(middle)];
    return {
      kind: 'answered' as const,
      written: NOTHING_WRITTEN,
      refused: [],
      retry: halves.map((half) => ({
        operation: 'inventorySetQuantities' as const,
        actions: half,
        key: newKey(),
      })),
    };
  }
}

function input(actions: readonly SetStock[]) {
  return {
    name: actions[0]?.name,
    reason: 'correction',
    quantities: actions.map(({ inventoryItemId, locationId, to, from }) => ({
      inventoryItemId,
      locationId,
      quantity: to,
      changeFromQuantity: from,
    })),
  };
}

function refuseLevel(action: SetStock, errors: readonly UserError[]): RefusedRow {
  if (!errors.some(({ code }) => code === STALE)) return refuse(action.ref, errors);
  return {
    ref: action.ref,
    status: 'conflict',
    message: `${action.column} at ${action.locationName}: Shopify's stock moved away from ${action.from} during the sync, so ${action.to} was not sent. Sync again to see both numbers.`,
  };
}
