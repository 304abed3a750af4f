import type { FieldGroup } from '../catalog/row';
import { NO_ROWS, type RowStatus } from '../catalog/status-block';
import type { Conflict } from '../plan/conflict';
import type { HeldChange } from '../plan/guards';
import type { RowResult } from '../plan/row-outcome';
import type { Problem } from '../ports/problem';
import type { RunSummary } from './answers';
import { viewConflicts } from './conflicts';
import type { Estimate } from './estimate';
import { viewHeld } from './held';

export interface Finished {
  readonly results: readonly RowResult[];
  readonly groups: readonly FieldGroup[];
  readonly sent: number;
  readonly remaining: number;
  readonly problem: Problem | undefined;
  readonly unknownBase: Readonly<Record<FieldGroup, number>>;
  readonly held: readonly HeldChange[];
  readonly conflicts: readonly Conflict[];
  /** Of a run that was to keep them up to date. */
  readonly keptStock?: number;
  readonly nowMs: number;
  /** Of a preview alone. */
  readonly estimate?: Estimate;
}

export function summarise(finished: Finished): RunSummary {
  const { results, groups, sent, remaining, problem, unknownBase, nowMs } = finished;
  const held = viewHeld(finished.held);
  const conflicts = viewConflicts(finished.conflicts);
  const totals = countStatuses(results);
  return {
    outcome: problem ? outcomeOf(problem) : remaining > 0 ? 'paused' : 'finished',
    groups,
    totals,
    unknownBase,
    held,
    conflicts,
    sent,
    remaining,
    keptStock: finished.keptStock ?? 0,
    problem: problem ?? null,
    endedAtMs: nowMs,
    estimatedSeconds: finished.estimate?.seconds ?? null,
    ...(finished.estimate && { estimate: finished.estimate }),
  };
}

export function failedSummary(problem: Problem, groups: readonly FieldGroup[], nowMs: number): RunSummary {
  const unknownBase = { products: 0, inventory: 0, prices: 0 };
  return summarise({
    results: [],
    groups,
    sent: 0,
    remaining: 0,
    problem,
    unknownBase,
    held: [],
    conflicts: [],
    nowMs,
  });
}

/** With what passes by itself the run goes on later where it stands. */
function outcomeOf({ kind }: Problem): RunSummary['outcome'] {
  if (kind === 'stopped') return 'stopped';
  return kind === 'network' || kind === 'throttled' || kind === 'quota' ? 'paused' : 'failed';
}

function countStatuses(results: readonly RowResult[]): Record<RowStatus, number> {
  const totals: Record<RowStatus, number> = { ...NO_ROWS };
  for (const { status } of results) totals[status] += 1;
  return totals;
}
