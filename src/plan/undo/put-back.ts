import type { ColumnKey } from '../../catalog/columns/columns';
import { headerOf } from '../../catalog/tab/layout';
import { rowKey } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import type { FieldValue } from '../../catalog/values/cell';
import { skuKey } from '../../catalog/values/plain-name';
import { canonical, categoryIdOf } from '../compare/canonical';
import { textsOf } from '../compare/describe-replaced';
import { knownProduct } from '../compare/known-items';
import { pairOf } from '../compare/pairs';
import { isMarked, itemOf } from '../compare/undone-marks';
import { type CellsNow, cellsNow } from '../identity/current-cells';
import { keyOf, knownImages } from '../media/known-images';
import type { Base, BaseRecord } from '../model/base';
import type { KeptCell } from '../model/kept-cell';
import {
  listedField,
  type RemovedImage,
  type Replaced,
  type ReplacedField,
  type ReplacedOptionValue,
  type ReplacedTags,
  type ReplacedVariantImage,
  target,
  targetOf,
  VARIANT_IMAGE,
  valueKey,
} from '../model/replaced-value';
import { listsOf } from './fold-replaced';
import type { UndoableRun } from './logged-runs';
import { isGivenBack, rowsThatSay } from './option-cells';
import { imageOrderCells, removedImageCells } from './put-back-images';
import { deletionCells, handleCells, optionsCells, type PutBackContext } from './put-back-items';

/**
 * Cells that still say what an undone run sent, so that they are held, with the old values that are in Shopify again.
 * A cell that was edited since, or that another run wrote, is its author's.
 */
export function putBackCells(undoable: UndoableRun, context: PutBackContext): KeptCell[] {
  const { desired, base, policy, shop } = context;
  const { cells } = cellsNow(desired, base, policy, shop);
  const found = [...undoable.values.values(), ...undoable.tags.values()].flatMap((replaced): KeptCell[] => {
    if (replaced.kind === 'option-value') return optionCells(replaced, context);
    if (replaced.kind === 'variant-image') return imageCells(replaced, cells, base);
    if (replaced.kind === 'options') return optionsCells(replaced, context);
    if (replaced.kind === 'removed-image')
      return [...removedImageCells(replaced, context), ...replacingImages(replaced, cells, base)];
    if (replaced.kind === 'image-order') return imageOrderCells(replaced, context);
    const { id } = replaced;
    const value = valueKey(replaced);
    if (value === 'handle' && !cells.has(targetOf(replaced)) && replaced.kind === 'field')
      return handleCells(replaced, context);
    const pair = pairOf(itemOf(id, base), value);
    const cell = cells.get(targetOf(replaced));
    if (!pair || !cell || pair[0] === null || cell.sheet !== pair[0] || !isMarked(id, value, base)) return [];
    const sides = replaced.kind === 'tags' ? tagsOf(replaced, context) : valuesOf(replaced, pair[1]);
    if (!sides) return [];
    const field =
      replaced.kind === 'field'
        ? { field: replaced.key }
        : replaced.kind === 'tags'
          ? { field: listedField(replaced) }
          : {};
    const question = `${id}|${value}|${pair[0]}|${pair[1]}`;
    const words = replaced.kind === 'field' ? wordsOf(replaced, pair[0]) : undefined;
    const known = { question, id, value, ...field, sheet: pair[0], store: pair[1], ...sides, words };
    return cell.cells.map(({ ref, column }) => ({ ...known, ref, column }));
  });
  const asking = undoable.deleted.flatMap((deleted) => deletionCells(deleted, context));
  return [...found, ...asking].sort(
    (a, b) => Number(a.ref.sheetId) - Number(b.ref.sheetId) || a.ref.row - b.ref.row,
  );
}

/** A cell that said the name of a category gets a name back. */
function wordsOf({ shownAs, from }: ReplacedField, sheet: string): string | undefined {
  return from !== null && !categoryIdOf(sheet) ? shownAs?.from : undefined;
}

type Sides = Pick<KeptCell, 'from' | 'to'>;

/** The cells of all rows of the value, which Shopify has under its old name again. */
function optionCells(replaced: ReplacedOptionValue, { desired, base, tabs }: PutBackContext): KeptCell[] {
  const { id, index, from, to } = replaced;
  if (!isGivenBack(replaced, base)) return [];
  return rowsThatSay(replaced, desired, base).flatMap((ref) => {
    const { layout } = tabs.find(({ sheetId }) => sheetId === ref.sheetId) ?? {};
    if (!layout) return [];
    const column = headerOf(layout, `option${index + 1}Value` as ColumnKey);
    const value = valueKey(replaced);
    const question = `${id}|${value}|${rowKey(ref)}|${to}|${from}`;
    return [{ question, id, value, ref, column, sheet: skuKey(to), store: from, from: to, to: from }];
  });
}

/** The cells of a variant that shows the image again that it gave up. */
function imageCells(
  { id, url, to }: Pick<ReplacedVariantImage, 'id' | 'url' | 'to'>,
  cells: CellsNow['cells'],
  base: Base,
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
function replacingImages(
  { id, by, url, variants }: RemovedImage,
  cells: CellsNow['cells'],
  base: Base,
): KeptCell[] {
  const to = by && keyOf(knownImages(base.product(id)), by);
  return to ? variants.flatMap((variant) => imageCells({ id: variant, url, to }, cells, base)) : [];
}

function valuesOf(replaced: Exclude<Replaced, ReplacedTags>, store: string): Sides | undefined {
  return textsOf(replaced).from === store ? { from: replaced.to, to: replaced.from } : undefined;
}

/** Tags that others gave the product are no matter of the cell. */
function tagsOf(replaced: ReplacedTags, { desired, base }: PutBackContext): Sides | undefined {
  const { id, added, removed } = replaced;
  const product = desired.products.find((one) => knownProduct(one, base)?.id === id);
  const cell = product?.fields[listedField(replaced)]?.cell;
  const { minus, unite } = listsOf(listedField(replaced));
  if (cell?.kind === 'edit') return { from: cell.edit.source, to: null };
  if (cell?.kind === 'clear') return { from: null, to: unite([], removed) };
  if (cell?.kind !== 'value') return undefined;
  const from = cell.value as readonly string[];
  return { from: cell.value as FieldValue, to: unite(minus(from, added), removed) };
}

/** With their old values in them nothing of these cells is undone any more. */
export function withoutMarks(cells: readonly KeptCell[], base: Base): BaseRecord[] {
  return [...groupBy(cells, ({ id }) => id)].flatMap(([id, own]) => {
    const known = base.undone().get(id);
    const isLeft = (key: string) => own.every(({ value }) => value !== key);
    const values = Object.entries(known?.values ?? {}).filter(([key]) => isLeft(key));
    return known ? [{ ...known, values: Object.fromEntries(values) }] : [];
  });
}
