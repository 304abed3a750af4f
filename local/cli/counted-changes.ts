import { recogniseTab } from '../../src/catalog/tab/layout';
import type { LayoutColumn, TabLayout } from '../../src/catalog/tab/tab-layout';
import type { Entry } from '../apps-script/workbook/typed-text';
import type { Sheet } from '../apps-script/workbook/workbook';

/** Cell of a file that asked for a change such as `+5 %`, or for a number to be added to stock. */
export interface ImportedChange {
  /** Header of a quantity, with its location. */
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
  readonly counted: Counted;
}

export interface Counted {
  readonly prices: number;
  readonly quantities: number;
}

/** A sign and a percentage, or a factor. What else a cell says is counted nowhere. */
const CHANGE = /^'?\s*(?:[+\-−–].*%|[*×])/;

/** Columns of numbers that are added to stock. */
const isAdded = ({ column }: LayoutColumn): boolean => column.adjusts !== undefined;
const isCounted = (each: LayoutColumn): boolean => isAdded(each) || each.column.edits === 'price';

/** A number, with or without a sign before it, is the same. */
function changeIn(cells: readonly Entry[], each: LayoutColumn): string | undefined {
  const text = textAt(cells, each.index);
  if (isAdded(each)) return /\d/.test(text) ? text.replace(/^\+\s*/, '') : undefined;
  return CHANGE.test(text) ? text : undefined;
}

const columnKey = ({ column, location }: LayoutColumn): string =>
  location === undefined ? column.key : `${column.key} ${location}`;

/**
 * The rows of a file, with the result in place of each change that was counted since the last import of the same tab: in
 * Google Sheets the cell itself has the result by then, or is emptied, but a file still says the change, which would count
 * once more.
 */
export function withoutCounted(
  rows: readonly (readonly Entry[])[],
  layout: TabLayout,
  before: { readonly sheet: Sheet; readonly changes: readonly ImportedChange[] } | undefined,
): WithoutCounted {
  const edited = layout.columns.filter(isCounted);
  const known = new Set((before?.changes ?? []).flatMap(keysOf));
  const standing = before ? cellsIn(before.sheet) : new Map();
  const changes: ImportedChange[] = [];
  const counted = { prices: 0, quantities: 0 };
  const uncounted = rows.map((cells, index) => {
    if (index < layout.headerRow) return cells;
    const asked = edited.filter((each) => changeIn(cells, each) !== undefined);
    if (asked.length === 0) return cells;
    const names = namesOf(cells, layout);
    const replaced = new Map<number, Entry>();
    for (const each of asked) {
      const change = { column: columnKey(each), text: changeIn(cells, each) ?? '', names };
      changes.push(change);
      if (!keysOf(change).some((key) => known.has(key))) continue;
      const result = resultOf(change, standing);
      if (!result) continue;
      replaced.set(each.index, result);
      counted[isAdded(each) ? 'quantities' : 'prices'] += 1;
    }
    return cells.map((cell, place) => replaced.get(place) ?? cell);
  });
  return { rows: uncounted, changes, counted };
}

/**
 * Undefined where the change still stands in its cell, because it was held or refused. Where nobody can tell which cell is
 * its own, it gets none, and a blank cell leaves the price of Shopify as it is.
 */
function resultOf({ column, text, names }: ImportedChange, standing: Standing): Entry | undefined {
  const found = names.flatMap((name) => standing.get(keyOf(column, name)) ?? []);
  const [row] = found;
  const isOne = row !== undefined && found.every((other) => other.row === row.row);
  if (isOne && row.change === text) return undefined;
  const value = isOne ? row.value : '';
  return { value, ...(typeof value === 'string' && value !== '' && { numberFormat: '@' }) };
}

/** Cells that may ask for a change, by column and by each name of their row. Two rows may have one name. */
type Standing = ReadonlyMap<string, readonly StandingCell[]>;

interface StandingCell {
  readonly row: number;
  readonly value: Entry['value'];
  readonly change: string | undefined;
}

function cellsIn(sheet: Sheet): Standing {
  const standing = new Map<string, StandingCell[]>();
  const recognition = recogniseTab(sheet.rows.slice(0, 10).map((row) => row.map(String)));
  if (recognition.kind === 'ignored') return standing;
  const { layout } = recognition;
  const columns = layout.columns.filter(isCounted);
  for (const [index, cells] of sheet.rows.entries()) {
    if (index < layout.headerRow) continue;
    const entries = cells.map((value) => ({ value }));
    const names = namesOf(entries, layout);
    for (const column of columns)
      for (const name of names) {
        const key = keyOf(columnKey(column), name);
        const own = standing.get(key) ?? [];
        standing.set(key, own);
        own.push({ row: index, value: cells[column.index] ?? '', change: changeIn(entries, column) });
      }
  }
  return standing;
}

const keysOf = ({ column, text, names }: ImportedChange): readonly string[] =>
  names.map((name) => keyOf(column, text, name));

const keyOf = (...words: readonly string[]): string => JSON.stringify(words);

/**
 * By its ID, its SKU, and its handle with its option values: one of them may be edited or move to another row. With its
 * location, because an item has a row for each.
 */
function namesOf(cells: readonly Entry[], { columns }: TabLayout): readonly string[] {
  const said = (...keys: readonly string[]) =>
    keys.map((key) => {
      const place = columns.find(({ column }) => column.key === key)?.index;
      return place === undefined ? '' : textAt(cells, place);
    });
  const product = said('handle', 'productId', 'option1Value', 'option2Value', 'option3Value');
  const names = [said('variantId'), said('sku'), ...(product[0] || product[1] ? [product] : [])];
  const place = said('location');
  const named = names.flatMap((words, kind) =>
    words.some(Boolean) ? [keyOf(`${kind}`, ...words, ...place)] : [],
  );
  return named.length > 0 ? named : [keyOf('row', ...cells.map((_, place) => textAt(cells, place)))];
}

const textAt = (cells: readonly Entry[], place: number): string => String(cells[place]?.value ?? '').trim();

/** Sentences for the report of a tab. */
export function countedNote({ prices, quantities }: Counted): string | undefined {
  const of = (count: number, one: string, many: string) =>
    count === 1 ? `1 cell ${one} was` : `${count} cells ${many} were`;
  const notes = [
    ...(prices > 0
      ? [
          `${of(prices, 'that says a change such as +5 %', 'that say a change such as +5 %')} counted at an earlier sync, and not again. Type the price, or another change.`,
        ]
      : []),
    ...(quantities > 0
      ? [
          `${of(quantities, 'that says a number to add', 'that say a number to add')} added at an earlier sync, and not again. To add it once more, sync the file with an empty cell first; or type another number.`,
        ]
      : []),
  ];
  return notes.length > 0 ? notes.join(' ') : undefined;
}
