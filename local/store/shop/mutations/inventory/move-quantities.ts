import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { type QuantityName, quantityNames, quantityOf } from '../../state/inventory';
import { levelAt } from '../../state/lookups';
import { adjust } from './adjustment-group';
import { checkChangeFrom, checkPlace, checkReason, demandChangeFromQuantity } from './checks';

interface Terminal {
  readonly locationId: string;
  readonly name: string;
  readonly changeFromQuantity?: number | null;
  readonly ledgerDocumentUri?: string | null;
}

interface MoveInput {
  readonly inventoryItemId: string;
  readonly quantity: number;
  readonly from: Terminal;
  readonly to: Terminal;
}

interface Args {
  readonly input: {
    readonly reason: string;
    readonly referenceDocumentUri: string;
    readonly changes: readonly MoveInput[];
  };
}

/** Between two states of one item at one location; a move between locations is a transfer (recorded). */
export function inventoryMoveQuantities({ input }: Args, context: ExecutionContext): Payload {
  const terminals = input.changes.flatMap((change) => [change.from, change.to]);
  demandChangeFromQuantity(context, 'InventoryMoveQuantityTerminalInput', terminals);
  const userErrors = [
    ...checkReason(input.reason),
    ...input.changes.flatMap((change, index) => checkMove(change, index, context)),
  ];
  if (userErrors.length > 0) return { inventoryAdjustmentGroup: null, userErrors };
  const moves = input.changes.flatMap(({ inventoryItemId, quantity, from, to }) =>
    [
      { ...from, by: -quantity },
      { ...to, by: quantity },
    ].map((terminal) => ({
      inventoryItemId,
      locationId: terminal.locationId,
      name: terminal.name as QuantityName,
      quantity: persisted(context, inventoryItemId, terminal) + terminal.by,
      ledgerDocumentUri: terminal.ledgerDocumentUri,
    })),
  );
  return { inventoryAdjustmentGroup: adjust(context, input, moves), userErrors: [] };
}

function persisted({ state }: ExecutionContext, inventoryItemId: string, terminal: Terminal): number {
  const level = levelAt(state, inventoryItemId, terminal.locationId);
  return level ? quantityOf(level, terminal.name as QuantityName) : 0;
}

function checkMove(change: MoveInput, index: number, context: ExecutionContext): UserError[] {
  const at = ['input', 'changes', String(index)];
  const { inventoryItemId, from, to } = change;
  if (from.locationId !== to.locationId) {
    const message = "The quantities can't be moved between different locations.";
    return [userError(at, message, 'DIFFERENT_LOCATIONS')];
  }
  if (from.name === to.name) {
    const message = "The quantity names for each change can't be the same.";
    return [userError(at, message, 'SAME_QUANTITY_NAME')];
  }
  const { state } = context;
  if (!state.inventoryItems.get(inventoryItemId)) {
    return checkPlace(context, at, { inventoryItemId, locationId: from.locationId });
  }
  return (['from', 'to'] as const).flatMap((side) => {
    const terminal = change[side];
    const here = [...at, side];
    if (!(quantityNames as readonly string[]).includes(terminal.name) || terminal.name === 'on_hand') {
      const message = `The specified quantity name '${terminal.name}' is invalid.`;
      return [userError([...here, 'name'], message, 'INVALID_QUANTITY_NAME')];
    }
    return [
      ...checkPlace(context, here, { inventoryItemId, locationId: terminal.locationId }),
      ...checkChangeFrom(here, terminal.changeFromQuantity, persisted(context, inventoryItemId, terminal)),
    ];
  });
}
