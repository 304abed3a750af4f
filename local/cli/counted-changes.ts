import type { TabLayout } from '../../src/catalog/tab/tab-layout';
import type { Entry } from '../apps-script/workbook/typed-text';
import type { Sheet } from '../apps-script/workbook/workbook';

/** Cell of a file that asked for a change such as `+5 %`, and where it was put. */
export interface ImportedChange {
  readonly column: string;
  readonly text: string;
  /** All that its row may be known by the next time. */
  readonly names: readonly string[];
  /** 1-based, in the tab. */
  readonly row: number;
  readonly place: number;
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
  const known = byName(before?.changes ?? []);
  const changes: ImportedChange[] = [];
  let counted = 0;
  const settled = rows.map((cells, index) => {
    if (index < layout.headerRow) return cells;
    const asked = edited.filter((each) => CHANGE.test(textAt(cells, each.index)));
    if (asked.length === 0) return cells;
    const names = namesOf(cells, layout);
    const replaced = new Map<number, Entry>();
    for (const { column, index: place } of asked) {
      const change = { column: column.key, text: textAt(cells, place), names, row: index + 1, place };
      changes.push(change);
      const result = before && resultOf(known, change, before.sheet);
      if (result) replaced.set(place, result);
    }
    counted += replaced.size;
    return cells.map((cell, place) => replaced.get(place) ?? cell);
  });
  return { rows: settled, changes, counted };
}

/** Undefined where the change is new, or still stands in its cell because it was held or refused. */
function resultOf(
  known: ReadonlyMap<string, ImportedChange>,
  { column, text, names }: ImportedChange,
  sheet: Sheet,
): Entry | undefined {
  const same = names.map((name) => known.get(keyOf(column, text, name))).find(Boolean);
  const value = same && sheet.rows[same.row - 1]?.[same.place];
  if (value === undefined || value === '' || String(value) === text) return undefined;
  return { value, ...(typeof value === 'string' && { numberFormat: '@' }) };
}

function byName(changes: readonly ImportedChange[]): ReadonlyMap<string, ImportedChange> {
  return new Map(
    changes.flatMap((change) =>
      change.names.map((name) => [keyOf(change.column, change.text, name), change] as const),
    ),
  );
}

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
