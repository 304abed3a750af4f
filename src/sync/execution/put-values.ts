import { cellsOf, describeRow } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { kindOf } from '../../plan/action-kinds';
import { canonical } from '../../plan/compare/canonical';
import { editKey } from '../../plan/compare/count-edits';
import type { PutOutcome } from '../../plan/compare/kept-cells';
import { withRowsInError } from '../../plan/kept-in-error';
import type { SyncAction } from '../../plan/model/action';
import type { KeptCell } from '../../plan/model/kept-cell';
import { target } from '../../plan/model/replaced-value';
import type { RowOutcome } from '../../plan/model/row-outcome';
import type { Services } from '../ground/services';
import type { Execution, Opened } from './execution';
import { type PutCell, putInSheet } from './put-in-sheet';

/**
 * Writes all cells of one value or none: two that say different things would be refused, and emptying one of them would
 * send the other.
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
function turnedRound(cell: KeptCell): KeptCell & PutCell {
  const { words, store, sheet, from, to, edit } = cell;
  if (edit) return { ...cell, from: to, to: edit.source, sheet: store, says: edit.text };
  const back = { from: to, to: from, words: words && (sheet ?? undefined) };
  return { ...cell, ...back, sheet: store === '' ? null : (words ?? store) };
}

/**
 * Writes the results of edits such as `+5 %` into their cells, before they are sent: from then on a cell asks for one
 * price, and neither a kill nor a second try can apply the edit again. A result that no cell took is not sent.
 */
export function writeCounted(
  { services, open }: Pick<Execution, 'services' | 'open'>,
  actions: readonly SyncAction[],
): { readonly actions: readonly SyncAction[]; readonly outcomes: readonly RowOutcome[] } {
  const cells = withRowsInError(actions.flatMap(countedCells), { ...open, base: open.state.base });
  if (cells.length === 0) return { actions, outcomes: [] };
  const put = putValues(services, open, cells);
  const left = new Set<string>();
  const outcomes: RowOutcome[] = [];
  for (const [question, own] of groupBy(cells, (cell) => cell.question)) {
    const isHeld = own.every((cell) => {
      const outcome = put.get(cell);
      return typeof outcome === 'object' && !outcome.isOther;
    });
    const [first] = own as [KeptCell];
    if (isHeld) open.counted.set(question, first.to as string);
    else {
      left.add(target(first.id, first.value as 'price'));
      const isUnable = (cell: KeptCell) => typeof put.get(cell) !== 'object' && put.get(cell) !== 'beside';
      const unable = own.find(isUnable);
      for (const cell of own) {
        const { ref, column, id } = cell;
        const other = isUnable(cell) ? undefined : unable;
        const message = other
          ? notWritten(
              column,
              `${other.column} in ${describeRow(other.ref, ref)}, which says the same,`,
              ' into both',
            )
          : notWritten(column, 'its cell');
        outcomes.push({ ref, status: 'error', message, shopifyId: id, about: column });
      }
    }
  }
  const isWanted = (piece: { readonly target: string }) => !left.has(piece.target);
  return {
    outcomes,
    actions:
      left.size === 0 ? actions : actions.flatMap((action) => kindOf(action).withPieces(action, isWanted)),
  };
}

function notWritten(column: string, cell: string, both = ''): string {
  return `${column} was not changed: ${cell} could not take the new price (a formula, a protected cell, or an edit meanwhile). Type the price itself${both}.`;
}

function countedCells(action: SyncAction): KeptCell[] {
  return kindOf(action)
    .fields(action)
    .flatMap(({ id, changes }) =>
      changes.flatMap((change) => {
        const { key, counted, to } = change;
        if (!id || !counted) return [];
        const known = {
          question: editKey(id, key, counted.text),
          id,
          value: key,
          field: key,
          to,
          from: counted.source,
          sheet: counted.text,
          store: canonical(key, to),
          edit: counted,
        };
        return cellsOf(change).map((place) => ({ ...known, ...place }));
      }),
    );
}
