import { fieldOf } from '../../catalog/columns/columns';
import { distinctRows, rowKey, rowsSaying } from '../../catalog/tab/row';
import type { MediaId } from '../../catalog/values/gid';
import { imageKey } from '../../catalog/values/image-address';
import { doubtsOf, renamedOutcomes, updated, updatedRows } from '../compare/messages';
import { pairsOf } from '../compare/pairs';
import { fieldPiece, imagePiece } from '../compare/piece';
import { untakenOf, withoutChanges } from '../compare/untaken';
import { withNewHandle } from '../identity/former-names';
import { describeAdded } from '../media/describe-images';
import {
  describePlace,
  type ImageMemory,
  memoryOf,
  ordersAfter,
  rememberedOrder,
} from '../media/image-order';
import { knownImages } from '../media/known-images';
import { withUnseen } from '../media/unseen-images';
import type { FieldChange, UpdateProduct } from '../model/action';
import { type ActionAnswer, type ActionKind, joined, none } from '../model/action-kind';
import type { BaseProduct, BaseRecord } from '../model/base';
import type { NewImage, ReorderImages } from '../model/image-actions';
import { countFields, countImages } from '../model/planned';
import { replacedFields } from '../model/replaced-value';
import type { RowOutcome } from '../model/row-outcome';

/** Fields of a product, and images that are added to it. */
export const updateProduct: ActionKind<UpdateProduct> = {
  rows: ({ changes, images }) =>
    distinctRows([...changes.flatMap(rowsSaying), ...images.map(({ ref }) => ref)]),
  pieces: ({ productId, changes, images }) => [
    ...changes.map((change) => fieldPiece(productId, change)),
    ...images.map((image) => addedImage(productId, image)),
  ],
  withPieces(action, isWanted) {
    const { productId } = action;
    const changes = action.changes.filter((change) => isWanted(fieldPiece(productId, change)));
    const images = action.images.filter((image) => isWanted(addedImage(productId, image)));
    return changes.length + images.length > 0 ? [{ ...action, changes, images }] : [];
  },
  fields: ({ productId: id, changes }) => [{ id, changes }],
  foretell: ({ productId, changes, images, order }, isPreview) => [
    ...updatedRows(changes, productId),
    ...images.map((image) => updated(image.ref, describeAdded(image), productId)),
    // Sent once the images exist.
    ...(isPreview && order ? order.places : []).map((place) =>
      updated(place.ref, describePlace(place), productId),
    ),
    ...doubtsOf(changes),
    ...changes.flatMap(redirectOf),
    ...renamedOutcomes(changes),
  ],
  count: ({ changes, images }) => ({
    change: countFields(changes),
    create: countImages(images.map(({ url }) => url)),
  }),
  replaces: ({ productId: id, changes }) => replacedFields({ id, changes }),
  settle(action, answer) {
    const [product] = answer.written.products;
    if (!product) return undefined;
    const left = untakenOf([[action.changes, product]]);
    const next = followingOrder(action, product.mediaIds);
    return {
      records: recordOf(action, answer),
      taken: withoutChanges(action, left.changes),
      untaken: left.outcomes,
      ...(next.length > 0 && { next }),
      created: action.images.map(({ ref, url }) => ({ kind: 'image', ref, id: action.productId, url })),
    };
  },
  afterRefusal: ({ images }, { ref }) =>
    images.some((image) => rowKey(image.ref) === rowKey(ref))
      ? 'No image was added. Correct what it names, then sync again.'
      : undefined,
  asksAgain: none,
  ...joined,
  // A new image of an existing item is uploaded again each time it is sent.
  canGoInBulk: ({ images }) => images.length === 0,
};

/** A handle is part of an address; Shopify redirects the old address to the product. */
function redirectOf({ key, from, to, ref }: FieldChange): RowOutcome[] {
  const message = `Links to “${from}” lead to “${to}”: Shopify makes a redirect, or turns the one that is there.`;
  return fieldOf(key).identifies === 'product' ? [{ ref, status: 'unchanged', message }] : [];
}

function addedImage(id: UpdateProduct['productId'], image: NewImage) {
  return imagePiece(id, image, () => [id, image.url, image.alt]);
}

function recordOf(action: UpdateProduct, { written, base, isTaken }: ActionAnswer): BaseRecord[] {
  const [product] = written.products;
  const known = base.product(action.productId);
  if (!known || !product) return [];
  const changes = action.changes.filter(({ ref }) => isTaken(ref));
  const images = { ...known.images };
  const alts = { ...known.alts };
  action.images.forEach(({ url, alt }, index) => {
    const id = product.mediaIds[index];
    if (id) images[imageKey(url)] = id;
    alts[imageKey(url)] = [alt, alt];
  });
  const fields = { ...known.fields, ...pairsOf(changes, product.fields) };
  const handle = changes.find(({ key }) => key === 'handle');
  const named = handle ? withNewHandle(known, handle, product.handle) : known;
  const { shopOrder: _, ...rest } = named;
  const record = { ...rest, fields, ...withAdded(known, images, action), alts };
  return [withUnseen(record, action.images.length > 0 ? product.mediaIds : [])];
}

/** New images come after the others in Shopify; where the sheet has them elsewhere, a reordering is still to be sent. */
function withAdded(
  known: BaseProduct,
  images: BaseProduct['images'],
  { images: added }: UpdateProduct,
): ImageMemory {
  const { sheet, store } = rememberedOrder(known);
  const ids = added.flatMap(({ url, isListed }) => (isListed ? (images[imageKey(url)] ?? []) : []));
  if (ids.length === 0) {
    const { listed, shopOrder } = known;
    return { images, ...(listed !== undefined && { listed }), ...(shopOrder && { shopOrder }) };
  }
  const own = { known: { ...knownImages(known), images }, images: [] };
  return memoryOf(own, [...sheet, ...ids], [...store, ...ids]);
}

function followingOrder(
  { productId, images, order }: UpdateProduct,
  mediaIds: readonly MediaId[],
): ReorderImages[] {
  if (!order || mediaIds.length < images.length) return [];
  const ids = new Map(images.map(({ url }, index) => [url, mediaIds[index] as MediaId]));
  return ordersAfter(productId, { ...order, ids });
}
