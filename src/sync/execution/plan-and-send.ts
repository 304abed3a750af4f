import type { RowRef } from '../../catalog/tab/row';
import { rowsOf } from '../../plan/action-kinds';
import { batchPlan } from '../../plan/batches/plan-batches';
import type { Batch } from '../../plan/model/batch';
import { isRemembered, type SyncPlan } from '../../plan/model/sync-plan';
import { sentBefore } from '../../plan/sent-before';
import { withoutUnanswered } from '../../plan/stock/unanswered-stock';
import { createdIn } from '../../plan/undo/values-replaced-by';
import { type Problem, type Result, SYNC_LATER, succeed } from '../../ports/problem';
import { joinPending } from './bulk/await-operations';
import { clearAdjustCells } from './clear-adjust-cells';
import type { Execution } from './execution';
import { type PlannedRun, sayRest } from './plan-run';
import { NO_PROGRESS, type Progress, saveProgress } from './progress';
import { writeCounted } from './put-values';
import { sendBatches } from './send-batches';
import { resendStock } from './stock-intents';

/** Planning again resolves an unknown outcome; a store that never answers clearly must not hold up the execution. */
const MOST_PLANS = 3;

/** Shopify may still be working on a request that it never answered: an image has no name before it is fetched. */
const BETWEEN_PLANS_MS = 5_000;

/** Task of an execution. */
export interface Task {
  readonly plan: () => Result<SyncPlan & Partial<Pick<PlannedRun, 'unsaid' | 'refused'>>>;
  /** Rows that get a status even if nothing happens to them. */
  readonly rows: readonly RowRef[];
}

/** Result of the task, and the last plan's questions to a person. */
export interface PlannedAndSent
  extends Pick<PlannedRun, 'unsynced' | 'held' | 'conflicts' | 'kept' | 'refused'> {
  readonly progress: Progress;
}

const NOTHING_DONE: PlannedAndSent = {
  progress: NO_PROGRESS,
  unsynced: [],
  held: [],
  refused: [],
  conflicts: [],
  kept: [],
};

/** Plans and sends, and plans again while the outcome of something is not known, or something follows from it. */
export function planAndSend(execution: Execution, { plan, rows }: Task): PlannedAndSent {
  const { services, open } = execution;
  const unwritable = open.state.intents.length > 0 ? execution.refuseUnwritable() : undefined;
  if (unwritable) return { ...NOTHING_DONE, progress: { ...NO_PROGRESS, stopReason: unwritable } };
  const joined = joinPending(execution, (sent, total) => saveProgress(services.cache, { sent, total }));
  let done: PlannedAndSent = {
    ...NOTHING_DONE,
    progress: { ...NO_PROGRESS, sent: joined.sent, left: joined.left, stopReason: joined.stopReason },
  };
  if (joined.stopReason) return done;
  for (let plans = 1; plans <= MOST_PLANS; plans++) {
    if (plans > 1) services.clock.sleep(BETWEEN_PLANS_MS);
    resendStock(execution);
    const readAtMs = services.clock.now();
    const prepared = prepare(execution, { plan, rows }, plans === 1);
    if (!prepared.ok) return { ...done, progress: unplanned(done.progress, prepared.problem) };
    const { batches, followsUp, ...asks } = prepared.value;
    const now = sendBatches({ ...execution, readAtMs }, batches);
    const progress: Progress = {
      ...now,
      sent: done.progress.sent + now.sent,
      left: now.left + (now.hasUnknown ? 1 : 0),
      stopReason: now.stopReason ?? (plans === MOST_PLANS && isStuck(now) ? UNANSWERED : undefined),
    };
    done = { progress, ...asks };
    const isOver = !now.hasUnknown && !(followsUp && now.sent > 0);
    if (isOver || now.stopReason || now.left > 0) return done;
  }
  return done;
}

/** Tells rows what a killed execution sent in the name of this run, unless it got as far as writing there. */
function sayUntold({ mayBeUntold, mode, journal, open, board }: Execution): void {
  // The plan of an undo reports itself what was given back.
  const entries = mayBeUntold && mode === 'sync' ? journal.entries() : [];
  if (entries.length === 0) return;
  const told = sentBefore(entries, { ...open, base: open.state.base });
  board.add(told.filter(({ ref }) => !board.isChanged(ref)));
}

interface Prepared extends Omit<PlannedAndSent, 'progress'>, Pick<SyncPlan, 'followsUp'> {
  readonly batches: readonly Batch[];
}

/**
 * Plans, remembers, and reports what needs no sending. What the plan was made from, above all the part of the store that
 * was read, is released here: with a hundred thousand rows there is no memory for it during sending.
 */
function prepare(execution: Execution, { plan, rows }: Task, isFirst: boolean): Result<Prepared> {
  const { services, open, board, journal } = execution;
  const planned = plan();
  if (!planned.ok) {
    if (isFirst) sayUntold(execution);
    return planned;
  }
  const { adopted, applied, unsynced, held, conflicts, kept, followsUp } = planned.value;
  const { unsaid = [], refused = [] } = planned.value;
  const { actions: answered, outcomes: waiting } = withoutUnanswered(
    planned.value.actions,
    open.state.intents,
  );
  const refusal = answered.length > 0 ? execution.refuseUnwritable() : undefined;
  if (refusal) return { ok: false, problem: refusal };
  const { actions, outcomes: uncounted } = writeCounted(execution, answered);
  open.state.remember(adopted.filter((record) => !isRemembered(record, open.state.base)));
  if (isFirst) sayUntold(execution);
  const told = new Set(unsaid.filter((ref) => board.tellsOfChange(ref)));
  const untold = unsaid.filter((ref) => !told.has(ref));
  const outcomes = [
    ...planned.value.outcomes,
    ...waiting,
    ...uncounted,
    ...[...told].map(sayRest),
    ...clearAdjustCells(execution, applied),
  ];
  journal.save(createdIn(outcomes));
  // Rows that no outcome of this run names, or whose cells are written at the end, wait: their status stays as it is.
  board.plan(rows, outcomes, [...actions.flatMap(rowsOf), ...untold, ...kept.map(({ ref }) => ref)]);
  board.write(services.clock.now());
  const batches = batchPlan(actions, { newKey: services.newUuid, limits: open.store.limits });
  return succeed({ batches, followsUp, unsynced, held, refused, conflicts, kept });
}

/** Reading goes on in the next execution, as sending does. */
function unplanned(progress: Progress, problem: Problem): Progress {
  return problem.kind === 'time-up'
    ? { ...progress, left: 1, stopReason: 'time' }
    : { ...progress, stopReason: problem };
}

/** Continuing automatically would only send the same again, all day long. */
function isStuck({ hasUnknown, sent }: Progress): boolean {
  return hasUnknown && sent === 0;
}

const UNANSWERED: Problem = {
  kind: 'network',
  message: 'Shopify does not say what became of the last changes.',
  nextStep: SYNC_LATER,
};
