import { recogniseTab } from '../../src/catalog/tab/layout';
import type { TabLayout } from '../../src/catalog/tab/tab-layout';
import type { Entry } from '../apps-script/workbook/typed-text';
import type { Sheet } from '../apps-script/workbook/workbook';

/** Cell of a file that asked for a change such as `+5 %`. */
export interface ImportedChange {
  readonly column: string;
  readonly text: string;
  /** All that its row may be known by the next time: rows and columns of the tab may have moved by then. */
  readonly names: readonly string[];
}

/** Changes that the last import of each tab asked for, by the tab's name. A file says them as long as nobody edits it. */
export type ImportedChanges = Map<string, readonly ImportedChange[]>;

interface WithoutCounted {
  readonly rows: readonly (readonly Entry[])[];
  readonly changes: readonly ImportedChange[];
  /** Number of cells whose change was counted before. */
  readonly counted: number;
}

/** A sign and a percentage, or a factor. What else a cell says is counted nowhere. */
const CHANGE = /^'?\s*(?:[+\-−–].*%|[*×])/;

/**
 * The rows of a file, with the result in place of each change that was counted since the last import of the same tab: in
 * Google Sheets the cell itself has the result by then, but a file still says the change, which would count once more.
 */
export function withoutCounted(
  rows: readonly (readonly Entry[])[],
  layout: TabLayout,
  before: { readonly sheet: Sheet; readonly changes: readonly ImportedChange[] } | undefined,
): WithoutCounted {
  const edited = layout.columns.filter(({ column }) => column.edits === 'price');
  const known = new Set((before?.changes ?? []).flatMap(keysOf));
  const standing = before ? cellsIn(before.sheet) : new Map();
  const changes: ImportedChange[] = [];
  let counted = 0;
  const settled = rows.map((cells, index) => {
    if (index < layout.headerRow) return cells;
    const asked = edited.filter((each) => CHANGE.test(textAt(cells, each.index)));
    if (asked.length === 0) return cells;
    const names = namesOf(cells, layout);
    const replaced = new Map<number, Entry>();
    for (const { column, index: place } of asked) {
      const change = { column: column.key, text: textAt(cells, place), names };
      changes.push(change);
      if (!keysOf(change).some((key) => known.has(key))) continue;
      const result = resultOf(change, standing);
      if (result) replaced.set(place, result);
    }
    counted += replaced.size;
    return cells.map((cell, place) => replaced.get(place) ?? cell);
  });
  return { rows: settled, changes, counted };
}

/**
 * Undefined where the change still stands in its cell, because it was held or refused. Where nobody can tell which cell is
 * its own, it gets none, and a blank cell leaves the price of Shopify as it is.
 */
function resultOf({ column, text, names }: ImportedChange, standing: Standing): Entry | undefined {
  const found = names.flatMap((name) => standing.get(keyOf(column, name)) ?? []);
  const [row] = found;
  const isOne = row !== undefined && found.every((other) => other.row === row.row);
  if (isOne && String(row.value).trim() === text) return undefined;
  const value = isOne ? row.value : '';
  return { value, ...(typeof value === 'string' && value !== '' && { numberFormat: '@' }) };
}

/** Cells of prices by column and by each name of their row. Two rows may have one name. */
type Standing = ReadonlyMap<string, readonly { readonly row: number; readonly value: Entry['value'] }[]>;

function cellsIn(sheet: Sheet): Standing {
  const standing = new Map<string, { row: number; value: Entry['value'] }[]>();
  const recognition = recogniseTab(sheet.rows.slice(0, 10).map((row) => row.map(String)));
  if (recognition.kind === 'ignored') return standing;
  const { layout } = recognition;
  const prices = layout.columns.filter(({ column }) => column.edits === 'price');
  for (const [index, cells] of sheet.rows.entries()) {
    if (index < layout.headerRow) continue;
    const names = namesOf(
      cells.map((value) => ({ value })),
      layout,
    );
    for (const { column, index: place } of prices)
      for (const name of names) {
        const key = keyOf(column.key, name);
        const own = standing.get(key) ?? [];
        standing.set(key, own);
        own.push({ row: index, value: cells[place] ?? '' });
      }
  }
  return standing;
}

const keysOf = ({ column, text, names }: ImportedChange): readonly string[] =>
  names.map((name) => keyOf(column, text, name));

const keyOf = (...words: readonly string[]): string => JSON.stringify(words);

/** By its ID, its SKU, and its handle with its option values: one of them may be edited or move to another row. */
function namesOf(cells: readonly Entry[], { columns }: TabLayout): readonly string[] {
  const said = (...keys: readonly string[]) =>
    keys.map((key) => {
      const place = columns.find(({ column }) => column.key === key)?.index;
      return place === undefined ? '' : textAt(cells, place);
    });
  const product = said('handle', 'productId', 'option1Value', 'option2Value', 'option3Value');
  const names = [said('variantId'), said('sku'), ...(product[0] || product[1] ? [product] : [])];
  const named = names.flatMap((words, kind) => (words.some(Boolean) ? [keyOf(`${kind}`, ...words)] : []));
  return named.length > 0 ? named : [keyOf('row', ...cells.map((_, place) => textAt(cells, place)))];
}

const textAt = (cells: readonly Entry[], place: number): string => String(cells[place]?.value ?? '').trim();

/** Sentence for the report of a tab. */
export function countedNote(counted: number): string | undefined {
  if (counted === 0) return undefined;
  const cells =
    counted === 1
      ? '1 cell that says a change such as +5 %'
      : `${counted} cells that say a change such as +5 %`;
  const was = counted === 1 ? 'was' : 'were';
  return `${cells} ${was} counted at an earlier sync, and not again. Type the price, or another change.`;
}
