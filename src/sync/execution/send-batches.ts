import { rowsBeyond } from '../../catalog/tab/row';
import { sumOf } from '../../catalog/values/arrays';
import { kindOf, rowsOf, SENDING_ORDER } from '../../plan/action-kinds';
import { type LanePart, splitByLane } from '../../plan/batches/choose-lane';
import { type FreedSkus, freedSkus } from '../../plan/batches/freed-skus';
import { OLD_AFTER_MS, toReadAgain, withoutMoved } from '../../plan/batches/moved-since';
import { joinBatches } from '../../plan/batches/plan-batches';
import { actionsOf, type Batch } from '../../plan/model/batch';
import { deletedBy, replacedBy } from '../../plan/undo/values-replaced-by';
import { type Problem, type Result, succeed } from '../../ports/problem';
import { type SentInBulk, sendInBulk } from './bulk/send-in-bulk';
import type { Execution } from './execution';
import { add, laneFacts, NO_PROGRESS, type Progress, saveProgress } from './progress';
import { recordOutcomes } from './record-outcomes';
import { saveIntents } from './stock-intents';

/** `readAtMs`: when the store was read that the plan was made from, milliseconds since 1970. */
type Sending = Execution & { readonly readAtMs: number };

/** Sends part after part, each by the lane that finishes first; what follows from the answers comes before the rest. */
export function sendBatches(execution: Sending, batches: readonly Batch[]): Progress {
  const { services, open } = execution;
  let parts = splitByLane(batches, laneFacts(services, open));
  const waiting = () => sumOf(parts, ({ batches }) => batches.length);
  const skus = freedSkus(batches);
  let progress = NO_PROGRESS;
  for (let part = parts.shift(); part; part = parts.shift()) {
    const [before, all] = [progress.sent, progress.sent + part.batches.length + waiting()];
    const show = (count: number, total = all) =>
      saveProgress(services.cache, { sent: before + count, total: Math.max(total, before + count) });
    const done: Progress & Partial<SentInBulk> =
      part.lane === 'bulk'
        ? sendFile(execution, takeFreed(execution, part.batches, skus), show)
        : sendInWaves(execution, { batches: part.batches, skus }, (count, left) =>
            show(count, before + count + left + waiting()),
          );
    progress = add(progress, { ...done, more: [] });
    parts.unshift(...following(done, execution));
    if (done.stopReason) return { ...progress, left: progress.left + waiting() };
    if (done.isVariantDayOver) {
      // All else is sent today: prices must not wait for tomorrow's variants.
      const all = waiting();
      parts = parts.map((each) => ({
        ...each,
        batches: each.batches.filter((batch) => !createsVariants(batch)),
      }));
      progress = { ...progress, left: progress.left + all - waiting() + 1 };
    }
  }
  return progress.left > 0 ? { ...progress, stopReason: VARIANT_DAY_OVER } : progress;
}

function createsVariants(batch: Batch): boolean {
  return actionsOf(batch).some((action) => kindOf(action).newVariants(action).length > 0);
}

const VARIANT_DAY_OVER: Problem = {
  kind: 'quota',
  message:
    'Shopify lets an app create only so many new variants a day in a large store (1,000 from 50,000 variants on), and today’s are used up. Everything else was sent.',
  nextStep: 'Sync again in 24 hours: the new products and variants go on where they stopped.',
};

function following(
  { declined = [], more }: Pick<Progress, 'more'> & Partial<SentInBulk>,
  { services, open }: Execution,
): LanePart[] {
  const joined = joinBatches(more, { newKey: services.newUuid, limits: open.store.limits });
  const inOrder = joined.sort((a, b) => SENDING_ORDER.indexOf(a.kind) - SENDING_ORDER.indexOf(b.kind));
  const direct: LanePart[] = declined.length > 0 ? [{ lane: 'direct', batches: declined }] : [];
  return [...direct, ...splitByLane(inOrder, laneFacts(services, open))];
}

function sendFile(
  execution: Sending,
  batches: readonly Batch[],
  show: (lines: number) => void,
): Progress & Partial<SentInBulk> {
  const unmoved = takeUnmoved(execution, batches);
  return unmoved.ok
    ? sendInBulk(execution, unmoved.value, show)
    : { ...NO_PROGRESS, left: batches.length, stopReason: unmoved.problem };
}

