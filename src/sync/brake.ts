import type { Problem } from '../ports/problem';
import type { Allowance } from './allowance';
import { isCancelled } from './cancel';
import type { Outside } from './outside';

/** Why an execution ends before its work is done: its time is up, or something that a person is told. */
export type Halt = 'time' | Problem;

/** That time is up is no problem: the next execution goes on. */
export function problemOf(halt: Halt): Problem | undefined {
  return halt === 'time' ? undefined : halt;
}

/** Looked at between waves, and wherever else an execution may be left without harm. */
export type Brake = () => Halt | undefined;

export interface BrakeOptions {
  /** The number of the run, which a person may have stopped. */
  readonly run: number;
  /** Milliseconds since 1970. */
  readonly deadlineMs: number;
  readonly allowance: Allowance;
}

const ASKED_EVERY_MS = 2_000;

export function brakeOf({ settings, clock }: Outside, { run, deadlineMs, allowance }: BrakeOptions): Brake {
  let askedMs = 0;
  let isStopped = false;
  return () => {
    // Each look costs as much as a small write to the sheet, and a wave takes a quarter of a second.
    if (!isStopped && Math.abs(clock.now() - askedMs) >= ASKED_EVERY_MS) {
      askedMs = clock.now();
      isStopped = isCancelled(settings, run);
    }
    if (isStopped) return STOPPED;
    return allowance.spent() ?? (clock.now() >= deadlineMs ? 'time' : undefined);
  };
}

const STOPPED: Problem = {
  kind: 'stopped',
  message: 'The sync was stopped. What was sent until then stays.',
  nextStep: 'Choose Sync now to send the rest.',
};
