import type { RemoveImage, RestoreImage } from '../../plan/model/image-actions';
import { writeRequest } from '../client/graphql';
import type { FileUpdateInput } from '../documents/generated/schema-types';
import { type UpdateFilesData, UpdateFilesDocument } from '../documents/generated/write-products';
import { type DetachMediaData, DetachMediaDocument } from '../documents/generated/write-variants';
import { answerOfAction, type BatchOf, type OperationOf, type PayloadOf } from './operation';

type Operation<Kind extends 'remove-image' | 'restore-image'> = OperationOf<
  BatchOf<Kind>,
  PayloadOf<UpdateFilesData>
>;

/** Sent twice it has the same effect as once, and the file stays in the shop. */
function request({ mediaId: id }: RemoveImage | RestoreImage, references: Omit<FileUpdateInput, 'id'>) {
  return writeRequest(
    UpdateFilesDocument,
    { files: [{ id, ...references }] },
    { cost: 10, repeatable: true },
  );
}

/** Takes a file off a product. */
export const removeReference: Operation<'remove-image'> = {
  request: ({ action }) => request(action, { referencesToRemove: [action.productId] }),
  answer: answerOfAction,
};

/** Puts a file back on a product, as the last of its media. */
export const addReference: Operation<'restore-image'> = {
  request: ({ action }) => request(action, { referencesToAdd: [action.productId] }),
  answer: answerOfAction,
};

/** An image that is no longer on the variant is already as it was asked for. */
const IS_DETACHED = 'MEDIA_IS_NOT_ATTACHED_TO_VARIANT';

export const productVariantDetachMedia: OperationOf<BatchOf<'detach-image'>, PayloadOf<DetachMediaData>> = {
  request: ({ action: { productId, variant: variantId, mediaId } }) =>
    writeRequest(
      DetachMediaDocument,
      { productId, variantMedia: [{ variantId, mediaIds: [mediaId] }] },
      { cost: 10, repeatable: true },
    ),
  answer: (batch, errors) =>
    answerOfAction(
      batch,
      errors.filter(({ code }) => code !== IS_DETACHED),
    ),
};
