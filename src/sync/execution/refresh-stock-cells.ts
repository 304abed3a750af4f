import type { DesiredCatalog } from '../../catalog/building/desired';
import { rowKey } from '../../catalog/tab/row';
import type { InventoryItemId } from '../../catalog/values/gid';
import type { RowOutcome } from '../../plan/model/row-outcome';
import {
  finishRefresh,
  keepNotes,
  keptRecords,
  levelsInStep,
  movedLevels,
  type RefreshedLevel,
  type StockCell,
  type StockContext,
  sheetLevels,
} from '../../plan/stock/refresh-levels';
import type { NumberCell } from '../../ports/tabs';
import type { Services } from '../ground/services';
import { loadSettings } from '../ground/settings';
import type { State } from '../memory/state-tab';
import { findCells, readNames } from '../tabs/row-finder';
import type { Execution, OpenRun } from './execution';

/**
 * Read and written at once: many, because one call writes all cells that take the same number, and few enough that a
 * request to stop is soon noticed.
 */
const ITEMS_PER_WAVE = 4_000;

const NEXT_ITEM = 'keep-stock-next';

/**
 * Puts Shopify's numbers into the stock cells in which nobody's edit waits, where a person asked for it; answers what
 * each cell that it wrote means for its row. Before each wave it is noted what is about to be written, so that a kill
 * in between leaves no number that the next run would take for the merchant's: see `finishRefresh`. Items that no
 * time was left for come first in the next run.
 */
export function refreshStockCells({ services, open, stopCheck }: Execution): RowOutcome[] {
  const { settings } = services;
  if (!loadSettings(settings).keepStock || !open.policy.groups.includes('inventory')) return [];
  const { state, desired, store } = open;
  const levels = levelsInStep(sheetLevels(desired, { base: state.base, ...open }), state.base);
  const items = fromItem(
    [...new Set(levels.map(({ inventoryItemId }) => inventoryItemId))],
    settings.load(NEXT_ITEM),
  );
  const outcomes: RowOutcome[] = [];
  for (let first = 0; first < items.length; first += ITEMS_PER_WAVE) {
    const wave = new Set(items.slice(first, first + ITEMS_PER_WAVE));
    const now = stopCheck() ? undefined : store.fetchLevels([...wave]);
    if (!now?.ok) {
      settings.save(NEXT_ITEM, items[first] as InventoryItemId);
      return outcomes;
    }
    const own = levels.filter(({ inventoryItemId }) => wave.has(inventoryItemId));
    const moved = movedLevels(own, now.value, state.base);
    if (moved.length > 0) outcomes.push(...writeLevels(services, open, moved).flatMap(outcomesOf));
  }
  settings.remove(NEXT_ITEM);
  return outcomes;
}

/** Finds out from the cells which of Shopify's numbers an execution that was killed still wrote. */
export function finishRefreshedStock(
  state: State,
  desired: DesiredCatalog,
  context: Omit<StockContext, 'base'>,
): void {
  if (state.keeping.length === 0) return;
  const levels = sheetLevels(desired, { base: state.base, ...context });
  const { notes, records } = finishRefresh(state.keeping, levels, state.base);
  state.saveKeeping(notes, records);
}

/** Answers the levels all of whose cells hold Shopify's number now. */
function writeLevels(services: Services, open: OpenRun, levels: readonly RefreshedLevel[]): RefreshedLevel[] {
  const { state } = open;
  const notes = keepNotes(levels);
  state.saveKeeping(notes, []);
  const written = writeCells(services, open, levels);
  const isWritten = (cell: StockCell) => written.has(keyOf(cell));
  const done = levels.filter(({ cells }) => cells.every(isWritten));
  // Two cells of one level that say different things would be refused on both rows.
  const halves = levels.filter((level) => !done.includes(level) && level.cells.some(isWritten));
  writeCells(
    services,
    open,
    halves.map((level) => ({
      ...level,
      from: level.to,
      to: level.from,
      cells: level.cells.filter(isWritten),
    })),
  );
  state.saveKeeping(
    notes.map(({ id }) => ({ id, levels: {} })),
    keptRecords(done, state.base),
  );
  return done;
}

/** Answers the keys of the cells that hold the new number now. */
function writeCells(services: Services, { tabs }: OpenRun, levels: readonly RefreshedLevel[]): Set<string> {
  const written = new Set<string>();
  for (const { sheetId, layout, identities } of tabs) {
    const wanted = levels.flatMap(({ cells, from, to }) =>
      cells
        .filter(({ ref }) => ref.sheetId === sheetId && identities.has(ref.row))
        .map((cell) => ({ cell, from, to })),
    );
    const rows = wanted.map(({ cell }) => cell.ref.row);
    const found = findCells(services.tabs, sheetId, layout, identities, rows);
    const places = new Map<NumberCell, StockCell>();
    if (found.places.size === 0) continue;
    const now = readNames(services.tabs, { sheetId, layout: found.layout }, [...found.places.values()]);
    for (const { cell, from, to } of wanted) {
      const row = found.places.get(cell.ref.row);
      const column = found.layout.columns.find(({ header }) => header === cell.column);
      if (row === undefined || !column) continue;
      if (now.identities.get(row) !== identities.get(cell.ref.row)) continue;
      places.set({ row, index: column.index, from, to, seen: now.seen(row, column) }, cell);
    }
    for (const place of services.cells.replaceNumbers(sheetId, [...places.keys()]))
      written.add(keyOf(places.get(place) as StockCell));
  }
  return written;
}

function keyOf({ ref, column }: StockCell): string {
  return `${rowKey(ref)}:${column}`;
}

function outcomesOf({ cells, from, to }: RefreshedLevel): RowOutcome[] {
  return cells.map(({ ref, column }) => ({
    ref,
    status: 'unchanged',
    message: `${column} ${from} → ${to}, from Shopify.`,
    about: column,
  }));
}

/** The same items in the same order, beginning with this one. */
function fromItem(items: readonly InventoryItemId[], first: string | undefined): InventoryItemId[] {
  const start = first === undefined ? 0 : Math.max(0, items.indexOf(first as InventoryItemId));
  return [...items.slice(start), ...items.slice(0, start)];
}
