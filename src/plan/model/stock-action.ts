import type { QuantityName } from '../../catalog/columns/column';
import type { Place, RowRef } from '../../catalog/tab/row';
import type { InventoryItemId, LocationId, VariantId } from '../../catalog/values/gid';

interface OfLevel {
  readonly ref: RowRef;
  readonly column: string;
  /** Other cells that say it. */
  readonly also?: readonly Place[];
  readonly name: QuantityName;
  readonly variantId: VariantId;
  readonly inventoryItemId: InventoryItemId;
  readonly locationId: LocationId;
  readonly locationName: string;
  readonly to: number;
  /** Number in the cell, which differs from `to` where a difference is added; null where it was blank. */
  readonly sheet: number | null;
  /** Number in the cell of the level's other quantity, where that asked for the same difference. */
  readonly otherSheet?: number | null;
  /** Shopify's other quantity before this, unless an edit of its own waits in its cell. */
  readonly otherFrom?: number;
  /** Cells that speak of the other quantity, whose rows are told where it came to. */
  readonly otherCells?: readonly OtherCell[];
}

export interface OtherCell {
  readonly ref: RowRef;
  readonly column: string;
  readonly sheet: number;
}

/** The first quantity of an item at a location where it is not stocked yet. */
export interface StockItem extends OfLevel {
  readonly kind: 'activate-stock';
  readonly from: null;
  readonly adds?: never;
}

/** A stock level that changes from what was read; the store refuses it where it moved since. */
export interface SetQuantity extends OfLevel {
  readonly kind: 'set-stock';
  readonly from: number;
  /**
   * Set where `to` is a sum: of the number in an Adjust cell, or of what changed in the sheet since the last sync. It is
   * made again on the level of that moment if the level moved before it arrived.
   */
  readonly adds?: 'adjustment' | 'difference';
}

export type SetStock = SetQuantity | StockItem;

/** The first stock of a new variant at one location: one quantity is sent, because all of it is available. */
export interface NewStock {
  readonly locationId: LocationId;
  readonly available: number;
  /** All cells that say something of it; each is remembered. */
  readonly cells: readonly { readonly name: QuantityName; readonly sheet: number; readonly ref: RowRef }[];
}
