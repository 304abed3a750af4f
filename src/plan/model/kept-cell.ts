import type { FieldKey } from '../../catalog/columns/columns';
import type { RowRef } from '../../catalog/tab/row';
import type { FieldValue } from '../../catalog/values/cell';
import type { EditText } from '../../catalog/values/edits';
import type { MediaId, ProductId, VariantId } from '../../catalog/values/gid';
import type { QuantityKey } from './base';
import type { ValueKey } from './replaced-value';

/**
 * Something that a cell may ask for without a remembered value; or the image that its row should list, and the one it
 * lists.
 */
type AsksForNoValue =
  | { readonly asks: 'deletion' | 'options' | 'images' }
  | { readonly lists: MediaId; readonly before: MediaId };

/** A cell that is to hold Shopify's value, because a person chose that side, for it or in the settings. */
export interface KeptCell {
  /** The key of the conflict. */
  readonly question: string;
  readonly id: ProductId | VariantId;
  /** The remembered value of the cell; for an Adjust cell, which is only emptied, a level. */
  readonly value: ValueKey | { readonly adjusts: QuantityKey } | AsksForNoValue;
  readonly ref: RowRef;
  /** The header as the sheet has it. */
  readonly column: string;
  /** Absent for stock. */
  readonly field?: FieldKey;
  /** Both sides in canonical form; the sheet's is null where the cell asks for nothing. */
  readonly sheet: string | null;
  readonly store: string;
  readonly from: FieldValue | null;
  readonly to: FieldValue | null;
  /** Set where the cell held an edit, which may have to be put back. */
  readonly edit?: EditText;
  /** Text for a cell that writes the value by its name, as categories are. */
  readonly words?: string | undefined;
}
