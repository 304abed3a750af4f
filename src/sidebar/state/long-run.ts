import type { Answer, RefreshView, RunSummary } from '../server/answers';
import type { Server } from '../server/server';

/**
 * Executions in a row that may end with nothing sent. While Shopify works through a bulk operation, or a very large
 * shop is read, that is as it should be; for ever it is not.
 */
export const MOST_WAITING_EXECUTIONS = 20;

/**
 * Starts a run and continues it each time that Google's six minutes were up. Stops at a problem, which a person should
 * see, and where nothing is sent for so long that going on would only repeat it. `goesOn` hears what an execution sent.
 */
export async function syncToEnd(
  server: Pick<Server, 'continueSync'>,
  start: () => Promise<Answer<RunSummary>>,
  goesOn: (sent: number) => void,
): Promise<Answer<RunSummary>> {
  let answer = await start();
  let waiting = 0;
  while (answer.ok && isPausedByTime(answer.value)) {
    waiting = answer.value.sent > 0 ? 0 : waiting + 1;
    if (waiting > MOST_WAITING_EXECUTIONS) break;
    goesOn(answer.value.sent);
    answer = await server.continueSync();
  }
  return answer;
}

function isPausedByTime({ outcome, problem }: RunSummary): boolean {
  return outcome === 'paused' && problem === null;
}

/** Refreshes again each time an execution ran out of time; counts what all of them did. */
export async function refreshToEnd(
  start: () => Promise<Answer<RefreshView>>,
  most: number,
): Promise<Answer<RefreshView>> {
  let [cells, added] = [0, 0];
  for (let again = 0; ; again += 1) {
    const answer = await start();
    if (!answer.ok) {
      if (answer.problem.kind === 'time-up' && again < most) continue;
      return answer;
    }
    const { value } = answer;
    cells += value.cells;
    added += value.added;
    const isWaiting = value.outcome === 'paused' && value.problem === null;
    if (!isWaiting || again >= most) return { ok: true, value: { ...value, cells, added } };
  }
}
