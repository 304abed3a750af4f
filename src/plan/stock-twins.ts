import type { SetStock } from './action';
import type { PlanDraft } from './sync-plan';

/**
 * What is available and what is on hand of one level move together: sent one after the other, the second would undo
 * the first. Where both cells ask for the same difference one of them says it; where they do not, a person must.
 */
export function resolveTwins(
  actions: readonly SetStock[],
  draft: Pick<PlanDraft, 'say'>,
): readonly SetStock[] {
  return actions.filter((action) => {
    const twin = actions.find(
      ({ name, locationId }) => name !== action.name && locationId === action.locationId,
    );
    if (!twin) return true;
    if (difference(action) === difference(twin)) return action.name === 'available';
    draft.say(
      action.ref,
      'error',
      `${action.column} and ${twin.column} at ${action.locationName} cannot both be set: Shopify counts one from the other. Change only one of them.`,
      action.variantId,
    );
    return false;
  });
}

function difference({ from, to }: SetStock): number {
  return to - (from ?? 0);
}
