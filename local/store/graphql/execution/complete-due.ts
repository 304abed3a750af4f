import { advanceBulkOperations } from '../../shop/bulk-operations/advance';
import type { Execute } from '../../shop/bulk-operations/execute';
import { completeProductSet } from '../../shop/mutations/product-set/product-set';
import { deleteProduct } from '../../shop/writes/delete-product';
import type { ExecutionContext } from './context';

/** Does what background operations were started for, once their time has come; runs before every request. */
export function completeDueOperations(context: ExecutionContext, execute: Execute): void {
  advanceBulkOperations(context, execute);
  const { state, nowMs } = context;
  context.searchIndex.writesAtMs = nowMs;
  for (const operation of state.productOperations.all()) {
    if (nowMs < operation.completesAtMs) continue;
    if (operation.kind === 'ProductSetOperation' && operation.awaiting)
      completeProductSet(operation, context);
    if (operation.kind === 'ProductDeleteOperation' && state.products.get(operation.productId ?? '')) {
      deleteProduct(state, operation.productId ?? '');
    }
  }
}
