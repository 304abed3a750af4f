import { settle } from '../../../plan/settle/settle';
import { settleUndo } from '../../../plan/undo/settle-undo';
import type { BulkProgress } from '../../../ports/bulk-lane';
import { succeed } from '../../../ports/problem';
import type { Services } from '../../ground/services';
import { openJournal, type UndoJournal } from '../../memory/undo-journal';
import type { StopCheck, StopReason } from '../../run/stop-check';
import type { OpenRun } from '../opened-run';
import { type Recorded, recordOutcomes } from '../record-outcomes';
import type { StatusBoard } from '../status-board';
import { type PendingFile, type PendingOperation, pendingLog } from './pending-operations';

/** An operation that Shopify has begun. */
export interface StartedOperation extends PendingOperation {
  readonly file: PendingFile & { readonly id: string };
}

export interface Waiting {
  readonly board: StatusBoard;
  readonly brake: StopCheck;
  /** Where a run keeps what it replaced. */
  readonly journalOf: (run: number) => UndoJournal;
  /** How many of all lines are done. */
  readonly tell: (lines: number, all: number) => void;
}

export interface Awaited extends Recorded {
  /** Lines that Shopify still works on when the execution has to leave; another one joins them. */
  readonly left: number;
  readonly halt: StopReason | undefined;
}

/** Before that nobody knows how fast Shopify works. */
const PATIENCE_MS = 30_000;

/** Waits until operations are over and settles each one's lines; forgets what was under way when none is left. */
export function awaitBulkOperations(
  services: Services,
  open: OpenRun,
  flights: readonly StartedOperation[],
  landing: Waiting,
): Awaited {
  const { clock } = services;
  const { bulk } = open.store;
  const log = pendingLog(services.journals, open);
  let landed: Recorded = { sent: 0, hasUnknown: false, isVariantDayOver: false, more: [] };
  let waiting = [...flights];
  let waitMs = 0;
  let first: { readonly atMs: number; readonly done: number } | undefined;
  const leave = (halt: StopReason): Awaited => ({ ...landed, left: linesOf(waiting), halt });
  const stop = (halt: StopReason): Awaited => {
    // Whoever stops a run does not mean that Shopify goes on with it by itself.
    if (halt !== 'time' && halt.kind === 'stopped')
      bulk.cancel(waiting.filter(({ isForeign }) => !isForeign).map(({ file }) => file.id));
    return leave(halt);
  };
  for (let looks = 0; waiting.length > 0; looks++) {
    const halt = landing.brake(waitMs);
    if (halt) return stop(halt);
    clock.sleep(bulk.pauseMs(looks));
    const seen = bulk.look(waiting.map(({ file }) => file.id));
    if (!seen.ok) return leave(seen.problem);
    const flying: StartedOperation[] = [];
    let linesDone = 0;
    for (const [index, flight] of waiting.entries()) {
      const progress = seen.value[index];
      if (progress && !progress.isOver) {
        flying.push(flight);
        linesDone += progress.linesDone;
        continue;
      }
      landed = joined(landed, settleFlight(services, open, landing, { flight, progress }));
      log.noteLanded(flight.file);
    }
    waiting = flying;
    const left = linesOf(waiting) - linesDone;
    const done = linesOf(flights) - left;
    first ??= { atMs: clock.now(), done };
    const seenMs = clock.now() - first.atMs;
    waitMs = seenMs < PATIENCE_MS ? 0 : (left * seenMs) / (done - first.done) || 0;
    landing.tell(landed.sent + linesDone, linesOf(flights));
  }
  log.clear();
  return { ...landed, left: 0, halt: undefined };
}

/** An operation that is gone has no answers: all of its lines are unknown, and planned on what stands in the store. */
function settleFlight(
  services: Services,
  open: OpenRun,
  { board, journalOf }: Waiting,
  { flight, progress }: { readonly flight: StartedOperation; readonly progress: BulkProgress | undefined },
): Recorded {
  const outcomes = open.store.bulk.outcomes(progress, flight.batches);
  const { run, isUndo } = flight.file;
  const work = { board, journal: journalOf(run), settle: isUndo ? settleUndo : settle };
  return recordOutcomes(services, open, work, outcomes);
}

/**
 * Joins what earlier executions left under way, before anything is planned. What would follow from it is planned on
 * the store as it stands then.
 */
export function joinPending(
  services: Services,
  open: OpenRun,
  landing: Omit<Waiting, 'journalOf'>,
): Pick<Awaited, 'sent' | 'left' | 'halt'> {
  const log = pendingLog(services.journals, open);
  const saved = log.load();
  const flights: StartedOperation[] = [];
  for (const { file, ...lines } of saved) {
    const id = file.id === undefined ? open.store.bulk.find(file.mark) : succeed(file.id);
    if (!id.ok) return { sent: 0, left: linesOf(saved), halt: id.problem };
    // Without an id it was never begun.
    if (id.value !== undefined) flights.push({ file: { ...file, id: id.value }, ...lines });
  }
  if (saved.length > 0 && flights.length === 0) log.clear();
  if (flights.length === 0) return { sent: 0, left: 0, halt: undefined };
  const journalOf = (run: number) =>
    openJournal({ ...services, shop: open.shop.domain, signer: open.signer }, run, false);
  return awaitBulkOperations(services, open, flights, { ...landing, journalOf });
}

function joined(a: Recorded, b: Recorded): Recorded {
  return {
    sent: a.sent + b.sent,
    hasUnknown: a.hasUnknown || b.hasUnknown,
    isVariantDayOver: a.isVariantDayOver || b.isVariantDayOver,
    more: [...a.more, ...b.more],
  };
}

function linesOf(flights: readonly PendingOperation[]): number {
  // One of somebody else's has no lines, and is not done all the same.
  return flights.reduce((lines, { batches, isForeign }) => lines + (isForeign ? 1 : batches.length), 0);
}
