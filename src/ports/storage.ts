interface NamedValues {
  /** The value as this execution saved it, or as it was since the last lock, at most some seconds ago. */
  load(key: string): string | undefined;
  save(key: string, value: string): void;
  remove(key: string): void;
}

/** Small values that everyone who edits the spreadsheet can see. No secret is saved here. */
export interface Settings extends NamedValues {
  readonly seenBy: 'editors';
}

/** Access of a run to settings besides one value at a time. */
export interface SettingsAtOnce {
  /** The value as it is now, for what other executions write without a lock. */
  loadNow(key: string): string | undefined;
  /** Saves with the next call that saves anything, so it costs no call of its own; lost if the execution is killed before. */
  saveAlong(key: string, value: string): void;
  /** Saves everything that `work` saves in one call at its end, even if `work` throws. */
  saveTogether<Value>(work: () => Value): Value;
}

/** Small values of one Google user, seen by nobody else. */
export interface Secrets extends NamedValues {
  readonly seenBy: 'user';
}

/** Values up to 100 KB. Google may forget them at any time, so this is never the only copy of anything. */
export interface Cache {
  load(key: string): string | undefined;
  save(key: string, value: string, ttlSeconds: number): void;
}
