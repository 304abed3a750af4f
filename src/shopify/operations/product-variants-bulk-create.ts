import { distinctAddresses, fetchedAddress } from '../../catalog/values/image-address';
import { broughtBy } from '../../plan/media/image-of-new-variant';
import type { CreateVariants, NewVariant } from '../../plan/model/action';
import { answered } from '../../plan/model/batch-outcome';
import { rowsOfNewVariant } from '../../plan/model/planned';
import { writeRequest } from '../client/graphql';
import { connectionCost } from '../client/limits';
import type { ProductVariantsBulkInput } from '../documents/generated/schema-types';
import { type CreateVariantsData, CreateVariantsDocument } from '../documents/generated/write-variants';
import { VARIANT_OBJECTS } from '../queries/fields';
import { mediaIdsOf, toVariant } from '../queries/nodes';
import { newVariantInput } from './new-variant-input';
import { type BatchOf, errorsAt, type OperationOf, type PayloadOf, refuse, UNANSWERED } from './operation';

export const productVariantsBulkCreate: OperationOf<
  BatchOf<'create-variants'>,
  PayloadOf<CreateVariantsData>
> = {
  request({ action }) {
    const urls = broughtBy(action.variants);
    const variants = action.variants.map((variant) => input(variant, action));
    return writeRequest(
      CreateVariantsDocument,
      { productId: action.productId, variants, ...newMedia(urls) },
      { cost: variantsCost(action.variants.length, urls), repeatable: false },
    );
  },
  /** All or nothing: without the rows that Shopify names, the others are sent again. */
  answer({ action }, errors, payload) {
    if (errors.length === 0) {
      if (!payload?.productVariants) return UNANSWERED;
      const variants = payload.productVariants.map((node) => toVariant(node, action.productId));
      return answered({ variants, media: mediaIdsOf(payload.product) });
    }
    const errorsOf = errorsAt(errors, 'variants');
    const rest = action.variants.filter((_, index) => !errorsOf(index));
    return answered(
      {},
      {
        refused: action.variants.flatMap((variant, index) => {
          const own = errorsOf(index);
          return own ? rowsOfNewVariant(variant).map((ref) => refuse(ref, own)) : [];
        }),
        retry: rest.length > 0 ? [{ kind: 'create-variants', action: { ...action, variants: rest } }] : [],
      },
    );
  },
};

function input(variant: NewVariant, { optionNames }: CreateVariants): ProductVariantsBulkInput {
  const quantities = variant.stock.map(({ locationId, available }) => ({
    locationId,
    availableQuantity: available,
  }));
  return {
    ...newVariantInput<ProductVariantsBulkInput>(variant, optionNames),
    ...(quantities.length > 0 && { inventoryQuantities: quantities }),
    ...(variant.mediaId
      ? { mediaId: variant.mediaId }
      : variant.imageUrl && { mediaSrc: [fetchedAddress(variant.imageUrl)] }),
  };
}

/** Each address once: an image sent twice is uploaded twice. */
export function newMedia(urls: readonly string[]) {
  const media = distinctAddresses(urls).map((originalSource) => ({
    originalSource,
    mediaContentType: 'IMAGE' as const,
  }));
  return { media, brought: Math.max(1, media.length), withMedia: media.length > 0 };
}

/** `urls`: one for each variant that brings an image. Source: https://shopify.dev/changelog (2025-10), and recorded. */
export function variantsCost(variants: number, urls: readonly string[]): number {
  const media = distinctAddresses(urls).length;
  const read = media > 0 ? connectionCost(media, 0) : 0;
  return Math.ceil(10 + 0.2 * variants + 0.6 * urls.length + 1.9 * media) + VARIANT_OBJECTS + read;
}
