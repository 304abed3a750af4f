import type { FieldValue } from '../catalog/cell-kinds';
import type { FieldKey } from '../catalog/columns';
import type { InventoryItemId, LocationId, MediaId, ProductId, VariantId } from '../catalog/gid';
import type { RowRef } from '../catalog/row';

/** One field that changes; null clears it. */
export interface FieldChange {
  readonly key: FieldKey;
  readonly from: FieldValue | null;
  readonly to: FieldValue | null;
  /** What the cell said, canonical, null where it was blank: it is remembered once the store has answered. */
  readonly sheet: string | null;
  readonly ref: RowRef;
  readonly column: string;
}

export interface NewImage {
  readonly url: string;
  readonly alt: string;
  readonly ref: RowRef;
}

export interface NewStock {
  readonly locationId: LocationId;
  /** Null where Shopify keeps no stock of the item: nothing is sent, and the cell is remembered. */
  readonly available: number | null;
  readonly sheet: number;
  readonly ref: RowRef;
}

export interface NewVariant {
  readonly ref: RowRef;
  /** In the order of the product's option names. */
  readonly optionValues: readonly string[];
  readonly changes: readonly FieldChange[];
  /** Columns that the tab has and the row leaves blank: remembered as such with what the store answers. */
  readonly blanks: readonly FieldKey[];
  readonly stock: readonly NewStock[];
  readonly imageUrl: string | undefined;
}

export interface VariantChange {
  readonly id: VariantId;
  readonly ref: RowRef;
  readonly changes: readonly FieldChange[];
  /** Set where the variant's image changes; `mediaId` where Shopify has it already. */
  readonly image?: { readonly url: string; readonly mediaId: MediaId | undefined };
}

export interface CreateProduct {
  readonly kind: 'create-product';
  readonly ref: RowRef;
  readonly rows: readonly RowRef[];
  readonly handle: string;
  readonly changes: readonly FieldChange[];
  readonly blanks: readonly FieldKey[];
  readonly optionNames: readonly string[];
  readonly variants: readonly NewVariant[];
  readonly images: readonly NewImage[];
}

export interface UpdateProduct {
  readonly kind: 'update-product';
  readonly ref: RowRef;
  readonly productId: ProductId;
  /** Without tags, which are added and removed one by one. */
  readonly changes: readonly FieldChange[];
  readonly images: readonly NewImage[];
}

export interface ChangeTags {
  readonly kind: 'add-tags' | 'remove-tags';
  readonly ref: RowRef;
  readonly productId: ProductId;
  readonly tags: readonly string[];
  readonly change: FieldChange;
  /** Whether the store has all of the change once this is taken; only then is it remembered as in step. */
  readonly completes: boolean;
}

export interface CreateVariants {
  readonly kind: 'create-variants';
  readonly productId: ProductId;
  readonly optionNames: readonly string[];
  readonly variants: readonly NewVariant[];
}

export interface UpdateVariants {
  readonly kind: 'update-variants';
  readonly productId: ProductId;
  readonly variants: readonly VariantChange[];
}

export interface UpdateAltText {
  readonly kind: 'update-alt-text';
  readonly ref: RowRef;
  readonly productId: ProductId;
  readonly mediaId: MediaId;
  readonly url: string;
  readonly alt: string;
}

/** A stock level that changes from what was read; the store refuses it where it moved since. */
export interface SetStock {
  readonly kind: 'set-stock' | 'activate-stock';
  readonly ref: RowRef;
  readonly column: string;
  readonly variantId: VariantId;
  readonly inventoryItemId: InventoryItemId;
  readonly locationId: LocationId;
  readonly locationName: string;
  readonly from: number | null;
  readonly to: number;
  /** What the cell said, which differs from `to` where a difference is added. */
  readonly sheet: number;
}

export type SyncAction =
  | CreateProduct
  | UpdateProduct
  | ChangeTags
  | CreateVariants
  | UpdateVariants
  | UpdateAltText
  | SetStock;

/** The rows that an action answers for. */
export function rowsOf(action: SyncAction): readonly RowRef[] {
  switch (action.kind) {
    case 'create-product':
      return action.rows;
    case 'update-product':
      return [...action.changes.map(({ ref }) => ref), ...action.images.map(({ ref }) => ref)];
    case 'create-variants':
    case 'update-variants':
      return action.variants.map(({ ref }) => ref);
    case 'add-tags':
    case 'remove-tags':
    case 'update-alt-text':
    case 'set-stock':
    case 'activate-stock':
      return [action.ref];
  }
}
