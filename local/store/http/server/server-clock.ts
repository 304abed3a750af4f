import { setTimeout as wait } from 'node:timers/promises';

/** The store's clock while it is served. */
export interface ServerClock {
  now(): number;
  /** An exchange takes this long. */
  pass(tookMs: number): Promise<void>;
  /** Moves the clock at once. */
  advance(byMs: number): void;
}

/** The machine's own time, plus what was skipped. */
export function realClock(): ServerClock {
  let skippedMs = 0;
  return {
    now: () => Date.now() + skippedMs,
    pass: async (tookMs) => {
      if (tookMs > 0) await wait(tookMs);
    },
    advance: (byMs) => {
      skippedMs += byMs;
    },
  };
}

/** Only exchanges move it; nothing waits. */
export function virtualClock(startMs: number): ServerClock {
  let nowMs = startMs;
  const advance = (byMs: number): void => {
    nowMs += byMs;
  };
  return { now: () => nowMs, pass: async (tookMs) => advance(tookMs), advance };
}
