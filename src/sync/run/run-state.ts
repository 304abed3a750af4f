import type { RunSummary } from '../../answers/answers';
import type { Problem, ProblemKind } from '../../ports/problem';

/** The ways in which a run ends for now, or for good. */
type RunEnd =
  /** Its time was up: the sidebar or the clock goes on with it, and somebody else waits two minutes for that. */
  | 'paused'
  /** Something that passes by itself, such as a network that failed, kept it from going on. */
  | 'interrupted'
  /** A person wanted no more of it. */
  | 'stopped'
  /** A problem that somebody has to solve kept it from going on. */
  | 'failed'
  | 'finished';

/** The life of a run; `docs/life-of-a-run.md` has a sentence for each step of it. */
export type RunState =
  /**
   * An execution works on it; where none does, Google ended one in the middle. No record can tell these two apart, the
   * lock does. `earlier` is what its executions before this one came to.
   */
  | { readonly kind: 'running'; readonly earlier: RunSummary | null }
  | { readonly kind: RunEnd; readonly summary: RunSummary };

export type RunEvent =
  /** A person or the clock begins a new run, and this one is forgotten. */
  | 'start'
  /** A person undoes a run, by a new one. */
  | 'undo'
  /** Somebody else, or the clock, comes within two minutes of its end and wants to begin, decide or go on. */
  | 'another-comes'
  /** A person chooses *Go on*. */
  | 'continue'
  /** The clock comes, and looks whether something is left to do. */
  | 'clock-continues'
  /** A person decided what its panel asks. */
  | 'confirm'
  | 'time-is-up'
  | 'passing-problem'
  | 'problem'
  | 'stop'
  | 'all-is-done'
  /** Google ends the execution in the middle of its work. */
  | 'kill';

/** The ways in which an execution ends that is not killed. */
type EndEvent = 'time-is-up' | 'passing-problem' | 'problem' | 'stop' | 'all-is-done';

export type RunKind = RunState['kind'] | 'none';

type Steps = Readonly<Partial<Record<RunEvent, RunKind>>>;

const BEGIN = { start: 'running', undo: 'running' } as const;
const OVER = { ...BEGIN, continue: 'running', confirm: 'running' } as const;
const UNFINISHED = { ...BEGIN, continue: 'running', 'clock-continues': 'running' } as const;

/** Steps in the life of a run. An event that is not named is refused. */
const STEPS = {
  none: { ...BEGIN, 'another-comes': 'none', confirm: 'running' },
  running: {
    ...UNFINISHED,
    'another-comes': 'running',
    'time-is-up': 'paused',
    'passing-problem': 'interrupted',
    problem: 'failed',
    stop: 'stopped',
    'all-is-done': 'finished',
    kill: 'running',
  },
  paused: UNFINISHED,
  interrupted: { ...UNFINISHED, 'another-comes': 'interrupted' },
  stopped: { ...OVER, 'another-comes': 'stopped' },
  failed: { ...OVER, 'another-comes': 'failed' },
  finished: { ...OVER, 'another-comes': 'finished', continue: 'finished' },
} as const satisfies Readonly<Record<RunKind, Steps>>;

/** The state of the last run after this; `refused` where it cannot happen, or the person is told why not. */
export function nextState(state: RunKind, event: RunEvent): RunKind | 'refused' {
  const steps: Steps = STEPS[state];
  return steps[event] ?? 'refused';
}

/** If the problem passes by itself, the run continues later from where it is. */
export function endOf(problem: Problem | undefined, left: number): EndEvent {
  if (!problem) return left > 0 ? 'time-is-up' : 'all-is-done';
  if (problem.kind === 'stopped') return 'stop';
  return PASSING.includes(problem.kind) ? 'passing-problem' : 'problem';
}

const PASSING: readonly ProblemKind[] = ['network', 'throttled', 'quota', 'google-trouble', 'busy'];

/** Words for an end, as the page is told of it. */
export function outcomeOf(end: EndEvent): RunSummary['outcome'] {
  const state = STEPS.running[end];
  return state === 'interrupted' ? 'paused' : state;
}

/** The state of a run whose last execution came to this. */
export function ended(summary: RunSummary): RunState {
  const { outcome, problem } = summary;
  return { kind: outcome === 'paused' && problem ? 'interrupted' : outcome, summary };
}

/** The sum of what the executions of a run did so far. */
export function summaryIn(state: RunState): RunSummary | null {
  return state.kind === 'running' ? state.earlier : state.summary;
}
