import type { RunSummary } from '../../answers/answers';
import { type Result, succeed } from '../../ports/problem';
import { groupsOf } from '../ground/field-groups';
import type { WritingServices } from '../ground/services';
import type { StartedBy } from '../ground/started-by';
import { loadRun } from '../run/run-record';
import { runSync } from './run-sync';
import { continueUndo } from './undo-run';

/**
 * Goes on with the run that was paused, whether it sends or gives back; the clock has less time for it. One that somebody
 * else saw to its end meanwhile is over: what it was limited to must not become a sync of everything.
 */
export function continueRun(services: WritingServices, by: StartedBy['by'] = 'person'): Result<RunSummary> {
  const last = loadRun(services.settings);
  if (last?.summary?.outcome === 'finished') return succeed(last.summary);
  return last?.undoes !== undefined
    ? continueUndo(services, last, last.undoes, by)
    : succeed(runSync(services, { groups: groupsOf(undefined), kind: 'continue', by }));
}
