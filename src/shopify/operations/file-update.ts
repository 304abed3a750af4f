import { type BatchAnswer, NOTHING_WRITTEN } from '../../plan/model/batch-outcome';
import type { RemoveImage, RestoreImage } from '../../plan/model/image-actions';
import { writeRequest } from '../client/graphql';
import type { UserError } from '../client/graphql-errors';
import type { FileUpdateInput } from '../documents/generated/schema-types';
import { type UpdateFilesData, UpdateFilesDocument } from '../documents/generated/write-products';
import { type BatchOf, type OperationOf, type PayloadOf, refuse } from './operation';

type Operation<Kind extends 'remove-image' | 'restore-image'> = OperationOf<
  BatchOf<Kind>,
  PayloadOf<UpdateFilesData>
>;

/** Done twice it is as done once, and the file stays in the shop. */
function request({ mediaId: id }: RemoveImage | RestoreImage, references: Omit<FileUpdateInput, 'id'>) {
  return writeRequest(
    UpdateFilesDocument,
    { files: [{ id, ...references }] },
    { cost: 10, repeatable: true },
  );
}

function answer({ ref }: RemoveImage | RestoreImage, errors: readonly UserError[]): BatchAnswer {
  const refused = errors.length > 0 ? [refuse(ref, errors)] : [];
  return { kind: 'answered', written: NOTHING_WRITTEN, refused, retry: [] };
}

/** Takes a file off a product. */
export const removeReference: Operation<'remove-image'> = {
  request: ({ action }) => request(action, { referencesToRemove: [action.productId] }),
  answer: ({ action }, errors) => answer(action, errors),
};

/** Puts a file back on a product, as the last of its media. */
export const addReference: Operation<'restore-image'> = {
  request: ({ action }) => request(action, { referencesToAdd: [action.productId] }),
  answer: ({ action }, errors) => answer(action, errors),
};
