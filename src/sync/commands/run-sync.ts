import type { RunSummary } from '../../answers/answers';
import type { Problem, Result } from '../../ports/problem';
import { startedBy } from '../connection/connection-record';
import { endRun } from '../execution/end-run';
import type { Execution } from '../execution/execution';
import { takeShopifysSide } from '../execution/keep-shopifys';
import { openSeenRun } from '../execution/open-consented-run';
import { openExecution } from '../execution/open-execution';
import { planAndSend } from '../execution/plan-and-send';
import { type PlannedRun, planRun } from '../execution/plan-run';
import { problemIn } from '../execution/progress';
import { refreshStockCells } from '../execution/refresh-stock-cells';
import { failedSummary, summarise } from '../execution/summary';
import { openAllowance } from '../ground/daily-allowance';
import type { WritingServices } from '../ground/services';
import { saveProgress } from '../ground/shown-progress';
import { deadlineOf } from '../ground/working-time';
import { describeCompared, isComparisonDue, noteCompared } from '../memory/compared';
import { resumeCancelled } from '../run/cancel';
import { markSeen } from '../run/consent';
import { isOtherPreview, isSelected, onceBegun } from '../run/run-limit';
import { beginRun, type SyncRequest } from '../run/run-record';
import { refuseUnwritable } from '../tabs/refuse-unwritable';

/**
 * One execution of a run: reads, plans, and works through the plan until it is done or time is up. What was cut off
 * is continued by reading and planning again; finished work then comes back as unchanged.
 */
export function runSync(services: WritingServices, request: SyncRequest): RunSummary {
  const { settings, clock, cache } = services;
  const starter = startedBy(services, request.by ?? 'person');
  const allowance = openAllowance(services, starter.by === 'clock');
  const deadlineMs = request.deadlineMs ?? deadlineOf(services, starter.by);
  const run = beginRun(settings, request, starter, clock.now());
  resumeCancelled(settings, run);
  saveProgress(cache, { sent: 0, total: 0 });
  const opened = openSeenRun(services, run);
  if (!opened.ok)
    return endRun(services, run, failedSummary(opened.problem, run.groups, clock.now()), undefined);
  const { desired, state } = opened.value;
  if (request.kind === 'start' && isOtherPreview(run.limit, state.previewed.id))
    return endRun(services, run, failedSummary(PREVIEWED_SINCE, run.groups, clock.now()), undefined);
  const unwritable = refuseUnwritable(services, opened.value);
  if (unwritable) return endRun(services, run, failedSummary(unwritable, run.groups, clock.now()), undefined);
  const open = opened.value;
  if (run.limit?.kind !== 'chosen') state.saveChosen([]);
  const execution = openExecution(services, open, {
    ...{ run, isNew: request.kind === 'start', by: starter.by, deadlineMs, allowance },
  });
  const { board } = execution;
  const sent = planAndSend(execution, { plan: planning(execution), rows: desired.rows });
  const isDone = problemIn(sent.progress) === undefined && sent.progress.left === 0;
  if (isDone) takeShopifysSide(execution, sent.kept);
  const refreshes = isDone && run.limit?.kind !== 'selection' && run.limit?.kind !== 'chosen';
  const refreshed = refreshes ? refreshStockCells(execution) : [];
  board.add(refreshed);
  board.write(clock.now());
  const results = board.resultsOf(desired.rows);
  allowance.save();
  const summary = summarise({
    ...sent,
    keptStock: refreshed.length,
    results,
    hiddenRows: results.filter(
      ({ ref, status }) => status === 'skipped' && isSelected(run.limit, ref) && open.isHidden(ref),
    ).length,
    groups: run.groups,
    nowMs: clock.now(),
  });
  if (run.startedBy.by === 'person' && summary.outcome === 'finished')
    markSeen(services, 'run-by-hand', open.shop.domain);
  return endRun(services, run, summary, execution);
}

/** Plans the run again and again: the first plan of a limited run is compared with what was shown, later ones with what is left. */
function planning(execution: Execution): () => Result<PlannedRun> {
  const { services, open, run, stopCheck, deadlineMs } = execution;
  const { by } = run.startedBy;
  let { limit } = run;
  const lastCompared = describeCompared(services, open);
  let isDue = by === 'clock' && isComparisonDue(services, open);
  return () => {
    const options = { stopCheck, limit, by, run: run.number, lastCompared };
    // Once a day all is compared, in half of the time: what was changed is sent whether it fits or not.
    const halfMs = (services.clock.now() + deadlineMs) / 2;
    const whole = isDue ? planRun(open, { ...options, deadlineMs: halfMs, scope: 'everything' }) : undefined;
    isDue = false;
    const planned = whole?.ok ? whole : planRun(open, { ...options, deadlineMs });
    if (planned.ok && planned.value.comparesAll) noteCompared(services, open);
    limit = onceBegun(limit);
    if (planned.ok) open.state.saveWaiting(planned.value.waiting);
    return planned;
  };
}

const PREVIEWED_SINCE: Problem = {
  kind: 'invalid-input',
  message: 'Somebody previewed again since, so this is no longer what would be sent.',
  nextStep: 'Choose Preview changes, and send what it shows.',
};
