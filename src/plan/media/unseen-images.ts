import type { DesiredCatalog, DesiredImage } from '../../catalog/building/desired';
import { rowKey } from '../../catalog/tab/row';
import type { MediaId } from '../../catalog/values/gid';
import {
  contentTypeOf,
  distinctAddresses,
  fetchedAddress,
  imageKey,
} from '../../catalog/values/image-address';
import { knownProduct } from '../compare/known-items';
import type { Base, BaseProduct } from '../model/base';
import { isOfProducts, type SyncPolicy } from '../model/policy';
import type { RowOutcome } from '../model/row-outcome';
import type { StoreSnapshot } from '../model/snapshot';
import type { PlanDraft } from '../model/sync-plan';
import { addressToReplace } from './plan-replacements';
import { showFiles } from './variant-image-sides';

/** The most images that one run asks about; the others are left to the next run. */
const MOST_ASKED = 10_000;

/** Images that were sent and that Shopify has not confirmed yet. */
export function unseenImages(base: Base, policy: Pick<SyncPolicy, 'groups'>): MediaId[] {
  if (!isOfProducts(policy)) return [];
  return base
    .products()
    .flatMap(({ unseen = [] }) => unseen)
    .slice(0, MOST_ASKED);
}

/** The same record, with these images to check as well. */
export function withUnseen(record: BaseProduct, sent: readonly MediaId[]): BaseProduct {
  return sent.length > 0 ? { ...record, unseen: [...new Set([...(record.unseen ?? []), ...sent])] } : record;
}

/** The product of variants that brought images, with these images remembered. */
export function withBrought(
  record: BaseProduct | undefined,
  addresses: readonly string[],
  media: readonly MediaId[],
): BaseProduct[] {
  if (!record || media.length === 0) return [];
  const sent = distinctAddresses(addresses);
  const images = { ...record.images };
  for (const address of addresses)
    images[imageKey(address)] = media[sent.indexOf(fetchedAddress(address))] ?? null;
  return [withUnseen({ ...record, images }, media)];
}

/**
 * Says of each image that Shopify could not fetch what became of it, at every run until its cell changes. What Shopify
 * has by now, or has no more, is forgotten.
 */
export function sayUnfetched(
  desired: DesiredCatalog,
  base: Base,
  snapshot: Pick<StoreSnapshot, 'images'>,
  draft: PlanDraft,
): void {
  if (snapshot.images.size === 0) return;
  const adopted = new Map(
    draft.adopted.flatMap((record) => (record.kind === 'product' ? [[record.id, record]] : [])),
  );
  for (const product of desired.products) {
    const known = knownProduct(product, base);
    const record = known && (adopted.get(known.id) ?? known);
    if (!record?.unseen) continue;
    const isShown = (id: MediaId) =>
      product.images.some((image) => record.images[imageKey(image.url)] === id);
    const unseen = record.unseen.filter((id) => {
      const state = snapshot.images.get(id);
      return state === undefined || (state.kind === 'failed' ? isShown(id) : state.kind === 'processing');
    });
    for (const image of product.images) {
      const state = snapshot.images.get(record.images[imageKey(image.url)] as MediaId);
      if (state?.kind !== 'failed') continue;
      const replaces = addressToReplace(imageKey(image.url), product, record);
      const told = unfetched(image, { replaces, reason: state.reason });
      // A variant that keeps another image has said so.
      const isSaid = draft.outcomes.some(
        ({ about, ref }) => about === told.about && rowKey(ref) === rowKey(told.ref),
      );
      if (isSaid) continue;
      draft.outcomes.push({
        ...told,
        column: image.columns.image,
        shopifyId: record.id,
      });
    }
    const { unseen: _, ...rest } = record;
    if (unseen.length < record.unseen.length) draft.adopt(withUnseen(rest, unseen));
  }
}

/** Limits Shopify's reasons, which are sentences of any length. */
const LONGEST_REASON = 80;

interface Unfetched {
  /** Shopify's reason, where it was read. */
  readonly reason?: string;
  /** Address of the image that it was to replace. */
  readonly replaces?: string | undefined;
}

/** Message for the row of an image that Shopify could not fetch: why, what stands in Shopify now, and what to do. */
export function unfetched(
  { ref, isListed, url }: Pick<DesiredImage, 'ref' | 'isListed' | 'url'>,
  { reason = '', replaces }: Unfetched,
): RowOutcome {
  const why = reason && reason.length <= LONGEST_REASON ? ` (${reason.replace(/\.$/, '')})` : '';
  const isVideo = contentTypeOf(url) !== 'IMAGE';
  const stands =
    replaces === undefined
      ? `the ${isListed || isVideo ? 'product does not show it' : 'variant shows none of its own'}`
      : `${showFiles(replaces, url)[0]} was not replaced`;
  return {
    ref,
    status: 'error',
    about: `image ${imageKey(url)}`,
    message: isVideo
      ? `Shopify could not take this video${why}, so ${stands}. Open its link in a private window: anyone must be able to watch it. Then change it, or write #again at its end to send it once more.`
      : `Shopify could not fetch ${isListed ? 'this image' : 'this variant’s image'}${why}, so ${stands}. Open the address in a private window: it must show the image alone. Then change it, or write #again at its end to send it once more.`,
  };
}
