import { distinctRows, rowKey } from '../../catalog/tab/row';
import { CLEAR_WORD } from '../../catalog/values/cell';
import type { ProductId } from '../../catalog/values/gid';
import { fileName } from '../../catalog/values/image-address';
import { doubtsOf, renamedOutcomes, show, updatedRows } from '../compare/messages';
import { pairsOf } from '../compare/pairs';
import { fieldPiece, imagePiece } from '../compare/piece';
import { untakenOf, withoutChanges } from '../compare/untaken';
import { withNewNames } from '../identity/former-names';
import { OLD_STAYS } from '../media/describe-images';
import { newAddresses, settleImagesFirst, withImagesFirst } from '../media/image-before-variant';
import { withBrought } from '../media/unseen-images';
import { imageDifference } from '../media/variant-image-sides';
import type { UpdateVariants, VariantChange } from '../model/action';
import { type ActionAnswer, type ActionKind, JOINED_MOST, none } from '../model/action-kind';
import type { BaseRecord, BaseVariant, Differences } from '../model/base';
import type { VariantImageChange } from '../model/image-actions';
import type { Piece } from '../model/piece';
import { countFields, countImages, rowsOfVariantChange } from '../model/planned';
import {
  type AddedImage,
  type ReplacedVariantImage,
  replacedFields,
  VARIANT_IMAGE,
} from '../model/replaced-value';
import type { RowOutcome } from '../model/row-outcome';
import { otherBarcodePairs } from './other-barcodes';
import { splitVariants } from './split-creation';

/** Fields and images of variants of one product. */
export const updateVariants: ActionKind<UpdateVariants> = {
  rows: ({ variants }) => distinctRows(variants.flatMap(rowsOfVariantChange)),
  pieces: ({ variants }) =>
    variants.flatMap((variant) => [
      ...variant.changes.map((change) => fieldPiece(variant.id, change)),
      ...(variant.image ? [changedImage(variant, variant.image.url)] : []),
    ]),
  withPieces(action, isWanted) {
    const variants = action.variants.flatMap((variant) => variantWith(variant, isWanted));
    return variants.length > 0 ? [{ ...action, variants }] : [];
  },
  fields: ({ variants }) => variants,
  foretell: ({ variants, followedBy }) => (followedBy ? [] : variants.flatMap(foretellVariant)),
  count: (action) => ({
    change: {
      ...countFields(action.variants.flatMap(({ changes }) => changes)),
      variantImages: action.variants.filter(({ image }) => image).length,
    },
    create: countImages(newAddresses(action)),
  }),
  replaces: ({ productId, variants, isOfImagesAlone }) =>
    (isOfImagesAlone ? [] : variants).flatMap((variant) => [
      ...replacedFields(variant),
      ...replacedImage(productId, variant),
    ]),
  settle(action, answer) {
    if (action.isOfImagesAlone) return settleImagesFirst(action, answer);
    const { written, base } = answer;
    const byId = new Map(written.variants.map((variant) => [variant.id, variant]));
    const left = untakenOf(action.variants.map(({ id, changes }) => [changes, byId.get(id)]));
    return {
      records: [
        ...recordsOf(action, answer),
        ...withBrought(base.product(action.productId), newAddresses(action), written.media),
      ],
      taken: {
        ...action,
        variants: action.variants.map((variant) => withoutChanges(variant, left.changes)),
      },
      untaken: left.outcomes,
      created: action.variants.flatMap(({ id, ref, image }) =>
        image && !action.followedBy && !image.isStillTyped && answer.isTaken(ref) && byId.has(id)
          ? staysAfter(image, { ref, id, productId: action.productId })
          : [],
      ),
    };
  },
  afterRefusal({ variants, followedBy }, { ref }) {
    if (followedBy) return OLD_STAYS;
    const isOfImage = variants.some(({ image, ref: at }) => image && rowKey(at) === rowKey(ref));
    return isOfImage
      ? 'The variant shows what it showed. Correct what it names, then sync again.'
      : undefined;
  },
  asksAgain: ({ variants }) => variants.flatMap(({ image, ref }) => (image?.isStillTyped ? ref : [])),
  batches: (actions, { limits }) =>
    actions
      .flatMap(withImagesFirst)
      .flatMap((action) => splitVariants(action, limits))
      .map((action) => ({ kind: 'update-variants', action })),
  writtenIn: 'rows',
  joins: JOINED_MOST,
  newVariants: none,
  // A new image is uploaded again each time it is sent.
  canGoInBulk: (action) => newAddresses(action).length === 0,
};

/** The image that is detached from a variant is known, so that an undo attaches it again. */
function replacedImage(
  productId: ProductId,
  { id, ref, image }: VariantChange,
): readonly ReplacedVariantImage[] {
  if (!image?.had) return [];
  const { column, mediaId, url } = image.had;
  return [{ kind: 'variant-image', id, productId, mediaId, url, from: url, to: image.url, ref, column }];
}

/** An image that an undo leaves: the variant showed none before, or the image was added to the product with it. */
function staysAfter(
  { had, mediaId, url }: VariantImageChange,
  { ref, id, productId }: Pick<VariantChange, 'ref' | 'id'> & { readonly productId: ProductId },
): AddedImage[] {
  if (!had) return [{ kind: 'image', ref, id, url }];
  return mediaId ? [] : [{ kind: 'image', ref, id: productId, url }];
}

function changedImage({ id, ref }: VariantChange, url: string): Piece {
  return imagePiece(id, { ref, url }, () => [id, 'image', url]);
}

function variantWith(
  { image, ...plain }: VariantChange,
  isWanted: (piece: Piece) => boolean,
): VariantChange[] {
  const changes = plain.changes.filter((change) => isWanted(fieldPiece(plain.id, change)));
  const kept = image && isWanted(changedImage(plain, image.url)) ? { image } : {};
  return changes.length > 0 || kept.image ? [{ ...plain, changes, ...kept }] : [];
}

/** One outcome for each row that changes the variant: the price may stand in another tab than the rest. */
function foretellVariant({ id, ref, changes, image }: VariantChange): RowOutcome[] {
  const notes = image ? [{ ref, message: `Variant image: ${show(fileName(image.url))}` }] : [];
  return [...updatedRows(changes, id, notes), ...doubtsOf(changes), ...renamedOutcomes(changes)];
}

function recordsOf(
  { variants, followedBy }: UpdateVariants,
  { written, base, isTaken }: ActionAnswer,
): BaseRecord[] {
  const byId = new Map(written.variants.map((variant) => [variant.id, variant]));
  return variants.flatMap((variant) => {
    const { id, changes, image } = variant;
    const known = base.variant(id);
    const store = byId.get(id);
    if (!known || !store || !rowsOfVariantChange(variant).every(isTaken)) return [];
    const written = pairsOf(changes, store.fields);
    const fields = { ...known.fields, ...otherBarcodePairs(known.fields, changes, store.fields), ...written };
    return [
      {
        ...withNewNames(known, store),
        fields,
        image: (!followedBy && !image?.isStillTyped && image?.url) || known.image,
        ...(image?.isStillTyped && { differs: stillTyped(known, image) }),
      },
    ];
  });
}

/** An undo restored another image than the cell asks for. */
function stillTyped({ image: said, differs }: BaseVariant, { url }: VariantImageChange): Differences {
  return { ...differs, [VARIANT_IMAGE]: imageDifference(said === CLEAR_WORD ? '' : said, url) };
}
