import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { quantityOf } from '../../state/inventory';
import { levelAt } from '../../state/lookups';
import { adjust } from './adjustment-group';
import { checkChangeFrom, checkPlace, checkQuantity, checkReason, demandChangeFromQuantity } from './checks';

interface SetInput {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly changeFromQuantity?: number | null;
}

interface Args {
  readonly input: {
    readonly reason: string;
    readonly referenceDocumentUri?: string | null;
    readonly setQuantities: readonly SetInput[];
  };
}

/** Deprecated in favour of inventorySetQuantities with the name `on_hand`. */
export function inventorySetOnHandQuantities({ input }: Args, context: ExecutionContext): Payload {
  demandChangeFromQuantity(context, 'InventorySetQuantityInput', input.setQuantities);
  const lines = input.setQuantities.flatMap((line, index) => {
    const at = ['input', 'setQuantities', String(index)];
    const level = levelAt(context.state, line.inventoryItemId, line.locationId);
    return [
      ...checkPlace(context, at, line),
      ...checkQuantity([...at, 'quantity'], line.quantity, false),
      ...checkChangeFrom(at, line.changeFromQuantity, level ? quantityOf(level, 'on_hand') : 0),
    ];
  });
  const userErrors = [...checkReason(input.reason), ...lines];
  if (userErrors.length > 0) return { inventoryAdjustmentGroup: null, userErrors };
  const moves = input.setQuantities.map((line) => ({ ...line, name: 'on_hand' as const }));
  return { inventoryAdjustmentGroup: adjust(context, input, moves), userErrors: [] };
}
