import { fetchedAddress } from '../../catalog/values/image-address';
import type { VariantChange } from '../../plan/model/action';
import { answered } from '../../plan/model/batch-outcome';
import { rowsOfVariantChange } from '../../plan/model/planned';
import { writeRequest } from '../client/graphql';
import type { ProductVariantsBulkInput } from '../documents/generated/schema-types';
import { type UpdateVariantsData, UpdateVariantsDocument } from '../documents/generated/write-variants';
import { writeFields } from '../queries/fields';
import { mediaIdsOf, toVariant } from '../queries/nodes';
import { type BatchOf, errorsAt, type OperationOf, type PayloadOf, refuse } from './operation';
import { newMedia, variantsCost } from './product-variants-bulk-create';

export const productVariantsBulkUpdate: OperationOf<
  BatchOf<'update-variants'>,
  PayloadOf<UpdateVariantsData>
> = {
  request({ action: { productId, variants, isOfImagesAlone } }) {
    const urls = variants.flatMap(({ image }) => (image && !image.mediaId ? image.url : []));
    return writeRequest(
      UpdateVariantsDocument,
      { productId, variants: variants.map((variant) => input(variant, isOfImagesAlone)), ...newMedia(urls) },
      { cost: variantsCost(variants.length, urls), repeatable: urls.length === 0 },
    );
  },
  /** The payload lists refused variants too, unchanged; only the error paths tell them apart. Without any, none was taken. */
  answer({ action }, errors, payload) {
    const errorsOf = errorsAt(errors, 'variants');
    const rest = action.variants.filter((_, index) => !errorsOf(index));
    const nodes = payload?.productVariants;
    // Next to a refused variant it is not known whose images came.
    const media = errors.length > 0 ? [] : mediaIdsOf(payload?.product);
    const written = {
      variants: (nodes ?? []).map((node) => toVariant(node, action.productId)),
      media,
      ...(action.isOfImagesAlone && { added: media }),
    };
    return answered(written, {
      ...(action.isOfImagesAlone &&
        media.length > 0 && { goesOn: { productId: action.productId, images: media } }),
      refused: action.variants.flatMap((variant, index) => {
        const own = errorsOf(index);
        return own ? rowsOfVariantChange(variant).map((ref) => refuse(ref, own)) : [];
      }),
      retry:
        !nodes && rest.length > 0 ? [{ kind: 'update-variants', action: { ...action, variants: rest } }] : [],
    });
  },
};

function input({ id, changes, image }: VariantChange, isOfImagesAlone = false): ProductVariantsBulkInput {
  const shows = image?.mediaId
    ? { mediaId: image.mediaId }
    : { mediaSrc: [fetchedAddress(image?.url ?? '')] };
  return {
    id,
    ...writeFields<ProductVariantsBulkInput>(changes),
    ...(image && !isOfImagesAlone && shows),
  };
}
