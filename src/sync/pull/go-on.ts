import type { Problem, ProblemKind } from '../../ports/problem';
import type { Services } from '../ground/services';
import { armContinuation } from '../run/continuation-trigger';
import type { Pull } from './pull-record';

const PASSING: readonly ProblemKind[] = [
  ...(['throttled', 'network', 'store-error', 'busy', 'time-up', 'quota', 'google-trouble'] as const),
];

/** Tells whether the problem passes without a person. */
export function isPassing({ kind }: Problem): boolean {
  return PASSING.includes(kind);
}

/** Tells whether the clock may go on with it: nobody stopped it, and no person is needed first. */
export function mayGoOn(pull: Pull | undefined): boolean {
  if (pull?.state.kind !== 'paused') return pull?.state.kind === 'running';
  return !pull.state.problem || isPassing(pull.state.problem);
}

/** Lets the clock go on with one that paused, unless Google's quota of the day is used up. */
export function armForPull(services: Services, pull: Pull, hasMoved = false): null {
  const isSpent = pull.state.kind === 'paused' && pull.state.problem?.kind === 'quota';
  armContinuation(services, { work: 'pull', goesOn: mayGoOn(pull) && !isSpent, hasMoved });
  return null;
}
