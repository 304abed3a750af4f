import type { SetStock, SyncAction } from './action';

/**
 * What one request does: one action, or several where Shopify takes them together. The store knows by which mutation.
 * `key` is its idempotency key, fresh for each decision to send.
 */
type BatchOfAction<A extends SyncAction> = A extends SyncAction
  ? { [Kind in A['kind']]: Named<Kind> & Content<A & { readonly kind: Kind }> }[A['kind']]
  : never;
export type Batch = BatchOfAction<SyncAction>;

interface Named<Kind> {
  readonly kind: Kind;
}

type Content<A extends SyncAction> = (A['kind'] extends 'update-alt-text' | 'set-stock'
  ? { readonly actions: readonly A[] }
  : { readonly action: A }) &
  (A extends SetStock ? Keyed : unknown);

interface Keyed {
  readonly key: string;
  /** It was sent before, and no answer told what became of it. */
  readonly mayHaveArrived?: true;
}

/**
 * The most entries that one array argument takes.
 * Source: https://shopify.dev/docs/api/usage/limits (input arrays), and recorded: 2,048 for the variant lists.
 */
export const ARRAY_LIMIT = 250;

export function actionsOf(batch: Batch): readonly SyncAction[] {
  return 'actions' in batch ? batch.actions : [batch.action];
}
