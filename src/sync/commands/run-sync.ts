import type { RunSummary } from '../../answers/answers';
import type { FieldGroup } from '../../catalog/columns/column';
import type { Problem, Result } from '../../ports/problem';
import { startedBy } from '../connection/connection-record';
import { endSurely } from '../execution/end-run';
import type { Execution } from '../execution/execution';
import { openConsentedRun } from '../execution/open-consented-run';
import { openExecution } from '../execution/open-execution';
import { planAndSend } from '../execution/plan-and-send';
import { type PlannedRun, planRun } from '../execution/plan-run';
import { problemIn, saveProgress } from '../execution/progress';
import { failedRun, summariseRun } from '../execution/summary';
import { takeShopifysSide } from '../execution/take-shopifys-side';
import { type Allowance, deadlineOf, openAllowance } from '../ground/daily-allowance';
import type { StartedBy, WritingServices } from '../ground/services';
import { describeCompared, isComparisonDue, noteCompared } from '../memory/compared';
import { refreshStockCells } from '../refresh/refresh-stock';
import { forgetCancelled } from '../run/cancel';
import { markSeen } from '../run/consent';
import { namesIn } from '../run/questions';
import {
  isDecided,
  isOtherPreview,
  isSelected,
  onceBegun,
  type RunLimit,
  selectedRows,
  whyLost,
} from '../run/run-limit';
import { beginRun, type Run, resumeDecided, resumeRun } from '../run/run-record';

export type RunRequest =
  | {
      readonly kind: 'start';
      readonly groups: readonly FieldGroup[];
      readonly limit?: RunLimit;
      readonly ticks?: readonly string[];
    }
  | { readonly kind: 'continue'; readonly run: Run }
  /** Goes on with the run whose panel asked, as far as the limit names what a person decided. */
  | { readonly kind: 'confirmed'; readonly run: Run; readonly limit: RunLimit };

interface Begun {
  readonly by: StartedBy['by'];
  /** Deadline of this execution, where it did something else before; milliseconds since 1970. */
  readonly deadlineMs?: number;
}

/**
 * Executes a run once: reads, plans, and sends until all is done or time is up. What was cut off is continued by reading
 * and planning again; finished work then comes back as unchanged, and its rows say that it was sent.
 */
export function runSync(services: WritingServices, request: RunRequest, begun: Begun): RunSummary {
  const { clock, cache } = services;
  const starter = startedBy(services, begun.by);
  const allowance = openAllowance(services, starter.by === 'clock');
  const deadlineMs = begun.deadlineMs ?? deadlineOf(services, starter.by);
  const run = begin(services, request, starter);
  saveProgress(cache, { sent: 0, total: 0 });
  return endSurely(services, run, (shared) => {
    const fail = (problem: Problem) => failedRun(problem, run.groups, clock.now());
    const opened = openConsentedRun(services, run);
    if (!opened.ok) return fail(opened.problem);
    const open = opened.value;
    const isNew = request.kind === 'start';
    if (isNew && isOtherPreview(run.limit, open.state.previewed.id)) return fail(PREVIEWED_SINCE);
    const selected = selectedRows(run.limit, open);
    const lost = selected && whyLost(run.limit, selected, isNew ? undefined : open.state.chosen);
    if (lost) return fail(lost);
    if (selected) open.state.saveChosen(selected);
    else if (request.kind === 'start' && request.ticks) {
      open.state.saveChosen(request.ticks);
      // The sidebar may still show the same preview, whose button sends all of it: what was left out, too.
      open.state.savePreview({ ...open.state.previewed, id: services.newUuid() });
    } else if (!isDecided(run.limit)) open.state.saveChosen([]);
    const after = request.kind === 'start' ? undefined : request.run.state.kind;
    const began = { run, isNew, after, by: starter.by, deadlineMs, allowance };
    shared.execution = openExecution(services, open, began);
    return work(shared.execution, allowance);
  });
}

function work(execution: Execution, allowance: Allowance): RunSummary {
  const { services, open, run, board } = execution;
  const { clock } = services;
  const sent = planAndSend(execution, { plan: planning(execution), rows: open.desired.rows });
  const isDone = problemIn(sent.progress) === undefined && sent.progress.left === 0;
  if (isDone) takeShopifysSide(execution, sent.kept);
  const refreshes = isDone && run.limit?.kind !== 'selection' && run.limit?.kind !== 'chosen';
  const refreshed = refreshes ? refreshStockCells(execution) : [];
  board.add(refreshed);
  board.write(clock.now());
  const results = board.resultsOf(open.desired.rows);
  allowance.save();
  const summary = summariseRun({
    ...sent,
    keptStock: refreshed.length,
    results,
    hiddenRows: results.filter(
      ({ ref, status }) => status === 'skipped' && isSelected(run.limit, ref) && open.isHidden(ref),
    ).length,
    groups: run.groups,
    nowMs: clock.now(),
    nameOf: namesIn(open),
  });
  if (run.startedBy.by === 'person' && summary.outcome === 'finished')
    markSeen(services, 'run-by-hand', open.shop.domain);
  return summary;
}

function begin({ settings, clock }: WritingServices, request: RunRequest, startedBy: StartedBy): Run {
  switch (request.kind) {
    case 'start': {
      const { groups, limit } = request;
      const startedAtMs = clock.now();
      return beginRun(settings, {
        task: { kind: 'sync' },
        groups,
        startedBy,
        startedAtMs,
        ...(limit && { limit }),
      });
    }
    case 'continue':
      forgetCancelled(settings, request.run);
      return resumeRun(settings, request.run);
    case 'confirmed':
      forgetCancelled(settings, request.run);
      return resumeDecided(settings, request.run, { limit: request.limit, startedBy });
  }
}

/** Plans the run as often as asked. The first plan of a limited run must be what was shown, later ones what is left of it. */
function planning(execution: Execution): () => Result<PlannedRun> {
  const { services, open, run, stopCheck, deadlineMs } = execution;
  const { by } = run.startedBy;
  let { limit } = run;
  const lastCompared = describeCompared(services, open);
  let isDue = by === 'clock' && isComparisonDue(services, open);
  return () => {
    const options = { stopCheck, limit, by, run: run.number, lastCompared };
    // Once a day everything is compared, in half of the time. Changed rows are sent whether that comparison fits or not.
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
