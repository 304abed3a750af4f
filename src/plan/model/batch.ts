import type { SyncAction } from './action';
import type { SetStock } from './stock-action';

/**
 * Work of one request: one action, or several where Shopify takes them together. The store knows by which mutation.
 * `key` is its idempotency key, fresh for each decision to send.
 */
type BatchOfAction<A extends SyncAction> = A extends SyncAction
  ? { [Kind in A['kind']]: Named<Kind> & Content<A & { readonly kind: Kind }> }[A['kind']]
  : never;
export type Batch = BatchOfAction<SyncAction>;

interface Named<Kind> {
  readonly kind: Kind;
}

type Content<A extends SyncAction> = (A['kind'] extends
  | 'update-alt-text'
  | 'set-stock'
  | 'set-value'
  | 'clear-value'
  | 'set-list-price'
  | 'set-quantities'
  | 'clear-quantities'
  ? { readonly actions: readonly A[] }
  : { readonly action: A }) &
  (A extends SetStock ? Keyed : unknown);

interface Keyed {
  readonly key: string;
  /** It was sent before, and no answer told what became of it. */
  readonly mayHaveArrived?: true;
}

/** Limits of a store, as it says itself. */
export interface StoreLimits {
  /** Entries of a list in one request. */
  readonly listEntries: number;
  /** Variants of one product. */
  readonly variantsOfProduct: number;
  /** Lines of one file of a bulk operation. */
  readonly linesOfFile: number;
  /** Bulk operations that run side by side. */
  readonly filesAtOnce: number;
}

/** Gives what makes batches of actions. */
export interface Batching {
  readonly newKey: () => string;
  readonly limits: StoreLimits;
}

export function actionsOf(batch: Batch): readonly SyncAction[] {
  return 'actions' in batch ? batch.actions : [batch.action];
}
