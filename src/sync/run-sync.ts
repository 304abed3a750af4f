import type { FieldGroup } from '../catalog/row';
import { rowsOf } from '../plan/action';
import { actionsOf, type Batch } from '../plan/batch';
import { batchPlan } from '../plan/batch-plan';
import { settle } from '../plan/settle';
import type { SyncPlan } from '../plan/sync-plan';
import type { Problem } from '../ports/problem';
import type { RunSummary } from './answers';
import { type OpenRun, openRun } from './open-run';
import type { Outside } from './outside';
import { planRun } from './plan-run';
import { forgetUnknownBaseChoice } from './policy-settings';
import { saveProgress } from './progress';
import { beginRun, type RunRecord, saveRun } from './run-record';
import { StatusBoard } from './status-board';
import { failedSummary, summarise } from './summary';

export interface SyncRequest {
  readonly groups: readonly FieldGroup[];
  /** Goes on with the paused run; its groups count. */
  readonly isContinuation: boolean;
}

/** Google ends an execution at six minutes, in the middle of whatever it does; a run pauses well before. */
const WORKING_TIME_MS = 4.5 * 60_000;

/** Planning again is how an unknown outcome is settled; a store that never answers clearly must not keep us here. */
const MOST_PLANS = 3;

/**
 * One execution of a run: reads, plans, and works through the plan until it is done or time is up. What was cut off
 * is continued by reading and planning again; finished work then comes back as unchanged.
 */
export function runSync(outside: Outside, request: SyncRequest): RunSummary {
  const { settings, clock } = outside;
  const deadlineMs = clock.now() + WORKING_TIME_MS;
  const run = beginRun(settings, request.groups, clock.now(), request.isContinuation);
  saveProgress(outside.cache, { sent: 0, total: 0 });
  const opened = openRun(outside, run.groups);
  if (!opened.ok) return end(outside, run, failedSummary(opened.problem, run.groups, clock.now()));
  const board = new StatusBoard(outside, opened.value.tabs, run.startedAtMs);
  resendStock(outside, opened.value);
  const worked = work(outside, opened.value, board, deadlineMs);
  const rows = opened.value.desired.rows;
  const results = rows.map((ref) => board.resultOf(ref));
  const summary = summarise({ ...worked, results, groups: run.groups, nowMs: clock.now() });
  if (summary.outcome === 'finished') forgetUnknownBaseChoice(settings);
  return end(outside, run, summary);
}

interface Worked {
  readonly sent: number;
  readonly remaining: number;
  readonly problem: Problem | undefined;
  readonly unknownBase: SyncPlan['unknownBase'];
}

function work(outside: Outside, open: OpenRun, board: StatusBoard, deadlineMs: number): Worked {
  const { store, desired, state, policy, shop } = open;
  let sent = 0;
  let unknownBase: SyncPlan['unknownBase'] = { products: 0, inventory: 0, prices: 0 };
  for (let plans = 1; ; plans++) {
    const planned = planRun(store, desired, state, policy, shop);
    if (!planned.ok) return { sent, remaining: 0, problem: planned.problem, unknownBase };
    const plan = planned.value;
    unknownBase = plan.unknownBase;
    state.remember(plan.adopted.filter((record) => !isKnown(record, open)));
    board.plan(desired.rows, plan.outcomes, plan.actions.flatMap(rowsOf));
    board.write(outside.clock.now());
    const done = apply(outside, open, board, batchPlan(plan.actions, outside.newUuid), deadlineMs, sent);
    sent = done.sent;
    const isSettled = !done.hasUnknown && done.remaining === 0;
    if (isSettled || done.problem || done.remaining > 0 || plans >= MOST_PLANS) {
      return {
        sent,
        remaining: done.remaining + (done.hasUnknown ? 1 : 0),
        problem: done.problem,
        unknownBase,
      };
    }
  }
}

