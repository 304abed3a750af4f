import { most } from '../../../catalog/values/arrays';
import type { Batch } from '../../../plan/model/batch';
import { replacedBy } from '../../../plan/undo/values-replaced-by';
import { noteBulkSpeed } from '../../memory/bulk-speed';
import type { StopReason } from '../../run/stop-check';
import type { Execution } from '../execution';
import { add, NO_PROGRESS, type Progress } from '../progress';
import { dropUnsent, saveIntents } from '../stock-intents';
import { awaitBulkOperations, type StartedOperation } from './await-operations';
import { type PendingOperation, pendingLog } from './pending-operations';

export interface SentInBulk extends Progress {
  /** Batches that Shopify would not take this way, or has no room for now: they go directly. */
  readonly declined: readonly Batch[];
}

/**
 * Sends batches in bulk: uploaded, saved, started, awaited and recorded, as many files at a time as the store takes. They
 * are saved before they are started, so that whatever becomes of this execution the next one joins the answers.
 */
export function sendInBulk(
  execution: Execution,
  batches: readonly Batch[],
  onProgress: (lines: number) => void,
): SentInBulk {
  const { services, open } = execution;
  const { clock } = services;
  const { bulk, limits } = open.store;
  const files = bulk.files(batches);
  let progress = NO_PROGRESS;
  let next = 0;
  const rest = () => files.slice(next).flat();
  const end = (more: Partial<SentInBulk>): SentInBulk => ({ declined: [], ...progress, ...more });
  while (next < files.length) {
    const stopReason = execution.stopCheck();
    if (stopReason) return end({ left: rest().length, stopReason });
    const uploaded = upload(execution, files.slice(next, next + limits.filesAtOnce));
    if ('problem' in uploaded) return end({ left: rest().length, stopReason: uploaded.problem });
    const begun = begin(execution, uploaded.operations);
    next += begun.started.length;
    const before = progress.sent;
    const fromMs = clock.now();
    const awaited = awaitBulkOperations(execution, begun.started, {
      recording: () => execution,
      onProgress: (lines) => onProgress(before + lines),
    });
    progress = add(progress, awaited);
    const lines = most(begun.started.map(({ lines }) => lines));
    if (!awaited.stopReason)
      noteBulkSpeed(services, open.shop.domain, { lines, tookMs: clock.now() - fromMs });
    const stop = awaited.stopReason ?? begun.stopReason;
    if (stop) return end({ left: rest().length + awaited.left, stopReason: stop });
    if (awaited.isVariantDayOver) return end({ left: rest().length });
    // Other operations of this app keep the engine busy, or Shopify refuses us: there is nothing to wait for.
    if (begun.started.length === 0) return end({ declined: rest() });
  }
  return end({});
}

/** Uploads files without starting them; after one that Shopify declines, the others are not tried. */
function upload(
  { services, open, run, mode }: Execution,
  files: readonly (readonly Batch[])[],
): { readonly operations: readonly PendingOperation[] } | { readonly problem: StopReason } {
  const operations: PendingOperation[] = [];
  for (const batches of files) {
    const path = open.store.bulk.upload(batches);
    if (!path.ok) return { problem: path.problem };
    if (path.value === 'declined') break;
    const lines = batches.length;
    const file = {
      mark: services.newUuid(),
      path: path.value,
      lines,
      run: run.number,
      isUndo: mode === 'undo',
    };
    operations.push({ file, lines, batches: () => batches });
  }
  return { operations };
}

/** Lines that are saved at once: as many as fit into the memory of a script next to everything else. */
const LINES_OF_PORTION = 10_000;

/** Few, because each append to a hidden tab takes as long as a request. */
function portionsOf(operations: readonly PendingOperation[]): readonly (readonly PendingOperation[])[] {
  const portions: PendingOperation[][] = [];
  let lines = Number.POSITIVE_INFINITY;
  for (const operation of operations) {
    lines += operation.lines;
    if (lines > LINES_OF_PORTION) {
      portions.push([]);
      lines = operation.lines;
    }
    portions[portions.length - 1]?.push(operation);
  }
  return portions;
}

interface Begun {
  readonly started: readonly StartedOperation[];
  readonly stopReason: StopReason | undefined;
}

/** The first files, as many as Shopify begins with. */
function begin(execution: Execution, operations: readonly PendingOperation[]): Begun {
  if (operations.length === 0) return { started: [], stopReason: undefined };
  const { services, open, journal } = execution;
  const { store, state } = open;
  const log = pendingLog(services.journals, open);
  for (const portion of portionsOf(operations)) {
    const batches = portion.flatMap((operation) => operation.batches());
    // Replaced values first: a saved operation may be running, whatever happens to this execution.
    journal.save(batches.flatMap(replacedBy));
    saveIntents(
      execution,
      batches,
      portion.map(({ file: { mark } }) => ({ kind: 'operation', mark })),
    );
    log.save(portion);
  }
  const started: StartedOperation[] = [];
  let stopReason: StopReason | undefined;
  for (const { file, ...rest } of operations) {
    const begun = store.bulk.start({ ...file, sample: rest.batches()[0] as Batch });
    if (!begun.ok) stopReason = begun.problem;
    if (!begun.ok || begun.value === 'busy' || begun.value === 'declined') {
      // Nobody starts these later. For the one whose answer is lost, only the store can tell.
      const unsent = operations.slice(started.length + (begun.ok ? 0 : 1));
      dropUnsent(
        state,
        unsent.flatMap((operation) => operation.batches()),
      );
      break;
    }
    started.push({ file: { ...file, id: begun.value.id }, ...rest });
  }
  log.noteStarted(started.map(({ file }) => file));
  return { started, stopReason };
}
