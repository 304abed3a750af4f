import type { DesiredImage, DesiredProduct } from '../../catalog/building/desired';
import { describeRow } from '../../catalog/tab/row';
import { hasValue, textIn } from '../../catalog/values/cell';
import type { MediaId } from '../../catalog/values/gid';
import { contentTypeOf, fileName, imageKey } from '../../catalog/values/image-address';
import { lackedScopes, SCOPE_USES, scopesLacked } from '../../catalog/values/scope-uses';
import { show } from '../compare/messages';
import type { BaseProduct } from '../model/base';
import type { ReplacedImage } from '../model/image-actions';
import type { ItemContext } from '../model/item-context';
import type { StoreMedia, StoreProduct } from '../model/snapshot';
import { findMedia, variantsShowing } from './find-media';
import { rememberedOrder } from './image-order';
import { followAddress, type KnownImages, keyOf, knownImages } from './known-images';
import { pairByPlace } from './pair-by-place';

interface Images {
  readonly product: DesiredProduct;
  readonly store: Pick<StoreProduct, 'media'>;
  readonly known: KnownImages;
}

/** Images whose row has another address than when they were last in step. */
export interface Replacements {
  /** The image to remove, by the key of its row's new address. */
  readonly of: ReadonlyMap<string, StoreMedia>;
  /** Messages for rows of new addresses where an image that is gone from its list stays, by the key of the address. */
  readonly stays: ReadonlyMap<string, (known: KnownImages) => string>;
}

export const NO_REPLACEMENTS: Replacements = { of: new Map(), stays: new Map() };

/** Pairs new addresses with images that are gone from the sheet, by their places among those that stay. */
export function findReplacements(
  product: DesiredProduct,
  store: Pick<StoreProduct, 'media'>,
  base: BaseProduct | undefined,
): Replacements {
  const before = rememberedOrder(base).sheet.flatMap(
    (id) => store.media.find((media) => media.id === id) ?? [],
  );
  if (before.length === 0 || base?.listed === undefined) return NO_REPLACEMENTS;
  const known = knownImages(base);
  const ids = new Map(product.images.map(({ url }) => [imageKey(url), idOf(url, { product, store, known })]));
  const idNow = ({ url }: DesiredImage) => ids.get(imageKey(url));
  const listed = product.images.filter(({ isListed }) => isListed);
  const ofVariants = new Map(
    product.images.filter(({ isListed }) => !isListed).map((image) => [idNow(image), image]),
  );
  const named = new Set([
    ...ofVariants.keys(),
    ...(product.removals ?? []).map(({ url = '' }) => known.images[imageKey(url)]),
  ]);
  const standing = listed.map(idNow);
  const isListed = (id: MediaId) => standing.includes(id);
  // An image that another cell names stays. An image that Shopify could not fetch need not be removed.
  const could = before.filter(({ id, isFailed }) => isListed(id) || (!named.has(id) && !isFailed));
  const pairs = pairByPlace(
    could.map(({ id }) => id),
    standing,
  );
  // Computed as if no variant's cell named any image.
  const all = pairByPlace(
    before.filter((media) => could.includes(media) || ofVariants.has(media.id)).map(({ id }) => id),
    standing,
  );
  const keyAt = (place: number) => imageKey((listed[place] as DesiredImage).url);
  const gone = could.filter(({ id }) => !isListed(id));
  const followed = new Set(pairs.before.values());
  const left = gone.filter(({ id }) => !followed.has(id));
  return {
    of: new Map(
      [...pairs.before].map(([place, id]) => [
        keyAt(place),
        gone.find((media) => media.id === id) as StoreMedia,
      ]),
    ),
    stays: new Map([
      ...pairs.unclear.map((place) => [keyAt(place), (known: KnownImages) => staysToo(left, known)] as const),
      ...[...all.before].flatMap(([place, id]) => {
        const image = pairs.before.has(place) ? undefined : ofVariants.get(id);
        return image ? [[keyAt(place), () => staysOnVariant(image, listed[place])] as const] : [];
      }),
    ]),
  };
}

