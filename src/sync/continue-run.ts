import { type Result, succeed } from '../ports/problem';
import type { RunSummary } from './answers';
import { groupsOf } from './groups';
import type { Outside } from './outside';
import { loadRun } from './run-record';
import { runSync } from './run-sync';
import { continueUndo } from './undo-run';

/** Goes on with the run that was paused, whether it sends or gives back. */
export function continueRun(outside: Outside): Result<RunSummary> {
  const last = loadRun(outside.settings);
  return last?.undoes !== undefined && last.summary?.outcome !== 'finished'
    ? continueUndo(outside, last, last.undoes)
    : succeed(runSync(outside, { groups: groupsOf(undefined), kind: 'continue' }));
}
