import type { QuantityName } from '../../catalog/columns/column';
import type { Place, RowRef } from '../../catalog/tab/row';
import type { InventoryItemId, LocationId, VariantId } from '../../catalog/values/gid';

interface OfLevel {
  readonly ref: RowRef;
  readonly column: string;
  /** Other cells with the same quantity. */
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
  /** Shopify's other quantity before this change, unless its own cell has an edit that waits. */
  readonly otherFrom?: number;
  /** Cells of the other quantity, whose rows are told its new value. */
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

/** A stock level to change from the quantity that was read; the store refuses it if the level moved since. */
export interface SetQuantity extends OfLevel {
  readonly kind: 'set-stock';
  readonly from: number;
  /**
   * Set where `to` is a sum: with the number in an Adjust cell, or with the sheet's change since the last sync. If the
   * level moved before it arrived, the sum is computed again from the new level.
   */
  readonly adds?: 'adjustment' | 'difference';
}

export type SetStock = SetQuantity | StockItem;

/** The first stock of a new variant at one location: one quantity is sent, because all of it is available. */
export interface NewStock {
  readonly locationId: LocationId;
  readonly available: number;
  /** All cells for it; each is remembered. */
  readonly cells: readonly { readonly name: QuantityName; readonly sheet: number; readonly ref: RowRef }[];
}
