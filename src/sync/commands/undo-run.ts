import type { PreviewSummary, RunSummary, UndoPreview, UndoSummary } from '../../answers/answers';
import { distinctRows, type RowRef, rowKey } from '../../catalog/tab/row';
import { rowsOf } from '../../plan/action-kinds';
import { type RowResult, severity } from '../../plan/model/row-outcome';
import type { SyncPlan } from '../../plan/model/sync-plan';
import { countPlanned } from '../../plan/preview/count-planned';
import { foreseenResults } from '../../plan/preview/foretell';
import { type Result, succeed } from '../../ports/problem';
import type { Store } from '../../ports/store';
import { startedBy } from '../connection/connection-record';
import { endSurely } from '../execution/end-run';
import { openExecution } from '../execution/open-execution';
import { planAndSend } from '../execution/plan-and-send';
import { CHECKING_TIME_MS } from '../execution/plan-run';
import { saveProgress } from '../execution/progress';
import { summarisePreview, summariseRun } from '../execution/summary';
import { deadlineOf, openAllowance } from '../ground/daily-allowance';
import type { Services, StartedBy, WritingServices } from '../ground/services';
import { forgetCancelled } from '../run/cancel';
import { namesIn } from '../run/questions';
import { chosenBy, chosenLimit } from '../run/run-limit';
import { beginRun, type Run, resumeRun } from '../run/run-record';
import { refuseUnwritable } from '../tabs/refuse-unwritable';
import { CHANGED, isKeys } from './decide';
import { type OpenUndo, openUndoOf, planUndoRun } from './plan-undo-run';

export interface UndoRequest {
  /** The number of the run to undo. */
  readonly run: number;
  /** Answers what would be undone, and does nothing. */
  readonly preview?: boolean;
  /** The keys of the held changes that the person was shown, where they are to be undone as well. */
  readonly held?: readonly string[];
}

/** Puts back the values that a run replaced, as a run of its own, which can itself be undone. */
export function undoRun(
  services: WritingServices,
  { run, preview, held }: UndoRequest,
): Result<UndoSummary | UndoPreview> {
  const { settings, clock } = services;
  const deadlineMs = deadlineOf(services, 'person');
  const opened = openUndoOf(services, run);
  if (!opened.ok) return opened;
  const { open } = opened.value;
  if (preview) return previewUndo(services, opened.value);
  const refusal = held === undefined ? undefined : refuseUnseen(services, opened.value, held);
  if (refusal) return refusal;
  const unwritable = refuseUnwritable(services, open);
  if (unwritable) return { ok: false, problem: unwritable };
  const { state, policy } = open;
  state.saveChosen(held ?? []);
  const begun = beginRun(settings, {
    task: { kind: 'undo', run },
    groups: policy.groups,
    limit: chosenLimit(state.chosen),
    startedBy: startedBy(services, 'person'),
    startedAtMs: clock.now(),
  });
  return succeed(work(services, opened.value, { run: begun, isNew: true, deadlineMs, by: 'person' }));
}

interface ContinuedUndo {
  readonly run: Run;
  /** The number of the run that it undoes. */
  readonly undone: number;
  readonly by: StartedBy['by'];
}

/** Continues an undo that was paused or cut off: what is undone is found undone, and is not sent again. */
export function continueUndo(
  services: WritingServices,
  { run, undone, by }: ContinuedUndo,
): Result<UndoSummary> {
  const deadlineMs = deadlineOf(services, by);
  const opened = openUndoOf(services, undone);
  if (!opened.ok) return opened;
  forgetCancelled(services.settings, run);
  const resumed = resumeRun(services.settings, run);
  return succeed(work(services, opened.value, { run: resumed, isNew: false, deadlineMs, by }));
}

interface UndoExecution {
  readonly run: Run;
  readonly isNew: boolean;
  readonly deadlineMs: number;
  /** Whether a person or the schedule started this execution, whoever began the undo. */
  readonly by: StartedBy['by'];
}

