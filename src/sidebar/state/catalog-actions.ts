import type { Answer, PullChoice, PullView, RefreshView } from '../server/answers';
import type { Server } from '../server/server';
import { refreshToEnd } from './long-run';
import type { SidebarEvent } from './sidebar-event';
import type { Activity } from './sidebar-state';

/** A pull that is still paused after so many is not getting anywhere. */
const MOST_EXECUTIONS = 50;

function isPausedByTime(answer: Answer<PullView>): boolean {
  return answer.ok && answer.value.outcome === 'paused' && answer.value.problem === null;
}

/** Ways to bring values from Shopify into the spreadsheet: a catalog that is got, and cells that are refreshed. */
export function catalogActions(server: Server, dispatch: (event: SidebarEvent) => void) {
  const begin = (activity: Activity): void => dispatch({ kind: 'began', activity });

  /** Continues each time Google's six minutes are up; its tab then takes part. */
  const pull = async (start: () => Promise<Answer<PullView>>): Promise<void> => {
    begin('pulling');
    let answer = await start();
    for (let again = 0; again < MOST_EXECUTIONS && isPausedByTime(answer); again += 1)
      answer = await server.continuePull();
    dispatch({ kind: 'pulled', answer });
    dispatch({ kind: 'overviewed', answer: await server.getOverview() });
  };

  /** Repeats each time Google's six minutes are up: the next execution does what is left. */
  const refresh = async (
    activity: 'refreshing' | 'filling',
    start: () => Promise<Answer<RefreshView>>,
  ): Promise<void> => {
    begin(activity);
    const answer = await refreshToEnd(start, MOST_EXECUTIONS);
    const [overview, refreshes] = [await server.getOverview(), await server.listRefreshes()];
    dispatch({ kind: 'overviewed', answer: overview });
    if (refreshes.ok) dispatch({ kind: 'refreshes-listed', answer: refreshes });
    dispatch({ kind: 'refreshed', answer });
  };

  return {
    async measurePull(choice: PullChoice): Promise<void> {
      begin('measuring');
      dispatch({ kind: 'measured', answer: await server.estimatePull(choice) });
    },
    pull: (choice: PullChoice) => pull(() => server.startPull(choice)),
    continuePull: () => pull(() => server.continuePull()),
    async stopPull(): Promise<void> {
      dispatch({ kind: 'stopping' });
      const answer = await server.cancelPull();
      if (!answer.ok) dispatch({ kind: 'not-stopped', problem: answer.problem });
    },
    refresh: () => refresh('refreshing', () => server.refreshTabs()),
    fillColumn: () => refresh('filling', () => server.fillSelectedColumn()),
    async listRefreshes(): Promise<void> {
      begin('listing');
      dispatch({ kind: 'refreshes-listed', answer: await server.listRefreshes() });
    },
    async giveBack(refreshed: number, keys?: readonly string[]): Promise<void> {
      begin('giving-back');
      dispatch({
        kind: 'given-back',
        answer: await server.giveBackRefresh({ refresh: refreshed, ...(keys && { keys }) }),
      });
    },
    giveUpGivingBack: () => dispatch({ kind: 'giving-back-given-up' }),
  };
}
