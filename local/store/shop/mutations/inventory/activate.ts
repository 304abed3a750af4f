import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { levelAt } from '../../state/lookups';
import { activateLevel, setQuantity } from '../../writes/put-inventory';

interface Args {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly available?: number | null;
  readonly onHand?: number | null;
}

const largest = 1_000_000_000;

/** Every message as recorded; the errors of this mutation have no code. */
export function inventoryActivate(args: Args, context: ExecutionContext): Payload {
  const { state } = context;
  const refused = (userErrors: readonly UserError[], inventoryLevel: unknown = null): Payload => ({
    inventoryLevel,
    userErrors,
  });
  const location = state.locations.get(args.locationId);
  if (!state.inventoryItems.get(args.inventoryItemId)) {
    const message = "The product couldn't be stocked because the product was deleted.";
    return refused([userError(['inventoryItemId'], message)]);
  }
  if (!location) {
    const message = "The product couldn't be stocked because the location wasn't found.";
    return refused([userError(['locationId'], message)]);
  }
  if (!location.isActive) {
    const message = `The product couldn't be stocked at ${location.name} because the location is inactive.`;
    return refused([userError(['locationId'], message)]);
  }
  const level = levelAt(state, args.inventoryItemId, args.locationId);
  if (level?.isActive) return refused(checkAlreadyActive(args), level);
  const problems = checkStartingQuantities(args, location.name);
  if (problems.length > 0) return refused(problems);
  const activated = activateLevel(context, args.inventoryItemId, args.locationId);
  if (args.available != null) setQuantity(context, activated, 'available', args.available);
  if (args.onHand != null) setQuantity(context, activated, 'on_hand', args.onHand);
  return { inventoryLevel: levelAt(state, args.inventoryItemId, args.locationId), userErrors: [] };
}

/** Without quantities it is a harmless repetition. */
function checkAlreadyActive({ available, onHand }: Args): UserError[] {
  const reason = 'quantity when the item is already active at the location.';
  return [
    ...(available == null ? [] : [userError(['available'], `Not allowed to set available ${reason}`)]),
    ...(onHand == null ? [] : [userError(['onHand'], `Not allowed to set an on_hand ${reason}`)]),
  ];
}

function checkStartingQuantities({ available, onHand }: Args, locationName: string): UserError[] {
  const because = `The product couldn't be stocked at ${locationName} because`;
  if (available != null && onHand != null) {
    const message = `${because} not allowed to set available and on_hand quantities at the same time.`;
    return [userError(['available'], message), userError(['onHand'], message)];
  }
  const [field, quantity] = available == null ? ['onHand', onHand ?? 0] : ['available', available];
  if (Math.abs(Number(quantity)) <= largest) return [];
  return [
    userError([String(field)], `${because} the quantity needs to be between -1 billion and 1 billion.`),
  ];
}
