import type { RunSummary } from '../../answers/answers';
import type { Services } from '../ground/services';
import { armContinuation } from '../run/continuation-trigger';
import { byGroup, unlisted } from '../run/questions';
import { recordRun } from '../run/run-history';
import { type Run, saveRun } from '../run/run-record';
import { ended } from '../run/run-state';
import type { Execution } from './execution';
import { saveSeen } from './restored-spreadsheet';

/**
 * Saves what became of a run, without the lists that only its own answer has, and in the history too where it got as far
 * as a plan.
 */
export function endRun(
  services: Services,
  run: Run,
  became: RunSummary,
  execution: Execution | undefined,
): RunSummary {
  const summary = { ...became, run: run.number, undid: run.task.kind === 'undo' ? run.task.run : null };
  const state = ended({
    ...summary,
    held: unlisted(summary.held),
    conflicts: unlisted(summary.conflicts),
    unsynced: byGroup((group) => unlisted(summary.unsynced[group])),
  });
  const hasGrown = execution?.open.state.seal() ?? false;
  if (execution) recordRun(services, run, summary, execution.journal);
  saveRun(services.settings, { ...run, state });
  // Last, so that what is said of the state tab is surely in it.
  if (execution && hasGrown) saveSeen(services, execution.open.shop.domain, execution.open.state);
  armContinuation(services, state, summary.sent);
  return summary;
}
