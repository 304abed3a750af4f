import type { DesiredVariant } from '../../catalog/building/desired';
import { differInQuery, fileStem, imageKey, looseKey } from '../../catalog/values/image-address';
import type { VariantChange } from '../model/action';
import type { BaseVariant } from '../model/base';
import type { ItemContext, OfProduct } from '../model/item-context';
import { findMedia, findServed, STILL_PROCESSING } from './find-media';
import { knownImages, SAME_BUT_FOR_QUERY } from './known-images';

interface VariantImage {
  readonly image?: NonNullable<VariantChange['image']>;
  /** The address that the variant's image has in the sheet as far as both are in step. */
  readonly inStep: string;
  /** The address where it was left alone, as never compared. */
  readonly left?: string;
}

const NEVER_COMPARED =
  'The variant image was left alone: it was never compared with the one in Shopify. To send it all the same, write #again at the end of its address.';

/** The image of a variant, which is one of its product's or comes with it. */
export function planVariantImage(
  row: DesiredVariant,
  known: BaseVariant | undefined,
  product: OfProduct | undefined,
  { base, policy, draft, adopts }: ItemContext,
): VariantImage {
  const cell = row.imageUrl?.cell;
  const url = cell?.kind === 'value' ? cell.value : '';
  // A variant that is new in a product of ours is one whose creation was not answered: its image came with it.
  const isOurs = adopts || (product && base.product(product.store.id));
  const inStep = known?.image ?? (isOurs ? url : '');
  if (url === '' || imageKey(url) === imageKey(inStep)) return { inStep };
  // Without a memory of what was sent, an image that Shopify shows for the variant is not replaced.
  const isUnknown = !known || imageKey(known.leftImage ?? '') === imageKey(url);
  const left = isUnknown ? url : known.leftImage;
  if (!policy.groups.includes('products') || !product) return { inStep, ...(left && { left }) };
  if (isUnknown && product.store.media.length > 0) {
    draft.say(row.ref, 'not-synced', NEVER_COMPARED, product.store.id);
    return { inStep, left: url };
  }
  if (looseKey(url) === looseKey(inStep)) {
    if (differInQuery(url, inStep)) draft.say(row.ref, 'unchanged', SAME_BUT_FOR_QUERY, product.store.id);
    return { inStep: url };
  }
  const { images } = knownImages(base.product(product.store.id));
  const found = findMedia(url, product.store, images);
  // A new picture under the old name is told from the old one by its address alone.
  const isRenewed =
    fileStem(url) === fileStem(inStep) && !images[imageKey(url)] && !findServed(url, product.store.media);
  const before = inStep === '' ? undefined : findMedia(inStep, product.store, images);
  if (found && found !== 'processing' && found === before && !isRenewed) return { inStep: url };
  const media = isRenewed ? undefined : found;
  if (media === 'processing') {
    draft.say(row.ref, 'skipped', STILL_PROCESSING, product.store.id);
    return { inStep };
  }
  if (!media && product.brought.has(imageKey(url))) {
    // Sent here as well it would be uploaded twice.
    draft.followsUp = true;
    return { inStep };
  }
  return { inStep, image: { url, mediaId: media?.id } };
}