/** The address of the image that one was to replace, as far as is remembered without reading the product; by its key. */
export function addressToReplace(
  key: string,
  product: DesiredProduct,
  base: BaseProduct,
): string | undefined {
  const media = Object.values(base.images).flatMap((id) =>
    id ? [{ id, url: null, alt: '', isProcessing: false, isFailed: false }] : [],
  );
  const old = findReplacements(product, { media }, base).of.get(key);
  return old && keyOf(knownImages(base), old.id);
}

/** The image that an address is in Shopify, or was: one that was removed there is none that is to be sent. */
function idOf(url: string, { product, store, known }: Images): MediaId | undefined {
  const key = imageKey(url);
  followAddress(url, product.images, known);
  const media = findMedia(url, store, known.images);
  if (media && media !== 'processing') known.images[key] = media.id;
  return known.images[key] ?? undefined;
}

interface Pair extends Images {
  readonly store: StoreProduct;
  readonly old: StoreMedia;
  /** Absent where the new image is still to be sent. */
  readonly media: StoreMedia | undefined;
}

const UNSHOWABLE =
  'The image was not replaced: a variant shows it, and no variant can show a video. Give the link a row of its own, or give the variant another image first.';

/** Replaces an image by another, unless something prevents it, which its row is told. */
export function planReplacement(image: DesiredImage, pair: Pair, context: ItemContext): ReplacedImage[] {
  const { old, media, store, known } = pair;
  const { ref, url, alt } = image;
  const shownBy = variantsShowing(old, store);
  const isUnshowable = shownBy.length > 0 && contentTypeOf(url) !== 'IMAGE';
  const why = isUnshowable ? UNSHOWABLE : whyNot(image, pair, context);
  if (why) {
    context.draft.sayOf({ ref, column: image.columns.image }, 'skipped', why, store.id);
    return [];
  }
  const said = hasValue(alt) || alt.kind === 'clear' ? textIn(alt) : undefined;
  return [
    {
      ref,
      column: 'Image',
      mediaId: old.id,
      url: keyOf(known, old.id) ?? imageKey(old.url ?? ''),
      shownBy,
      by: { url, alt: said ?? old.alt, isSaid: said !== undefined, ...(media && { mediaId: media.id }) },
    },
  ];
}

/** A row that cannot be read may hold the address that seems to be gone. */
export function waitsForRow({ ref }: DesiredImage, { badRows: [bad] }: DesiredProduct): string | undefined {
  return bad
    ? `The image waits: it is not clear which one it replaces while ${describeRow(bad, ref)} has an error. Mend that row first.`
    : undefined;
}

function whyNot(
  image: DesiredImage,
  { product, old, media }: Pair,
  { shop }: ItemContext,
): string | undefined {
  const waits = waitsForRow(image, product);
  if (waits) return waits;
  if (media && (media.isProcessing || old.isProcessing))
    return 'Shopify is still working on the new image or on the one that it replaces, which stays until then. Sync again in a minute.';
  const lacked = scopesLacked('files', shop.accessScopes);
  return lacked.length > 0
    ? `The image was not replaced. Give the new address a row of its own to have both, or let the add-on ${SCOPE_USES.files.why}: ${lackedScopes(lacked)}`
    : undefined;
}

/** Message for a row whose former image a variant's cell names: it stays, because that cell asks for it. */
function staysOnVariant({ url, ref, columns }: DesiredImage, own: DesiredImage | undefined): string {
  const where = describeRow(ref, own?.ref ?? ref);
  return `${show(fileName(url))} stays on the product: ${columns.image} of ${where} names it. Give that cell another image; then type [delete] and the old address into an image cell.`;
}

/** Message for a row whose new address may have replaced one of several: all of them stay. */
function staysToo(gone: readonly StoreMedia[], known: KnownImages): string {
  const addresses = gone.map(({ id }) => keyOf(known, id) ?? '');
  const [first = '', ...others] = addresses;
  return others.length > 0
    ? `${show(first)} and ${others.length} more stay in Shopify: it is not clear what replaces them. To take one off, type [delete] and its address into an image cell.`
    : `${show(first)} stays in Shopify: it is not clear what replaces it. To take it off, type [delete] and its address into an image cell.`;
}
