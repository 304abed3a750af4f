import { groupBy } from '../../catalog/values/arrays';
import { fetchedAddress } from '../../catalog/values/image-address';
import { rowsOfVariantChange, type VariantChange } from '../../plan/model/action';
import { NOTHING_WRITTEN } from '../../plan/model/batch-outcome';
import { VARIANT_FIELDS, writeFields } from '../queries/fields';
import { toVariant, type VariantNode } from '../queries/nodes';
import { type BatchOf, indexAfter, type OperationOf, refuse } from './operation';
import { BROUGHT, broughtMedia, newMedia, variantsCost } from './product-variants-bulk-create';

/**
 * Prices, SKUs and the like of one product's variants. Partial, so that one refused row does not hold its neighbours.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/productVariantsBulkUpdate
 */
const DOCUMENT = `mutation UpdateVariants($productId: ID!, $variants: [ProductVariantsBulkInput!]!, $media: [CreateMediaInput!]${BROUGHT.variables}) {
  productVariantsBulkUpdate(productId: $productId, variants: $variants, media: $media, allowPartialUpdates: true) {
    productVariants {${VARIANT_FIELDS} }${BROUGHT.fields}
    userErrors { code field message }
  }
}`;

export const productVariantsBulkUpdate: OperationOf<BatchOf<'productVariantsBulkUpdate'>> = {
  request({ action: { productId, variants } }) {
    const urls = variants.flatMap(({ image }) => (image && !image.mediaId ? image.url : []));
    return {
      document: DOCUMENT,
      variables: { productId, variants: variants.map(input), ...newMedia(urls) },
      cost: variantsCost(variants.length, urls),
      repeatable: urls.length === 0,
    };
  },
  /** The payload lists refused variants too, unchanged; only the error paths tell them apart. Without any, none was taken. */
  answer({ action }, { product, productVariants, userErrors }) {
    const byIndex = groupBy(userErrors, (error) => indexAfter(error, 'variants'));
    const general = byIndex.get(undefined);
    const rest = action.variants.filter((_, index) => !byIndex.has(index));
    const nodes = (productVariants ?? []) as readonly VariantNode[];
    return {
      kind: 'answered',
      written: {
        ...NOTHING_WRITTEN,
        variants: nodes.map((node) => toVariant(node, action.productId)),
        // Beside a refused variant it is not known whose images came.
        media: userErrors.length > 0 ? [] : broughtMedia(product),
      },
      refused: action.variants.flatMap((variant, index) => {
        const errors = byIndex.get(index) ?? general;
        return errors ? rowsOfVariantChange(variant).map((ref) => refuse(ref, errors)) : [];
      }),
      retry:
        !productVariants && !general && rest.length > 0
          ? [{ operation: 'productVariantsBulkUpdate', action: { ...action, variants: rest } }]
          : [],
    };
  },
};

function input({ id, changes, image }: VariantChange) {
  return {
    id,
    ...writeFields(changes),
    ...(image && (image.mediaId ? { mediaId: image.mediaId } : { mediaSrc: [fetchedAddress(image.url)] })),
  };
}
