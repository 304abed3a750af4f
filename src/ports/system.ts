export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(durationMs: number): void;
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A fresh UUID v4 at each call. */
export type NewUuid = () => string;

/** HMAC-SHA256 as lower-case hex. */
export type HmacSha256Hex = (message: string, key: string) => string;

export interface Log {
  /** For the developer's eyes; never a secret. */
  error(message: string): void;
}

/** Calls that this execution has made so far, of those that Google allows a user in a day. */
export interface Usage {
  readonly urlFetchCalls: number;
  readonly propertyCalls: number;
}

/** One mutex per scope: the document's guards "one sync per spreadsheet", the user's the renewal of a token. */
export interface Lock {
  /** Runs `action` under the lock; undefined where it could not be had within `waitMs`. */
  withLock<Value>(scope: 'document' | 'user', waitMs: number, action: () => Value): Value | undefined;
}
