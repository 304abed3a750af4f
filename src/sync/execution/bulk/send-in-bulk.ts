import { FILES_PER_FLIGHT } from '../../../plan/batches/choose-lane';
import type { Batch } from '../../../plan/model/batch';
import { replacedBy } from '../../../plan/undo/values-replaced-by';
import type { Services } from '../../ground/services';
import type { StopReason } from '../../run/stop-check';
import type { Work } from '../execution';
import type { OpenRun } from '../opened-run';
import { dropUnsent, saveIntents } from '../stock-intents';
import { type Awaited, awaitBulkOperations, type StartedOperation } from './await-operations';
import { type PendingOperation, pendingLog } from './pending-operations';

export interface SentInBulk extends Awaited {
  /** What Shopify would not take this way, or has no room for now: it goes directly. */
  readonly declined: readonly Batch[];
}

/**
 * One operation's batches in bulk: uploaded, saved, started, awaited and settled, up to five files at a time. They are
 * saved before they are started, so that whatever becomes of this execution the next one joins the answers.
 */
export function sendInBulk(
  services: Services,
  open: OpenRun,
  work: Pick<Work, 'board' | 'journal' | 'brake' | 'run'>,
  batches: readonly Batch[],
  tell: (lines: number) => void,
): SentInBulk {
  const files = open.store.bulk.files(batches);
  let sent: SentInBulk = {
    ...{ sent: 0, hasUnknown: false, isVariantDayOver: false, more: [] },
    ...{ left: 0, halt: undefined, declined: [] },
  };
  for (let next = 0; next < files.length; ) {
    const leave = (halt: StopReason): SentInBulk => ({
      ...sent,
      left: files.slice(next).flat().length,
      halt,
    });
    const halt = work.brake();
    if (halt) return leave(halt);
    const uploaded = upload(services, open, work, files.slice(next, next + FILES_PER_FLIGHT));
    if ('halt' in uploaded) return leave(uploaded.halt);
    const begun = begin(services, open, work, uploaded.flights);
    next += begun.started.length;
    const soFar = sent.sent;
    const landed = awaitBulkOperations(services, open, begun.started, {
      board: work.board,
      brake: work.brake,
      journalOf: () => work.journal,
      tell: (lines) => tell(soFar + lines),
    });
    sent = {
      ...sent,
      sent: sent.sent + landed.sent,
      hasUnknown: sent.hasUnknown || landed.hasUnknown,
      isVariantDayOver: landed.isVariantDayOver,
      more: [...sent.more, ...landed.more],
    };
    const stop = landed.halt ?? begun.halt;
    if (stop) {
      const left = leave(stop);
      return { ...left, left: left.left + landed.left };
    }
    if (landed.isVariantDayOver) return { ...sent, left: files.slice(next).flat().length };
    // Others of this app keep the engine busy, or it is closed to us: nobody waits for that.
    if (begun.started.length === 0) return { ...sent, declined: files.slice(next).flat() };
  }
  return sent;
}

/** Files that Shopify has and has not yet begun with; those after one that it did not take are not tried. */
function upload(
  { newUuid }: Services,
  { store }: OpenRun,
  { run }: Pick<Work, 'run'>,
  files: readonly (readonly Batch[])[],
): { readonly flights: readonly PendingOperation[] } | { readonly halt: StopReason } {
  const flights: PendingOperation[] = [];
  for (const batches of files) {
    const path = store.bulk.upload(batches);
    if (!path.ok) return { halt: path.problem };
    if (path.value === 'declined') break;
    const file = { mark: newUuid(), path: path.value, run: run.number, isUndo: run.undoes !== undefined };
    flights.push({ file, batches });
  }
  return { flights };
}

interface Begun {
  readonly started: readonly StartedOperation[];
  readonly halt: StopReason | undefined;
}

/** The first files, as many as Shopify begins with. */
function begin(
  services: Services,
  open: OpenRun,
  { journal }: Pick<Work, 'journal'>,
  flights: readonly PendingOperation[],
): Begun {
  if (flights.length === 0) return { started: [], halt: undefined };
  const { store, state } = open;
  const log = pendingLog(services.journals, open);
  const batches = flights.flatMap((flight) => flight.batches);
  // First what stood there: whatever is saved may be under way, whatever became of this execution.
  journal.save(batches.flatMap(replacedBy));
  saveIntents(services, state, batches);
  log.save(flights);
  const started: StartedOperation[] = [];
  let halt: StopReason | undefined;
  for (const { file, batches: lines } of flights) {
    const begun = store.bulk.start({ ...file, sample: lines[0] as Batch });
    if (!begun.ok) halt = begun.problem;
    if (!begun.ok || begun.value === 'busy' || begun.value === 'declined') {
      // Nobody begins with these; of one whose answer is lost, only the store can tell.
      const unsent = flights.slice(started.length + (begun.ok ? 0 : 1));
      dropUnsent(
        state,
        unsent.flatMap((flight) => flight.batches),
      );
      break;
    }
    started.push({ file: { ...file, id: begun.value.id }, batches: lines });
  }
  log.noteStarted(started.map(({ file }) => file));
  return { started, halt };
}
