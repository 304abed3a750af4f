import type { RunSummary } from '../../answers/answers';
import { type Problem, succeed } from '../../ports/problem';
import type { Services } from '../ground/services';
import { armContinuation } from '../run/continuation-trigger';
import { byGroup, unlisted } from '../run/questions';
import { answer } from '../run/run-alone';
import { recordRun, writeHistory } from '../run/run-history';
import { type Run, saveRun } from '../run/run-record';
import { endServedRequests } from '../run/run-requests';
import { ended } from '../run/run-state';
import type { Execution } from './execution';
import { loadProgress } from './progress';
import { saveSeen } from './restored-spreadsheet';
import { brokenOff } from './summary';

/** Shared values of an execution, once it has got that far. */
export interface Begun {
  execution?: Execution;
}

/** Ends a run also where something is thrown in it: nobody may be told that nothing was sent. */
export function endSurely(services: Services, run: Run, work: (begun: Begun) => RunSummary): RunSummary {
  const begun: Begun = {};
  const worked = answer(services, () => succeed(work(begun)));
  const { execution } = begun;
  return endRun(services, run, worked.ok ? worked.value : thrown(worked.problem, execution), execution);

  function thrown(problem: Problem, broken: Execution | undefined): RunSummary {
    const nowMs = services.clock.now();
    const said = answer(services, () => {
      broken?.board.write(nowMs);
      return succeed(broken?.board.resultsOf(broken.open.desired.rows));
    });
    return brokenOff(problem, {
      results: (said.ok && said.value) || [],
      sent: loadProgress(services.cache)?.sent ?? 0,
      groups: run.groups,
      nowMs,
    });
  }
}

/**
 * Saves the result of a run, without what only its own answer lists; in the history too, if it got as far as a plan. The
 * tab comes last: where Google refuses it, everything else is saved, and the answer says so.
 */
function endRun(
  services: Services,
  run: Run,
  became: RunSummary,
  execution: Execution | undefined,
): RunSummary {
  const summary = { ...became, run: run.number, undid: run.task.kind === 'undo' ? run.task.run : null };
  const { errors: _, ...kept } = summary;
  const state = ended({
    ...kept,
    held: unlisted(summary.held),
    conflicts: unlisted(summary.conflicts),
    unsynced: byGroup((group) => unlisted(summary.unsynced[group])),
  });
  const grown = answer(services, () => succeed(execution?.open.state.seal() ?? false));
  const listed = services.settingsAtOnce.saveTogether(() => {
    saveRun(services.settings, { ...run, state });
    endServedRequests(services, { ...run, state });
    const line =
      execution && answer(services, () => succeed(recordRun(services, run, summary, execution.journal)));
    // Last, so that what is said of the state tab is surely in it.
    if (execution && grown.ok && grown.value)
      saveSeen(services, execution.open.shop.domain, execution.open.state);
    return line;
  });
  armContinuation(services, {
    work: 'run',
    goesOn: state.kind === 'paused',
    hasMoved: summary.sent > 0,
  });
  const unwritten = listed?.ok ? writeHistory(services, summary.endedAtMs, listed.value) : undefined;
  return unwritten ? { ...summary, unwritten } : summary;
}
