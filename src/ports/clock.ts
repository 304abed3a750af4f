export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(durationMs: number): void;
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
