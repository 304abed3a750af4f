import { type LaneFacts, type LanePart, splitByLane } from '../../plan/batches/choose-lane';
import { type Batch, OPERATION_ORDER } from '../../plan/model/batch';
import { replacedBy } from '../../plan/undo/values-replaced-by';
import type { Problem } from '../../ports/problem';
import type { Store } from '../../ports/store';
import { saveProgress } from '../ground/progress';
import type { Services } from '../ground/services';
import { problemOf, type StopReason } from '../run/stop-check';
import { sendInBulk } from './bulk/send-in-bulk';
import type { Work } from './execution';
import type { OpenRun } from './opened-run';
import { type Recorded, recordOutcomes } from './record-outcomes';
import { saveIntents } from './stock-intents';

export interface Applied {
  readonly sent: number;
  /** Batches that were left when time was up or a problem stopped the run. */
  readonly remaining: number;
  readonly hasUnknown: boolean;
  readonly problem: Problem | undefined;
}

/** What became of one leg. */
interface Flown extends Recorded {
  /** Batches of it that were not settled when it had to be left. */
  readonly left: number;
  readonly halt: StopReason | undefined;
  readonly declined?: readonly Batch[];
}

/** What the lanes are chosen by. */
export function laneFacts(store: Store): LaneFacts {
  return { pace: store.pace(), costOf: store.costOf };
}

/** Leg after leg, each by the lane that finishes first; what follows from the answers comes before the rest. */
export function applyBatches(
  services: Services,
  open: OpenRun,
  work: Omit<Work, 'plan' | 'rows' | 'deadlineMs'>,
  batches: readonly Batch[],
): Applied {
  let legs = splitByLane(batches, laneFacts(open.store));
  const waiting = () => legs.reduce((count, leg) => count + leg.batches.length, 0);
  let sent = 0;
  let hasUnknown = false;
  let skipped = 0;
  for (let leg = legs.shift(); leg; leg = legs.shift()) {
    const [before, all] = [sent, sent + leg.batches.length + waiting()];
    const tell = (count: number, total = all) =>
      saveProgress(services.cache, { sent: before + count, total: Math.max(total, before + count) });
    const flown =
      leg.lane === 'bulk'
        ? sendInBulk(services, open, work, leg.batches, tell)
        : sendInWaves(services, open, work, leg.batches, (count, left) =>
            tell(count, before + count + left + waiting()),
          );
    sent += flown.sent;
    hasUnknown ||= flown.hasUnknown;
    legs.unshift(...following(flown, open));
    if (flown.halt)
      return {
        sent,
        remaining: skipped + flown.left + waiting(),
        hasUnknown,
        problem: problemOf(flown.halt),
      };
    if (flown.isVariantDayOver) {
      // All else is sent today: prices must not wait for tomorrow's variants.
      const all = waiting();
      legs = legs.map((each) => ({
        ...each,
        batches: each.batches.filter((batch) => !createsVariants(batch)),
      }));
      skipped += flown.left + all - waiting() + 1;
    }
  }
  return { sent, remaining: skipped, hasUnknown, problem: skipped > 0 ? VARIANT_DAY_OVER : undefined };
}

function createsVariants({ operation }: Batch): boolean {
  return operation === 'productSet' || operation === 'productVariantsBulkCreate';
}

const VARIANT_DAY_OVER: Problem = {
  kind: 'quota',
  message:
    'Shopify lets an app create only so many new variants a day in a large store (1,000 from 50,000 variants on), and today’s are used up. Everything else was sent.',
  nextStep: 'Sync again in 24 hours: the new products and variants go on where they stopped.',
};

function following({ declined = [], more }: Flown, { store }: OpenRun): LanePart[] {
  const inOrder = [...more].sort(
    (a, b) => OPERATION_ORDER.indexOf(a.operation) - OPERATION_ORDER.indexOf(b.operation),
  );
  const direct: LanePart[] = declined.length > 0 ? [{ lane: 'direct', batches: declined }] : [];
  return [...direct, ...splitByLane(inOrder, laneFacts(store))];
}

/** Wave after wave: save what the store could not tell of, send, settle, write beside the rows. */
function sendInWaves(
  services: Services,
  open: OpenRun,
  work: Pick<Work, 'board' | 'journal' | 'settle' | 'brake'>,
  batches: readonly Batch[],
  tell: (sent: number, left: number) => void,
): Flown {
  const { store, state } = open;
  const queue = [...batches];
  // Of another kind, such as the publishing of what was created: when all of it is known, it has a lane of its own.
  const more: Batch[] = [];
  let sent = 0;
  let hasUnknown = false;
  let isVariantDayOver = false;
  let left = 0;
  while (queue.length > 0) {
    const halt = work.brake();
    if (halt) return { sent, hasUnknown, isVariantDayOver, more, left: left + queue.length, halt };
    const wave = takeWave(queue, store.waveSize(queue));
    // First what stood there: a saved intent is sent by the next execution, whatever became of this one.
    work.journal.save(wave.flatMap(replacedBy));
    saveIntents(services, state, wave);
    const { outcomes, problem } = store.apply(wave);
    const settled = recordOutcomes(services, open, work, outcomes);
    sent += settled.sent;
    hasUnknown ||= settled.hasUnknown;
    isVariantDayOver ||= settled.isVariantDayOver;
    const isSameKind = ({ operation }: Batch) => operation === wave[0]?.operation;
    queue.unshift(...settled.more.filter(isSameKind));
    more.push(...settled.more.filter((batch) => !isSameKind(batch)));
    tell(sent, queue.length + more.length);
    if (problem)
      return { sent, hasUnknown, isVariantDayOver, more, left: left + queue.length, halt: problem };
    if (isVariantDayOver) {
      const rest = queue.filter((batch) => !createsVariants(batch));
      left += queue.length - rest.length;
      queue.splice(0, queue.length, ...rest);
    }
  }
  return { sent, hasUnknown, isVariantDayOver, more, left, halt: undefined };
}

/** The next batches of one operation: a wave never mixes two, so that a product's own changes follow each other. */
function takeWave(queue: Batch[], size: number): Batch[] {
  const { operation } = queue[0] as Batch;
  const length = queue.findIndex((batch, index) => index >= size || batch.operation !== operation);
  return queue.splice(0, length < 0 ? queue.length : length);
}
