import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { userError } from '../../../graphql/user-errors';
import { deleteVariant } from '../../writes/delete-product';
import { productMissing } from './problems';

interface Args {
  readonly productId: string;
  readonly variantsIds: readonly string[];
}

/** The variants behind move up (recorded); the last variant cannot go (schema). */
export function productVariantsBulkDelete(args: Args, { state, now }: ExecutionContext): Payload {
  const product = state.products.get(args.productId);
  if (!product) return { product: null, userErrors: [productMissing] };
  const foreign = args.variantsIds.findIndex((id) => !product.variantIds.includes(id));
  if (foreign >= 0) {
    const message = 'At least one variant does not belong to the product';
    const code = 'AT_LEAST_ONE_VARIANT_DOES_NOT_BELONG_TO_THE_PRODUCT';
    return { product: null, userErrors: [userError(['variantsIds', foreign], message, code)] };
  }
  const variantIds = product.variantIds.filter((id) => !args.variantsIds.includes(id));
  if (variantIds.length === 0) {
    const message = 'Cannot delete the last variant of a product';
    return { product: null, userErrors: [userError(['variantsIds'], message, 'CANNOT_DELETE_LAST_VARIANT')] };
  }
  for (const id of args.variantsIds) deleteVariant(state, id);
  return { product: state.products.put({ ...product, variantIds, updatedAt: now }), userErrors: [] };
}
