import { groupBy } from '../../catalog/values/arrays';
import { levelName } from '../../plan/compare/messages';
import type { SetStock } from '../../plan/model/action';
import { type BatchAnswer, NOTHING_WRITTEN, type RefusedRow } from '../../plan/model/batch-outcome';
import type { UserError } from '../client/graphql';
import { type BatchOf, indexAfter, type OperationOf, refuse } from './operation';

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

/** The first request with this key is still being worked on, so that this answer does not tell what became of it. */
const CONCURRENT = 'IDEMPOTENCY_CONCURRENT_REQUEST';

/** An attempt whose answer was lost was refused: nothing was written, and a fresh key tells why. */
const FAILED_BEFORE = 'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED';

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
      if (userErrors.some(({ code }) => code === CONCURRENT))
        return { kind: 'unknown', message: 'Shopify is still working on this change.' };
      if (userErrors.some(({ code }) => code === FAILED_BEFORE)) return notWritten([], [actions]);
      const byIndex = groupBy(userErrors, (error) => indexAfter(error, 'quantities'));
      const [only] = actions;
      // Shopify refused without saying which: halved until the culprit stands alone.
      if (!actions.some((_, index) => byIndex.has(index)))
        return only && actions.length === 1
          ? notWritten([[only, userErrors]], [])
          : notWritten([], [actions.slice(0, actions.length / 2), actions.slice(actions.length / 2)]);
      return notWritten(
        actions.flatMap((action, index): Refusal[] => {
          const errors = byIndex.get(index);
          return errors ? [[action, errors]] : [];
        }),
        [actions.filter((_, index) => !byIndex.has(index))],
      );
    },
  };

  function notWritten(refusals: readonly Refusal[], again: readonly (readonly SetStock[])[]): BatchAnswer {
    const isMoved = ([{ adds }, errors]: Refusal) => adds !== undefined && isStale(errors);
    return {
      kind: 'answered',
      written: NOTHING_WRITTEN,
      refused: refusals.filter((refusal) => !isMoved(refusal)).map(refuseLevel),
      moved: refusals.filter(isMoved).map(([action]) => action),
      retry: again
        .filter((actions) => actions.length > 0)
        .map((actions) => ({ operation: 'inventorySetQuantities', actions, key: newKey() })),
    };
  }
}

type Refusal = readonly [action: SetStock, errors: readonly UserError[]];

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

export function isStale(errors: readonly UserError[]): boolean {
  return errors.some(({ code }) => code === STALE);
}

function refuseLevel([action, errors]: Refusal): RefusedRow {
  if (!isStale(errors)) return refuse(action.ref, errors);
  return {
    ref: action.ref,
    status: 'conflict',
    message: `${levelName(action)}: Shopify's stock moved away from ${action.from} during the sync, so ${action.to} was not sent. Sync again to see both numbers.`,
  };
}
