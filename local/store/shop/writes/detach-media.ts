import type { ExecutionContext } from '../../graphql/execution/context';
import type { Product } from '../state/product';

/** A file that is not among a product's media is none of its variants' either (recorded). */
export function detachFromVariants(
  { state }: ExecutionContext,
  product: Product,
  fileIds: readonly string[],
): void {
  for (const variantId of product.variantIds) {
    const variant = state.variants.get(variantId);
    if (!variant?.mediaIds.some((id) => fileIds.includes(id))) continue;
    state.variants.put({ ...variant, mediaIds: variant.mediaIds.filter((id) => !fileIds.includes(id)) });
  }
}
