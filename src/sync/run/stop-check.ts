import type { Problem } from '../../ports/problem';
import type { Allowance } from '../ground/daily-allowance';
import type { Services, StartedBy } from '../ground/services';
import { isCancelled, wasCancelled } from './cancel';

/** Reason why an execution ends before its work is done: its time is up, or something that a person is told. */
export type StopReason = 'time' | Problem;

/** Running out of time is not a problem: the next execution continues. */
export function problemOf(reason: StopReason): Problem | undefined {
  return reason === 'time' ? undefined : reason;
}

/**
 * Tells why the execution must stop now; undefined while it may go on. Asked between waves, and wherever else it may end
 * without harm. `waitMs`: the expected length of the next wait. A person may wait in vain; the clock, which has few
 * minutes a day, does not begin to.
 */
export type StopCheck = (waitMs?: number) => StopReason | undefined;

export interface StopCheckOptions {
  /** The number of the run, which a person may have stopped. */
  readonly run: number;
  /** Milliseconds since 1970. */
  readonly deadlineMs: number;
  readonly allowance: Allowance;
  /** Whether a person or the schedule started the execution. */
  readonly by: StartedBy['by'];
}

const ASKED_EVERY_MS = 400;

export function stopCheckOf(
  { settings, settingsAtOnce, clock }: Services,
  { run, deadlineMs, allowance, by }: StopCheckOptions,
): StopCheck {
  // This execution has just read the settings, with any earlier request in them.
  let askedMs = clock.now();
  let isStopped = wasCancelled(settings, run);
  return (waitMs = 0) => {
    // Each look costs as much as a small write to the sheet; a wave takes longer than that.
    if (!isStopped && Math.abs(clock.now() - askedMs) >= ASKED_EVERY_MS) {
      askedMs = clock.now();
      isStopped = isCancelled(settingsAtOnce, run);
    }
    if (isStopped) return STOPPED;
    const readyMs = clock.now() + (by === 'clock' ? waitMs : 0);
    return allowance.spent() ?? (readyMs >= deadlineMs ? 'time' : undefined);
  };
}

const STOPPED: Problem = {
  kind: 'stopped',
  message: 'The sync was stopped. What was sent until then stays.',
  nextStep: 'Choose Sync now to send the rest.',
};
