import type { SyncAction } from './action';
import type { SetStock } from './stock-action';

/**
 * The content of one request: one action, or several where Shopify accepts them together. The store chooses the mutation.
 * `key` is its idempotency key, new for each decision to send.
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
  /** Set where it was sent before and no answer arrived. */
  readonly mayHaveArrived?: true;
}

/** Limits of a store, as it reports them. */
export interface StoreLimits {
  /** The most entries of a list in one request. */
  readonly listEntries: number;
  /** The most variants of one product. */
  readonly variantsOfProduct: number;
  /** The most lines in one file of a bulk operation. */
  readonly linesOfFile: number;
  /** The most bulk operations that run at the same time. */
  readonly filesAtOnce: number;
}

/** Creates the function that makes batches of actions. */
export interface Batching {
  readonly newKey: () => string;
  readonly limits: StoreLimits;
}

export function actionsOf(batch: Batch): readonly SyncAction[] {
  return 'actions' in batch ? batch.actions : [batch.action];
}
