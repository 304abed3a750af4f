import { NOTHING_WRITTEN } from '../../plan/model/batch-outcome';
import { writeRequest } from '../client/graphql';
import type { UserError } from '../client/graphql-errors';
import {
  type DeleteProductData,
  DeleteProductDocument,
  type DeleteVariantsData,
  DeleteVariantsDocument,
} from '../documents/generated/write-products';
import { type BatchOf, type OperationOf, type PayloadOf, refuse } from './operation';

const COST = 10;

/** Deleted twice it is refused the second time, and then it is not there, which the next plan finds. */
export const productDelete: OperationOf<BatchOf<'delete-product'>, PayloadOf<DeleteProductData>> = {
  request: ({ action: { kept } }) =>
    writeRequest(DeleteProductDocument, { input: { id: kept.productId } }, { cost: COST, repeatable: false }),
  answer: answerOf,
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
  answer: answerOf,
};

function answerOf(
  { action }: BatchOf<'delete-product' | 'delete-variant'>,
  errors: readonly UserError[],
): ReturnType<typeof productDelete.answer> {
  const refused = errors.length > 0 ? action.rows.map((ref) => refuse(ref, errors)) : [];
  return { kind: 'answered', written: NOTHING_WRITTEN, refused, retry: [] };
}
