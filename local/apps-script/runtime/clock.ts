/** Time as the runtime, the embedded store and the bundle see it. Nothing waits: waiting moves it. */
export interface VirtualClock {
  /** Milliseconds since 1970 (UTC). */
  now(): number;
  /** Lets `ms` pass; a clock never goes back. */
  advance(ms: number): void;
}

export function createVirtualClock(startMs: number): VirtualClock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    advance: (ms) => {
      if (!(ms >= 0)) throw new RangeError(`The clock cannot advance by ${ms} ms.`);
      nowMs += ms;
    },
  };
}
