import type { FieldKey } from '../../catalog/columns/columns';
import type { RowRef } from '../../catalog/tab/row';
import type { FieldValue } from '../../catalog/values/cell';
import type { LocationId, MediaId, ProductId, VariantId } from '../../catalog/values/gid';

type Values = Readonly<Partial<Record<FieldKey, FieldValue>>>;

export interface DeletedVariant {
  readonly optionValues: readonly string[];
  readonly fields: Values;
  readonly levels: readonly (readonly [LocationId, available: number])[];
  readonly image: string | null;
}

/** All that was known of an item when it was deleted, so that it can be created again, under new IDs. */
export interface DeletedItem {
  readonly kind: 'deleted';
  readonly id: ProductId | VariantId;
  readonly productId: ProductId;
  readonly ref: RowRef;
  readonly column: string;
  readonly handle: string;
  readonly optionNames: readonly string[];
  readonly fields: Values;
  readonly variants: readonly DeletedVariant[];
  /** Its ID tells which address in the sheet means it; missing in records of an earlier release. */
  readonly images: readonly { readonly url: string; readonly alt: string; readonly id?: MediaId }[];
}

/** The deletion of a product or of one variant, asked for in a cell and confirmed by a person. */
export interface DeleteItem {
  readonly kind: 'delete-product' | 'delete-variant';
  readonly ref: RowRef;
  readonly rows: readonly RowRef[];
  readonly column: string;
  /** Description for a person: `the product “Hat” with 2 variants`. */
  readonly name: string;
  /** All that is known of the item; saved before the deletion is sent. */
  readonly kept: DeletedItem;
  readonly isArchived: boolean;
}
