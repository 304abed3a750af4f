import type { RunSummary } from './answers';
import { arrangeRest } from './one-off';
import type { Outside } from './outside';
import { recordRun } from './run-history';
import { type RunRecord, saveRun } from './run-record';
import type { UndoJournal } from './undo-journal';

/**
 * Keeps what became of a run, without what only its own answer lists; in the history too, where it got as far as to a
 * plan.
 */
export function endRun(
  outside: Outside,
  run: RunRecord,
  summary: RunSummary,
  journal: UndoJournal | undefined,
): RunSummary {
  const ended: RunRecord = {
    ...run,
    summary: {
      ...summary,
      held: { ...summary.held, shown: [] },
      conflicts: { count: summary.conflicts.count, shown: [] },
    },
  };
  if (journal) recordRun(outside, ended, summary, journal);
  saveRun(outside.settings, ended);
  arrangeRest(outside, summary);
  return summary;
}
