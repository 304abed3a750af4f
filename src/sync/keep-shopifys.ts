import { type KeptCell, keptOutcome, keptRecord } from '../plan/kept-cells';
import type { OpenRun } from './open-run';
import type { Outside } from './outside';
import { putInSheet } from './put-in-sheet';
import type { StatusBoard } from './status-board';

/**
 * Puts Shopify's values into the cells for which a person chose that side, and says so on their rows. At the end of a
 * run, because what was read of the sheet is out of date then. Killed in between, the next run finds both sides equal.
 */
export function keepShopifys(
  outside: Outside,
  open: OpenRun,
  cells: readonly KeptCell[],
  board: StatusBoard,
): void {
  if (cells.length === 0) return;
  const { state } = open;
  for (const [cell, put] of putInSheet(outside, open, cells)) {
    const record = keptRecord(cell, put, state.base);
    if (record) state.remember([record]);
    board.add([keptOutcome(cell, put)]);
    board.settle([cell.ref]);
  }
}
