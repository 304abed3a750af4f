import type { NewVariant } from '../model/action';
import type { Base } from '../model/base';
import type { StoreProduct } from '../model/snapshot';
import { findMedia } from './find-media';
import { knownImages } from './known-images';

/** Whether Shopify shows an image that it has already; `later` where it is still at work on one. */
export interface ImageOfNew {
  readonly variant: NewVariant;
  readonly isLater: boolean;
}

/**
 * A variant that is new in a product shows the image that the product has under its address: sent with the variant it
 * would be uploaded once more. One that Shopify cannot attach yet is left to the next sync.
 */
export function imageOfNewVariant(variant: NewVariant, product: StoreProduct, base: Base): ImageOfNew {
  const { imageUrl, ...plain } = variant;
  if (imageUrl === undefined) return { variant, isLater: false };
  const media = findMedia(imageUrl, product, knownImages(base.product(product.id)).images);
  if (media === undefined) return { variant, isLater: false };
  if (media === 'processing' || media.isProcessing || media.isFailed)
    return { variant: { ...plain, imageUrl: undefined }, isLater: true };
  return { variant: { ...variant, mediaId: media.id }, isLater: false };
}

/** Addresses of images that come with new variants. */
export function broughtBy(variants: readonly NewVariant[]): string[] {
  return variants.flatMap(({ imageUrl, mediaId }) => (imageUrl && !mediaId ? imageUrl : []));
}
