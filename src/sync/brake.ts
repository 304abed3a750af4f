import type { Problem } from '../ports/problem';
import { isCancelled } from './cancel';
import type { Outside } from './outside';

/** Why an execution ends before its work is done: its time is up, or something that a person is told. */
export type Halt = 'time' | Problem;

/** Looked at between waves, and wherever else an execution may be left without harm. */
export type Brake = () => Halt | undefined;

export function brakeOf(outside: Outside, run: number, deadlineMs: number): Brake {
  return () => {
    if (isCancelled(outside.settings, run)) return STOPPED;
    return outside.clock.now() >= deadlineMs ? 'time' : undefined;
  };
}

const STOPPED: Problem = {
  kind: 'stopped',
  message: 'The sync was stopped. What was sent until then stays.',
  nextStep: 'Choose Sync now to send the rest.',
};
