import { cellsOf, rowsSaying } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { levelName } from '../../plan/compare/messages';
import { answered, type BatchAnswer, type RefusedRow } from '../../plan/model/batch-outcome';
import type { SetQuantity } from '../../plan/model/stock-action';
import { writeRequest } from '../client/graphql';
import type { UserError } from '../client/graphql-errors';
import type { InventorySetQuantitiesUserErrorCode } from '../documents/generated/schema-types';
import { type SetStockData, SetStockDocument } from '../documents/generated/write-variants';
import { type BatchOf, indexAfter, type OperationOf, type PayloadOf, refuse } from './operation';

const STALE: InventorySetQuantitiesUserErrorCode = 'CHANGE_FROM_QUANTITY_STALE';

/** The first request with this key is still being worked on, so that this answer does not tell what became of it. */
const CONCURRENT: InventorySetQuantitiesUserErrorCode = 'IDEMPOTENCY_CONCURRENT_REQUEST';

/** An earlier attempt, whose answer was lost, was refused: nothing was written. Sent with a fresh key, Shopify says why. */
const FAILED_BEFORE: InventorySetQuantitiesUserErrorCode = 'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED';

/**
 * `newKey` makes fresh keys for changes that are sent again without the refused ones: a key belongs to one request body.
 */
export function inventorySetQuantities(
  newKey: () => string,
): OperationOf<BatchOf<'set-stock'>, PayloadOf<SetStockData>> {
  return {
    request({ actions, key }) {
      return writeRequest(SetStockDocument, { input: input(actions), key }, { cost: 10, repeatable: true });
    },
    answer({ actions }, errors) {
      if (errors.length === 0) return answered({ stock: actions.map((_, index) => index) });
      if (errors.some(({ code }) => code === CONCURRENT))
        return { kind: 'unknown', message: 'Shopify is still working on this change.' };
      if (errors.some(({ code }) => code === FAILED_BEFORE)) return notWritten([], [actions]);
      const byIndex = groupBy(errors, (error) => indexAfter(error, 'quantities'));
      const [only] = actions;
      // Shopify refused without saying which: halved until the refused one is alone.
      if (!actions.some((_, index) => byIndex.has(index)))
        return only && actions.length === 1
          ? notWritten([[only, errors]], [])
          : notWritten([], [actions.slice(0, actions.length / 2), actions.slice(actions.length / 2)]);
      return notWritten(
        actions.flatMap((action, index): Refusal[] => {
          const own = byIndex.get(index);
          return own ? [[action, own]] : [];
        }),
        [actions.filter((_, index) => !byIndex.has(index))],
      );
    },
  };

  function notWritten(refusals: readonly Refusal[], again: readonly (readonly SetQuantity[])[]): BatchAnswer {
    const isMoved = ([{ adds }, errors]: Refusal) => adds !== undefined && isStale(errors);
    return answered(
      {},
      {
        refused: refusals.filter((refusal) => !isMoved(refusal)).flatMap(refuseLevel),
        moved: refusals.filter(isMoved).map(([action]) => action),
        retry: again
          .filter((actions) => actions.length > 0)
          .map((actions) => ({ kind: 'set-stock', actions, key: newKey() })),
      },
    );
  }
}

type Refusal = readonly [action: SetQuantity, errors: readonly UserError[]];

function input(actions: readonly SetQuantity[]) {
  return {
    name: actions[0]?.name ?? 'available',
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

function refuseLevel([action, errors]: Refusal): RefusedRow[] {
  if (!isStale(errors)) return rowsSaying(action).map((ref) => refuse(ref, errors));
  return cellsOf(action).map(({ ref, column }) => ({
    ref,
    status: 'conflict',
    message: `${levelName({ ...action, column })}: Shopify's stock moved away from ${action.from} during the sync, so ${action.to} was not sent. Sync again to see both numbers.`,
  }));
}
