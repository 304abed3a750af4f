import type {
  DesiredCatalog,
  DesiredImage,
  DesiredProduct,
  DesiredVariant,
} from '../../catalog/building/desired';
import { OPTION_NAMES, OPTION_VALUES } from '../../catalog/building/option-issues';
import type { ColumnKey } from '../../catalog/columns/columns';
import { headerOf } from '../../catalog/tab/layout';
import { cellsOf, type Place } from '../../catalog/tab/row';
import type { TabLayout } from '../../catalog/tab/tab-layout';
import type { FieldValue } from '../../catalog/values/cell';
import { DELETE_WORD } from '../../catalog/values/commands';
import { isVariant, type MediaId, type ProductId } from '../../catalog/values/gid';
import { imageKey } from '../../catalog/values/image-address';
import { asHandle, DEFAULT_OPTION_VALUE, optionKey } from '../../catalog/values/names';
import { canonical } from '../compare/canonical';
import { knownProduct } from '../compare/known-items';
import { areEqual, rememberedOrder, reorderedMemory } from '../media/image-order';
import type { Base, BaseProduct } from '../model/base';
import type { DeletedItem } from '../model/deleted-item';
import type { KeptCell } from '../model/kept-cell';
import type { SyncPolicy } from '../model/policy';
import type { RemovedImage, ReplacedImageOrder, ReplacedOptions } from '../model/replaced-value';
import type { ShopFacts } from '../model/snapshot';

export interface PutBackContext {
  readonly desired: DesiredCatalog;
  readonly base: Base;
  readonly policy: SyncPolicy;
  readonly shop: ShopFacts;
  readonly tabs: readonly { readonly sheetId: number; readonly layout: TabLayout }[];
}

interface Own {
  readonly product: DesiredProduct;
  readonly known: BaseProduct;
}

function ownOf(id: ProductId, { desired, base }: Pick<PutBackContext, 'desired' | 'base'>): Own | undefined {
  const product = desired.products.find((each) => knownProduct(each, base)?.id === id);
  const known = base.product(id);
  return product && known && { product, known };
}

interface Words {
  readonly key: ColumnKey;
  readonly from: FieldValue;
  readonly to: FieldValue | null;
}

/** A cell that asked for what has no pair. All cells of one question are written, or none. */
function cellOf(
  { ref, column }: Place,
  { key, from, to }: Words,
  about: Pick<KeptCell, 'question' | 'id' | 'value'>,
): KeptCell {
  return { ...about, ref, column, sheet: canonical(key, from), store: canonical(key, to), from, to };
}

/** Names of options where they stand, and where they change places the values below them. */
export function optionsCells(
  { id, from, to }: ReplacedOptions,
  context: Pick<PutBackContext, 'desired' | 'base' | 'tabs'>,
): KeptCell[] {
  const { product, known } = ownOf(id, context) ?? {};
  const isOurs = optionKey(known?.optionNames ?? []) === optionKey(from);
  if (!product || !isOurs || optionKey(product.optionNames) !== optionKey(to)) return [];
  const about = {
    question: `${id}|options|${to.join()}|${from.join()}`,
    id,
    value: { asks: 'options' },
  } as const;
  const names = (product.optionNameCells ?? []).flatMap(({ index, ...place }) => {
    const [now = '', old = ''] = [to[index], from[index]];
    return now === old
      ? []
      : cellOf(place, { key: OPTION_NAMES[index] ?? 'option1Name', from: now, to: old }, about);
  });
  if (!from.every((name) => to.includes(name))) return names;
  const values = product.variants.flatMap(asTyped).flatMap(({ ref, optionValues = [] }) => {
    const { layout } = context.tabs.find(({ sheetId }) => sheetId === ref.sheetId) ?? {};
    return from.flatMap((name, index) => {
      const key = OPTION_VALUES[index];
      const [now = '', old = ''] = [optionValues[index], optionValues[to.indexOf(name)]];
      if (!layout || !key || now === old) return [];
      return cellOf({ ref, column: headerOf(layout, key) }, { key, from: now, to: old }, about);
    });
  });
  return [...names, ...values];
}

/** The rows of a variant that say its options, each as it stands. */
function asTyped(variant: DesiredVariant): readonly DesiredVariant[] {
  return [variant, ...(variant.joined ?? [])].filter(({ optionValues }) => optionValues);
}

/** The cell that asked for the end of an image, or that named the one which took its place. */
export function removedImageCells(replaced: RemovedImage, context: PutBackContext): KeptCell[] {
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

/** Numbers of the images whose places were given back; an order of rows stands in no cell. */
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

/**
 * The cells that asked for the end of an item which was created again: left as they are, they ask for that of the new one.
 * Cells of IDs get the new ones.
 */
export function deletionCells(item: DeletedItem, { desired, base, tabs }: PutBackContext): KeptCell[] {
  const { id, handle, productId, variants } = item;
  const known = base.productByHandle(asHandle(handle));
  if (!known || known.isDeleted || (!isVariant(id) && known.id === productId)) return [];
  const newIds = new Map(
    base
      .variantsOf(known.id)
      .flatMap((variant) => (variant.isDeleted ? [] : [[keyOf(variant.optionValues), variant.id]])),
  );
  const isAgain = (values: readonly string[] | undefined) =>
    newIds.has(keyOf(values)) && variants.some(({ optionValues }) => keyOf(optionValues) === keyOf(values));
  const product = desired.products.find((each) => each.handle && asHandle(each.handle) === asHandle(handle));
  const asking = [
    ...(isVariant(id) ? [] : [product]),
    ...(product?.variants ?? []).filter(({ optionValues }) => isAgain(optionValues)),
  ];
  const about = { question: `${id}|deletion`, id: known.id, value: { asks: 'deletion' } } as const;
  const words = { key: 'delete', from: DELETE_WORD, to: null } as const;
  const cells = asking.flatMap((each) =>
    each?.deletes
      ? cellsOf(each.deletes).map((place) => ({ ...cellOf(place, words, about), sheet: 'DELETE' }))
      : [],
  );
  const ofProduct = desired.products.flatMap(({ productId: said, idCells = [] }) =>
    said === productId && said !== known.id
      ? idCells.map((place) => cellOf(place, { key: 'productId', from: said, to: known.id }, about))
      : [],
  );
  const rows = [...desired.products.flatMap((each) => each.variants), ...desired.variants];
  const ofVariants = rows
    .flatMap((row) => [row, ...(row.joined ?? [])])
    .flatMap(({ ref, variantId: said }) => {
      const before = said && base.variant(said);
      if (!said || !before?.isDeleted || before.productId !== productId) return [];
      const to = newIds.get(keyOf(before.optionValues));
      const { layout } = tabs.find(({ sheetId }) => sheetId === ref.sheetId) ?? {};
      if (!to || !layout || !isAgain(before.optionValues)) return [];
      return cellOf(
        { ref, column: headerOf(layout, 'variantId') },
        { key: 'variantId', from: said, to },
        about,
      );
    });
  return [...cells, ...ofProduct, ...ofVariants];
}

const keyOf = (values: readonly string[] | undefined): string =>
  optionKey(values && values.length > 0 ? values : [DEFAULT_OPTION_VALUE]);

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
