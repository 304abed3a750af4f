import type { Base, BaseRecord, OperationUnderWay } from '../../plan/model/base';
import { actionsOf, type Batch } from '../../plan/model/batch';
import type { BatchOutcome } from '../../plan/model/batch-outcome';
import { creationNote, settle } from '../../plan/settle/settle';
import { stockOf, unansweredStock } from '../../plan/stock/unanswered-stock';
import { correctionsOf, replacedBy } from '../../plan/undo/values-replaced-by';
import { HOUR_MS } from '../../ports/system';
import type { State } from '../memory/state-tab';
import type { StockBatch } from '../memory/stored-stock';
import type { Execution } from './execution';

/** Shopify remembers an idempotency key for a day: within it, the same body under the same key cannot count twice. */
const KEY_LIFETIME_MS = 23 * HOUR_MS;

/** Saves, before it is sent, what the store alone could not tell afterwards: stock with its key, creations, bulk operations. */
export function saveIntents(
  { services, open: { state } }: Execution,
  wave: readonly Batch[],
  operations: readonly OperationUnderWay[] = [],
): void {
  const savedAtMs = services.clock.now();
  state.saveIntents(wave.flatMap((batch) => ('key' in batch ? [{ batch, savedAtMs, isOwn: true }] : [])));
  state.remember([...wave.flatMap((batch) => creationNote(batch)), ...operations]);
}

/** Drops the saved intents of batches that were never sent. */
export function dropUnsent(state: State, batches: readonly Batch[]): void {
  state.remember(batches.flatMap((batch) => creationNote(batch, { isOver: true })));
}

/** Remembers what was answered; the intents that it answers are over. */
export function rememberAnswered(
  state: State,
  outcomes: readonly BatchOutcome[],
  records: readonly BaseRecord[],
): void {
  state.dropIntents(
    outcomes.flatMap(({ batch, answer }) => ('key' in batch && answer.kind !== 'unknown' ? [batch.key] : [])),
    records,
  );
}

/**
 * Sends stock whose outcome is not known again under its own key, before anything is planned. Once Shopify has forgotten
 * the key it might count twice. Then the level in Shopify is believed, or a person decides; so too with intents that
 * this user did not save, and with unknown levels. Each may be retried for a minute, so those that there is too little
 * time for keep waiting, and so do all others where Shopify takes none.
 */
export function resendStock({ services, open, stopCheck, journal }: Execution): void {
  const { store, state, shop, policy } = open;
  if (!policy.groups.includes('inventory')) return;
  const locations = new Set(shop.locations.map(({ id }) => id));
  let takesNone = false;
  for (const { batch, savedAtMs, isOwn } of state.intents) {
    const ageMs = services.clock.now() - savedAtMs;
    if (isOwn && ageMs >= 0 && ageMs < KEY_LIFETIME_MS && isKnown(batch, state.base, locations)) {
      if (takesNone || stopCheck()) continue;
      // In this run's name as well: its row is told that it was updated.
      journal.save(replacedBy(batch));
      const { outcomes, problem } = store.apply([{ ...batch, mayHaveArrived: true }]);
      takesNone = problem !== undefined;
      const [outcome] = outcomes;
      if (outcome?.answer.kind !== 'answered') continue;
      journal.save(correctionsOf(outcome));
      state.remember(settle(outcome, state.base).records);
    } else state.remember(unansweredStock(stockOf(batch), state.base));
    state.dropIntents([batch.key]);
  }
}

function isKnown(batch: StockBatch, base: Base, locations: ReadonlySet<string>): boolean {
  return actionsOf(batch).every(
    (action) =>
      'locationId' in action &&
      locations.has(action.locationId) &&
      base.variant(action.variantId)?.inventoryItemId === action.inventoryItemId,
  );
}
