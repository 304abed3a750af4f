import type { Batch } from '../plan/batch';
import type { BatchOutcome } from '../plan/outcome';
import { creationNote, settle } from '../plan/settle';
import { stockOf, unansweredStock } from '../plan/unanswered-stock';
import { HOUR_MS } from '../ports/clock';
import type { Brake } from './brake';
import type { OpenRun } from './open-run';
import type { Outside } from './outside';
import type { State } from './state-tab';

/** Shopify remembers an idempotency key for a day: within it, the same body under the same key cannot count twice. */
const KEY_LIFETIME_MS = 23 * HOUR_MS;

/** Saves what the store alone could not tell of afterwards, before it is sent: stock with its key, and creations. */
export function saveIntents({ clock }: Outside, state: State, wave: readonly Batch[]): void {
  const savedAtMs = clock.now();
  state.saveIntents(wave.flatMap((batch) => ('key' in batch ? [{ batch, savedAtMs }] : [])));
  state.remember(wave.flatMap((batch) => creationNote(batch)));
}

/** Takes back what was saved of batches that were never sent. */
export function dropUnsent(state: State, batches: readonly Batch[]): void {
  state.remember(batches.flatMap((batch) => creationNote(batch, { isOver: true })));
}

export function dropAnswered(state: State, outcomes: readonly BatchOutcome[]): void {
  state.dropIntents(
    outcomes.flatMap(({ batch, answer }) =>
      'key' in batch && answer.kind === 'answered' ? [batch.key] : [],
    ),
  );
}

/**
 * Stock whose outcome is not known is sent again under its own key, before anything is planned. Once Shopify has
 * forgotten the key it might count twice, so it is left to a person. Each may be retried for a minute, so what time is
 * too short for keeps waiting, and so does all else where Shopify takes none of it.
 */
export function resendStock({ clock }: Outside, { store, state }: OpenRun, brake: Brake): void {
  let takesNone = false;
  for (const { batch, savedAtMs } of state.intents) {
    if (clock.now() - savedAtMs < KEY_LIFETIME_MS) {
      if (takesNone || brake()) continue;
      const { outcomes, problem } = store.apply([{ ...batch, mayHaveArrived: true }]);
      takesNone = problem !== undefined;
      const [outcome] = outcomes;
      if (outcome?.answer.kind !== 'answered') continue;
      state.remember(settle(outcome, state.base).records);
    } else state.remember(unansweredStock(stockOf(batch), state.base));
    state.dropIntents([batch.key]);
  }
}
