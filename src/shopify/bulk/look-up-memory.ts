export interface LookUpMemory {
  load(nowMs: number): Unfinished | undefined;
  save(unfinished: Unfinished): void;
  /** Once it was read in time, and once something is written: the store is not what was read. */
  forget(): void;
  /** A bulk operation's file could not be fetched, though Shopify had it. */
  noteUnreadable(nowMs: number): void;
  /** For a day nothing is read in bulk then: the file would be made, and not fetched again. */
  isUnreadable(nowMs: number): boolean;
}

/** What the next execution has to know of a look-up that this one did not finish. */
export type Unfinished =
  /** The bulk query that Shopify went on with. */
  | { readonly kind: 'bulk'; readonly query: string; readonly id: string; readonly atMs: number }
  /** Reading directly left no time for anything else. */
  | { readonly kind: 'too-slow'; readonly atMs: number };
