import type { ProductOperation } from '../../shop/state/operation';
import type { ObjectFields } from '../execution/field-resolver';

/** An operation as the answer that starts it shows it: CREATED, whatever the clock says (recorded). */
export interface StartedOperation extends ProductOperation {
  readonly justStarted?: true;
}

export const started = (operation: ProductOperation): StartedOperation => ({
  ...operation,
  justStarted: true,
});

export const productOperationFields: ObjectFields<StartedOperation> = {
  /** Recorded: known while the operation is still ACTIVE. */
  deletedProductId: (operation, _args, { nowMs }) => {
    const halfwayMs = (operation.createdAtMs + operation.completesAtMs) / 2;
    return operation.justStarted || nowMs < halfwayMs ? null : operation.productId;
  },
  newProduct: (operation, _args, { state }) => state.products.get(operation.newProductId ?? '') ?? null,
  product: (operation, _args, { state }) => state.products.get(operation.productId ?? '') ?? null,
  status: (operation, _args, { nowMs }) => {
    if (operation.justStarted) return 'CREATED';
    return nowMs < operation.completesAtMs ? 'ACTIVE' : 'COMPLETE';
  },
};