/** Wave after wave: save what the store could not tell of, send, settle, write beside the rows. */
function apply(
  outside: Outside,
  { store, state }: OpenRun,
  board: StatusBoard,
  batches: readonly Batch[],
  deadlineMs: number,
  sentBefore: number,
): { sent: number; remaining: number; hasUnknown: boolean; problem: Problem | undefined } {
  const queue = [...batches];
  let sent = sentBefore;
  let hasUnknown = false;
  while (queue.length > 0) {
    if (outside.clock.now() >= deadlineMs)
      return { sent, remaining: queue.length, hasUnknown, problem: undefined };
    const wave = takeWave(queue, store.waveSize(queue[0] as Batch));
    saveIntents(outside, state, wave);
    const { outcomes, problem } = store.apply(wave);
    for (const outcome of outcomes) {
      if (outcome.answer.kind === 'unknown') {
        hasUnknown = true;
        continue;
      }
      const { records, outcomes: rows } = settle(outcome, state.base);
      state.remember(records);
      board.add(rows);
      board.settle(settledRows(outcome.batch, outcome.answer.retry));
      queue.unshift(...outcome.answer.retry);
      sent += 1;
    }
    state.dropIntents(
      outcomes.flatMap(({ batch, answer }) =>
        'key' in batch && answer.kind === 'answered' ? [batch.key] : [],
      ),
    );
    board.write(outside.clock.now());
    saveProgress(outside.cache, { sent, total: sent + queue.length });
    if (problem) return { sent, remaining: queue.length, hasUnknown, problem };
  }
  return { sent, remaining: 0, hasUnknown, problem: undefined };
}

/** The next batches of one operation: a wave never mixes two, so that a product's own changes follow each other. */
function takeWave(queue: Batch[], size: number): Batch[] {
  const { operation } = queue[0] as Batch;
  const length = queue.findIndex((batch, index) => index >= size || batch.operation !== operation);
  return queue.splice(0, length < 0 ? queue.length : length);
}

/** Rows whose part of the batch is over; those that go again without a refused neighbour still wait. */
function settledRows(batch: Batch, retry: readonly Batch[]) {
  const again = new Set(
    retry
      .flatMap(actionsOf)
      .flatMap(rowsOf)
      .map(({ sheetId, row }) => `${sheetId}:${row}`),
  );
  return actionsOf(batch)
    .flatMap(rowsOf)
    .filter(({ sheetId, row }) => !again.has(`${sheetId}:${row}`));
}

function saveIntents({ clock }: Outside, state: OpenRun['state'], wave: readonly Batch[]): void {
  const savedAtMs = clock.now();
  state.saveIntents(wave.flatMap((batch) => ('key' in batch ? [{ batch, savedAtMs }] : [])));
  state.remember(
    wave.flatMap((batch) =>
      batch.operation === 'productSet' ? [{ kind: 'creation' as const, handle: batch.action.handle }] : [],
    ),
  );
}

/** Shopify remembers an idempotency key for a day: within it, the same body under the same key cannot count twice. */
const KEY_LIFETIME_MS = 23 * 3_600_000;

/** Stock whose outcome an earlier execution never learned is sent again under its own key, before anything is planned. */
function resendStock({ clock }: Outside, { store, state }: OpenRun): void {
  for (const { batch, savedAtMs } of state.intents) {
    if (clock.now() - savedAtMs < KEY_LIFETIME_MS) {
      const [outcome] = store.apply([batch]).outcomes;
      if (!outcome || outcome.answer.kind === 'unknown') continue;
      state.remember(settle(outcome, state.base).records);
    }
    state.dropIntents([batch.key]);
  }
}

function isKnown(record: SyncPlan['adopted'][number], { state }: OpenRun): boolean {
  const known =
    record.kind === 'product'
      ? state.base.product(record.id)
      : record.kind === 'variant'
        ? state.base.variant(record.id)
        : undefined;
  return known !== undefined && JSON.stringify(known) === JSON.stringify(record);
}

function end({ settings }: Outside, run: RunRecord, summary: RunSummary): RunSummary {
  saveRun(settings, { ...run, summary });
  return summary;
}
