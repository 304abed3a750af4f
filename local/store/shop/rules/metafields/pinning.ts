import { type UserError, userError } from '../../../graphql/user-errors';
import type { MetafieldDefinition } from '../../state/metafield';
import type { StoreState } from '../../state/store-state';

/** Recorded; the pages of older versions say 20. */
const mostPinned = 50;

const pinned = (state: StoreState, ownerType: string): (MetafieldDefinition & { pinnedPosition: number })[] =>
  state.metafieldDefinitions
    .all()
    .flatMap((one) =>
      one.ownerType === ownerType && one.pinnedPosition !== null
        ? [{ ...one, pinnedPosition: one.pinnedPosition }]
        : [],
    );

/** Behind all that are pinned already. */
export const nextPosition = (state: StoreState, ownerType: string): number =>
  Math.max(0, ...pinned(state, ownerType).map(({ pinnedPosition }) => pinnedPosition)) + 1;

/** Why a definition cannot be pinned; messages as recorded. */
export function checkPinning(
  state: StoreState,
  definition: Pick<MetafieldDefinition, 'ownerType' | 'constraints'>,
  field: readonly string[] | null,
): readonly UserError[] {
  if (definition.constraints) {
    const message = 'Constrained metafield definitions do not support pinning.';
    return [userError(field, message, 'UNSUPPORTED_PINNING')];
  }
  return pinned(state, definition.ownerType).length < mostPinned
    ? []
    : [userError(field, `Limit of ${mostPinned} pinned definitions.`, 'PINNED_LIMIT_REACHED')];
}

/** Those behind it move up. */
export function unpin(state: StoreState, definition: MetafieldDefinition): MetafieldDefinition {
  const from = definition.pinnedPosition;
  if (from === null) return definition;
  for (const other of pinned(state, definition.ownerType)) {
    if (other.pinnedPosition > from)
      state.metafieldDefinitions.put({ ...other, pinnedPosition: other.pinnedPosition - 1 });
  }
  return state.metafieldDefinitions.put({ ...definition, pinnedPosition: null });
}
