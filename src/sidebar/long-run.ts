import type { Answer, RunSummary } from './answers';
import type { Server } from './server';

/**
 * Starts a run and continues it each time that Google's six minutes were up. Stops at a problem, which a person should
 * see, and at an execution that got nothing done, which another one would only repeat.
 */
export async function syncToEnd(
  server: Pick<Server, 'continueSync'>,
  start: () => Promise<Answer<RunSummary>>,
): Promise<Answer<RunSummary>> {
  let answer = await start();
  while (answer.ok && goesOnByItself(answer.value)) answer = await server.continueSync();
  return answer;
}

function goesOnByItself({ outcome, problem, sent }: RunSummary): boolean {
  return outcome === 'paused' && problem === null && sent > 0;
}
