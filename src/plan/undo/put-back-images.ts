import type { DesiredImage } from '../../catalog/building/desired';
import type { Place } from '../../catalog/tab/row';
import { DELETE_WORD } from '../../catalog/values/commands';
import type { MediaId, ProductId } from '../../catalog/values/gid';
import { imageKey } from '../../catalog/values/image-address';
import { canonical } from '../compare/canonical';
import { areEqual, rememberedOrder, reorderedMemory } from '../media/image-order';
import { keyOf, knownImages } from '../media/known-images';
import type { Base, BaseProduct } from '../model/base';
import type { KeptCell } from '../model/kept-cell';
import {
  type RemovedImage,
  type ReplacedImageOrder,
  type ReplacedVariantImage,
  target,
  VARIANT_IMAGE,
} from '../model/replaced-value';
import { cellOf, ownOf, type PutBackContext } from './put-back-items';
import type { CellsContext } from './replaced-kind';

/** The cells that asked to remove an image, or that name the one that replaced it. */
export function removedImageCells(replaced: RemovedImage, context: CellsContext): KeptCell[] {
  return [...ownRemovalCells(replaced, context), ...replacingImages(replaced, context)];
}

/** The cells of a variant that shows its former image again. */
export function variantImageCells(
  { id, url, to }: Pick<ReplacedVariantImage, 'id' | 'url' | 'to'>,
  { cells, base }: CellsContext,
): KeptCell[] {
  const cell = cells.get(target(id, VARIANT_IMAGE));
  const [sheet, store] = [canonical('variantImage', to), canonical('variantImage', url)];
  const isTold = base.variant(id)?.differs?.[VARIANT_IMAGE]?.sheet === sheet;
  if (!cell || cell.sheet !== sheet || !isTold) return [];
  const question = `${id}|${VARIANT_IMAGE}|${sheet}|${store}`;
  const known = { question, id, value: VARIANT_IMAGE, sheet, store, from: to, to: url } as const;
  return cell.cells.map(({ ref, column }) => ({ ...known, ref, column }));
}

/** The cells of variants that name the image which had replaced it on their product. */
function replacingImages({ id, by, url, variants }: RemovedImage, context: CellsContext): KeptCell[] {
  const to = by && keyOf(knownImages(context.base.product(id)), by);
  return to ? variants.flatMap((variant) => variantImageCells({ id: variant, url, to }, context)) : [];
}

function ownRemovalCells(replaced: RemovedImage, context: PutBackContext): KeptCell[] {
  const { id, mediaId, by, url } = replaced;
  const { product, known } = ownOf(id, context) ?? {};
  if (!product || !known) return [];
  const isThere = Object.values(known.images).includes(mediaId);
  const about = (value: KeptCell['value']) => ({ question: `${id}|removed ${mediaId}`, id, value });
  if (by) {
    const image = product.images.find((each) => each.isListed && known.images[imageKey(each.url)] === by);
    const isNamed = product.images.some((each) => known.images[imageKey(each.url)] === mediaId);
    if (!image || !isThere || isNamed) return [];
    const words = { key: 'imageSrc', from: image.url, to: url } as const;
    return placesOf(image).map((place) => cellOf(place, words, about({ lists: mediaId, before: by })));
  }
  if (!isThere || !known.restoredImages?.includes(mediaId)) return [];
  const removals = product.removals ?? [];
  const unnamed = removals.filter((removal) => removal.url === undefined);
  const named = removals.filter((removal) => removal.url && imageKey(removal.url) === imageKey(url));
  const asking = named.length > 0 ? named : unnamed.length === 1 ? unnamed : [];
  return asking.map((removal) =>
    removal.command
      ? cellOf(
          { ref: removal.ref, column: removal.command },
          { key: 'imageCommand', from: 'DELETE', to: null },
          about({ asks: 'images' }),
        )
      : cellOf(
          removal,
          { key: 'imageSrc', from: `${DELETE_WORD} ${removal.url ?? ''}`.trim(), to: removal.url ?? url },
          about({ asks: 'images' }),
        ),
  );
}

function placesOf({ ref, columns, also = [] }: DesiredImage): Place[] {
  const others = also.filter(({ isListed }) => isListed);
  return [
    { ref, column: columns.image },
    ...others.map((each) => ({ ref: each.ref, column: each.columns.image })),
  ];
}

/** Positions of the images that were restored; an order given only by the rows has no cell. */
export function imageOrderCells({ id, from }: ReplacedImageOrder, context: PutBackContext): KeptCell[] {
  const { product, known } = ownOf(id, context) ?? {};
  if (!product || !known) return [];
  const idOf = ({ url }: DesiredImage) => known.images[imageKey(url)] as MediaId;
  const listed = product.images.filter((image) => image.isListed && from.includes(idOf(image)));
  const numbers = listed.flatMap(({ position, also }) => (position === undefined || also ? [] : position));
  const isClear = numbers.length === listed.length && new Set(numbers).size === numbers.length;
  const among = (ids: readonly string[]) =>
    ids.filter((each) => listed.some((image) => idOf(image) === each));
  if (!isClear || !areEqual(among(rememberedOrder(known).store), among(from))) return [];
  numbers.sort((one, other) => one - other);
  const about = { question: `${id}|image order|${from.join()}`, id, value: { asks: 'images' } } as const;
  const before = [...listed].sort((one, other) => from.indexOf(idOf(one)) - from.indexOf(idOf(other)));
  return before.flatMap(({ ref, columns, position = 0 }, at) => {
    const to = numbers[at] as number;
    return to === position
      ? []
      : cellOf({ ref, column: columns.place }, { key: 'imagePosition', from: position, to }, about);
  });
}

/** The records of images that their rows list again in place of those which had replaced them. */
export function listedAgain(written: readonly KeptCell[], base: Base): BaseProduct[] {
  const records = new Map<string, BaseProduct>();
  for (const { id, value } of written) {
    const known = records.get(id) ?? base.product(id as ProductId);
    if (!known || typeof value !== 'object' || !('lists' in value)) continue;
    const order = rememberedOrder(known);
    const again = (ids: readonly string[]) =>
      ids.map((each) => (each === value.before ? value.lists : each)) as MediaId[];
    records.set(id, reorderedMemory(known, again(order.sheet), again(order.store)));
  }
  return [...records.values()];
}
