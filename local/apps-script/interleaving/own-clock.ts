import type { VirtualClock } from '../runtime/clock';

/**
 * The clock of one of several executions: ahead of the shared one while a call takes its time, until the scheduler has
 * let the others do what comes before.
 */
export function createOwnClock(shared: VirtualClock): VirtualClock {
  let reachedMs = shared.now();
  const now = () => Math.max(reachedMs, shared.now());
  return {
    now,
    advance: (ms) => {
      if (!(ms >= 0)) throw new RangeError(`The clock cannot advance by ${ms} ms.`);
      reachedMs = now() + ms;
    },
  };
}
