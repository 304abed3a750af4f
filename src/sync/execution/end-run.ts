import type { RunSummary } from '../../answers/answers';
import type { Services } from '../ground/services';
import type { UndoJournal } from '../memory/undo-journal';
import { arrangeRest } from '../run/continuation-trigger';
import { byGroup, unlisted } from '../run/questions';
import { recordRun } from '../run/run-history';
import { type RunRecord, saveRun } from '../run/run-record';
import type { OpenRun } from './opened-run';
import { saveSeen } from './restored-spreadsheet';

/** What a run worked with, where it got as far as to a plan. */
export interface WorkedRun {
  readonly journal: UndoJournal;
  readonly open: Pick<OpenRun, 'state' | 'shop'>;
}

/**
 * Keeps what became of a run, without what only its own answer lists; in the history too, where it got as far as to a
 * plan.
 */
export function endRun(
  services: Services,
  run: RunRecord,
  became: RunSummary,
  worked: WorkedRun | undefined,
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
  const hasGrown = worked?.open.state.seal() ?? false;
  if (worked) recordRun(services, ended, summary, worked.journal);
  saveRun(services.settings, ended);
  // Last, so that what is said of the state tab is surely in it.
  if (worked && hasGrown) saveSeen(services, worked.open.shop.domain, worked.open.state);
  arrangeRest(services, summary);
  return summary;
}
