import { sumOf } from '../../../catalog/values/arrays';
import type { BulkProgress } from '../../../ports/bulk-lane';
import { succeed } from '../../../ports/problem';
import { loadBulkSpeed } from '../../memory/bulk-speed';
import { openJournal } from '../../memory/undo-journal';
import type { StopReason } from '../../run/stop-check';
import type { Execution } from '../execution';
import { add, NO_PROGRESS, type Progress } from '../progress';
import { recordOutcomes } from '../record-outcomes';
import { type PendingFile, type PendingOperation, pendingLog } from './pending-operations';

/** An operation that Shopify has begun. */
export interface StartedOperation extends PendingOperation {
  readonly file: PendingFile & { readonly id: string };
}

export interface Awaiting {
  /** The execution in whose name an operation's answers are recorded: of an earlier run, where that sent it. */
  readonly recording: (file: PendingFile) => Execution;
  /** How many of all lines are done. */
  readonly onProgress: (lines: number, all: number) => void;
}

/** Milliseconds until Shopify's speed can be estimated from these operations; until then, that of earlier ones counts. */
const PATIENCE_MS = 30_000;

/**
 * Waits until operations are over and records the answer to each line; forgets what was under way when none is left.
 * Leaves the lines that Shopify still works on when the execution has to end; the next one joins them.
 */
export function awaitBulkOperations(
  execution: Execution,
  operations: readonly StartedOperation[],
  { recording, onProgress }: Awaiting,
): Progress {
  const { services, open, stopCheck } = execution;
  const { clock } = services;
  const { bulk } = open.store;
  const log = pendingLog(services.journals, open);
  const known = loadBulkSpeed(services, open.shop.domain);
  let done = NO_PROGRESS;
  let pending = [...operations];
  let waitMs = 0;
  let first: { readonly atMs: number; readonly done: number } | undefined;
  const leave = (stopReason: StopReason): Progress => ({ ...done, left: linesOf(pending), stopReason });
  for (let looks = 0; pending.length > 0; looks++) {
    const stopReason = stopCheck(waitMs);
    if (stopReason) {
      // Whoever stops a run does not want Shopify to continue it by itself.
      if (stopReason !== 'time' && stopReason.kind === 'stopped')
        bulk.cancel(pending.filter(({ isForeign }) => !isForeign).map(({ file }) => file.id));
      return leave(stopReason);
    }
    clock.sleep(bulk.pauseMs(looks));
    const seen = bulk.look(pending.map(({ file }) => file.id));
    if (!seen.ok) return leave(seen.problem);
    const running: StartedOperation[] = [];
    let linesDone = 0;
    for (const [index, operation] of pending.entries()) {
      const progress = seen.value[index];
      if (progress && !progress.isOver) {
        running.push(operation);
        linesDone += progress.linesDone;
        continue;
      }
      done = add(done, recordAnswers(recording(operation.file), operation, progress));
      log.noteDone(operation.file);
    }
    pending = running;
    const left = linesOf(pending) - linesDone;
    const doneLines = linesOf(operations) - left;
    first ??= { atMs: clock.now(), done: doneLines };
    const seenMs = clock.now() - first.atMs;
    const guessMs = known && pending.length > 0 ? (left * 1000) / (known * pending.length) : 0;
    waitMs = seenMs < PATIENCE_MS ? guessMs : (left * seenMs) / (doneLines - first.done) || 0;
    onProgress(done.sent + linesDone, linesOf(operations));
  }
  log.clear();
  return done;
}

/** An operation that no longer exists has no answers: all of its lines are unknown, and planned on what is in the store. */
function recordAnswers(
  execution: Execution,
  { batches }: StartedOperation,
  progress: BulkProgress | undefined,
): Progress {
  return recordOutcomes(execution, execution.open.store.bulk.outcomes(progress, batches()));
}

/**
 * Joins what earlier executions left running, before anything is planned. What would follow from it is planned on what
 * the store holds then.
 */
export function joinPending(execution: Execution, onProgress: Awaiting['onProgress']): Progress {
  const { services, open } = execution;
  const log = pendingLog(services.journals, open);
  const saved = log.load();
  const unwritable = saved.length > 0 ? execution.refuseUnwritable() : undefined;
  if (unwritable) return { ...NO_PROGRESS, left: linesOf(saved), stopReason: unwritable };
  const operations: StartedOperation[] = [];
  for (const { file, ...rest } of saved) {
    const id = file.id === undefined ? open.store.bulk.find(file.mark) : succeed(file.id);
    if (!id.ok) return { ...NO_PROGRESS, left: linesOf(saved), stopReason: id.problem };
    // Without an id it was never begun.
    if (id.value !== undefined) operations.push({ file: { ...file, id: id.value }, ...rest });
  }
  if (saved.length > 0 && operations.length === 0) log.clear();
  if (operations.length === 0) return NO_PROGRESS;
  const recording = ({ run, isUndo }: PendingFile): Execution => ({
    ...execution,
    mode: isUndo ? 'undo' : 'sync',
    journal: openJournal({ ...services, shop: open.shop.domain, signer: open.signer }, run, false),
  });
  return awaitBulkOperations(execution, operations, { recording, onProgress });
}

function linesOf(operations: readonly PendingOperation[]): number {
  // Somebody else's operation has no lines here, but counts as one that is not done.
  return sumOf(operations, ({ lines, isForeign }) => (isForeign ? 1 : lines));
}
