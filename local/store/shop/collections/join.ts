import type { ExecutionContext } from '../../graphql/execution/context';
import { hasConditions, withoutProduct, withProducts } from './sources';

/** Adds a product to collections that are chosen by hand; ids of other collections are passed over. */
export function joinCollections(
  { state, now }: ExecutionContext,
  productId: string,
  ids: readonly string[],
): void {
  for (const id of ids) {
    const collection = state.collections.get(id);
    if (!collection || hasConditions(collection)) continue;
    const joined = withProducts(collection, [productId]);
    if (joined && joined !== collection) state.collections.put({ ...joined, updatedAt: now });
  }
}

export function leaveCollections(
  { state, now }: ExecutionContext,
  productId: string,
  ids: readonly string[],
): void {
  for (const id of ids) {
    const collection = state.collections.get(id);
    if (collection) state.collections.put({ ...withoutProduct(collection, productId), updatedAt: now });
  }
}
