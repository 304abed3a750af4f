/** Forgetful by nature: never the only copy of anything. Values up to 100 KB. */
export interface Cache {
  load(key: string): string | undefined;
  save(key: string, value: string, ttlSeconds: number): void;
}
