import { NOTHING_WRITTEN } from '../../plan/model/batch-outcome';
import { writeRequest } from '../client/graphql';
import { type ReorderImagesData, ReorderImagesDocument } from '../documents/generated/write-products';
import { type BatchOf, type OperationOf, type PayloadOf, refuse, UNANSWERED } from './operation';

export const productReorderMedia: OperationOf<BatchOf<'reorder-images'>, PayloadOf<ReorderImagesData>> = {
  request({ action: { productId, moves } }) {
    const steps = moves.map(({ id, to }) => ({ id, newPosition: String(to) }));
    // Places count from where the moves before left the others, so that a second arrival would mean other images.
    return writeRequest(ReorderImagesDocument, { productId, moves: steps }, { cost: 11, repeatable: false });
  },
  answer({ action }, errors, payload) {
    const refused = errors.length > 0 ? action.places.map(({ ref }) => refuse(ref, errors)) : [];
    const job = payload?.job?.id;
    if (refused.length === 0 && !job) return UNANSWERED;
    return {
      kind: 'answered',
      written: NOTHING_WRITTEN,
      refused,
      retry: [],
      ...(job && refused.length === 0 && { goesOn: { job, productId: action.productId } }),
    };
  },
};