/** Sends wave after wave: saves what the store could not tell afterwards, sends, records, writes next to the rows. */
function sendInWaves(
  execution: Sending,
  { batches, skus }: { readonly batches: readonly Batch[]; readonly skus: FreedSkus },
  onProgress: (sent: number, left: number) => void,
): Progress {
  const { open, journal, stopCheck } = execution;
  const { store } = open;
  const queue = [...batches];
  // `more` is of other kinds, such as publishing what was created: once all of it is known, it gets a lane of its own.
  let progress = NO_PROGRESS;
  while (queue.length > 0) {
    const stopReason = stopCheck();
    if (stopReason) return { ...progress, left: progress.left + queue.length, stopReason };
    const freed = takeFreed(execution, takeWave(queue, store.waveSize(queue), skus), skus);
    const unmoved = takeUnmoved(execution, freed);
    if (!unmoved.ok)
      return { ...progress, left: progress.left + queue.length + freed.length, stopReason: unmoved.problem };
    const wave = unmoved.value;
    if (wave.length === 0) continue;
    // Replaced values first: the next execution sends a saved intent, whatever happens to this one.
    journal.save([...wave.flatMap(replacedBy), ...wave.flatMap(deletedBy)]);
    saveIntents(execution, wave);
    const { outcomes, problem } = store.apply(wave);
    const recorded = recordOutcomes(execution, outcomes);
    const isSameKind = ({ kind }: Batch) => kind === wave[0]?.kind;
    queue.unshift(...recorded.more.filter(isSameKind));
    progress = add(progress, { ...recorded, more: recorded.more.filter((batch) => !isSameKind(batch)) });
    onProgress(progress.sent, queue.length + progress.more.length);
    if (problem) return { ...progress, left: progress.left + queue.length, stopReason: problem };
    if (progress.isVariantDayOver) {
      const rest = queue.filter((batch) => !createsVariants(batch));
      progress = { ...progress, left: progress.left + queue.length - rest.length };
      queue.splice(0, queue.length, ...rest);
    }
  }
  return progress;
}

/** Rows that wait for a SKU which another item kept are told so, and are over. */
function takeFreed(execution: Sending, batches: readonly Batch[], skus: FreedSkus): readonly Batch[] {
  return leaveOut(execution, batches, skus.take(batches, execution.open.state.base));
}

/** Reads fields again that Shopify does not compare, right before they are sent, unless the plan has just read them. */
function takeUnmoved(execution: Sending, batches: readonly Batch[]): Result<readonly Batch[]> {
  const { services, open, readAtMs, deadlineMs } = execution;
  const asked = services.clock.now() - readAtMs > OLD_AFTER_MS ? toReadAgain(batches) : undefined;
  if (!asked) return succeed(batches);
  const now = open.store.fetchApart(asked.ids, asked.keys, deadlineMs);
  return now.ok ? succeed(leaveOut(execution, batches, withoutMoved(batches, now.value))) : now;
}

/** Rows of what is left out are told, and are over. */
function leaveOut(
  { board }: Execution,
  batches: readonly Batch[],
  { batches: left, outcomes }: ReturnType<typeof withoutMoved>,
): readonly Batch[] {
  if (outcomes.length === 0) return batches;
  const rowsIn = (some: readonly Batch[]) => some.flatMap(actionsOf).flatMap(rowsOf);
  board.add(outcomes);
  board.finish(rowsBeyond(rowsIn(batches), rowsIn(left)));
  return left;
}

/** Takes the next batches of one kind: a wave never mixes two, so that a product's own changes follow each other. */
function takeWave(queue: Batch[], size: number, skus: FreedSkus): Batch[] {
  const { kind } = queue[0] as Batch;
  const length = queue.findIndex(
    (batch, index) =>
      index >= size || batch.kind !== kind || (index > 0 && skus.isAfter(batch, queue.slice(0, index))),
  );
  return queue.splice(0, length < 0 ? queue.length : length);
}
