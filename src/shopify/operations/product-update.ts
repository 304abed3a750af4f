import { fetchedAddress } from '../../catalog/values/image-address';
import { rowsOf } from '../../plan/model/action';
import { NOTHING_WRITTEN } from '../../plan/model/batch-outcome';
import { connectionCost } from '../client/limits';
import { PRODUCT_FIELDS, PRODUCT_OBJECTS, writeFields } from '../queries/fields';
import { type ProductNode, toWrittenProduct } from '../queries/nodes';
import { type BatchOf, type OperationOf, refuse } from './operation';

/** Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/productUpdate */
const DOCUMENT = `mutation UpdateProduct($product: ProductUpdateInput!, $media: [CreateMediaInput!], $added: Int!, $withMedia: Boolean!) {
  productUpdate(product: $product, media: $media) {
    product {${PRODUCT_FIELDS}
      media(last: $added) @include(if: $withMedia) { nodes { id alt } }
    }
    userErrors { field message }
  }
}`;

export const productUpdate: OperationOf<BatchOf<'productUpdate'>> = {
  request({ action: { productId, changes, images } }) {
    return {
      document: DOCUMENT,
      variables: {
        product: {
          id: productId,
          ...writeFields(changes),
          // As Shopify admin offers it, ticked: the old address goes on leading to the product.
          ...(changes.some(({ key }) => key === 'handle') && { redirectNewHandle: true }),
        },
        media: images.map(({ url, alt }) => ({
          originalSource: fetchedAddress(url),
          alt,
          mediaContentType: 'IMAGE',
        })),
        added: Math.max(1, images.length),
        withMedia: images.length > 0,
      },
      cost: updateCost(images.length),
      // An image sent twice is uploaded twice.
      repeatable: images.length === 0,
    };
  },
  answer({ action }, { product, userErrors }) {
    return userErrors.length > 0
      ? {
          kind: 'answered',
          written: NOTHING_WRITTEN,
          refused: rowsOf(action).map((ref) => refuse(ref, userErrors)),
          retry: [],
        }
      : {
          kind: 'answered',
          written: { ...NOTHING_WRITTEN, products: [toWrittenProduct(product as ProductNode)] },
          refused: [],
          retry: [],
        };
  },
};

function updateCost(images: number): number {
  return Math.ceil(10 + 1.9 * images) + PRODUCT_OBJECTS + (images > 0 ? connectionCost(images, 0) : 0);
}
