import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { productMissing } from './problems';

interface Args {
  readonly productId: string;
  readonly positions: readonly { readonly id: string; readonly position: number }[];
}

/** Moves the named variants to their positions (1-based); the others keep their order around them. */
export function productVariantsBulkReorder(args: Args, { state, now }: ExecutionContext): Payload {
  const product = state.products.get(args.productId);
  if (!product) return { product: null, userErrors: [productMissing] };
  const ids = args.positions.map((one) => one.id);
  const userErrors = args.positions.flatMap(({ id, position }, index): UserError[] => {
    if (!product.variantIds.includes(id)) {
      return [userError(['positions', index, 'id'], 'Variant does not exist', 'MISSING_VARIANT')];
    }
    if (ids.indexOf(id) < index) {
      return [userError(['positions', index, 'id'], 'Duplicated variant ID', 'DUPLICATED_VARIANT_ID')];
    }
    if (position >= 1) return [];
    return [userError(['positions', index, 'position'], 'Invalid position', 'INVALID_POSITION')];
  });
  if (userErrors.length > 0) return { product, userErrors };
  const variantIds = product.variantIds.filter((id) => !ids.includes(id));
  for (const { id, position } of [...args.positions].sort((one, other) => one.position - other.position)) {
    variantIds.splice(position - 1, 0, id);
  }
  return { product: state.products.put({ ...product, variantIds, updatedAt: now }), userErrors: [] };
}
