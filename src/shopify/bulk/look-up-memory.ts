import { anyOf, fields, oneOf, readStored, text, time } from '../../ports/shape';
import type { Settings } from '../../ports/storage';
import { DAY_MS } from '../../ports/system';

/** Notes that one execution leaves for the next one's look-up. */
export interface LookUpMemory {
  load(nowMs: number): Unfinished | undefined;
  save(unfinished: Unfinished): void;
  /** Called once the look-up ended in time, and after any write, because the store is then no longer as it was read. */
  forget(): void;
  /** Called when a bulk operation's file could not be fetched, though Shopify had it. */
  noteUnreadable(nowMs: number): void;
  /** True for a day after that. Nothing is read in bulk then, because the file could again not be fetched. */
  isUnreadable(nowMs: number): boolean;
}

/** Facts that the next execution has to know of a look-up that this one did not finish. */
export type Unfinished =
  /** The bulk query that Shopify continues. */
  | { readonly kind: 'bulk'; readonly query: string; readonly id: string; readonly atMs: number }
  /** Reading directly took so long that no time was left for anything else. */
  | { readonly kind: 'too-slow'; readonly atMs: number };

const UNFINISHED = anyOf<Unfinished>(
  fields({ kind: oneOf('bulk'), query: text(), id: text(), atMs: time }),
  fields({ kind: oneOf('too-slow'), atMs: time }),
);

const KEY = 'look-up';
const UNREADABLE_KEY = 'bulk-unreadable';
/**
 * A run that a trigger continues comes back within the hour, or a quarter of an hour later at most. A bulk query does not
 * see changes made since it began: another person's price may be overwritten, as it may be in the minutes between reading
 * directly and writing. Stock is compared once more by Shopify itself.
 */
const KEPT_MS = 75 * 60_000;

export function lookUpMemory(settings: Settings): LookUpMemory {
  let mayBeThere = true;
  return {
    load(nowMs) {
      const unfinished = readStored(UNFINISHED, settings.load(KEY));
      mayBeThere = unfinished !== undefined;
      const ageMs = nowMs - (unfinished?.atMs ?? 0);
      return ageMs >= 0 && ageMs < KEPT_MS ? unfinished : undefined;
    },
    save(unfinished) {
      settings.save(KEY, JSON.stringify(unfinished));
      mayBeThere = true;
    },
    forget() {
      if (mayBeThere && settings.load(KEY) !== undefined) settings.remove(KEY);
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
