import type { FieldKey } from '../../catalog/columns/columns';
import type { RowRef } from '../../catalog/tab/row';
import type { FieldValue } from '../../catalog/values/cell';
import type { ProductId, VariantId } from '../../catalog/values/gid';
import type { QuantityKey } from './base';
import type { ValueKey } from './replaced-value';

/** A cell that is to hold Shopify's value, because a person chose that side, for it or in the settings. */
export interface KeptCell {
  /** The key of the conflict. */
  readonly question: string;
  readonly id: ProductId | VariantId;
  /** What is remembered of the value; of an Adjust cell, which is only emptied, the level that it speaks of. */
  readonly value: ValueKey | { readonly adjusts: QuantityKey };
  readonly ref: RowRef;
  /** The header as it stands in the sheet. */
  readonly column: string;
  /** Absent for stock. */
  readonly field?: FieldKey;
  /** Both sides in canonical form. */
  readonly sheet: string;
  readonly store: string;
  readonly from: FieldValue | null;
  readonly to: FieldValue | null;
}
