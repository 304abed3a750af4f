import type { FieldKey } from '../../catalog/columns/columns';
import type { Place, RowRef } from '../../catalog/tab/row';
import type { FieldValue } from '../../catalog/values/cell';
import type { ProductId, VariantId } from '../../catalog/values/gid';
import type { SyncAction } from './action';
import type { RowOutcome } from './row-outcome';

/** Kinds of pieces that a guard compares: a field, a quantity, a sum of one, a picture, its text, or a whole new item. */
export type PieceKind =
  | FieldKey
  | 'stock'
  | 'adjustment'
  | 'image'
  | 'altText'
  | 'variantImage'
  | 'imageOrder'
  | 'imageRemoval'
  | 'optionValue'
  | 'options'
  | 'deletion'
  | 'new';

/** A change in parts, for a table: what changes, from what to what, and how much that is. */
export interface ShownChange {
  /** The header, or what is made. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
  /** `+10.0 %`; empty where the value is not a number. */
  readonly difference: string;
  /** The same as an unsigned share of the old value (0.1 is 10 %), by which changes are sorted. */
  readonly size: number;
}

/** The smallest part of a plan that may be held, refused or left out while the rest is sent. */
export interface Piece {
  /** Names the item and both values. */
  readonly key: string;
  readonly kind: PieceKind;
  /** The row of the cell that asks for it. */
  readonly ref: RowRef;
  /** Every row that it changes. */
  readonly rows: readonly RowRef[];
  /** Other cells that say the same value. */
  readonly also?: readonly Place[] | undefined;
  /** The header as the sheet has it; empty where no column asks for it. */
  readonly column: string;
  /** Names the value in the whole store, in the same way as replaced values are named. */
  readonly target: string;
  readonly item: ProductId | VariantId | '';
  /** In canonical form; '' is unset, or not stocked. */
  readonly from: string;
  readonly to: string;
  /** The old value as Shopify has it; absent where no cell holds it. */
  readonly old?: FieldValue | null;
  /** Price that applied where it was unset. */
  readonly applied?: string | undefined;
  /** The new value as it is sent to Shopify; for an Adjust cell its number; null where no cell holds it. */
  readonly value: FieldValue | null;
  /** The person's choice that may have asked for exactly this. */
  readonly choice?: string;
  /** Description for a person: `Price 10.00 → 12.00`; another cell of the value may have another header. */
  words(this: Piece, column?: string): string;
  /** The same in parts. */
  shows(this: Piece): ShownChange;
  /** Everything that is sent for it: two pieces with the same value here and the same row do the same to that row. */
  sends(this: Piece): unknown;
  /** Name of what other rows wait for when it is held: `Its new product`. */
  readonly heldWhole?: string | undefined;
  /** Changes that can only be sent after it. */
  readonly waiting?: readonly SyncAction[];
  /** Replacement messages for rows while it is held. */
  readonly untold?: readonly RowOutcome[];
  /** Barcodes that the item loses and gets. */
  readonly codes?: { readonly gives: readonly string[]; readonly gets: readonly string[] } | undefined;
  /** Set where it makes a product or a variant. */
  readonly creates?: NewItem;
}

export interface NewItem {
  /** The product that gets the variant; undefined for a new product. */
  readonly productId: ProductId | undefined;
  /** The name by which Shopify would know it: the handle, or the option values in their order. */
  readonly names: readonly string[];
  /** Set where customers would see it at once; for a variant the product decides. */
  readonly isVisible: boolean;
  readonly hasPrice: boolean;
  readonly skus: readonly { readonly ref: RowRef; readonly sku: string }[];
}
