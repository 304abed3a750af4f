import { fetchedAddress } from '../../catalog/values/image-address';
import { rowsOf } from '../../plan/action-kinds';
import { writeRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import type { ProductUpdateInput } from '../documents/generated/schema-types';
import { type UpdateProductData, UpdateProductDocument } from '../documents/generated/write-products';
import { PRODUCT_OBJECTS, writeFields, writtenBeside } from '../queries/fields';
import { answerOfProduct, type BatchOf, type OperationOf, type PayloadOf } from './operation';

export const productUpdate: OperationOf<BatchOf<'update-product'>, PayloadOf<UpdateProductData>> = {
  request({ action: { productId, changes, images } }) {
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
          mediaContentType: 'IMAGE' as const,
        })),
        added: Math.max(1, images.length),
        withMedia: images.length > 0,
      },
      // An image sent twice is uploaded twice.
      { cost: updateCost(images.length), repeatable: images.length === 0 },
    );
  },
  answer({ action }, errors, payload) {
    return answerOfProduct(rowsOf(action), errors, payload?.product);
  },
};

function updateCost(images: number): number {
  return Math.ceil(10 + 1.9 * images) + PRODUCT_OBJECTS + (images > 0 ? connectionCost(images, 0) : 0);
}
