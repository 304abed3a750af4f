import type { ExecutionResult } from '../apps-script/runtime';

const MINUTE_MS = 60_000;

/**
 * Work of Google's clock while time passed, and its mails: the sentence that an execution failed with. `untilNextMs`
 * is undefined where the add-on has no schedule.
 */
export function describeWait(
  executions: readonly ExecutionResult[],
  untilNextMs: number | undefined,
): string {
  if (executions.length === 0) {
    if (untilNextMs === undefined) return 'Time passed, and nothing was due.';
    const minutes = Math.ceil(untilNextMs / MINUTE_MS);
    return `Nothing was due yet. Google’s clock comes in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
  }
  const times = executions.length === 1 ? 'once' : `${executions.length} times`;
  const mails = executions.flatMap((one) => (one.outcome === 'threw' ? [one.error.message] : []));
  const mailed = mails.length > 0 ? ` It mailed: “${mails.at(-1)}”` : '';
  return `Google’s clock ran the add-on ${times}.${mailed}`;
}
