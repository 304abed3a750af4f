interface NamedValues {
  load(key: string): string | undefined;
  save(key: string, value: string): void;
  remove(key: string): void;
}

/** Small values that everyone who edits the spreadsheet can see. No secret is saved here. */
export interface Settings extends NamedValues {
  readonly seenBy: 'editors';
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
