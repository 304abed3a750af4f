import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { started } from '../../graphql/types/product-operation';
import { userError } from '../../graphql/user-errors';
import { deleteProduct } from '../writes/delete-product';

interface Args {
  readonly input: { readonly id: string };
  readonly synchronous?: boolean | null;
}

/** Duration of an asynchronous deletion; Shopify says only that it runs in the background. */
const deletionTakesMs = 2_000;

export function productDelete(args: Args, context: ExecutionContext): Payload {
  const { state, nowMs } = context;
  const { id } = args.input;
  const shop = state.shop;
  const refused = (message: string, field: readonly string[] | null): Payload => ({
    deletedProductId: null,
    productDeleteOperation: null,
    shop,
    userErrors: [userError(field, message)],
  });
  if (!state.products.get(id)) return refused('Product does not exist', ['id']);
  const pending = state.productOperations
    .all()
    .some(
      (one) => one.kind === 'ProductDeleteOperation' && one.productId === id && nowMs < one.completesAtMs,
    );
  if (pending)
    return refused('Another operation already in progress. Please wait until current one is finished.', null);
  if (args.synchronous !== false) {
    deleteProduct(state, id);
    return { deletedProductId: id, productDeleteOperation: null, shop, userErrors: [] };
  }
  const operation = state.productOperations.put({
    id: state.newId('ProductDeleteOperation'),
    kind: 'ProductDeleteOperation',
    productId: id,
    newProductId: null,
    userErrors: [],
    createdAtMs: nowMs,
    completesAtMs: nowMs + deletionTakesMs,
  });
  return { deletedProductId: null, productDeleteOperation: started(operation), shop, userErrors: [] };
}
