import { settle } from '../../../plan/settle/settle';
import { settleUndo } from '../../../plan/undo/settle-undo';
import type { BulkProgress } from '../../../ports/bulk-lane';
import { succeed } from '../../../ports/problem';
import type { Outside } from '../../ground/services';
import { openJournal, type UndoJournal } from '../../memory/undo-journal';
import type { Brake, Halt } from '../../run/stop-check';
import type { OpenRun } from '../opened-run';
import { type Settled, settleOutcomes } from '../record-outcomes';
import type { StatusBoard } from '../status-board';
import { type FlightFile, type InFlight, inFlightLog } from './pending-operations';

/** An operation that Shopify has begun. */
export interface Started extends InFlight {
  readonly file: FlightFile & { readonly id: string };
}

export interface Landing {
  readonly board: StatusBoard;
  readonly brake: Brake;
  /** Where a run keeps what it replaced. */
  readonly journalOf: (run: number) => UndoJournal;
  /** How many of all lines are done. */
  readonly tell: (lines: number, all: number) => void;
}

export interface Landed extends Settled {
  /** Lines that Shopify still works on when the execution has to leave; another one joins them. */
  readonly left: number;
  readonly halt: Halt | undefined;
}

/** Before that nobody knows how fast Shopify works. */
const PATIENCE_MS = 30_000;

/** Waits until operations are over and settles each one's lines; forgets what was under way when none is left. */
export function land(outside: Outside, open: OpenRun, flights: readonly Started[], landing: Landing): Landed {
  const { clock } = outside;
  const { bulk } = open.store;
  const log = inFlightLog(outside.sheets, open);
  let landed: Settled = { sent: 0, hasUnknown: false, isVariantDayOver: false, more: [] };
  let waiting = [...flights];
  let waitMs = 0;
  let first: { readonly atMs: number; readonly done: number } | undefined;
  const leave = (halt: Halt): Landed => ({ ...landed, left: linesOf(waiting), halt });
  const stop = (halt: Halt): Landed => {
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
    const flying: Started[] = [];
    let linesDone = 0;
    for (const [index, flight] of waiting.entries()) {
      const progress = seen.value[index];
      if (progress && !progress.isOver) {
        flying.push(flight);
        linesDone += progress.linesDone;
        continue;
      }
      landed = joined(landed, settleFlight(outside, open, landing, { flight, progress }));
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
  outside: Outside,
  open: OpenRun,
  { board, journalOf }: Landing,
  { flight, progress }: { readonly flight: Started; readonly progress: BulkProgress | undefined },
): Settled {
  const outcomes = open.store.bulk.outcomes(progress, flight.batches);
  const { run, isUndo } = flight.file;
  const work = { board, journal: journalOf(run), settle: isUndo ? settleUndo : settle };
  return settleOutcomes(outside, open, work, outcomes);
}

/**
 * Joins what earlier executions left under way, before anything is planned. What would follow from it is planned on
 * the store as it stands then.
 */
export function joinInFlight(
  outside: Outside,
  open: OpenRun,
  landing: Omit<Landing, 'journalOf'>,
): Pick<Landed, 'sent' | 'left' | 'halt'> {
  const log = inFlightLog(outside.sheets, open);
  const saved = log.load();
  const flights: Started[] = [];
  for (const { file, ...lines } of saved) {
    const id = file.id === undefined ? open.store.bulk.find(file.mark) : succeed(file.id);
    if (!id.ok) return { sent: 0, left: linesOf(saved), halt: id.problem };
    // Without an id it was never begun.
    if (id.value !== undefined) flights.push({ file: { ...file, id: id.value }, ...lines });
  }
  if (saved.length > 0 && flights.length === 0) log.clear();
  if (flights.length === 0) return { sent: 0, left: 0, halt: undefined };
  const journalOf = (run: number) =>
    openJournal({ ...outside, shop: open.shop.domain, signer: open.signer }, run, false);
  return land(outside, open, flights, { ...landing, journalOf });
}

function joined(a: Settled, b: Settled): Settled {
  return {
    sent: a.sent + b.sent,
    hasUnknown: a.hasUnknown || b.hasUnknown,
    isVariantDayOver: a.isVariantDayOver || b.isVariantDayOver,
    more: [...a.more, ...b.more],
  };
}

function linesOf(flights: readonly InFlight[]): number {
  // One of somebody else's has no lines, and is not done all the same.
  return flights.reduce((lines, { batches, isForeign }) => lines + (isForeign ? 1 : batches.length), 0);
}
