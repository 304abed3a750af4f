/** Small named values. Document settings are seen by everyone who edits the spreadsheet, so no secret is among them. */
export interface Settings {
  load(key: string): string | undefined;
  save(key: string, value: string): void;
  remove(key: string): void;
}

/** Where secrets live: one store per Google user, seen by nobody else. */
export interface Secrets {
  load(key: string): string | undefined;
  save(key: string, value: string): void;
  remove(key: string): void;
}

/** Forgetful by nature: never the only copy of anything. Values up to 100 KB. */
export interface Cache {
  load(key: string): string | undefined;
  save(key: string, value: string, ttlSeconds: number): void;
}
