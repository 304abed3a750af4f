import type { Settings } from '../../ports/storage';
import { DAY_MS } from '../../ports/system';

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

const KEY = 'look-up';
const UNREADABLE_KEY = 'bulk-unreadable';
/**
 * A run that the clock goes on with comes back within the hour, a quarter of an hour late at most. What another person
 * changed since a bulk query began is not seen by it: a price of theirs may be replaced, as it may be in the minutes
 * between reading directly and writing; stock is compared by Shopify itself once more.
 */
const KEPT_MS = 75 * 60_000;

export function lookUpMemory(settings: Settings): LookUpMemory {
  let mayBeThere = true;
  return {
    load(nowMs) {
      const unfinished = parse(settings.load(KEY));
      mayBeThere = unfinished !== undefined;
      const ageMs = nowMs - (unfinished?.atMs ?? 0);
      return ageMs >= 0 && ageMs < KEPT_MS ? unfinished : undefined;
    },
    save(unfinished) {
      settings.save(KEY, JSON.stringify(unfinished));
      mayBeThere = true;
    },
    forget() {
      if (mayBeThere) settings.remove(KEY);
      mayBeThere = false;
    },
    noteUnreadable(nowMs) {
      this.forget();
      settings.save(UNREADABLE_KEY, String(nowMs));
    },
    isUnreadable(nowMs) {
      const ageMs = nowMs - Number(settings.load(UNREADABLE_KEY) ?? Number.NaN);
      return ageMs >= 0 && ageMs < DAY_MS;
    },
  };
}

function parse(text: string | undefined): Unfinished | undefined {
  try {
    return text ? (JSON.parse(text) as Unfinished) : undefined;
  } catch {
    return undefined;
  }
}
