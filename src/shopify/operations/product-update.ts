import { contentTypeOf, fetchedAddress } from '../../catalog/values/image-address';
import { rowsOf } from '../../plan/action-kinds';
import type { UpdateProduct } from '../../plan/model/action';
import type { NewImage } from '../../plan/model/image-actions';
import { writeRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import type { ProductUpdateInput } from '../documents/generated/schema-types';
import { type UpdateProductData, UpdateProductDocument } from '../documents/generated/write-products';
import { PRODUCT_OBJECTS, writeFields, writtenBeside } from '../queries/fields';
import { mediaIdsOf } from '../queries/nodes';
import { answerOfProduct, type BatchOf, type OperationOf, type PayloadOf, UNANSWERED } from './operation';

export const productUpdate: OperationOf<BatchOf<'update-product'>, PayloadOf<UpdateProductData>> = {
  request: ({ action }) => requestOf(action),
  answer({ action }, errors, payload) {
    return answerOfProduct(rowsOf(action), errors, payload?.product);
  },
};

/** Adds images that take the place of others, and waits until Shopify has fetched them. */
export const addReplacing: OperationOf<BatchOf<'replace-images'>, PayloadOf<UpdateProductData>> = {
  request: ({ action: { productId, images } }) =>
    requestOf({ productId, changes: [], images: images.flatMap(({ by }) => (by.mediaId ? [] : by)) }),
  answer({ action }, errors, payload) {
    const { productId, images } = action;
    const answer = answerOfProduct(rowsOf(action), errors, payload?.product);
    if (answer.kind !== 'answered' || answer.refused.length > 0) return answer;
    const added = mediaIdsOf(payload?.product);
    const known = images.flatMap(({ by }) => by.mediaId ?? []);
    if (added.length + known.length < images.length) return UNANSWERED;
    // A file can be taken off once Shopify is done with it.
    const old = images.map(({ mediaId }) => mediaId);
    return { ...answer, goesOn: { productId, images: [...added, ...known, ...old] } };
  },
};

interface Asked extends Pick<UpdateProduct, 'productId' | 'changes'> {
  readonly images: readonly Pick<NewImage, 'url' | 'alt'>[];
}

function requestOf({ productId, changes, images }: Asked) {
  return writeRequest(
    UpdateProductDocument,
    {
      product: {
        id: productId,
        ...writeFields<ProductUpdateInput>(changes),
        ...writtenBeside(changes),
      },
      media: images.map(({ url, alt }) => ({
        originalSource: fetchedAddress(url),
        alt,
        mediaContentType: contentTypeOf(url),
      })),
      added: Math.max(1, images.length),
      withMedia: images.length > 0,
    },
    // An image sent twice is uploaded twice.
    { cost: updateCost(images.length), repeatable: images.length === 0 },
  );
}

function updateCost(images: number): number {
  return Math.ceil(10 + 1.9 * images) + PRODUCT_OBJECTS + (images > 0 ? connectionCost(images, 0) : 0);
}
