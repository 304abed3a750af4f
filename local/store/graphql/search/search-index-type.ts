import type { Row } from '../../shop/state/table';
import type { IndexedValue } from './indexed-value';
import type { SearchFields } from './search-fields';

/** The search index of one store. Not saved with it: a loaded store has caught up. */
export interface SearchIndex {
  /** The moment of whatever is written next; virtual epoch milliseconds. */
  writesAtMs: number;
  /** Values of a record that searches see at a moment; undefined while it is not in the index. */
  look<R extends Row>(
    fields: SearchFields<R>,
    row: R,
    nowMs: number,
  ): ((name: string) => readonly IndexedValue[]) | undefined;
  /** As if time enough had passed. */
  catchUp(): void;
}

/** Delay of the index behind the store, in virtual time. */
export interface SearchLag {
  /** Until a new or changed record is found. */
  readonly ownMs: number;
  /** Until it is found by what other records say of it: a product by its variants' SKUs. */
  readonly derivedMs: number;
}
