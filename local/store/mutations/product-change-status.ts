import type { ExecutionContext } from '../execution/context';
import type { Payload } from '../execution/payload';
import type { ProductStatus } from '../state/product';
import { userError } from '../user-errors';

interface Args {
  readonly productId: string;
  readonly status: ProductStatus;
}

export function productChangeStatus({ productId, status }: Args, { state, now }: ExecutionContext): Payload {
  const product = state.products.get(productId);
  if (!product) {
    return {
      product: null,
      userErrors: [userError(['productId'], 'Product does not exist', 'PRODUCT_NOT_FOUND')],
    };
  }
  return { product: state.products.put({ ...product, status, updatedAt: now }), userErrors: [] };
}
