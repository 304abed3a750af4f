import { writeRequest } from '../client/graphql';
import {
  type DeleteProductData,
  DeleteProductDocument,
  type DeleteVariantsData,
  DeleteVariantsDocument,
} from '../documents/generated/write-products';
import { answerOfAction, type BatchOf, type OperationOf, type PayloadOf } from './operation';

const COST = 10;

/** Sent twice, it is refused the second time; the product is gone by then, which the next plan finds. */
export const productDelete: OperationOf<BatchOf<'delete-product'>, PayloadOf<DeleteProductData>> = {
  request: ({ action: { kept } }) =>
    writeRequest(DeleteProductDocument, { input: { id: kept.productId } }, { cost: COST, repeatable: false }),
  answer: answerOfAction,
};

export const productVariantsBulkDelete: OperationOf<
  BatchOf<'delete-variant'>,
  PayloadOf<DeleteVariantsData>
> = {
  request: ({ action: { kept } }) =>
    writeRequest(
      DeleteVariantsDocument,
      { productId: kept.productId, variantsIds: [kept.id] },
      { cost: COST, repeatable: false },
    ),
  answer: answerOfAction,
};
