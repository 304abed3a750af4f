import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { type QuantityName, quantityNames, quantityOf } from '../../state/inventory';
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

interface ChangeInput {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly delta: number;
  readonly changeFromQuantity?: number | null;
  readonly ledgerDocumentUri?: string | null;
}

interface Args {
  readonly input: {
    readonly name: string;
    readonly reason: string;
    readonly referenceDocumentUri?: string | null;
    readonly changes: readonly ChangeInput[];
  };
}

/** Quantities that cannot be adjusted directly: sums, and those that orders commit. */
const adjustable = quantityNames.filter((name) => name !== 'on_hand' && name !== 'committed');

export function inventoryAdjustQuantities({ input }: Args, context: ExecutionContext): Payload {
  demandChangeFromQuantity(context, 'InventoryChangeInput', input.changes);
  const name = adjustable.find((candidate) => candidate === input.name);
  const userErrors = [
    ...(name ? [] : [invalidName(input.name)]),
    ...checkReason(input.reason),
    ...checkReferenceDocument(input.referenceDocumentUri),
    ...input.changes.flatMap((change, index) => checkChange(change, index, context, name ?? 'available')),
  ];
  if (userErrors.length > 0 || !name) return { inventoryAdjustmentGroup: null, userErrors };
  const moves = input.changes.map((change) => ({
    ...change,
    name,
    quantity: persisted(context, change, name) + change.delta,
  }));
  return { inventoryAdjustmentGroup: adjust(context, input, moves), userErrors: [] };
}

function persisted({ state }: ExecutionContext, change: ChangeInput, name: QuantityName): number {
  const level = levelAt(state, change.inventoryItemId, change.locationId);
  return level ? quantityOf(level, name) : 0;
}

function invalidName(name: string): UserError {
  const message = `The specified quantity name '${name}' is invalid. Valid values are: ${adjustable.join(', ')}.`;
  return userError(['input', 'name'], message, 'INVALID_QUANTITY_NAME');
}

function checkChange(
  change: ChangeInput,
  index: number,
  context: ExecutionContext,
  name: QuantityName,
): UserError[] {
  const at = ['input', 'changes', String(index)];
  const places = checkPlace(context, at, change);
  if (places.length > 0) return places;
  const before = persisted(context, change, name);
  return [
    ...checkLedger(at, change, name),
    ...checkQuantity([...at, 'delta'], before + change.delta, true),
    ...checkChangeFrom(at, change.changeFromQuantity, before),
  ];
}

/** "Required for all quantity names except `available`", and never one of Shopify's own gids (schema). */
function checkLedger(at: readonly string[], change: ChangeInput, name: QuantityName): UserError[] {
  const field = [...at, 'ledgerDocumentUri'];
  if (name === 'available') {
    if (change.ledgerDocumentUri == null) return [];
    const message = 'A ledger document URI is not allowed when adjusting available.';
    return [userError(field, message, 'INVALID_AVAILABLE_DOCUMENT')];
  }
  if (!change.ledgerDocumentUri) {
    const message = 'A ledger document URI is required except when adjusting available.';
    return [userError(field, message, 'INVALID_QUANTITY_DOCUMENT')];
  }
  if (!change.ledgerDocumentUri.startsWith('gid://shopify/')) return [];
  return [userError(field, "The ledger document URI can't be a Shopify ID.", 'INTERNAL_LEDGER_DOCUMENT')];
}
