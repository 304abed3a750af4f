import type { FieldValue, ParseContext } from '../catalog/cell-kinds';
import { cellOfValue } from '../catalog/cell-of-value';
import type { FieldKey } from '../catalog/columns';
import { least, most } from '../catalog/extremes';
import { type LayoutColumn, readsText, type TabLayout } from '../catalog/layout';
import { type ParsedRow, parseRows, saidByText } from '../catalog/parse-rows';
import type { RowRef } from '../catalog/row';
import { canonical, canonicalCell } from '../plan/canonical';
import type { PutOutcome } from '../plan/kept-cells';
import type { OpenRun } from './open-run';
import type { Outside } from './outside';
import { parseContext, type TabInRun } from './read-catalog';
import { findCells } from './row-finder';

/** A cell of the merchant's that is to hold a value of Shopify's. */
export interface PutCell {
  readonly ref: RowRef;
  /** The header as it stands in the sheet. */
  readonly column: string;
  /** What it says, in canonical form. */
  readonly sheet: string;
  readonly to: FieldValue | null;
}

/**
 * Puts Shopify's values into cells, because a person asked for it. Cells that were edited meanwhile, or are not found
 * again, are spared and missing from the answer.
 */
export function putInSheet<Cell extends PutCell>(
  outside: Outside,
  { tabs, shop }: Pick<OpenRun, 'tabs' | 'shop'>,
  cells: readonly Cell[],
): ReadonlyMap<Cell, PutOutcome> {
  const { sheets } = outside;
  const outcomes = new Map<Cell, PutOutcome>();
  for (const tab of tabs) {
    const own = cells.filter(({ ref }) => ref.sheetId === tab.sheetId);
    if (own.length === 0) continue;
    const wanted = own.map(({ ref }) => ref.row);
    const { layout, places } = findCells(sheets, tab.sheetId, tab.layout, tab.identities, wanted);
    const found = new Map<Cell, Place>();
    for (const cell of own) {
      const row = places.get(cell.ref.row);
      const column = layout.columns.find(({ header }) => isSameHeader(header, cell.column));
      if (row !== undefined && column) found.set(cell, { row, column });
    }
    if (found.size === 0) continue;
    const context = parseContext(outside, shop);
    const read = () => readCells(sheets, { ...tab, layout }, [...found.values()], context);
    const before = read();
    const free = [...found].filter(([cell, place]) => before(place) === cell.sheet);
    const asked = new Map(
      free.flatMap(([cell, { row, column }]) => {
        const value = cellOfValue(column.column, cell.to);
        const asText = readsText(column);
        const isSaid = !asText || value === '' || saysAgain(cell, column, String(value), context);
        return isSaid ? [[cell, { row, index: column.index, value, asText }] as const] : [];
      }),
    );
    const written = new Set(sheets.writeCells(tab.sheetId, [...asked.values()]));
    const after = read();
    for (const [cell, place] of free) {
      const put = asked.get(cell);
      if (!put) outcomes.set(cell, 'unsayable');
      else outcomes.set(cell, written.has(put) ? { says: after(place) ?? null } : 'left');
    }
  }
  return outcomes;
}

/** Whether a cell that holds a value as text would ask for the same value. */
function saysAgain({ to }: PutCell, column: LayoutColumn, text: string, context: ParseContext): boolean {
  const key = column.column.key as FieldKey;
  if (column.column.kind === 'category') return true;
  const said = saidByText(column, text, context);
  return said !== undefined && canonical(key, said) === canonical(key, to);
}

interface Place {
  readonly row: number;
  readonly column: LayoutColumn;
}

/** Answers what a cell says now, in canonical form; undefined where it asks for nothing or cannot be read. */
function readCells(
  sheets: Outside['sheets'],
  { sheetId, name, layout }: Pick<TabInRun, 'sheetId' | 'name'> & { readonly layout: TabLayout },
  places: readonly Place[],
  context: ReturnType<typeof parseContext>,
): (place: Place) => string | undefined {
  const rows = places.map(({ row }) => row);
  const firstRow = least(rows);
  const grid = sheets.readGrid(sheetId, layout, { firstRow, rowCount: most(rows) - firstRow + 1 });
  const parsed = parseRows({ sheetId, tab: name, layout, rows: grid.rows }, context).rows;
  const byRow = new Map(parsed.map((row) => [row.ref.row, row]));
  return ({ row, column }) => sayOf(byRow.get(row), column);
}

function sayOf(row: ParsedRow | undefined, { column, header, location }: LayoutColumn): string | undefined {
  const key = column.key as FieldKey;
  const cell =
    location === undefined ? row?.cells[key] : row?.located.find((one) => one.column.header === header)?.cell;
  return cell && canonicalCell(key, cell);
}

function isSameHeader(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
