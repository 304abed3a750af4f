import type { GridRow } from '../../catalog/tab/grid';
import { HEADER_SEARCH_ROWS, recogniseTab } from '../../catalog/tab/layout';
import type { LayoutColumn, TabLayout, TabRecognition } from '../../catalog/tab/tab-layout';
import { groupBy, least, most } from '../../catalog/values/arrays';
import type { RowSpan, SeenCell, Tabs } from '../../ports/tabs';

/** The layout of a tab as its header row is now. */
export function recogniseNow(tabs: Pick<Tabs, 'readTop'>, sheetId: number): TabRecognition {
  return recogniseTab(tabs.readTop(sheetId, HEADER_SEARCH_ROWS));
}

/** Meaning of each row, by its 1-based number. */
export type RowIdentities = ReadonlyMap<number, string>;

/**
 * Identifies rows by the cells that say which item a row means: a price that was edited meanwhile does not make it
 * another row. Rows without any such cell are left out, because nothing distinguishes them.
 */
export function identitiesOf(rows: readonly GridRow[], layout: TabLayout): Map<number, string> {
  const positions = layout.columns.flatMap(({ column }, position) => (column.identifies ? [position] : []));
  const identities = new Map<number, string>();
  for (const { row, cells, texts } of rows) {
    if (positions.every((position) => (cells[position] ?? '') === '')) continue;
    identities.set(
      row,
      positions.map((position) => texts[position] || JSON.stringify(cells[position] ?? '')).join('\n'),
    );
  }
  return identities;
}

/** The header of a cell, what names its row, and itself: nothing is written where one of them changed. */
export function seenOf(
  raw: GridRow | undefined,
  { headerRow, columns }: TabLayout,
  { index: own, header }: Pick<LayoutColumn, 'index' | 'header'>,
): readonly SeenCell[] {
  return [
    { row: headerRow, index: own, says: header },
    ...columns.flatMap(({ column, index }, position) =>
      raw && (column.identifies || index === own)
        ? [{ row: raw.row, index, says: raw.cells[position] ?? '' }]
        : [],
    ),
  ];
}

type ReadTabs = Pick<Tabs, 'list' | 'read' | 'readTop'>;

/**
 * Finds rows that moved since the run began: people sort, insert and delete while a sync runs, and
 * no answer may end up next to another row. Rows that cannot be told apart any more are left out.
 */
export function findRows(
  tabs: ReadTabs,
  sheetId: number,
  layout: TabLayout,
  before: RowIdentities,
  wanted: readonly number[],
): FoundRows {
  const nowhere = { layout, places: new Map<number, number>() };
  if (wanted.length === 0 || !tabs.list().some((tab) => tab.sheetId === sheetId)) return nowhere;
  const around = readIdentities(tabs, sheetId, layout, spanOf(wanted));
  if (wanted.every((row) => around.get(row) === before.get(row))) {
    return { layout, places: new Map(wanted.map((row) => [row, row])) };
  }
  const recognition = recogniseNow(tabs, sheetId);
  if (recognition.kind === 'ignored') return nowhere;
  const now = readIdentities(tabs, sheetId, recognition.layout);
  return { layout: recognition.layout, places: locator(now)(wanted, before) };
}

/** The same, with the header row as it is now: a column that is inserted leaves the rows as they were. */
export function findCells(...asked: Parameters<typeof findRows>): FoundRows {
  const [tabs, sheetId, layout] = asked;
  const found = findRows(...asked);
  if (found.places.size === 0 || found.layout !== layout) return found;
  const recognition = recogniseNow(tabs, sheetId);
  return recognition.kind === 'ignored'
    ? { layout, places: new Map() }
    : { ...found, layout: recognition.layout };
}

export interface FoundRows {
  /** As the header row stands now. */
  readonly layout: TabLayout;
  /** Present number of each row; without those that were not found. */
  readonly places: ReadonlyMap<number, number>;
}

/** Tells where rows stand now. The n-th of several equal rows is still the n-th, as long as there are as many of them. */
export function locator(
  now: RowIdentities,
): (wanted: readonly number[], before: RowIdentities) => ReadonlyMap<number, number> {
  const currently = rowsByIdentity(now);
  return (wanted, before) => {
    const formerly = rowsByIdentity(before);
    // Counted once: all rows of a tab may mean the same item.
    const ordinals = new Map(
      [...formerly.values()].flatMap((rows) => rows.map((row, index) => [row, index])),
    );
    const found = new Map<number, number>();
    for (const row of wanted) {
      const identity = before.get(row);
      const [then, today] = [formerly.get(identity ?? '') ?? [], currently.get(identity ?? '') ?? []];
      const place = today[ordinals.get(row) ?? -1];
      if (then.length === today.length && place !== undefined) found.set(row, place);
    }
    return found;
  };
}

function readIdentities(tabs: ReadTabs, sheetId: number, layout: TabLayout, within?: RowSpan): RowIdentities {
  const identity = namesOnly(layout);
  return identitiesOf(tabs.read(sheetId, identity, within).rows, identity);
}

function namesOnly(layout: TabLayout): TabLayout {
  return { ...layout, headless: [], columns: layout.columns.filter(({ column }) => column.identifies) };
}

/** The rows from the first to the last of these, which are one at least. */
export function spanOf(rows: readonly number[]): RowSpan {
  const firstRow = least(rows);
  return { firstRow, rowCount: most(rows) - firstRow + 1 };
}

function rowsByIdentity(identities: RowIdentities): ReadonlyMap<string, readonly number[]> {
  return groupBy(identities.keys(), (row) => identities.get(row) ?? '');
}
