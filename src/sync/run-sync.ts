import { rowsOf } from '../plan/action';
import type { BaseRecord } from '../plan/base';
import { batchPlan } from '../plan/batch-plan';
import type { SyncPlan } from '../plan/sync-plan';
import { fail, type Problem, type Result } from '../ports/problem';
import type { RunSummary } from './answers';
import { applyBatches } from './apply-batches';
import { wasPreviewed } from './first-preview';
import { resendStock } from './intents';
import { type OpenRun, openRun } from './open-run';
import type { Outside } from './outside';
import { planRun } from './plan-run';
import { forgetUnknownBaseChoice } from './policy-settings';
import { saveProgress } from './progress';
import { beginRun, type RunRecord, type SyncRequest, saveRun } from './run-record';
import { StatusBoard } from './status-board';
import { failedSummary, summarise } from './summary';

/** Google ends an execution at six minutes, in the middle of whatever it does; a run pauses well before. */
const WORKING_TIME_MS = 4.5 * 60_000;

/** Planning again is how an unknown outcome is settled; a store that never answers clearly must not keep us here. */
const MOST_PLANS = 3;

/**
 * One execution of a run: reads, plans, and works through the plan until it is done or time is up. What was cut off
 * is continued by reading and planning again; finished work then comes back as unchanged.
 */
export function runSync(outside: Outside, request: SyncRequest): RunSummary {
  const { settings, clock, cache } = outside;
  const deadlineMs = clock.now() + WORKING_TIME_MS;
  const run = beginRun(settings, request, clock.now());
  if (request.kind === 'start') forgetUnknownBaseChoice(settings);
  saveProgress(cache, { sent: 0, total: 0 });
  const opened = openSeenRun(outside, run.groups);
  if (!opened.ok) return end(outside, run, failedSummary(opened.problem, run.groups, clock.now()));
  const { tabs, desired, state } = opened.value;
  const board = new StatusBoard(outside, tabs, run.startedAtMs);
  if (request.kind === 'start') state.forgetConfirmations();
  resendStock(outside, opened.value);
  const worked = work(outside, opened.value, run, board, deadlineMs);
  const results = desired.rows.map((ref) => board.resultOf(ref));
  const summary = summarise({ ...worked, results, groups: run.groups, nowMs: clock.now() });
  return end(outside, run, summary);
}

/** Nothing is written to a store before a person has seen a first preview; what stops a run otherwise comes first. */
function openSeenRun(outside: Outside, groups: RunRecord['groups']): Result<OpenRun> {
  const opened = openRun(outside, groups);
  return opened.ok && !wasPreviewed(outside.settings) ? UNSEEN : opened;
}

const UNSEEN = fail(
  'no-preview',
  'Nobody has seen yet what a sync of this spreadsheet would do.',
  'Choose Preview changes first; nothing is sent by it.',
);

interface Worked extends Pick<SyncPlan, 'unknownBase' | 'held' | 'conflicts'> {
  readonly sent: number;
  readonly remaining: number;
  readonly problem: Problem | undefined;
}

/** Plans and applies, and plans again while the outcome of something that was sent is not known. */
function work(
  outside: Outside,
  open: OpenRun,
  { limit }: RunRecord,
  board: StatusBoard,
  deadlineMs: number,
): Worked {
  const { desired, state } = open;
  let worked: Worked = {
    sent: 0,
    remaining: 0,
    problem: undefined,
    unknownBase: { products: 0, inventory: 0, prices: 0 },
    held: [],
    conflicts: [],
  };
  for (let plans = 1; plans <= MOST_PLANS; plans++) {
    const planned = planRun(open, { limit });
    if (!planned.ok) return { ...worked, problem: planned.problem };
    const { actions, outcomes, adopted, unknownBase, held, conflicts } = planned.value;
    state.remember(adopted.filter((record) => !isKnown(record, open)));
    board.plan(desired.rows, outcomes, actions.flatMap(rowsOf));
    board.write(outside.clock.now());
    const batches = batchPlan(actions, outside.newUuid);
    const applied = applyBatches(outside, open, board, batches, deadlineMs);
    const remaining = applied.remaining + (applied.hasUnknown ? 1 : 0);
    worked = {
      sent: worked.sent + applied.sent,
      remaining,
      problem: applied.problem,
      unknownBase,
      held,
      conflicts,
    };
    if (!applied.hasUnknown || applied.problem || applied.remaining > 0) return worked;
  }
  return worked;
}

function isKnown(record: BaseRecord, { state }: OpenRun): boolean {
  const known =
    record.kind === 'product'
      ? state.base.product(record.id)
      : record.kind === 'variant'
        ? state.base.variant(record.id)
        : undefined;
  return known !== undefined && JSON.stringify(known) === JSON.stringify(record);
}

function end({ settings }: Outside, run: RunRecord, summary: RunSummary): RunSummary {
  saveRun(settings, {
    ...run,
    summary: {
      ...summary,
      held: { ...summary.held, shown: [] },
      conflicts: { count: summary.conflicts.count, shown: [] },
    },
  });
  return summary;
}
