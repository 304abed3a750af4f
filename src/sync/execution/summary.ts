import type { Estimate, RunSummary } from '../../answers/answers';
import type { FieldGroup } from '../../catalog/columns/column';
import { describeRow, fitProblem } from '../../catalog/tab/row';
import { NO_ROWS, type RowStatus } from '../../catalog/tab/status-block';
import type { Conflict } from '../../plan/model/conflict';
import type { HeldChange } from '../../plan/model/held-change';
import type { Planned } from '../../plan/model/planned';
import type { RowResult } from '../../plan/model/row-outcome';
import type { NewItemsLine } from '../../plan/preview/new-items';
import type { Problem } from '../../ports/problem';
import { byGroup, viewConflicts, viewHeld, viewUnsynced } from '../run/questions';
import { endOf, outcomeOf } from '../run/run-state';
import { NO_PROGRESS, type Progress, problemIn } from './progress';

export interface Finished {
  readonly results: readonly RowResult[];
  readonly groups: readonly FieldGroup[];
  readonly progress: Progress;
  readonly unsynced: readonly Conflict[];
  readonly held: readonly HeldChange[];
  readonly refused?: readonly string[];
  readonly conflicts: readonly Conflict[];
  /** Of a run that was to keep them up to date. */
  readonly keptStock?: number;
  /** Of a run of selected rows. */
  readonly hiddenRows?: number;
  readonly nowMs: number;
  /** Of a run. */
  readonly run?: number;
  readonly preview?: string;
  /** Of a preview alone. */
  readonly estimate?: Estimate;
  readonly newItems?: readonly NewItemsLine[];
  readonly planned?: Planned;
}

export function summarise(finished: Finished): RunSummary {
  const { results, groups, progress, nowMs } = finished;
  const { sent, left: remaining } = progress;
  const problem = problemIn(progress);
  const unsynced = viewUnsynced(finished.unsynced);
  const totals = countStatuses(results);
  return {
    outcome: outcomeOf(endOf(problem, remaining)),
    groups,
    totals,
    run: finished.run ?? null,
    undid: null,
    preview: finished.preview ?? null,
    unknownBase: byGroup((group) => unsynced[group].count),
    unsynced,
    held: viewHeld(finished.held),
    refused: finished.refused?.length ?? 0,
    conflicts: viewConflicts(finished.conflicts),
    sent,
    remaining,
    keptStock: finished.keptStock ?? 0,
    problem: problem ? fitProblem(problem) : null,
    endedAtMs: nowMs,
    estimatedSeconds: finished.estimate?.seconds ?? null,
    ...(finished.hiddenRows && { hiddenRows: finished.hiddenRows }),
    ...(finished.estimate && { estimate: finished.estimate }),
    ...(finished.planned && { planned: finished.planned }),
    ...(finished.newItems?.length && { newItems: finished.newItems.map(describeLine) }),
  };
}

function describeLine({ ref, what, message }: NewItemsLine): string {
  return `${what}: ${message}${ref ? ` (${describeRow(ref)})` : ''}`;
}

export function failedSummary(problem: Problem, groups: readonly FieldGroup[], nowMs: number): RunSummary {
  return summarise({
    results: [],
    groups,
    progress: { ...NO_PROGRESS, stopReason: problem },
    unsynced: [],
    held: [],
    conflicts: [],
    nowMs,
  });
}

function countStatuses(results: readonly RowResult[]): Record<RowStatus, number> {
  const totals: Record<RowStatus, number> = { ...NO_ROWS };
  for (const { status } of results) totals[status] += 1;
  return totals;
}
