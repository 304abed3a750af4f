import { cellsOf } from '../../catalog/tab/row';
import { levelName } from '../compare/messages';
import type { SyncAction } from '../model/action';
import { type Base, type BaseVariant, baseWith, quantityKey, type StockNote } from '../model/base';
import type { Batch } from '../model/batch';
import { levelKey } from '../model/snapshot';
import type { SetStock } from '../model/stock-action';
import type { Limited } from '../model/sync-plan';
import { deltaOf } from './adjustment';

/** Part of a sentence, after the name of the level. */
export const UNANSWERED = 'a change was sent to it, and Shopify never said whether it counted.';

/** The same where the memory of it is lost. */
export const FORGOTTEN = 'nobody knows any more whether the number counted.';

/**
 * Memory of stock that was sent and not answered while Shopify still remembered the request: sending it again might apply
 * it twice, leaving it out might never apply it. A person decides.
 */
export function unansweredStock(actions: readonly SetStock[], base: Base): BaseVariant[] {
  const latest = new Map<string, BaseVariant>();
  const soFar = baseWith(base, latest);
  for (const action of actions) {
    const known = soFar.variant(action.variantId);
    if (!known) continue;
    const key = quantityKey(action.name, action.locationId);
    const delta = action.adds === 'adjustment' ? deltaOf(action) : null;
    const earlier = known.stockNotes?.[key];
    // The answer came, and the execution was killed before it took this off the list.
    if (earlier?.kind === 'applied' && earlier.delta === delta) continue;
    const note: StockNote = { kind: 'unknown', delta, wanted: action.to };
    latest.set(known.id, { ...known, stockNotes: { ...known.stockNotes, [key]: note } });
  }
  return [...latest.values()];
}

/** A plan without the levels that have an unanswered change: if that change arrived late, it would be added to another one. */
export function withoutUnanswered(
  actions: readonly SyncAction[],
  unanswered: readonly { readonly batch: Batch }[],
): Limited {
  const levels = new Set(unanswered.flatMap(({ batch }) => stockOf(batch)).map(levelOf));
  if (levels.size === 0) return { actions, outcomes: [] };
  const waits = (action: SyncAction): action is SetStock =>
    'locationId' in action && levels.has(levelOf(action));
  return {
    actions: actions.filter((action) => !waits(action)),
    outcomes: actions.filter(waits).flatMap((action) =>
      cellsOf(action).map(({ ref, column }) => ({
        ref,
        status: 'skipped',
        message: `${levelName({ ...action, column })}: Shopify has not answered yet what became of the last change. Sync again in a few minutes.`,
      })),
    ),
  };
}

function levelOf({ inventoryItemId, locationId }: SetStock): string {
  return levelKey(inventoryItemId, locationId);
}

export function stockOf(batch: Batch): readonly SetStock[] {
  if (batch.kind === 'set-stock') return batch.actions;
  return batch.kind === 'activate-stock' ? [batch.action] : [];
}
