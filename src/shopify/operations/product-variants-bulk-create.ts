import { groupBy } from '../../catalog/values/arrays';
import type { MediaId } from '../../catalog/values/gid';
import { distinctAddresses, fetchedAddress } from '../../catalog/values/image-address';
import { type CreateVariants, type NewVariant, rowsOfNewVariant } from '../../plan/model/action';
import { NOTHING_WRITTEN } from '../../plan/model/batch-outcome';
import { connectionCost } from '../client/limits';
import { VARIANT_FIELDS, VARIANT_OBJECTS } from '../queries/fields';
import { type Connection, toVariant, type VariantNode } from '../queries/nodes';
import { newVariantInput } from './new-variant-input';
import { type BatchOf, indexAfter, type OperationOf, refuse } from './operation';

/** The images that come with variants stand last among the product's, in the order of the request. */
export const BROUGHT = {
  variables: ', $brought: Int!, $withMedia: Boolean!',
  fields: '\n    product @include(if: $withMedia) { media(last: $brought) { nodes { id } } }',
};

export function broughtMedia(product: unknown): MediaId[] {
  const { media } = (product ?? {}) as { readonly media?: Connection<{ readonly id: MediaId }> };
  return (media?.nodes ?? []).map(({ id }) => id);
}

/** Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/productVariantsBulkCreate */
const DOCUMENT = `mutation CreateVariants($productId: ID!, $variants: [ProductVariantsBulkInput!]!, $media: [CreateMediaInput!]${BROUGHT.variables}) {
  productVariantsBulkCreate(productId: $productId, variants: $variants, media: $media) {
    productVariants {${VARIANT_FIELDS} }${BROUGHT.fields}
    userErrors { code field message }
  }
}`;

export const productVariantsBulkCreate: OperationOf<BatchOf<'productVariantsBulkCreate'>> = {
  request({ action }) {
    const urls = action.variants.flatMap(({ imageUrl }) => imageUrl ?? []);
    return {
      document: DOCUMENT,
      variables: {
        productId: action.productId,
        variants: action.variants.map((variant) => input(variant, action)),
        ...newMedia(urls),
      },
      cost: variantsCost(action.variants.length, urls),
      repeatable: false,
    };
  },
  /** All or nothing: without the rows that Shopify names, the others are sent again. */
  answer({ action }, { product, productVariants, userErrors }) {
    if (userErrors.length === 0) {
      const variants = (productVariants as readonly VariantNode[]).map((node) =>
        toVariant(node, action.productId),
      );
      return {
        kind: 'answered',
        written: { ...NOTHING_WRITTEN, variants, media: broughtMedia(product) },
        refused: [],
        retry: [],
      };
    }
    const byIndex = groupBy(userErrors, (error) => indexAfter(error, 'variants'));
    const general = byIndex.get(undefined);
    const isRefused = (index: number) => general !== undefined || byIndex.has(index);
    const rest = action.variants.filter((_, index) => !isRefused(index));
    return {
      kind: 'answered',
      written: NOTHING_WRITTEN,
      refused: action.variants.flatMap((variant, index) =>
        isRefused(index)
          ? rowsOfNewVariant(variant).map((ref) => refuse(ref, byIndex.get(index) ?? general ?? []))
          : [],
      ),
      retry:
        rest.length > 0
          ? [{ operation: 'productVariantsBulkCreate', action: { ...action, variants: rest } }]
          : [],
    };
  },
};

function input(variant: NewVariant, { optionNames }: CreateVariants) {
  const quantities = variant.stock.flatMap(({ locationId, available, isSent }) =>
    !isSent ? [] : [{ locationId, availableQuantity: available }],
  );
  return {
    ...newVariantInput(variant, optionNames),
    ...(quantities.length > 0 && { inventoryQuantities: quantities }),
    ...(variant.imageUrl && { mediaSrc: [fetchedAddress(variant.imageUrl)] }),
  };
}

/** Each address once: an image sent twice is uploaded twice. */
export function newMedia(urls: readonly string[]) {
  const media = distinctAddresses(urls).map((originalSource) => ({
    originalSource,
    mediaContentType: 'IMAGE',
  }));
  return { media, brought: Math.max(1, media.length), withMedia: media.length > 0 };
}

/** `urls`: one for each variant that brings an image. Source: https://shopify.dev/changelog (2025-10), and recorded. */
export function variantsCost(variants: number, urls: readonly string[]): number {
  const media = distinctAddresses(urls).length;
  const read = media > 0 ? connectionCost(media, 0) : 0;
  return Math.ceil(10 + 0.2 * variants + 0.6 * urls.length + 1.9 * media) + VARIANT_OBJECTS + read;
}
