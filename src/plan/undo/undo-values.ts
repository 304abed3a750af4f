import { fieldOf } from '../../catalog/columns/columns';
import { type FieldValue, hasValue, textsIn } from '../../catalog/values/cell';
import { isVariant } from '../../catalog/values/gid';
import { categoryIdOf } from '../compare/canonical';
import { textsOf } from '../compare/describe-replaced';
import { knownId } from '../compare/known-items';
import { pairOf } from '../compare/pairs';
import { isMarked, itemOf } from '../compare/undone-marks';
import type { KeptCell } from '../model/kept-cell';
import {
  listedField,
  type Replaced,
  type ReplacedAltText,
  type ReplacedField,
  type ReplacedStock,
  type ReplacedTags,
  targetOf,
  valueKey,
} from '../model/replaced-value';
import { levelKey } from '../model/snapshot';
import { listsOf } from './fold-replaced';
import { handleCells, type PutBackContext } from './put-back-items';
import type { CellsContext, ReplacedKind } from './replaced-kind';

type Again<R extends ReplacedField | ReplacedStock | ReplacedAltText> = Pick<
  ReplacedKind<R>,
  'now' | 'giveBack'
>;

/** Sent with the other fields of its item. */
export const fieldAgain: Again<ReplacedField> = {
  now({ id, key }, { snapshot }) {
    const item = isVariant(id) ? snapshot.variants.get(id) : snapshot.products.get(id);
    return item && (item.fields[key] ?? null);
  },
  giveBack({ id, key, from, types }, now, { place: { sheet, ...cells }, fields }) {
    const ofItem = fields.get(id) ?? [];
    fields.set(id, ofItem);
    ofItem.push({ key, from: now, to: from, sheet, ...cells, ...(types && { types }) });
  },
};

export const stockAgain: Again<ReplacedStock> = {
  now({ id, inventoryItemId, locationId, name }, { snapshot }) {
    const level = snapshot.levels.get(levelKey(inventoryItemId, locationId));
    return snapshot.variants.has(id) ? (level?.active ? level[name] : null) : undefined;
  },
  giveBack(replaced, now, { place: { sheet, ...cells }, context }) {
    const { id, inventoryItemId, locationId, locationName, name } = replaced;
    context.draft.actions.push({
      kind: 'set-stock',
      ...cells,
      name,
      variantId: id,
      inventoryItemId,
      locationId,
      locationName,
      from: Number(now),
      to: Number(replaced.from),
      sheet: sheet === null ? null : Number(sheet),
    });
  },
};

export const altTextAgain: Again<ReplacedAltText> = {
  now: ({ id, mediaId }, { snapshot }) =>
    snapshot.products.get(id)?.media.find((media) => media.id === mediaId)?.alt,
  giveBack({ id, mediaId, url, from, to }, _, { place: { ref, column, sheet }, context }) {
    const action = { kind: 'update-alt-text', productId: id, mediaId, url, ref, column, sheet } as const;
    context.draft.actions.push({ ...action, from: to, alt: from });
  },
};

type Sides = Pick<KeptCell, 'from' | 'to'>;

/** The cells of a value that has a pair. */
export function valueCells(
  replaced: ReplacedField | ReplacedStock | ReplacedAltText,
  context: CellsContext,
): KeptCell[] {
  const isField = replaced.kind === 'field';
  // The handle was typed over: by the new one its rows are not found.
  if (isField && fieldOf(replaced.key).identifies === 'product' && !context.cells.has(targetOf(replaced)))
    return handleCells(replaced, context);
  return pairedCells(replaced, context, (sheet, store) => {
    const sides = textsOf(replaced).from === store ? { from: replaced.to, to: replaced.from } : undefined;
    return sides && (isField ? { ...sides, field: replaced.key, words: wordsOf(replaced, sheet) } : sides);
  });
}

/** The cells of tags, or of the groups of a list. */
export function listCells(replaced: ReplacedTags, context: CellsContext): KeptCell[] {
  return pairedCells(replaced, context, () => {
    const sides = listsIn(replaced, context);
    return sides && { ...sides, field: listedField(replaced) };
  });
}

function pairedCells(
  replaced: Replaced,
  { cells, base }: CellsContext,
  saying: (sheet: string, store: string) => (Sides & Pick<KeptCell, 'field' | 'words'>) | undefined,
): KeptCell[] {
  const { id } = replaced;
  const value = valueKey(replaced);
  const pair = pairOf(itemOf(id, base), value);
  const cell = cells.get(targetOf(replaced));
  if (!pair || !cell || pair[0] === null || cell.sheet !== pair[0] || !isMarked(id, value, base)) return [];
  const [sheet, store] = [pair[0], pair[1]];
  const said = saying(sheet, store);
  if (!said) return [];
  const question = `${id}|${value}|${sheet}|${store}`;
  return cell.cells.map(({ ref, column }) => ({ question, id, value, sheet, store, ...said, ref, column }));
}

/** A cell that said the name of a category gets a name back. */
function wordsOf({ shownAs, from }: ReplacedField, sheet: string): string | undefined {
  return from !== null && !categoryIdOf(sheet) ? shownAs?.from : undefined;
}

/** Tags that others added to the product do not concern the cell. */
function listsIn(replaced: ReplacedTags, { desired, base }: PutBackContext): Sides | undefined {
  const { id, added, removed } = replaced;
  const product = desired.products.find((one) => knownId(one, base) === id);
  const cell = product?.fields[listedField(replaced)]?.cell;
  const { minus, unite } = listsOf(listedField(replaced));
  if (cell?.kind === 'edit') return { from: cell.edit.source, to: null };
  if (cell?.kind === 'clear') return { from: null, to: unite([], removed) };
  if (!hasValue(cell)) return undefined;
  const from = textsIn(cell.value);
  return { from: cell.value as FieldValue, to: unite(minus(from, added), removed) };
}
