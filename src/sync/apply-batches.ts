import type { RowRef } from '../catalog/row';
import { rowsOf, type SyncAction } from '../plan/action';
import { appliedBy } from '../plan/adjustment';
import type { BaseRecord } from '../plan/base';
import { actionsOf, type Batch } from '../plan/batch';
import { batchPlan } from '../plan/batch-plan';
import type { UndoEntry } from '../plan/replaced';
import { correctionsOf, createdBy, replacedBy } from '../plan/replaced-by';
import type { Problem } from '../ports/problem';
import { emptyApplied } from './empty-applied';
import { dropAnswered, saveIntents } from './intents';
import type { OpenRun } from './open-run';
import type { Outside } from './outside';
import { saveProgress } from './progress';
import type { Work } from './work';

export interface Applied {
  readonly sent: number;
  /** Batches that were left when time was up or a problem stopped the run. */
  readonly remaining: number;
  /** Something was sent and no answer tells what became of it, or it has to be planned anew on what stands there. */
  readonly hasUnknown: boolean;
  readonly problem: Problem | undefined;
}

/** Wave after wave: save what the store could not tell of, send, settle, write beside the rows. */
export function applyBatches(
  outside: Outside,
  open: OpenRun,
  { board, journal, settle, brake }: Pick<Work, 'board' | 'journal' | 'settle' | 'brake'>,
  batches: readonly Batch[],
): Applied {
  const { clock, cache, newUuid } = outside;
  const { store, state } = open;
  const queue = [...batches];
  let sent = 0;
  let hasUnknown = false;
  while (queue.length > 0) {
    const halt = brake();
    if (halt) {
      const problem = halt === 'time' ? undefined : halt;
      return { sent, remaining: queue.length, hasUnknown, problem };
    }
    const wave = takeWave(queue, store.waveSize(queue));
    // First what stood there: a saved intent is sent by the next execution, whatever became of this one.
    journal.save(wave.flatMap(replacedBy));
    saveIntents(outside, state, wave);
    const { outcomes, problem } = store.apply(wave);
    const learned: UndoEntry[] = outcomes.flatMap(correctionsOf);
    const records: BaseRecord[] = [];
    for (const outcome of outcomes) {
      const { batch, answer } = outcome;
      if (answer.kind === 'unknown') {
        hasUnknown = true;
        continue;
      }
      const settled = settle(outcome, state.base);
      // What comes next in the wave settles on it; saved is the whole wave in one write.
      for (const record of settled.records) state.base.put(record);
      records.push(...settled.records);
      learned.push(...createdBy(batch, settled));
      board.add(settled.outcomes);
      const { moved = [] } = answer;
      hasUnknown ||= moved.length > 0;
      board.settle(settledRows(batch, [...answer.retry.flatMap(actionsOf), ...moved]));
      queue.unshift(...answer.retry, ...batchPlan(settled.next, newUuid));
      sent += 1;
    }
    state.remember(records);
    journal.save(learned);
    dropAnswered(state, outcomes);
    board.add(emptyApplied(outside, open, outcomes.flatMap(appliedBy)));
    board.write(clock.now());
    saveProgress(cache, { sent, total: sent + queue.length });
    if (problem) return { sent, remaining: queue.length, hasUnknown, problem };
  }
  return { sent, remaining: 0, hasUnknown, problem: undefined };
}

/** The next batches of one operation: a wave never mixes two, so that a product's own changes follow each other. */
function takeWave(queue: Batch[], size: number): Batch[] {
  const { operation } = queue[0] as Batch;
  const length = queue.findIndex((batch, index) => index >= size || batch.operation !== operation);
  return queue.splice(0, length < 0 ? queue.length : length);
}

/** Rows whose part of the batch is over; those of which something is sent or planned again still wait. */
function settledRows(batch: Batch, pending: readonly SyncAction[]): RowRef[] {
  const keyOf = ({ sheetId, row }: RowRef) => `${sheetId}:${row}`;
  const again = new Set(pending.flatMap(rowsOf).map(keyOf));
  return actionsOf(batch)
    .flatMap(rowsOf)
    .filter((ref) => !again.has(keyOf(ref)));
}
