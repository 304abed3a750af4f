import type { Answer, Estimate, PreviewSummary, RunSummary } from '../../src/answers/answers';
import type { ForeseenRow, Listed } from '../../src/answers/waiting';
import type { Planned } from '../../src/plan/model/planned';
import type { ExplainedCell } from '../../src/plan/preview/explained';
import type { Problem } from '../../src/ports/problem';
import type { Decision } from '../../src/sync/commands/decide';
import type { CliOptions } from './options';
import { CREDENTIALS, type Session } from './session';

export interface Driven {
  readonly outcome: RunSummary['outcome'];
  readonly problem: Problem | undefined;
  readonly executions: number;
  /** Present in a preview only. */
  readonly estimate?: Estimate | undefined;
  readonly planned?: Planned | undefined;
  readonly foreseen?: readonly ForeseenRow[] | undefined;
  readonly explained?: readonly ExplainedCell[] | undefined;
  /** Sentence about a tab of the add-on's own that Google did not let it write. */
  readonly unwritten?: string | undefined;
}

/** A run that is still paused after this many executions is not getting anywhere. */
const MOST_EXECUTIONS = 2_000;
/** A run that paused because the network failed is tried again a few times, a while later. */
const MOST_PAUSES_FOR_TROUBLE = 5;
const PAUSE_FOR_TROUBLE_MS = 60_000;

/** Does what a person does in the sidebar: connect, tick the tabs, start, go on while it pauses, confirm what is held. */
export function drive(session: Session, sheetIds: readonly number[], options: CliOptions): Driven {
  const { runtime, store } = session;
  let executions = 0;
  const call = <Value>(name: string, ...args: unknown[]): Answer<Value> => {
    const result = runtime.run(name, args, { kind: 'sidebar' });
    if (result.outcome === 'returned') return JSON.parse(JSON.stringify(result.value)) as Answer<Value>;
    const message =
      result.outcome === 'killed' ? `The execution was killed: ${result.reason}` : result.error.message;
    return { ok: false, problem: { kind: 'unexpected', message, nextStep: 'Run the command again.' } };
  };
  const run = (name: string, ...args: unknown[]): Answer<RunSummary> => {
    for (;;) {
      executions += 1;
      const answer = call<RunSummary>(name, ...args);
      const problem = answer.ok ? answer.value.problem : answer.problem;
      // Reading a large store goes on when somebody tries again, as the sentence says.
      if (problem?.kind !== 'time-up' || executions >= MOST_EXECUTIONS) return answer;
    }
  };
  const ended = (answer: Answer<RunSummary | PreviewSummary>): Driven => ({
    outcome: answer.ok ? answer.value.outcome : 'failed',
    problem: (answer.ok ? answer.value.problem : answer.problem) ?? undefined,
    executions,
    ...(answer.ok && answer.value.unwritten && { unwritten: answer.value.unwritten }),
    ...(answer.ok &&
      'planned' in answer.value && {
        planned: answer.value.planned,
        estimate: answer.value.estimate,
        foreseen: answer.value.rows,
        explained: answer.value.explained,
      }),
  });

  for (const prepare of [
    () => call('saveConnection', { method: 'permanent-token', shop: store.shop, ...CREDENTIALS }),
    () => call('chooseTabs', { sheetIds }),
    () => call('saveSettings', { onConflict: onConflict(options) }),
  ]) {
    const prepared = prepare();
    if (!prepared.ok) return { outcome: 'failed', problem: prepared.problem, executions };
  }
  if (options.preview)
    return ended(
      run('previewSync', {
        groups: options.only,
        rows: true,
        ...(options.explain && { explain: options.explain }),
      }),
    );

  const goOn = (first: Answer<RunSummary>): Answer<RunSummary> => {
    let answer = first;
    let troubles = 0;
    while (answer.ok && answer.value.outcome === 'paused' && executions < MOST_EXECUTIONS) {
      if (answer.value.problem) {
        troubles += 1;
        // What is used up for today does not come back in minutes.
        if (troubles > MOST_PAUSES_FOR_TROUBLE || answer.value.problem.kind === 'quota') break;
        session.clock.advance(PAUSE_FOR_TROUBLE_MS);
      }
      answer = run('continueSync');
    }
    return answer;
  };
  // A person has to see a first preview before anything is sent; later runs need none.
  if (!isPreviewed(session)) {
    const preview = run('previewSync', { groups: options.only });
    if (!isPreviewed(session)) return ended(preview);
  }
  let answer = goOn(run('startSync', { groups: options.only }));
  // What was held for its unknown history may be held once more for its size, so a person may have to say yes twice.
  for (let asked = 0; asked < 4 && options.confirmHeld && answer.ok; asked += 1) {
    const decision = decisionOn(answer.value, options.confirmDeletions);
    if (!decision) break;
    answer = goOn(run(...decision));
  }
  return ended(answer);
}

function isPreviewed({ runtime }: Session): boolean {
  return runtime.state.documentProperties.previewed !== undefined;
}

/** Up to so many deletions need no number, as in the add-on. */
const MOST_UNCOUNTED = 10;

/** A person's yes to what a run shows: the sheet counts where the history is not known, then what was held is sent. */
function decisionOn(
  summary: RunSummary,
  count: number | undefined,
): readonly [name: string, decision: Decision] | undefined {
  const { run, unsynced, held } = summary;
  const never = Object.values(unsynced).flatMap(keysOf);
  if (never.length > 0) return ['resolveConflicts', { run, side: 'sheet', keys: never } as Decision];
  const deleted = held.shown.filter(({ deletes }) => deletes).map(({ key }) => key);
  // Without their number they stay held.
  const isLeft = deleted.length > MOST_UNCOUNTED && count === undefined;
  const keys = keysOf(held).filter((key) => !isLeft || !deleted.includes(key));
  return keys.length > 0 ? ['confirmHeld', { run, keys, ...(count !== undefined && { count }) }] : undefined;
}

/** Every key that a page holds of what waits for a person. */
export function keysOf({ shown, more }: Listed<{ readonly key: string }>): string[] {
  return [...shown.map(({ key }) => key), ...more];
}

/** Adding a difference is for stock alone; elsewhere there is none to add. */
function onConflict({ onConflict: side }: CliOptions) {
  const other = side === 'add' ? 'ask' : side;
  return { products: other, inventory: side, prices: other };
}
