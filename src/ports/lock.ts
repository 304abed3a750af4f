/** One mutex per scope: the document's guards "one sync per spreadsheet", the user's the renewal of a token. */
export interface Lock {
  /** Runs `action` under the lock; undefined where it could not be had within `waitMs`. */
  withLock<Value>(scope: 'document' | 'user', waitMs: number, action: () => Value): Value | undefined;
}
