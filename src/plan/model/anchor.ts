import type { RowRef } from '../../catalog/tab/row';

export interface Anchor {
  readonly ref: RowRef;
  /** The bare number, of a variant or of a product. */
  readonly id: string;
}

/**
 * What stands in each row's Shopify ID cell, by `rowKey`. It finds nothing: it only tells a renamed handle or option
 * from a new one, where the row's own words find nothing and the item was synced from here before.
 */
export type Anchors = ReadonlyMap<string, Anchor>;
