import type { RowRef } from '../../catalog/tab/row';

/** A change that looks like a mistake. It is held until a person confirms exactly these two values. */
export interface HeldChange {
  /** Names the item and both values; another value makes another key, so a confirmation lapses with it. */
  readonly key: string;
  readonly ref: RowRef;
  /** What changes from what to what, for a person. */
  readonly change: string;
  readonly reason: string;
}
