import type { RunSummary } from '../../answers/answers';
import type { Services } from '../ground/services';
import { arrangeRest } from '../run/continuation-trigger';
import { byGroup, unlisted } from '../run/questions';
import { recordRun } from '../run/run-history';
import { type RunRecord, saveRun } from '../run/run-record';
import type { Execution } from './execution';
import { saveSeen } from './restored-spreadsheet';

/**
 * Keeps what became of a run, without what only its own answer lists; in the history too, where it got as far as to a
 * plan.
 */
export function endRun(
  services: Services,
  run: RunRecord,
  became: RunSummary,
  execution: Execution | undefined,
): RunSummary {
  const summary = { ...became, run: run.number, undid: run.undoes ?? null };
  const ended: RunRecord = {
    ...run,
    summary: {
      ...summary,
      held: unlisted(summary.held),
      conflicts: unlisted(summary.conflicts),
      unsynced: byGroup((group) => unlisted(summary.unsynced[group])),
    },
  };
  const hasGrown = execution?.open.state.seal() ?? false;
  if (execution) recordRun(services, ended, summary, execution.journal);
  saveRun(services.settings, ended);
  // Last, so that what is said of the state tab is surely in it.
  if (execution && hasGrown) saveSeen(services, execution.open.shop.domain, execution.open.state);
  arrangeRest(services, summary);
  return summary;
}
