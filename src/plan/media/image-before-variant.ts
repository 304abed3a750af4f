import { distinctAddresses, fetchedAddress, imageKey } from '../../catalog/values/image-address';
import type { UpdateVariants, VariantChange } from '../model/action';
import type { ActionAnswer, SettledAction } from '../model/action-kind';
import type { AddedImage } from '../model/replaced-value';
import type { RowOutcome } from '../model/row-outcome';
import { unfetched, withBrought } from './unseen-images';
import { showFiles } from './variant-image-sides';

/** Addresses of images that Shopify does not have yet. */
export function newAddresses({ variants }: Pick<UpdateVariants, 'variants'>): string[] {
  return variants.flatMap(({ image }) => (image && !image.mediaId ? image.url : []));
}

/**
 * A variant that shows an image keeps it until Shopify has fetched the new one: sent with the variant, one that cannot be
 * fetched would leave it without any. So the new ones are added by a request of their own. Others that ask for the same
 * address wait with it, because an address that is sent twice is uploaded twice.
 */
export function withImagesFirst(action: UpdateVariants): UpdateVariants[] {
  const first = new Set(
    newAddresses({ variants: action.variants.filter(({ image }) => image?.had) }).map(fetchedAddress),
  );
  if (first.size === 0) return [action];
  const isFirst = ({ image }: VariantChange) =>
    image !== undefined && !image.mediaId && first.has(fetchedAddress(image.url));
  const rest = action.variants.flatMap((variant): VariantChange[] => {
    if (!isFirst(variant)) return [variant];
    const { image: _, ...plain } = variant;
    return plain.changes.length > 0 ? [plain] : [];
  });
  const alone = action.variants.filter(isFirst).map((variant) => ({ ...variant, changes: [] }));
  return [
    ...(rest.length > 0 ? [{ ...action, variants: rest }] : []),
    { ...action, variants: alone, isOfImagesAlone: true },
  ];
}

/** Assigns the images that Shopify has by now to their variants; the other rows are told what stays. */
export function settleImagesFirst(
  { productId, variants }: UpdateVariants,
  { written, base, isTaken }: ActionAnswer,
): SettledAction {
  const { added = [], unready = {} } = written;
  const addresses = newAddresses({ variants });
  const sent = distinctAddresses(addresses);
  const withId = variants.map((variant) => {
    const mediaId = added[sent.indexOf(fetchedAddress(variant.image?.url ?? ''))];
    return { ...variant, ...(variant.image && { image: { ...variant.image, mediaId } }) };
  });
  const stateOf = ({ image }: VariantChange) =>
    image?.mediaId ? unready[image.mediaId] : ('processing' as const);
  const ready = withId.filter((variant) => isTaken(variant.ref) && !stateOf(variant));
  const brought = new Map(variants.map((variant) => [imageKey(variant.image?.url ?? ''), variant]));
  return {
    records: withBrought(base.product(productId), addresses, added),
    // The next step reports it.
    taken: { kind: 'update-variants', productId, variants: [] },
    next: ready.length > 0 ? [{ kind: 'update-variants', productId, variants: ready }] : [],
    created: [...brought.values()].flatMap(({ image, ref }): AddedImage[] =>
      image && added.length > 0 ? [{ kind: 'image', ref, id: productId, url: image.url }] : [],
    ),
    untaken: withId.flatMap((variant) => {
      const state = stateOf(variant);
      return state ? [keeps(variant, state)] : [];
    }),
  };
}

function keeps({ ref, image }: VariantChange, state: 'failed' | 'processing'): RowOutcome {
  const { url = '', had } = image ?? {};
  if (state === 'failed')
    return unfetched({ ref, url, isListed: false }, { ...(had && { replaces: had.url }) });
  const stays = had ? `the variant shows ${showFiles(had.url, url)[0]}` : 'the variant shows none of its own';
  const message = `Shopify is still working on the new image; ${stays} until then. Sync again in a minute.`;
  return { ref, status: 'not-synced', message };
}
