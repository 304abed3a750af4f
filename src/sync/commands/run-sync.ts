import type { RunSummary } from '../../answers/answers';
import { settle } from '../../plan/settle/settle';
import type { Problem } from '../../ports/problem';
import { startedBy } from '../connection/connection-record';
import { endRun } from '../execution/end-run';
import { keepShopifys } from '../execution/keep-shopifys';
import { openSeenRun } from '../execution/open-consented-run';
import { planAndSend } from '../execution/plan-and-send';
import { planRun } from '../execution/plan-run';
import { keepStock } from '../execution/refresh-stock-cells';
import { openBoard } from '../execution/status-board';
import { failedSummary, summarise } from '../execution/summary';
import { openAllowance } from '../ground/daily-allowance';
import { saveProgress } from '../ground/progress';
import type { Services } from '../ground/services';
import { deadlineOf } from '../ground/working-time';
import { describeCompared, isComparisonDue, noteCompared } from '../memory/compared';
import { resumeCancelled } from '../run/cancel';
import { markSeen } from '../run/consent';
import { openRunJournal } from '../run/run-history';
import { isOtherPreview, isSelected, onceBegun } from '../run/run-limit';
import { beginRun, type SyncRequest } from '../run/run-record';
import { brakeOf } from '../run/stop-check';
import { refuseUnwritable } from '../tabs/refuse-unwritable';

/**
 * One execution of a run: reads, plans, and works through the plan until it is done or time is up. What was cut off
 * is continued by reading and planning again; finished work then comes back as unchanged.
 */
export function runSync(services: Services, request: SyncRequest): RunSummary {
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
  const board = openBoard(services, opened.value, run.startedAtMs);
  if (run.limit?.kind !== 'chosen') state.saveChosen([]);
  const journal = openRunJournal(services, run, opened.value.shop.domain, request.kind === 'start');
  let { limit } = run;
  const lastCompared = describeCompared(services, opened.value);
  let isDue = run.startedBy.by === 'clock' && isComparisonDue(services, opened.value);
  const brake = brakeOf(services, { run: run.number, deadlineMs, allowance, by: starter.by });
  const worked = planAndSend(services, opened.value, {
    plan: () => {
      const { by } = run.startedBy;
      const options = { brake, limit, by, run: run.number, lastCompared };
      // Once a day all is compared, in half of the time: what was changed is sent whether it fits or not.
      const halfMs = (clock.now() + deadlineMs) / 2;
      const whole = isDue
        ? planRun(opened.value, { ...options, deadlineMs: halfMs, scope: 'everything' })
        : undefined;
      isDue = false;
      const planned = whole?.ok ? whole : planRun(opened.value, { ...options, deadlineMs });
      if (planned.ok && planned.value.comparesAll) noteCompared(services, opened.value);
      limit = onceBegun(limit);
      if (planned.ok) state.saveWaiting(planned.value.waiting);
      return planned;
    },
    settle,
    rows: desired.rows,
    board,
    journal,
    deadlineMs,
    brake,
    run,
  });
  const isDone = !worked.problem && worked.remaining === 0;
  if (isDone) keepShopifys(services, opened.value, worked.kept, board);
  const keepsStock = isDone && run.limit?.kind !== 'selection' && run.limit?.kind !== 'chosen';
  const kept = keepsStock ? keepStock(services, opened.value, brake) : [];
  board.add(kept);
  board.write(clock.now());
  const results = board.resultsOf(desired.rows);
  allowance.save();
  const summary = summarise({
    ...worked,
    keptStock: kept.length,
    results,
    hiddenRows: results.filter(
      ({ ref, status }) => status === 'skipped' && isSelected(run.limit, ref) && opened.value.isHidden(ref),
    ).length,
    groups: run.groups,
    nowMs: clock.now(),
  });
  if (run.startedBy.by === 'person' && summary.outcome === 'finished')
    markSeen(services, 'run-by-hand', opened.value.shop.domain);
  return endRun(services, run, summary, { journal, open: opened.value });
}

const PREVIEWED_SINCE: Problem = {
  kind: 'invalid-input',
  message: 'Somebody previewed again since, so this is no longer what would be sent.',
  nextStep: 'Choose Preview changes, and send what it shows.',
};