function work(
  services: Services,
  opened: OpenUndo<Store>,
  { run, isNew, deadlineMs, by }: UndoExecution,
): UndoSummary {
  const { clock, cache } = services;
  const { open } = opened;
  const touched = new Map<string, RowRef>();
  const allowance = openAllowance(services, by === 'clock');
  saveProgress(cache, { sent: 0, total: 0 });
  const execution = openExecution(services, open, { run, isNew, by, deadlineMs, allowance });
  const { board, stopCheck } = execution;
  const resultsOf = (rows: Iterable<RowRef>) => [...rows].map((ref) => board.resultOf(ref));
  const summary = endSurely(services, run, (shared) => {
    shared.execution = execution;
    const sent = planAndSend(execution, {
      plan: () => {
        const planned = planUndoRun(opened, chosenBy(run.limit, open.state), { deadlineMs, stopCheck });
        if (planned.ok) for (const ref of rowsIn(planned.value)) touched.set(rowKey(ref), ref);
        return planned;
      },
      // Other rows keep what stands next to them.
      rows: [],
    });
    board.write(clock.now());
    allowance.save();
    const isGivenBack = ({ ref, status }: RowResult) =>
      severity(status) >= severity('skipped') && board.isChanged(ref);
    // What an undo gave back is held until it is edited, but the history counts it as a change. Rows that an earlier
    // execution finished are not planned again.
    const earlier = open.desired.rows.filter((ref) => board.isChanged(ref) && !touched.has(rowKey(ref)));
    const results = resultsOf([...touched.values(), ...earlier]).map((result) =>
      isGivenBack(result) ? { ...result, status: 'updated' as const } : result,
    );
    return summariseRun({
      ...sent,
      results,
      groups: run.groups,
      nowMs: clock.now(),
      nameOf: namesIn(open),
    });
  });
  return asUndo(opened, summary, resultsOf(touched.values()));
}

function previewUndo(services: Services, opened: OpenUndo): Result<UndoPreview> {
  const planned = planChecked(services, opened);
  if (!planned.ok) return planned;
  const { actions } = planned.value;
  const results = foreseenResults(rowsIn(planned.value), planned.value);
  const summary = summarisePreview({
    ...planned.value,
    planned: countPlanned(actions, opened.open.state.base),
    results,
    groups: opened.open.policy.groups,
    nowMs: services.clock.now(),
    nameOf: namesIn(opened.open),
  });
  return succeed(asUndo(opened, summary, results));
}

function planChecked(services: Services, opened: OpenUndo): Result<SyncPlan> {
  return planUndoRun(opened, new Set(), { deadlineMs: services.clock.now() + CHECKING_TIME_MS });
}

/** A confirmation covers exactly the values that were shown. */
function refuseUnseen(
  services: Services,
  opened: OpenUndo,
  keys: readonly string[],
): Result<never> | undefined {
  const planned = planChecked(services, opened);
  if (!planned.ok) return planned;
  const held = new Set(planned.value.held.map(({ key }) => key));
  return isKeys(keys) && keys.every((key) => held.has(key)) ? undefined : CHANGED;
}

/** Number of changes that the sidebar shows; the rows themselves report the others too. */
const MOST_SHOWN = 1_000;

function asUndo<Summary extends RunSummary | PreviewSummary>(
  { undoable, open }: OpenUndo,
  summary: Summary,
  results: readonly RowResult[],
) {
  const nameOf = namesIn(open);
  const shown = results
    .slice(0, MOST_SHOWN)
    .map(({ ref, status, message }) => ({ ...ref, name: nameOf(ref), status, message }));
  const created = distinctRows(undoable.created.map(({ ref }) => ref)).length;
  return { ...summary, undoes: undoable.run, created, rows: { count: results.length, shown } };
}

function rowsIn({ outcomes, actions }: SyncPlan): RowRef[] {
  const refs = [...outcomes.map(({ ref }) => ref), ...actions.flatMap(rowsOf)];
  return distinctRows(refs);
}
