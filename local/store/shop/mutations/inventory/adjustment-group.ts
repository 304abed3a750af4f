import type { ExecutionContext } from '../../../graphql/execution/context';
import type { InventoryChange } from '../../../graphql/types/inventory-change';
import { type InventoryLevel, noQuantities, type QuantityName, quantityOf } from '../../state/inventory';
import { levelAt, levelId } from '../../state/lookups';
import { setQuantity } from '../../writes/put-inventory';

/** One quantity that is to become another. */
export interface Move {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly name: QuantityName;
  readonly quantity: number;
  readonly ledgerDocumentUri?: string | null;
}

export interface AdjustmentHeading {
  readonly reason: string;
  readonly referenceDocumentUri?: string | null;
}

/**
 * Writes the moves and answers the InventoryAdjustmentGroup: the named changes in their order, then what they did
 * to `on_hand` (recorded; setting `on_hand` shows it as a change of `available`). Null when nothing moved (recorded).
 */
export function adjust(context: ExecutionContext, heading: AdjustmentHeading, moves: readonly Move[]) {
  const { state, now } = context;
  const named: InventoryChange[] = [];
  const mirrored: InventoryChange[] = [];
  for (const move of moves) {
    const level = levelOf(context, move);
    const delta = move.quantity - quantityOf(level, move.name);
    if (delta === 0) continue;
    const before = quantityOf(level, 'on_hand');
    const onHandDelta = quantityOf(setQuantity(context, level, move.name, move.quantity), 'on_hand') - before;
    const stored = move.name === 'on_hand' ? 'available' : move.name;
    named.push(changeOf(move, stored, delta, move.ledgerDocumentUri ?? null));
    if (onHandDelta !== 0) mirrored.push(changeOf(move, 'on_hand', onHandDelta, null));
  }
  if (named.length === 0) return null;
  return {
    id: state.newId('InventoryAdjustmentGroup'),
    app: null,
    staffMember: null,
    createdAt: now,
    reason: heading.reason,
    referenceDocumentUri: heading.referenceDocumentUri ?? null,
    changes: netOfOnHand([...named, ...mirrored]),
  };
}

/** A move between two states of the shelf leaves `on_hand` as it was and does not mention it (recorded). */
function netOfOnHand(changes: readonly InventoryChange[]): InventoryChange[] {
  const place = (change: InventoryChange): string => `${change.inventoryItemId}|${change.locationId}`;
  const net = new Map<string, number>();
  for (const change of changes) {
    if (change.name === 'on_hand') net.set(place(change), (net.get(place(change)) ?? 0) + change.delta);
  }
  return changes.filter((change) => change.name !== 'on_hand' || net.get(place(change)) !== 0);
}

const changeOf = (
  { inventoryItemId, locationId }: Move,
  name: QuantityName,
  delta: number,
  ledgerDocumentUri: string | null,
): InventoryChange => ({
  inventoryItemId,
  locationId,
  name,
  delta,
  ledgerDocumentUri,
  quantityAfterChange: null,
});

/** The level, or an inactive one where the item was never stocked: writing there changes nothing visible. */
function levelOf({ state, now }: ExecutionContext, { inventoryItemId, locationId }: Move): InventoryLevel {
  return (
    levelAt(state, inventoryItemId, locationId) ?? {
      id: levelId(inventoryItemId, locationId),
      inventoryItemId,
      locationId,
      isActive: false,
      quantities: noQuantities,
      quantitiesUpdatedAt: {},
      createdAt: now,
      updatedAt: now,
    }
  );
}
