import { refusesFormulas } from '../../catalog/tab/layout';
import type { RawCell } from '../../catalog/values/cell';
import type { RowOutcome } from '../../plan/model/row-outcome';
import type { AppliedCell } from '../../plan/model/sync-plan';
import { signed } from '../../plan/stock/adjustment';
import type { SeenPlace } from '../../ports/tabs';
import type { Services } from '../ground/services';
import type { TabInRun } from '../tabs/read-catalog';
import { findCells, identitiesOf, seenOf, spanOf } from '../tabs/row-finder';
import type { Execution, OpenRun } from './execution';

/**
 * Empties Adjust cells whose number was added, as long as they hold it. What was added is remembered beforehand, so that
 * a cell that cannot be emptied does not ask for it again. Answers outcomes for the rows of such cells.
 */
export function clearAdjustCells(
  { services, open: { tabs, state } }: Execution,
  cells: readonly AppliedCell[],
): RowOutcome[] {
  const outcomes: RowOutcome[] = [];
  for (const tab of tabs) {
    const own = cells.filter(({ ref }) => ref.sheetId === tab.sheetId);
    if (own.length === 0) continue;
    const found = appliedCells(services.tabs, tab, own);
    const emptied = new Set(
      services.cells.empty(
        tab.sheetId,
        [...found.values()].filter(({ holds }) => holds),
      ),
    );
    const isEmpty = (cell: AppliedCell) => {
      const place = found.get(cell);
      return place !== undefined && (emptied.has(place) || place.isBlank);
    };
    for (const cell of own.filter(isEmpty)) markEmptied(cell, state);
    for (const cell of own) if (found.get(cell)?.holds && !isEmpty(cell)) outcomes.push(stillFilled(cell));
  }
  return outcomes;
}

interface FoundCell extends SeenPlace {
  /** Whether it still holds the number that was applied, as typed. */
  readonly holds: boolean;
  readonly isBlank: boolean;
}

/** Finds where the cells are now and what they hold; one that was edited meanwhile is left to the merchant. */
function appliedCells(
  inSheet: Services['tabs'],
  { sheetId, layout, identities }: TabInRun,
  cells: readonly AppliedCell[],
): ReadonlyMap<AppliedCell, FoundCell> {
  const wanted = cells.map(({ ref }) => ref.row);
  const { layout: layoutNow, places } = findCells(inSheet, sheetId, layout, identities, wanted);
  const rows = [...places.values()];
  const columns = layoutNow.columns.filter((each) => refusesFormulas(each) || each.column.identifies);
  const found = new Map<AppliedCell, FoundCell>();
  if (rows.length === 0 || columns.length === 0) return found;
  const read = { ...layoutNow, headless: [], columns };
  const grid = inSheet.read(sheetId, read, spanOf(rows));
  const byRow = new Map(grid.rows.map((row) => [row.row, row]));
  const names = identitiesOf(grid.rows, read);
  for (const cell of cells) {
    const row = places.get(cell.ref.row);
    const position = columns.findIndex(({ header }) => header === cell.column);
    const column = columns[position];
    if (row === undefined || !column || names.get(row) !== identities.get(cell.ref.row)) continue;
    const now: RawCell = byRow.get(row)?.cells[position] ?? '';
    const isFormula = byRow.get(row)?.formulas?.includes(position) ?? false;
    found.set(cell, {
      row,
      index: column.index,
      seen: seenOf(byRow.get(row), read, column),
      holds: !isFormula && String(now).trim() !== '' && Number(now) === cell.delta,
      isBlank: now === '',
    });
  }
  return found;
}

function markEmptied({ variantId, key, delta }: AppliedCell, { base, remember }: OpenRun['state']): void {
  const known = base.variant(variantId);
  if (known?.stockNotes?.[key]?.delta !== delta) return;
  const note = { kind: 'applied', delta, isEmptied: true } as const;
  remember([{ ...known, stockNotes: { ...known.stockNotes, [key]: note } }]);
}

function stillFilled({ ref, column, delta }: AppliedCell): RowOutcome {
  return {
    ref,
    status: 'unchanged',
    message: `${column} could not be emptied: empty it yourself. Its ${signed(delta)} is not added again.`,
  };
}
