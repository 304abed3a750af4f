import { distinctRows } from '../../catalog/tab/row';
import { chunk } from '../../catalog/values/arrays';
import type { MediaId } from '../../catalog/values/gid';
import { imageKey } from '../../catalog/values/image-address';
import { updated } from '../compare/messages';
import { shownTexts } from '../compare/shown-change';
import type { UpdateVariants } from '../model/action';
import { type ActionKind, none } from '../model/action-kind';
import type { Batch } from '../model/batch';
import type { RemoveImage, ReorderImages, ReplacedImage, ReplaceImages } from '../model/image-actions';
import type { Piece } from '../model/piece';
import { target } from '../model/replaced-value';
import type { RowOutcome } from '../model/row-outcome';
import { describeReplacement, shownAddresses } from './describe-images';
import { knownImages } from './known-images';
import { afterMoves, fewestMoves } from './moves';
import { unfetched, withUnseen } from './unseen-images';

/** Adds images; once Shopify has them, they take the positions and variants of the old ones, which are then removed. */
export const replaceImages: ActionKind<ReplaceImages> = {
  rows: ({ images }) => distinctRows(images.map(({ ref }) => ref)),
  pieces: (action) => action.images.map((image) => pieceOf(action, image)),
  withPieces(action, isWanted) {
    const images = action.images.filter((image) => isWanted(pieceOf(action, image)));
    return images.length > 0 ? [{ ...action, images }] : [];
  },
  fields: none,
  foretell: ({ images, productId }) =>
    images.map((image) => updated(image.ref, describeReplacement(image), productId)),
  count: ({ images }) => ({
    remove: images.length,
    create: { images: images.filter(({ by }) => !by.mediaId).length },
  }),
  replaces: none,
  settle(action, { written, base, isTaken }) {
    const { productId } = action;
    const added = [...(written.products[0]?.mediaIds ?? [])];
    const images = action.images.map((image) => withId(image, image.by.mediaId ?? added.shift()));
    if (!images.every(({ ref, by }) => isTaken(ref) && by.mediaId)) return undefined;
    const known = base.product(productId);
    const fresh = images.filter((_, index) => !action.images[index]?.by.mediaId);
    const { unready = {} } = written;
    const why = ({ by, mediaId }: ReplacedImage) =>
      unready[by.mediaId ?? ''] ?? (mediaId in unready ? 'processing' : undefined);
    const ready = images.filter((image) => !why(image));
    const record = known && {
      ...known,
      images: {
        ...knownImages(known).images,
        ...Object.fromEntries(fresh.map(({ by }) => [imageKey(by.url), by.mediaId ?? null])),
      },
      alts: {
        ...known.alts,
        ...Object.fromEntries(
          fresh.map(({ by }) => [imageKey(by.url), [by.isSaid ? by.alt : '', by.alt] as const]),
        ),
      },
    };
    const sent = fresh.flatMap(({ by }) => by.mediaId ?? []);
    return {
      records: record ? [withUnseen(record, sent)] : [],
      created: fresh.map(({ ref, by }) => ({ kind: 'image', ref, id: productId, url: by.url })),
      // The last step reports it, once the old image is gone.
      taken: { ...action, images: [] },
      next: stepsOf({ ...action, images: ready }, written.media),
      untaken: images.flatMap((image) => {
        const state = why(image);
        return state ? [waitsFor(state, image)] : [];
      }),
    };
  },
  afterRefusal: () => 'The old image stays where it was. Correct the address, then sync again.',
  asksAgain: none,
  batches: (actions) => actions.flatMap(batchesOf),
  writtenIn: 'rows',
  joins: 1,
  newVariants: none,
  // An image is uploaded again each time it is sent.
  canGoInBulk: () => false,
};

