import { answered } from '../../plan/model/batch-outcome';
import { writeRequest } from '../client/graphql';
import {
  type ReorderImagesData,
  ReorderImagesDocument,
  type UpdateAltTextsData,
  UpdateAltTextsDocument,
} from '../documents/generated/write-products';
import { type BatchOf, errorsAt, type OperationOf, type PayloadOf, refuse, UNANSWERED } from './operation';

export const productUpdateMedia: OperationOf<BatchOf<'update-alt-text'>, PayloadOf<UpdateAltTextsData>> = {
  request({ actions }) {
    const media = actions.map(({ mediaId, alt }) => ({ id: mediaId, alt }));
    const variables = { productId: actions[0]?.productId ?? '', media };
    return writeRequest(UpdateAltTextsDocument, variables, { cost: 10, repeatable: true });
  },
  answer({ actions }, errors) {
    const errorsOf = errorsAt(errors, 'media');
    const refused = actions.flatMap(({ ref }, index) => {
      const own = errorsOf(index);
      return own ? [refuse(ref, own)] : [];
    });
    // If one is refused, none is written: the others are sent again without it.
    const rest = actions.filter((_, index) => errors.length > 0 && !errorsOf(index));
    return answered(
      {},
      {
        refused,
        retry: rest.length > 0 ? [{ kind: 'update-alt-text', actions: rest }] : [],
      },
    );
  },
};

export const productReorderMedia: OperationOf<BatchOf<'reorder-images'>, PayloadOf<ReorderImagesData>> = {
  request({ action: { productId, moves } }) {
    const steps = moves.map(({ id, to }) => ({ id, newPosition: String(to) }));
    // Positions depend on the moves before, so a second arrival would move other images.
    return writeRequest(ReorderImagesDocument, { productId, moves: steps }, { cost: 11, repeatable: false });
  },
  answer({ action }, errors, payload) {
    const refused = errors.length > 0 ? action.places.map(({ ref }) => refuse(ref, errors)) : [];
    const job = payload?.job?.id;
    if (refused.length === 0 && !job) return UNANSWERED;
    return answered(
      {},
      {
        refused,
        ...(job && refused.length === 0 && { goesOn: { job, productId: action.productId } }),
      },
    );
  },
};
