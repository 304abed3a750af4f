import type { RunSummary } from '../../answers/answers';
import type { FieldGroup } from '../../catalog/columns/column';
import { fail, type Result, succeed } from '../../ports/problem';
import { openConnection } from '../connection/connect';
import type { StartedBy, WritingServices } from '../ground/services';
import { refuseDuringLease } from '../run/lease';
import type { RunLimit } from '../run/run-limit';
import { loadRun, type Run } from '../run/run-record';
import { nextState, summaryIn } from '../run/run-state';
import { runSync } from './run-sync';
import { continueUndo } from './undo-run';

export interface Wanted {
  readonly groups: readonly FieldGroup[];
  readonly limit?: RunLimit;
  /** Names of the changes that a person ticked. */
  readonly ticks?: readonly string[];
}

/** Starts a run, unless another one is only between two of its executions. */
export function startRun(services: WritingServices, wanted: Wanted, by: StartedBy['by']): Result<RunSummary> {
  const refused =
    refuseDuringLease(services, by) ?? (by === 'person' ? refuseUnconnected(services) : undefined);
  return refused ?? succeed(runSync(services, { kind: 'start', ...wanted }, { by }));
}

/**
 * Continues the last run, whether it syncs or undoes. If somebody else finished it meanwhile, it is over. If its record
 * cannot be read, nothing is started: a limited run must not become a sync of everything.
 */
export function continueRun(services: WritingServices): Result<RunSummary> {
  const run = loadRun(services.settings);
  const next = nextState(run?.state.kind ?? 'none', 'continue');
  if (!run || next === 'refused') return NOTHING_TO_CONTINUE;
  const summary = summaryIn(run.state);
  if (next === 'finished' && summary) return succeed(summary);
  return refuseUnconnected(services) ?? resume(services, run, 'person');
}

/** Somebody without access begins nothing: the last run, which may be another person's and paused, stays as it is. */
function refuseUnconnected(services: WritingServices): Result<never> | undefined {
  const opened = openConnection(services);
  return opened.ok ? undefined : opened;
}

/** Goes on with a run that was cut off, in the shorter time of the clock; undefined where there is none. */
export function continueByClock(services: WritingServices): Result<RunSummary> | undefined {
  const run = loadRun(services.settings);
  if (!run || nextState(run.state.kind, 'clock-continues') === 'refused') return undefined;
  return refuseDuringLease(services, 'clock') ?? resume(services, run, 'clock');
}

function resume(services: WritingServices, run: Run, by: StartedBy['by']): Result<RunSummary> {
  return run.task.kind === 'undo'
    ? continueUndo(services, { run, undone: run.task.run, by })
    : succeed(runSync(services, { kind: 'continue', run }, { by }));
}

const NOTHING_TO_CONTINUE = fail(
  'invalid-input',
  'There is no sync to go on with.',
  'Choose Preview changes, then Sync now.',
);
