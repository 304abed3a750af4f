import type { DesiredCatalog, DesiredImage } from '../../catalog/building/desired';
import type { MediaId } from '../../catalog/values/gid';
import {
  contentTypeOf,
  distinctAddresses,
  fetchedAddress,
  imageKey,
} from '../../catalog/values/image-address';
import { knownProduct } from '../compare/known-items';
import type { Base, BaseProduct } from '../model/base';
import type { SyncPolicy } from '../model/policy';
import type { StoreSnapshot } from '../model/snapshot';
import type { PlanDraft } from '../model/sync-plan';

/** The most that one run asks for; of the others the next one hears. */
const MOST_ASKED = 10_000;

/** Images that were sent, and of which Shopify has not said that it has them. */
export function unseenImages(base: Base, { groups }: Pick<SyncPolicy, 'groups'>): MediaId[] {
  if (!groups.includes('products')) return [];
  return base
    .products()
    .flatMap(({ unseen = [] }) => unseen)
    .slice(0, MOST_ASKED);
}

/** The same record, of which these images are to be looked at as well. */
export function withUnseen(record: BaseProduct, sent: readonly MediaId[]): BaseProduct {
  return sent.length > 0 ? { ...record, unseen: [...new Set([...(record.unseen ?? []), ...sent])] } : record;
}

/** The product of variants that brought images, which are known from then on. */
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
      const place = { ref: image.ref, column: image.columns.image };
      if (state?.kind === 'failed') draft.sayOf(place, 'error', unfetched(image, state.reason), record.id);
    }
    const { unseen: _, ...rest } = record;
    if (unseen.length < record.unseen.length) draft.adopt(withUnseen(rest, unseen));
  }
}

/** Shopify's reasons are sentences of any length. */
const LONGEST_REASON = 80;

export function unfetched({ isListed, url }: DesiredImage, reason: string): string {
  const why = reason && reason.length <= LONGEST_REASON ? ` (${reason.replace(/\.$/, '')})` : '';
  if (contentTypeOf(url) !== 'IMAGE')
    return `Shopify could not take this video${why}. Open its link in a private window: anyone must be able to watch it. Then change it, or write #again at its end to send it once more.`;
  return `Shopify could not fetch ${isListed ? 'this image' : 'this variant’s image'}${why}. Open the address in a private window: it must show the image alone. Then change it, or write #again at its end to send it once more.`;
}
