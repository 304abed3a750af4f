import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { userError } from '../../../graphql/user-errors';
import { levelsOfItem } from '../../state/lookups';

/** The level stays, inactive and with its quantities (recorded); the last active one cannot go. */
export function inventoryDeactivate(
  args: { inventoryLevelId: string },
  { state, now }: ExecutionContext,
): Payload {
  const level = state.inventoryLevels.get(args.inventoryLevelId);
  if (!level) {
    const message = "The product couldn't be unstocked because the product was deleted.";
    return { userErrors: [userError(null, message)] };
  }
  const active = levelsOfItem(state, level.inventoryItemId).filter((one) => one.isActive);
  if (level.isActive && active.length === 1) {
    const name = state.locations.get(level.locationId)?.name ?? '';
    const message = `The product couldn't be unstocked from ${name} because products need to be stocked at a minimum of 1 location.`;
    return { userErrors: [userError(null, message)] };
  }
  state.inventoryLevels.put({ ...level, isActive: false, updatedAt: now });
  return { userErrors: [] };
}
