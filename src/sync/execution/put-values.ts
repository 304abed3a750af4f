import { groupBy } from '../../catalog/values/arrays';
import type { PutOutcome } from '../../plan/compare/kept-cells';
import type { KeptCell } from '../../plan/model/kept-cell';
import type { Services } from '../ground/services';
import type { Opened } from './execution';
import { putInSheet } from './put-in-sheet';

/**
 * Writes all cells of one value or none: two that say different things would be refused, and whoever empties one of
 * them would send the other.
 */
export function putValues<Cell extends KeptCell>(
  services: Services,
  open: Pick<Opened, 'tabs' | 'shop'>,
  cells: readonly Cell[],
): ReadonlyMap<Cell, PutOutcome> {
  const put = new Map(putInSheet(services, open, cells));
  const isWritten = (cell: Cell) => typeof put.get(cell) === 'object';
  const halves = [...groupBy(cells, ({ question }) => question).values()]
    .filter((own) => !own.every(isWritten))
    .flatMap((own) => own.filter(isWritten));
  putInSheet(services, open, halves.map(turnedRound));
  for (const cell of halves) put.set(cell, 'beside');
  return put;
}

/** The cell with its old value in it again. */
function turnedRound(cell: KeptCell): KeptCell {
  const { words, store, sheet, from, to } = cell;
  const back = { from: to, to: from, words: words && (sheet ?? undefined) };
  return { ...cell, ...back, sheet: store === '' ? null : (words ?? store) };
}
