import type { DesiredCatalog, DesiredProduct, DesiredVariant } from '../../catalog/building/desired';
import { OPTION_NAMES, OPTION_VALUES } from '../../catalog/building/option-issues';
import type { ColumnKey } from '../../catalog/columns/columns';
import { headerOf } from '../../catalog/tab/layout';
import { cellsOf, type Place } from '../../catalog/tab/row';
import type { TabLayout } from '../../catalog/tab/tab-layout';
import type { FieldValue } from '../../catalog/values/cell';
import { DELETE_WORD } from '../../catalog/values/commands';
import { isVariant, type ProductId } from '../../catalog/values/gid';
import { asHandle, DEFAULT_OPTION_VALUE, optionKey } from '../../catalog/values/names';
import { canonical } from '../compare/canonical';
import { knownId } from '../compare/known-items';
import type { Base, BaseProduct } from '../model/base';
import type { DeletedItem } from '../model/deleted-item';
import type { KeptCell } from '../model/kept-cell';
import type { SyncPolicy } from '../model/policy';
import type { ReplacedField, ReplacedOptions } from '../model/replaced-value';
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

/** A product as the sheet has it today, and its record. */
export function ownOf(
  id: ProductId,
  { desired, base }: Pick<PutBackContext, 'desired' | 'base'>,
): Own | undefined {
  const product = desired.products.find((each) => knownId(each, base) === id);
  const known = base.product(id);
  return product && known && { product, known };
}

interface Words {
  readonly key: ColumnKey;
  readonly from: FieldValue;
  readonly to: FieldValue | null;
}

/** A cell that asked for a change without a pair. The cells of one change are written together or not at all. */
export function cellOf(
  { ref, column }: Place,
  { key, from, to }: Words,
  about: Pick<KeptCell, 'question' | 'id' | 'value'>,
): KeptCell {
  return { ...about, ref, column, sheet: canonical(key, from), store: canonical(key, to), from, to };
}

/** The cells of a handle that was typed over: with the new handle their rows no longer find a product. */
export function handleCells(
  { id, from, to }: Pick<ReplacedField, 'id' | 'from' | 'to'>,
  { desired, base, tabs }: PutBackContext,
): KeptCell[] {
  const isNew = (handle: string | undefined): handle is string =>
    handle !== undefined && asHandle(handle) === asHandle(String(to));
  const isGivenBack = base.product(id as ProductId)?.handle[1] === from;
  if (!isGivenBack || base.productByHandle(asHandle(String(to)))) return [];
  const about = { question: `${id}|handle|${to}|${from}`, id, value: 'handle', field: 'handle' } as const;
  const cell = (place: Place, said: string) => cellOf(place, { key: 'handle', from: said, to: from }, about);
  return [
    ...desired.products.flatMap(({ handle, handleCells: own = [] }) =>
      isNew(handle) ? own.map((place) => cell(place, handle)) : [],
    ),
    ...desired.variants.flatMap(({ handle, ref }) => {
      const { layout } = tabs.find(({ sheetId }) => sheetId === ref.sheetId) ?? {};
      return layout && isNew(handle) ? cell({ ref, column: headerOf(layout, 'handle') }, handle) : [];
    }),
  ];
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
