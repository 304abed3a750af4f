import type { Overview } from '../server/answers';
import { lacksAccess, type ShownRun, type SidebarState } from './sidebar-state';

/** Takes over an overview of the spreadsheet; what was done last is looked at by itself. */
export function overviewed({ lastRun: _, pull: __, refresh: ___, hasSynced: ____, ...shown }: Overview) {
  return shown;
}

/** Changes by what another page did: what is on show gives way to a newer run, and to another store or none. */
export function seenElsewhere(state: SidebarState, overview: Overview): Partial<SidebarState> {
  const isSameStore = overview.connection?.shop === state.connection?.shop;
  const shownRun = newerOf(isSameStore ? state.shownRun : undefined, lastRunOf(overview));
  const isOther = shownRun !== state.shownRun;
  const problem = overview.connection && lacksAccess(state) ? undefined : state.problem;
  return {
    ...overviewed(overview),
    isChoosing: false,
    pull: overview.pull ?? state.pull,
    lastRefresh: overview.refresh,
    hasSynced: state.hasSynced || overview.hasSynced,
    shownRun,
    undoing: isSameStore && !isOlder(state.undoing, shownRun) ? state.undoing : undefined,
    oldValues: isSameStore ? state.oldValues : undefined,
    problem: isOther ? (shownRun?.summary.problem ?? undefined) : problem,
  };
}

/** A preview of an undo that was made before the run on show. */
function isOlder(undoing: SidebarState['undoing'], shown: ShownRun | undefined): boolean {
  return undoing !== undefined && shown?.kind === 'run' && undoing.endedAtMs < shown.summary.endedAtMs;
}

export function lastRunOf({ lastRun, connection }: Overview): ShownRun | undefined {
  return lastRun && connection ? { kind: 'run', summary: lastRun } : undefined;
}

/** The newer of the two: the clock or a colleague may have synced since. */
export function newerOf(shown: ShownRun | undefined, last: ShownRun | undefined): ShownRun | undefined {
  if (!shown || !last) return shown ?? last;
  return last.summary.endedAtMs > shown.summary.endedAtMs ? last : shown;
}
