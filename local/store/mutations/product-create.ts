import type { ExecutionContext } from '../execution/context';
import type { Payload } from '../execution/payload';
import { checkProductFields, type ProductFields } from '../rules/product-fields';
import { insertProduct } from '../writes/put-product';

interface Args {
  readonly product?: ProductFields | null;
  readonly input?: ProductFields | null;
}

export function productCreate(args: Args, context: ExecutionContext): Payload {
  const fields = args.product ?? args.input ?? {};
  const userErrors = checkProductFields(fields, true);
  if (userErrors.length > 0) return { product: null, shop: context.state.shop, userErrors };
  return { product: insertProduct(context, fields), shop: context.state.shop, userErrors: [] };
}
