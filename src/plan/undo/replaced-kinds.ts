import type { ReplacedValue } from '../model/replaced-value';
import { imageOrderCells, removedImageCells, variantImageCells } from './put-back-images';
import { optionsCells } from './put-back-items';
import type { ReplacedKind } from './replaced-kind';
import { attachAgain, mediaOf, orderAgain, showAgain, variantImageNow } from './undo-images';
import { nameAgain, optionCells, optionsAgain, optionValueNow } from './undo-options';
import { altTextAgain, fieldAgain, stockAgain, valueCells } from './undo-values';

type KindName = ReplacedValue['kind'];

/** Every kind of value that a run replaces and an undo gives back as a whole. */
const REPLACED_KINDS: {
  readonly [Kind in KindName]: ReplacedKind<Extract<ReplacedValue, { readonly kind: Kind }>>;
} = {
  field: { reads: [], ...fieldAgain, cells: valueCells },
  stock: { reads: ['stock'], ...stockAgain, cells: valueCells },
  'alt-text': { reads: ['media'], ...altTextAgain, cells: valueCells },
  'option-value': { reads: ['options'], now: optionValueNow, giveBack: nameAgain, cells: optionCells },
  options: {
    reads: ['options'],
    now: ({ id }, { snapshot }) => snapshot.products.get(id)?.optionNames,
    giveBack: optionsAgain,
    cells: optionsCells,
  },
  'variant-image': {
    reads: ['media', 'variantImages'],
    now: variantImageNow,
    giveBack: attachAgain,
    cells: variantImageCells,
  },
  'removed-image': {
    reads: ['media', 'variantImages'],
    now(replaced, store) {
      const media = mediaOf(replaced, store);
      return media && (media.includes(replaced.mediaId) ? 'there' : '');
    },
    giveBack: showAgain,
    isMore: true,
    cells: removedImageCells,
  },
  'image-order': {
    reads: ['media'],
    now: (replaced, store) => mediaOf(replaced, store)?.filter((id) => replaced.to.includes(id)),
    giveBack: orderAgain,
    cells: imageOrderCells,
  },
};

/** The entry of a value's own kind, which the union cannot express for a value of any kind. */
export function replacedKindOf({ kind }: Pick<ReplacedValue, 'kind'>): ReplacedKind {
  return REPLACED_KINDS[kind] as unknown as ReplacedKind;
}
