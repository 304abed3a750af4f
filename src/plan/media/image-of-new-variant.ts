import { imageKey } from '../../catalog/values/image-address';
import type { NewVariant } from '../model/action';
import type { Base } from '../model/base';
import type { StoreProduct } from '../model/snapshot';
import { findMedia, REMOVED, STILL_PROCESSING } from './find-media';
import { knownImages } from './known-images';

/** A variant as it is sent; `without` is the reason why its image is not sent with it. */
interface ImageOfNew {
  readonly variant: NewVariant;
  readonly without?: string;
}

/**
 * A variant that is new in a product shows the image that the product has under its address: sent with the variant it
 * would be uploaded once more. One that Shopify cannot attach yet is left to the next sync, and one that was removed there
 * is not sent again.
 */
export function imageOfNewVariant(variant: NewVariant, product: StoreProduct, base: Base): ImageOfNew {
  const { imageUrl, ...plain } = variant;
  if (imageUrl === undefined) return { variant };
  const { images } = knownImages(base.product(product.id));
  const media = findMedia(imageUrl, product, images);
  if (media === undefined && !images[imageKey(imageUrl)]) return { variant };
  if (media && media !== 'processing' && !media.isProcessing && !media.isFailed)
    return { variant: { ...variant, mediaId: media.id } };
  return { variant: { ...plain, imageUrl: undefined }, without: media ? STILL_PROCESSING : REMOVED };
}

/** Addresses of images that come with new variants. */
export function broughtBy(variants: readonly NewVariant[]): string[] {
  return variants.flatMap(({ imageUrl, mediaId }) => (imageUrl && !mediaId ? imageUrl : []));
}
