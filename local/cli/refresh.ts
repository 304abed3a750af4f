import type { Answer } from '../../src/answers/answers';
import type { RefreshView } from '../../src/answers/refresh';
import type { CliOptions } from './options';
import type { Report } from './report';
import { CREDENTIALS, type Session } from './session';

/** Output of `--refresh --json`. Others build on this shape. */
export interface RefreshReport extends Pick<Report, 'requests' | 'cost' | 'time' | 'executions' | 'problem'> {
  readonly outcome: RefreshView['outcome'];
  readonly refresh: Pick<RefreshView, 'cells' | 'left' | 'conflicts' | 'added' | 'words'>;
}

/** A refresh that is still paused after this many executions is not getting anywhere. */
const MOST_EXECUTIONS = 200;

/** Reason why it did not run. */
export const NOT_REFRESHED = {
  outcome: 'failed',
  refresh: { cells: 0, left: 0, conflicts: 0, added: 0, words: '' },
  executions: 0,
} as const;

/** Does what a person does with *Refresh from Shopify*: choose it, and again while it pauses. */
export function refreshSheet(
  { runtime, store }: Session,
  { only }: Pick<CliOptions, 'only'>,
): Pick<RefreshReport, 'outcome' | 'refresh' | 'executions' | 'problem'> {
  const call = <Value>(name: string, ...args: unknown[]): Answer<Value> => {
    const result = runtime.run(name, args, { kind: 'sidebar' });
    if (result.outcome === 'returned') return JSON.parse(JSON.stringify(result.value)) as Answer<Value>;
    const message = result.outcome === 'killed' ? `It was killed: ${result.reason}` : result.error.message;
    return { ok: false, problem: { kind: 'unexpected', message, nextStep: 'Run the command again.' } };
  };
  const connected = call('saveConnection', { method: 'permanent-token', shop: store.shop, ...CREDENTIALS });
  if (!connected.ok) return { ...NOT_REFRESHED, problem: connected.problem };
  const counts = { cells: 0, left: 0, conflicts: 0, added: 0 };
  let executions = 0;
  for (;;) {
    executions += 1;
    const answer = call<RefreshView>('refreshTabs', { groups: only });
    if (!answer.ok) {
      if (answer.problem.kind === 'time-up' && executions < MOST_EXECUTIONS) continue;
      return { ...NOT_REFRESHED, executions, problem: answer.problem };
    }
    const { outcome, cells, added, left, conflicts, words, problem } = answer.value;
    counts.cells += cells;
    counts.added += added;
    Object.assign(counts, { left, conflicts });
    if (outcome === 'paused' && !problem && executions < MOST_EXECUTIONS) continue;
    return { outcome, executions, refresh: { ...counts, words }, ...(problem && { problem }) };
  }
}

export function printRefresh({ refresh, problem, requests, time }: RefreshReport): string {
  return [
    ...(refresh.words ? [refresh.words] : []),
    `Requests  ${requests.total}`,
    `Time      ${time.virtualSeconds} s on the store's clock`,
    ...(problem ? ['', problem.message, problem.nextStep] : []),
  ].join('\n');
}
