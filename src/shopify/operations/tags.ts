import { writeRequest } from '../client/graphql';
import type { GraphqlDocument } from '../documents/document';
import {
  type AddTagsData,
  AddTagsDocument,
  type AddTagsVariables,
  type RemoveTagsData,
  RemoveTagsDocument,
} from '../documents/generated/write-products';
import { PRODUCT_OBJECTS } from '../queries/fields';
import { answerOfProduct, type BatchOf, type OperationOf, type PayloadOf } from './operation';

const DOCUMENTS: Record<'add-tags' | 'remove-tags', GraphqlDocument<unknown, AddTagsVariables>> = {
  'add-tags': AddTagsDocument,
  'remove-tags': RemoveTagsDocument,
};

const tags: OperationOf<
  BatchOf<'add-tags' | 'remove-tags'>,
  PayloadOf<AddTagsData> | PayloadOf<RemoveTagsData>
> = {
  request({ kind, action }) {
    const variables = { id: action.productId, tags: action.tags };
    return writeRequest(DOCUMENTS[kind], variables, { cost: 10 + PRODUCT_OBJECTS, repeatable: true });
  },
  answer({ action }, errors, payload) {
    return answerOfProduct([action.ref], errors, payload?.node?.id ? payload.node : undefined);
  },
};

export { tags as tagsAdd, tags as tagsRemove };
