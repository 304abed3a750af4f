import type { Clock } from '../../ports/clock';

export const utilitiesClock: Clock = {
  now: () => Date.now(),
  sleep: (durationMs) => Utilities.sleep(durationMs),
};
