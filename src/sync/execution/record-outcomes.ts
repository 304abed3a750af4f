import { type RowRef, rowsBeyond } from '../../catalog/tab/row';
import { rowsOf } from '../../plan/action-kinds';
import { batchPlan } from '../../plan/batches/plan-batches';
import type { SyncAction } from '../../plan/model/action';
import type { BaseRecord } from '../../plan/model/base';
import { actionsOf, type Batch } from '../../plan/model/batch';
import type { BatchOutcome } from '../../plan/model/batch-outcome';
import type { UndoEntry } from '../../plan/model/replaced-value';
import { settle } from '../../plan/settle/settle';
import { appliedBy } from '../../plan/stock/adjustment';
import { settleUndo } from '../../plan/undo/settle-undo';
import { correctionsOf, createdBy } from '../../plan/undo/values-replaced-by';
import { clearAdjustCells } from './clear-adjust-cells';
import type { Execution } from './execution';
import { NO_PROGRESS, type Progress } from './progress';
import { rememberAnswered } from './stock-intents';

const SETTLE: Readonly<Record<Execution['mode'], typeof settle>> = { sync: settle, undo: settleUndo };

/** Records what the store answered: in the memory, in the journal for an undo, and next to the rows. */
export function recordOutcomes(execution: Execution, outcomes: readonly BatchOutcome[]): Progress {
  const { services, open, board, journal, mode } = execution;
  const { state } = open;
  const records: BaseRecord[] = [];
  const learned: UndoEntry[] = outcomes.flatMap(correctionsOf);
  const more: (readonly Batch[])[] = [];
  let sent = 0;
  let hasUnknown = false;
  let isVariantDayOver = false;
  for (const outcome of outcomes) {
    const { batch, answer } = outcome;
    const settled = SETTLE[mode](outcome, state.base);
    // The next outcome may build on it; written once for all, because each append to the tab costs a call.
    for (const record of settled.records) state.base.put(record);
    records.push(...settled.records);
    if (answer.kind !== 'answered') {
      if (answer.kind === 'not-taken' && answer.why === 'daily-variants') isVariantDayOver = true;
      else hasUnknown = true;
      continue;
    }
    learned.push(...createdBy(settled));
    board.add(settled.outcomes);
    const { moved = [], unclear = [] } = answer;
    const again = [...moved, ...unclear];
    hasUnknown ||= again.length > 0;
    board.finish(finishedRows(batch, [...answer.retry.flatMap(actionsOf), ...again]));
    const next = batchPlan(settled.next, { newKey: services.newUuid, limits: open.store.limits });
    more.push([...answer.retry, ...next]);
    sent += 1;
  }
  journal.save(learned);
  rememberAnswered(state, outcomes, records);
  board.add(clearAdjustCells(execution, outcomes.flatMap(appliedBy)));
  board.writeNowAndThen(services.clock.now());
  return { ...NO_PROGRESS, sent, hasUnknown, isVariantDayOver, more: more.reverse().flat() };
}

/**
 * Rows whose part of the batch is over, once for each part; rows of which something is still to be sent or planned again
 * wait.
 */
function finishedRows(batch: Batch, pending: readonly SyncAction[]): RowRef[] {
  return rowsBeyond(actionsOf(batch).flatMap(rowsOf), pending.flatMap(rowsOf));
}
