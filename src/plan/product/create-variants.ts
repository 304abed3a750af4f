import { distinctRows, type RowRef } from '../../catalog/tab/row';
import { optionKey } from '../../catalog/values/names';
import { doubtsOf, show } from '../compare/messages';
import { hasPrice, type Makes, NewPiece, skusOf } from '../compare/new-piece';
import { digestOf } from '../compare/piece';
import { type Answered, untakenOf } from '../compare/untaken';
import { broughtBy } from '../media/image-of-new-variant';
import { withBrought } from '../media/unseen-images';
import type { CreateVariants, NewVariant } from '../model/action';
import { type ActionKind, none } from '../model/action-kind';
import type { Written } from '../model/batch-outcome';
import type { Piece } from '../model/piece';
import { countImages, countVariants, rowsOfNewVariant } from '../model/planned';
import type { RowOutcome } from '../model/row-outcome';
import { createdVariants } from './created-records';
import { splitVariants } from './split-creation';

/** Adds variants to a product. */
export const createVariants: ActionKind<CreateVariants> = {
  rows: ({ variants }) => distinctRows(variants.flatMap(rowsOfNewVariant)),
  pieces: ({ productId, variants }) => variants.map((variant) => pieceOf(productId, variant)),
  withPieces(action, isWanted) {
    const variants = action.variants.filter((variant) => isWanted(pieceOf(action.productId, variant)));
    return variants.length > 0 ? [{ ...action, variants }] : [];
  },
  fields: ({ variants }) => variants.map(({ changes }) => ({ changes })),
  foretell: (action) => [
    ...foretellNew(createVariants.rows(action), action.variants),
    ...doubtsOf(action.variants.flatMap(({ changes }) => changes)),
  ],
  count: ({ variants }) => ({
    create: { ...countVariants(variants), ...countImages(broughtBy(variants)) },
  }),
  replaces: none,
  settle({ productId, variants }, { written, base, isTaken }) {
    const taken = variants.filter((variant) => rowsOfNewVariant(variant).every(isTaken));
    const created = createdVariants(taken, written.variants);
    const brought = withBrought(base.product(productId), broughtBy(variants), written.media);
    return (
      created && {
        ...created,
        records: [...created.records, ...brought],
        untaken: untakenOf(answersTo(variants, written)).outcomes,
      }
    );
  },
  asksAgain: none,
  batches: (actions, { limits }) =>
    actions
      .flatMap((action) => splitVariants(action, limits))
      .map((action) => ({ kind: 'create-variants', action })),
  writtenIn: 'rows',
  joins: 1,
  newVariants: ({ variants }) => variants,
  // An image is uploaded again each time it is sent.
  canGoInBulk: ({ variants }) => broughtBy(variants).length === 0,
};

/** Matched by option values, because the IDs are new. */
export function answersTo(sent: readonly NewVariant[], { variants }: Written): Answered[] {
  const byOptions = new Map(variants.map((variant) => [optionKey(variant.optionValues), variant]));
  return sent.map(({ changes, optionValues }) => [changes, byOptions.get(optionKey(optionValues))]);
}

/** Tells the rows of a new item, and notes what is to be said of its parts. */
export function foretellNew(
  rows: readonly RowRef[],
  parts: readonly Pick<NewVariant, 'ref' | 'note'>[],
): RowOutcome[] {
  return [
    ...rows.map((ref): RowOutcome => ({ ref, status: 'created', message: '' })),
    ...parts.flatMap(({ ref, note }): RowOutcome[] =>
      note ? [{ ref, status: 'unchanged', message: note }] : [],
    ),
  ];
}

interface VariantOf extends Pick<NewVariant, 'ref'>, Pick<CreateVariants, 'productId'> {
  readonly variant: NewVariant;
}

function pieceOf(productId: CreateVariants['productId'], variant: NewVariant): Piece {
  return new NewPiece({ ref: variant.ref, productId, variant }, NEW_VARIANT);
}

const NEW_VARIANT: Makes<VariantOf> = {
  heldWhole: 'Its new variant',
  key: ({ productId, variant }) =>
    `new|${productId}|${variant.optionValues.join('/')}|${digestOf([variant])}`,
  rows: ({ variant }) => rowsOfNewVariant(variant),
  what: ({ variant }) => `New variant ${show(variant.optionValues.join(' / '))}`,
  creates: ({ productId, variant }) => ({
    productId,
    names: variant.optionValues,
    isVisible: false,
    hasPrice: hasPrice(variant),
    skus: skusOf([variant]),
  }),
  sends: ({ variant }) => variant,
};
