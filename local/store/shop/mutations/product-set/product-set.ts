import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { started } from '../../../graphql/types/product-operation';
import { type UserError, userError } from '../../../graphql/user-errors';
import { handleFrom } from '../../normalise/handle';
import { productByIdentifierOf } from '../../rules/product-identifier';
import type { ProductOperation } from '../../state/operation';
import type { Product } from '../../state/product';
import { applyProductSet } from './apply';
import { checkProductSet } from './check';
import type { ProductSetArgs, ProductSetInput } from './input';

/** Duration of an asynchronous productSet for each variant; Shopify says only that it runs in the background. */
const msPerVariant = 20;

export function productSet(args: ProductSetArgs, context: ExecutionContext): Payload {
  const target = targetOf(args, context);
  if ('userErrors' in target) return failed(target.userErrors);
  const userErrors = checkProductSet(context.state, target.input, target.product);
  if (userErrors.length > 0) return failed(userErrors);
  if (args.synchronous === false) return startOperation(args, context);
  const applied = applyProductSet(context, target.input, target.product);
  if ('userErrors' in applied) return failed(applied.userErrors);
  return { product: applied.product, productSetOperation: null, userErrors: [] };
}

const failed = (userErrors: readonly UserError[]): Payload => ({
  product: null,
  productSetOperation: null,
  userErrors,
});

type Target =
  | { readonly product: Product | null; readonly input: ProductSetInput }
  | { readonly userErrors: readonly UserError[] };

/** The product to update, or none: then one is created. */
function targetOf({ identifier, input }: ProductSetArgs, { state }: ExecutionContext): Target {
  const refuse = (field: readonly string[], message: string, code: string): Target => ({
    userErrors: [userError(field, message, code)],
  });
  if (!identifier) {
    if (!input.id) return { product: null, input };
    const product = state.products.get(input.id);
    return product
      ? { product, input }
      : refuse(['input', 'id'], 'Product does not exist', 'PRODUCT_DOES_NOT_EXIST');
  }
  if (input.id) {
    return refuse(['input'], 'The id field is not allowed if identifier is provided.', 'ID_NOT_ALLOWED');
  }
  const product = productByIdentifierOf(state, identifier) ?? null;
  if (identifier.id && !product) {
    return refuse(['identifier', 'id'], 'Product does not exist', 'PRODUCT_DOES_NOT_EXIST');
  }
  if (identifier.handle === undefined) return { product, input };
  if (input.handle && handleFrom(input.handle) !== identifier.handle) {
    const message = 'The identifier value does not match the value of the corresponding field in the input.';
    return refuse(['identifier', 'handle'], message, 'INPUT_MISMATCH');
  }
  return { product, input: { ...input, handle: identifier.handle } };
}

function startOperation(args: ProductSetArgs, { state, nowMs }: ExecutionContext): Payload {
  const operation: ProductOperation = state.productOperations.put({
    id: state.newId('ProductSetOperation'),
    kind: 'ProductSetOperation',
    productId: null,
    newProductId: null,
    userErrors: [],
    createdAtMs: nowMs,
    completesAtMs: nowMs + msPerVariant * (args.input.variants?.length ?? 0),
    awaiting: args,
  });
  return { product: null, productSetOperation: started(operation), userErrors: [] };
}

/** Runs what an operation was asked for, when its time has come. */
export function completeProductSet(operation: ProductOperation, context: ExecutionContext): void {
  const { state } = context;
  const payload = state.transaction(
    () => productSet({ ...(operation.awaiting as ProductSetArgs), synchronous: true }, context),
    (result) => (result.userErrors as readonly UserError[]).length === 0,
  );
  const { awaiting: _done, ...rest } = operation;
  state.productOperations.put({
    ...rest,
    productId: (payload.product as Product | null)?.id ?? null,
    userErrors: payload.userErrors as readonly UserError[],
  });
}