function pieceOf({ productId: item }: ReplaceImages, image: ReplacedImage): Piece {
  const { mediaId, ref, column, by } = image;
  const own = target(item, `removed ${mediaId}`);
  const key = imageKey(by.url);
  const [had, has] = shownAddresses(image);
  return {
    key: `${own}|${key}`,
    kind: 'imageRemoval',
    ref,
    rows: [ref],
    column,
    target: own,
    item,
    from: 'replaced',
    to: '',
    value: null,
    words: () => describeReplacement(image),
    shows: () => shownTexts(column, had, has),
    sends: () => [item, mediaId, key],
  };
}

function withId(image: ReplacedImage, mediaId: MediaId | undefined): ReplacedImage {
  return { ...image, by: { ...image.by, ...(mediaId && { mediaId }) } };
}

/** Starts with a later request where Shopify already has all of the new images. */
function batchesOf(action: ReplaceImages): Batch[] {
  if (action.images.some(({ by }) => !by.mediaId)) return [{ kind: 'replace-images', action }];
  return stepsOf(action, action.order).map((step) => ({ kind: step.kind, action: step }) as Batch);
}

function waitsFor(state: 'failed' | 'processing', image: ReplacedImage): RowOutcome {
  const { ref, by, url: replaces } = image;
  if (state === 'failed') return unfetched({ ref, url: by.url, isListed: true }, { replaces });
  const [had] = shownAddresses(image);
  return {
    ref,
    status: 'not-synced',
    message: `The image is added; ${had} stays until Shopify is done with both. Sync again in a minute.`,
  };
}

/** Lists the steps that follow once the new images exist: variants, positions, and the removal of the old ones last. */
function stepsOf(
  { productId, images }: ReplaceImages,
  now: readonly MediaId[],
): readonly (UpdateVariants | ReorderImages | RemoveImage)[] {
  const pairs = images.flatMap(({ by, ...old }) => {
    const id = by.mediaId;
    return id && now.includes(id) && now.includes(old.mediaId)
      ? [{ ...old, by: { ...by, mediaId: id } }]
      : [];
  });
  const [first] = pairs;
  if (!first) return [];
  const isNew = (id: MediaId) => pairs.some(({ by }) => by.mediaId === id);
  const others = now.filter((id) => !isNew(id));
  const newOf = (id: MediaId) => pairs.find(({ mediaId }) => mediaId === id)?.by.mediaId ?? [];
  const order = others.flatMap((id) => [id, newOf(id)].flat());
  const to = others.flatMap((id) => [newOf(id), id].flat());
  const last = pairs.map(
    ({ by, ...old }): RemoveImage => ({
      kind: 'remove-image',
      productId,
      ...old,
      order,
      by: { mediaId: by.mediaId, url: imageKey(by.url) },
    }),
  );
  // Without the old ones it is the same where a new one stands before the old one or right behind it.
  const ends = (ids: readonly MediaId[]) =>
    ids.filter((id) => !pairs.some(({ mediaId }) => mediaId === id)).join();
  const moves = ends(now) === ends(to) ? [] : fewestMoves(now, to);
  const after = afterMoves(now, moves);
  const places = pairs.map(({ ref, by }) => ({
    ref,
    from: now.indexOf(by.mediaId) + 1,
    to: after.indexOf(by.mediaId) + 1,
  }));
  const moved: ReorderImages = {
    kind: 'reorder-images',
    ref: first.ref,
    productId,
    moves,
    places,
    now,
    from: now,
    to,
    sheet: to,
    followedBy: last,
  };
  const variants = pairs.flatMap(({ ref, shownBy, by }) =>
    shownBy.map((id) => ({ id, ref, changes: [], image: { url: by.url, mediaId: by.mediaId } })),
  );
  return chunk(variants, MOST_VARIANTS).reduceRight<ReturnType<typeof stepsOf>>(
    (followedBy, part) => [{ kind: 'update-variants', productId, variants: part, followedBy }],
    moves.length > 0 ? [moved] : last,
  );
}

/** Entries of a list in one request. Source: https://shopify.dev/docs/api/usage/limits#input-array-limits */
const MOST_VARIANTS = 250;
