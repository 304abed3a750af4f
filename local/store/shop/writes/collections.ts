import type { ExecutionContext } from '../../graphql/execution/context';

/** Adds a product to collections that are chosen by hand; ids of other collections are passed over. */
export function joinCollections(
  { state, now }: ExecutionContext,
  productId: string,
  ids: readonly string[],
): void {
  for (const id of ids) {
    const collection = state.collections.get(id);
    if (!collection || collection.ruleSet || collection.productIds.includes(productId)) continue;
    state.collections.put({
      ...collection,
      productIds: [...collection.productIds, productId],
      updatedAt: now,
    });
  }
}

export function leaveCollections(
  { state, now }: ExecutionContext,
  productId: string,
  ids: readonly string[],
): void {
  for (const id of ids) {
    const collection = state.collections.get(id);
    if (!collection?.productIds.includes(productId)) continue;
    const productIds = collection.productIds.filter((member) => member !== productId);
    state.collections.put({ ...collection, productIds, updatedAt: now });
  }
}
