import type { RowRef } from '../../catalog/tab/row';
import type { OptionId, OptionValueId, ProductId } from '../../catalog/values/gid';
import type { RowOutcome } from './row-outcome';

interface OfOptions {
  readonly ref: RowRef;
  /** Every row of the product. */
  readonly rows: readonly RowRef[];
  readonly column: string;
  readonly productId: ProductId;
  /** Names of the options before and after, in order. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Renames one option, or reorders all of them. */
export interface ChangeOptions extends OfOptions {
  readonly kind: 'rename-option' | 'reorder-options';
  /** In the new order. */
  readonly options: readonly { readonly id: OptionId; readonly name: string }[];
  /** Set by an undo: the rows still say `from`, so they are held. */
  readonly isStillTyped?: true;
}

/** Adds options to a product; each existing variant gets the value named for it. */
export interface CreateOptions extends OfOptions {
  readonly kind: 'create-options';
  readonly created: readonly { readonly name: string; readonly position: number; readonly value: string }[];
  /** Description of the resulting variants, for a person. */
  readonly result: string;
}

/** A value of an option under its old name and its new one. */
export interface RenamedValue {
  readonly kind: 'rename-option-value';
  readonly ref: RowRef;
  /** Every row that asks for it. */
  readonly rows: readonly RowRef[];
  readonly column: string;
  readonly productId: ProductId;
  readonly optionId: OptionId;
  readonly valueId: OptionValueId;
  /** Position of the option among those of the product. */
  readonly index: number;
  readonly from: string;
  readonly to: string;
  /** Replacement messages for the rows of its variants while it is held; once it is sent, they are compared again. */
  readonly untold?: readonly RowOutcome[];
  /** Set by an undo: the rows still say `from`, so they are held. */
  readonly isStillTyped?: true;
}
