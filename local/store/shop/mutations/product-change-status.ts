import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { userError } from '../../graphql/user-errors';
import type { ProductStatus } from '../state/product';

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
