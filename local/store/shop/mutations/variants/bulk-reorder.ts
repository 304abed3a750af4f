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
  const refused = (userErrors: readonly UserError[]): Payload => ({ product: null, userErrors });
  if (new Set(ids).size < ids.length) {
    const message = 'Product variant IDs must be unique';
    return refused([userError(['positions'], message, 'DUPLICATED_VARIANT_ID')]);
  }
  /** Texts as recorded. */
  const userErrors = args.positions.flatMap(({ id, position }, index): UserError[] => {
    const error = (field: string, message: string, code: string) => [
      userError(['positions', index, field], message, code),
    ];
    if (!product.variantIds.includes(id))
      return error('id', 'Product variant does not exist', 'MISSING_VARIANT');
    return position >= 1
      ? []
      : error('position', 'Position can not be zero or negative number', 'INVALID_POSITION');
  });
  if (userErrors.length > 0) return refused(userErrors);
  const variantIds = product.variantIds.filter((id) => !ids.includes(id));
  for (const { id, position } of [...args.positions].sort((one, other) => one.position - other.position)) {
    variantIds.splice(position - 1, 0, id);
  }
  return { product: state.products.put({ ...product, variantIds, updatedAt: now }), userErrors: [] };
}
