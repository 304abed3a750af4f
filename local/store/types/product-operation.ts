import type { ObjectFields } from '../execution/resolve';
import type { ProductOperation } from '../state/operation';

export const productOperationFields: ObjectFields<ProductOperation> = {
  deletedProductId: (operation, _args, { nowMs }) =>
    nowMs < operation.completesAtMs ? null : operation.productId,
  newProduct: (operation, _args, { state }) => state.products.get(operation.newProductId ?? '') ?? null,
  product: (operation, _args, { state }) => state.products.get(operation.productId ?? '') ?? null,
  status: (operation, _args, { nowMs }) => (nowMs < operation.completesAtMs ? 'CREATED' : 'COMPLETE'),
};
