import type { ExecutionContext } from '../../../graphql/execution/context';
import { failure } from '../../../graphql/execution/failures';
import { demandsIdempotency } from '../../../graphql/schema/versions';
import { type UserError, userError } from '../../../graphql/user-errors';

/** The reasons of Shopify's own message (recorded). */
const reasons = [
  'correction',
  'cycle_count_available',
  'damaged',
  'movement_canceled',
  'movement_created',
  'movement_received',
  'movement_updated',
  'other',
  'promotion',
  'quality_control',
  'received',
  'reservation_created',
  'reservation_deleted',
  'reservation_updated',
  'restock',
  'safety_stock',
  'shrinkage',
];

export function checkReason(reason: string): UserError[] {
  if (reasons.includes(reason)) return [];
  const message = `The specified reason is invalid. Valid values are: ${reasons.join(', ')}.`;
  return [userError(['input', 'reason'], message, 'INVALID_REASON')];
}

/** A document that the adjustment refers to is any URI but Shopify's own gids are refused (schema). */
export function checkReferenceDocument(uri: string | null | undefined): UserError[] {
  if (uri == null || URL.canParse(uri)) return [];
  const message = 'The specified reference document is invalid.';
  return [userError(['input', 'referenceDocumentUri'], message, 'INVALID_REFERENCE_DOCUMENT')];
}

interface Place {
  readonly inventoryItemId: string;
  readonly locationId: string;
}

/** Both are looked at before anything else about the place (recorded). */
export function checkPlace({ state }: ExecutionContext, at: readonly string[], place: Place): UserError[] {
  const errors: UserError[] = [];
  if (!state.inventoryItems.get(place.inventoryItemId)) {
    const message = 'The specified inventory item could not be found.';
    errors.push(userError([...at, 'inventoryItemId'], message, 'INVALID_INVENTORY_ITEM'));
  }
  if (!state.locations.get(place.locationId)) {
    const message = 'The specified location could not be found.';
    errors.push(userError([...at, 'locationId'], message, 'INVALID_LOCATION'));
  }
  return errors;
}

const largest = 1_000_000_000;

/** `mayBeNegative`: what is available may be, what is on hand not (recorded). */
export function checkQuantity(at: readonly string[], quantity: number, mayBeNegative: boolean): UserError[] {
  if (!mayBeNegative && quantity < 0) {
    return [userError(at, "The quantity can't be negative.", 'INVALID_QUANTITY_NEGATIVE')];
  }
  if (quantity > largest) {
    return [userError(at, "The quantity can't be higher than 1,000,000,000.", 'INVALID_QUANTITY_TOO_HIGH')];
  }
  if (quantity < -largest) {
    return [userError(at, "The quantity can't be lower than -1,000,000,000.", 'INVALID_QUANTITY_TOO_LOW')];
  }
  return [];
}

/** From 2026-04 on the key must be there, be it null (schema, recorded); a missing one fails the whole field. */
export function demandChangeFromQuantity(
  context: ExecutionContext,
  inputType: string,
  inputs: readonly object[],
): void {
  if (!demandsIdempotency(context.apiVersion)) return;
  if (inputs.every((input) => 'changeFromQuantity' in input)) return;
  throw failure(`${inputType} must include the following argument: changeFromQuantity.`, {
    code: 'INVALID_FIELD_ARGUMENTS',
  });
}

/** Null and undefined skip the comparison. */
export function checkChangeFrom(
  at: readonly string[],
  expected: number | null | undefined,
  persisted: number,
): UserError[] {
  if (expected == null || expected === persisted) return [];
  const message = 'The specified change from quantity does not match the persisted quantity.';
  return [userError([...at, 'changeFromQuantity'], message, 'CHANGE_FROM_QUANTITY_STALE')];
}
