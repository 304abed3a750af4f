import { type RowRef, rowKey } from '../../catalog/tab/row';
import { batchPlan } from '../../plan/batches/plan-batches';
import { rowsOf, type SyncAction } from '../../plan/model/action';
import type { BaseRecord } from '../../plan/model/base';
import { actionsOf, type Batch } from '../../plan/model/batch';
import type { BatchOutcome } from '../../plan/model/batch-outcome';
import type { UndoEntry } from '../../plan/model/replaced-value';
import { appliedBy } from '../../plan/stock/adjustment';
import { correctionsOf, createdBy } from '../../plan/undo/values-replaced-by';
import type { Services } from '../ground/services';
import { emptyApplied } from './clear-adjust-cells';
import type { Work } from './execution';
import type { OpenRun } from './opened-run';
import { dropAnswered } from './stock-intents';

export interface Recorded {
  /** Batches whose outcome is known. */
  readonly sent: number;
  /** Something was sent and no answer tells what became of it, or it has to be planned anew on what stands there. */
  readonly hasUnknown: boolean;
  /** Shopify lets the app create no more variants today. */
  readonly isVariantDayOver: boolean;
  /** What follows from the answers: without a refused neighbour, or after a creation. */
  readonly more: readonly Batch[];
}

/** What the store answered: remembered, kept for an undo, and written beside the rows. */
export function recordOutcomes(
  services: Services,
  open: OpenRun,
  { board, journal, settle }: Pick<Work, 'board' | 'journal' | 'settle'>,
  outcomes: readonly BatchOutcome[],
): Recorded {
  const { state } = open;
  const records: BaseRecord[] = [];
  const learned: UndoEntry[] = outcomes.flatMap(correctionsOf);
  const more: Batch[] = [];
  let sent = 0;
  let hasUnknown = false;
  let isVariantDayOver = false;
  for (const outcome of outcomes) {
    const { batch, answer } = outcome;
    const settled = settle(outcome, state.base);
    // The next outcome may build on it; written once for all, because each append to the tab costs a call.
    for (const record of settled.records) state.base.put(record);
    records.push(...settled.records);
    if (answer.kind !== 'answered') {
      if (answer.kind === 'not-taken' && answer.why === 'daily-variants') isVariantDayOver = true;
      else hasUnknown = true;
      continue;
    }
    learned.push(...createdBy(batch, settled));
    board.add(settled.outcomes);
    const { moved = [], unclear = [] } = answer;
    const again = [...moved, ...unclear];
    hasUnknown ||= again.length > 0;
    board.settle(settledRows(batch, [...answer.retry.flatMap(actionsOf), ...again]));
    more.unshift(...answer.retry, ...batchPlan(settled.next, services.newUuid));
    sent += 1;
  }
  state.remember(records);
  journal.save(learned);
  dropAnswered(state, outcomes);
  board.add(emptyApplied(services, open, outcomes.flatMap(appliedBy)));
  board.writeNowAndThen(services.clock.now());
  return { sent, hasUnknown, isVariantDayOver, more };
}

/** Rows whose part of the batch is over; those of which something is sent or planned again still wait. */
function settledRows(batch: Batch, pending: readonly SyncAction[]): RowRef[] {
  const again = new Set(pending.flatMap(rowsOf).map(rowKey));
  return actionsOf(batch)
    .flatMap(rowsOf)
    .filter((ref) => !again.has(rowKey(ref)));
}
