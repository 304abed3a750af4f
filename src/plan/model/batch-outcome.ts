import type { RowRef } from '../../catalog/tab/row';
import type { FieldValue } from '../../catalog/values/cell';
import type { MediaId, ProductId } from '../../catalog/values/gid';
import type { Batch } from './batch';
import type { StoreFields, StoreProduct, StoreVariant } from './snapshot';
import type { SetStock } from './stock-action';

/** Answer of the store to one batch. */
export interface BatchOutcome {
  readonly batch: Batch;
  readonly answer: BatchAnswer;
}

export type BatchAnswer =
  /** The store answered; some rows may have been refused. */
  | {
      readonly kind: 'answered';
      readonly written: Written;
      readonly refused: readonly RefusedRow[];
      /** Actions that were not written because a neighbour was refused: they are sent again without it. */
      readonly retry: readonly Batch[];
      /** Work that goes on in Shopify after the answer. */
      readonly goesOn?: GoesOn;
      /** Sums for a level that changed before they arrived: planned again with the present level. */
      readonly moved?: readonly SetStock[];
      /** Levels for which it is unknown whether the change counted: a person decides. */
      readonly unclear?: readonly SetStock[];
    }
  /** No answer came, or one that does not tell: the store is read again before anything is sent again. */
  | { readonly kind: 'unknown'; readonly message: string }
  /**
   * Shopify took none of it: the request as a whole was refused, or was never sent; or the app has created as many
   * variants as it may in a day.
   */
  | {
      readonly kind: 'not-taken';
      readonly why: 'refused' | 'daily-variants';
      readonly message: string;
    };

/** A job of Shopify's for one product, or images that it fetches. */
export type GoesOn = { readonly productId: ProductId } & (
  | { readonly job: string; readonly images?: never }
  | { readonly images: readonly MediaId[]; readonly job?: never }
);

export interface RefusedRow {
  readonly ref: RowRef;
  readonly status: 'error' | 'conflict' | 'skipped';
  readonly message: string;
}

/** The items as the store has them after a batch, as far as its answer tells. */
export interface Written {
  readonly products: readonly WrittenProduct[];
  readonly variants: readonly StoreVariant[];
  /** Images that variants brought, in the order of their addresses; after a reordering, all images of the product. */
  readonly media: readonly MediaId[];
  /** Images that were added, in the order of their addresses, where `media` has all images of the product. */
  readonly added?: readonly MediaId[];
  /** Images that were waited for and do not exist yet: Shopify is still fetching them, or could not. */
  readonly unready?: Readonly<Record<string, 'processing' | 'failed'>>;
  /** Stock levels that were accepted, as indexes into the batch's actions. */
  readonly stock: readonly number[];
  /** Values stored separately, as the store has them now, by index of the batch's actions; absent where none was accepted. */
  readonly values?: readonly (FieldValue | null)[];
  /** Fields that were written, by index of the batch's actions; absent where none was accepted. */
  readonly fields?: readonly StoreFields[];
}

export interface WrittenProduct extends Pick<StoreProduct, 'id' | 'handle'> {
  readonly fields: StoreFields;
  /** Media in the order of the product. */
  readonly mediaIds: readonly MediaId[];
}

export const NOTHING_WRITTEN: Written = { products: [], variants: [], media: [], stock: [] };

/** The store's answer: what it wrote of a batch, and its further messages. */
export function answered(
  written: Partial<Written>,
  more: Partial<Extract<BatchAnswer, { readonly kind: 'answered' }>> = {},
): BatchAnswer {
  return { kind: 'answered', written: { ...NOTHING_WRITTEN, ...written }, refused: [], retry: [], ...more };
}
