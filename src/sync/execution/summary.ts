import type { Estimate, PreviewSummary, RunSummary } from '../../answers/answers';
import type { FieldGroup } from '../../catalog/columns/column';
import { fitProblem } from '../../catalog/tab/fit-message';
import { describeRow } from '../../catalog/tab/row';
import { NO_ROWS, type RowStatus } from '../../catalog/tab/status-block';
import type { Conflict } from '../../plan/model/conflict';
import type { Planned } from '../../plan/model/planned';
import type { RowResult } from '../../plan/model/row-outcome';
import type { HeldChange } from '../../plan/model/sync-plan';
import type { NewItemsLine } from '../../plan/preview/new-items';
import type { Problem } from '../../ports/problem';
import { byGroup, type NameOf, viewConflicts, viewErrors, viewHeld, viewUnsynced } from '../run/questions';
import { endOf, outcomeOf } from '../run/run-state';
import { NO_PROGRESS, type Progress, problemIn } from './progress';

interface Found {
  readonly results: readonly RowResult[];
  readonly groups: readonly FieldGroup[];
  readonly unsynced: readonly Conflict[];
  readonly held: readonly HeldChange[];
  readonly refused?: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly nowMs: number;
  readonly nameOf: NameOf;
}

interface Ran extends Found {
  readonly progress: Progress;
  /** Present in a run that was to keep stock cells up to date. */
  readonly keptStock?: number;
  /** Present in a run of selected rows. */
  readonly hiddenRows?: number;
}

interface Foreseen extends Found {
  readonly preview?: string;
  readonly estimate?: Estimate;
  readonly newItems?: readonly NewItemsLine[];
  readonly planned: Planned;
}

export function summariseRun(ran: Ran): RunSummary {
  const { left: remaining, sent } = ran.progress;
  const problem = problemIn(ran.progress);
  return {
    ...summarise(ran, problem),
    outcome: outcomeOf(endOf(problem, remaining)),
    run: null,
    undid: null,
    sent,
    remaining,
    keptStock: ran.keptStock ?? 0,
    preview: null,
    estimatedSeconds: null,
    ...(ran.hiddenRows && { hiddenRows: ran.hiddenRows }),
  };
}

export function summarisePreview({
  preview,
  estimate,
  newItems,
  planned,
  ...found
}: Foreseen): PreviewSummary {
  return {
    ...previewOf(found, undefined),
    preview: preview ?? null,
    estimatedSeconds: estimate?.seconds ?? null,
    ...(estimate && { estimate }),
    planned,
    ...(newItems?.length && { newItems: newItems.map(describeLine) }),
  };
}

export function failedRun(problem: Problem, groups: readonly FieldGroup[], nowMs: number): RunSummary {
  return brokenOff(problem, { ...nothingFound(groups, nowMs), sent: 0 });
}

/** Summary of a run that broke off after it had done something. */
export function brokenOff(
  problem: Problem,
  {
    sent,
    ...done
  }: Pick<Found, 'results' | 'groups' | 'nowMs'> & Partial<Pick<Found, 'nameOf'>> & Pick<Progress, 'sent'>,
): RunSummary {
  const progress = { ...NO_PROGRESS, sent, stopReason: problem };
  return summariseRun({ ...nothingFound(done.groups, done.nowMs), ...done, progress });
}

export function failedPreview(
  problem: Problem,
  groups: readonly FieldGroup[],
  nowMs: number,
): PreviewSummary {
  return previewOf(nothingFound(groups, nowMs), problem);
}

function previewOf(found: Found, problem: Problem | undefined): PreviewSummary {
  return {
    ...summarise(found, problem),
    outcome: outcomeOf(endOf(problem, 0)),
    run: null,
    undid: null,
    sent: 0,
    remaining: 0,
    keptStock: 0,
    preview: null,
    estimatedSeconds: null,
  };
}

function summarise({ results, groups, nowMs, ...found }: Found, problem: Problem | undefined) {
  const unsynced = viewUnsynced(found.unsynced, found.nameOf);
  const errors = viewErrors(results, found.nameOf);
  return {
    groups,
    totals: countStatuses(results),
    unknownBase: byGroup((group) => unsynced[group].count),
    unsynced,
    ...(errors.length > 0 && { errors }),
    held: viewHeld(found.held, found.nameOf),
    refused: found.refused?.length ?? 0,
    conflicts: viewConflicts(found.conflicts, found.nameOf),
    problem: problem ? fitProblem(problem) : null,
    endedAtMs: nowMs,
  };
}

function nothingFound(groups: readonly FieldGroup[], nowMs: number): Found {
  return { results: [], groups, unsynced: [], held: [], conflicts: [], nowMs, nameOf: () => '' };
}

function describeLine({ ref, what, message }: NewItemsLine): string {
  return `${what}: ${message}${ref ? ` (${describeRow(ref)})` : ''}`;
}

function countStatuses(results: readonly RowResult[]): Record<RowStatus, number> {
  const totals: Record<RowStatus, number> = { ...NO_ROWS };
  for (const { status } of results) totals[status] += 1;
  return totals;
}
