import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { demandsIdempotency } from '../../../graphql/schema/versions';
import { type UserError, userError } from '../../../graphql/user-errors';
import { quantityOf } from '../../state/inventory';
import { levelAt } from '../../state/lookups';
import { adjust } from './adjustment-group';
import {
  checkChangeFrom,
  checkPlace,
  checkQuantity,
  checkReason,
  checkReferenceDocument,
  demandChangeFromQuantity,
} from './checks';

interface QuantityInput {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly changeFromQuantity?: number | null;
  /** Before 2026-04. */
  readonly compareQuantity?: number | null;
}

interface Args {
  readonly input: {
    readonly name: string;
    readonly reason: string;
    readonly referenceDocumentUri?: string | null;
    readonly quantities: readonly QuantityInput[];
    /** Before 2026-04. */
    readonly ignoreCompareQuantity?: boolean | null;
  };
}

/** All or nothing: one bad line and nothing is written (recorded). */
export function inventorySetQuantities({ input }: Args, context: ExecutionContext): Payload {
  demandChangeFromQuantity(context, 'InventoryQuantityInput', input.quantities);
  const { name } = input;
  const userErrors =
    name === 'available' || name === 'on_hand'
      ? checkSet(input, context, name)
      : [
          userError(
            ['input', 'name'],
            "The quantity name must be either 'available' or 'on_hand'.",
            'INVALID_NAME',
          ),
        ];
  if (userErrors.length > 0) return { inventoryAdjustmentGroup: null, userErrors };
  const moves = input.quantities.map(({ inventoryItemId, locationId, quantity }) => ({
    inventoryItemId,
    locationId,
    quantity,
    name: name as 'available' | 'on_hand',
  }));
  return { inventoryAdjustmentGroup: adjust(context, input, moves), userErrors: [] };
}

function checkSet(
  input: Args['input'],
  context: ExecutionContext,
  name: 'available' | 'on_hand',
): UserError[] {
  const pairs = input.quantities.map((line) => `${line.inventoryItemId}|${line.locationId}`);
  const whole = [
    ...checkReason(input.reason),
    ...checkReferenceDocument(input.referenceDocumentUri),
    ...checkCompared(input, context),
  ];
  const lines = input.quantities.flatMap((line, index) => {
    const at = ['input', 'quantities', String(index)];
    const places = checkPlace(context, at, line);
    if (pairs.filter((pair) => pair === pairs[index]).length > 1) {
      const message = 'The combination of inventoryItemId and locationId must be unique.';
      places.push(userError([...at, 'locationId'], message, 'NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR'));
    }
    const bounds = checkQuantity([...at, 'quantity'], line.quantity, name === 'available');
    if (places.length + bounds.length > 0) return [...places, ...bounds];
    const level = levelAt(context.state, line.inventoryItemId, line.locationId);
    return checkCompareAndSwap(at, line, level ? quantityOf(level, name) : 0);
  });
  return [...whole, ...lines];
}

/** Before 2026-04 every line compares, or the call says that none does (recorded). */
function checkCompared(input: Args['input'], context: ExecutionContext): UserError[] {
  if (demandsIdempotency(context.apiVersion) || input.ignoreCompareQuantity) return [];
  const compared = input.quantities.every(
    (line) => line.compareQuantity != null || line.changeFromQuantity !== undefined,
  );
  if (compared) return [];
  const message =
    'The compareQuantity argument must be given to each quantity or ignored using ignoreCompareQuantity.';
  return [userError(['input', 'ignoreCompareQuantity'], message, 'COMPARE_QUANTITY_REQUIRED')];
}

function checkCompareAndSwap(at: readonly string[], line: QuantityInput, persisted: number): UserError[] {
  if (line.compareQuantity != null && line.compareQuantity !== persisted) {
    const message = 'The compareQuantity value does not match persisted value.';
    return [userError([...at, 'compareQuantity'], message, 'COMPARE_QUANTITY_STALE')];
  }
  return checkChangeFrom(at, line.changeFromQuantity, persisted);
}
