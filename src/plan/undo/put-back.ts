import { groupBy } from '../../catalog/values/arrays';
import { cellsNow } from '../identity/current-cells';
import type { Base, BaseRecord } from '../model/base';
import type { KeptCell } from '../model/kept-cell';
import type { UndoableRun } from './logged-runs';
import { deletionCells, type PutBackContext } from './put-back-items';
import { replacedKindOf } from './replaced-kinds';
import { listCells } from './undo-values';

/**
 * Cells that still say what an undone run sent, so that they are held, with the old values that are in Shopify again.
 * A cell that was edited since, or that another run wrote, is its author's.
 */
export function putBackCells(undoable: UndoableRun, context: PutBackContext): KeptCell[] {
  const { desired, base, policy, shop } = context;
  const within = { ...context, cells: cellsNow(desired, base, policy, shop).cells };
  const found = [
    ...[...undoable.values.values()].flatMap((replaced) => replacedKindOf(replaced).cells(replaced, within)),
    ...[...undoable.tags.values()].flatMap((replaced) => listCells(replaced, within)),
  ];
  const asking = undoable.deleted.flatMap((deleted) => deletionCells(deleted, context));
  return [...found, ...asking].sort(
    (a, b) => Number(a.ref.sheetId) - Number(b.ref.sheetId) || a.ref.row - b.ref.row,
  );
}

/** With their old values in them nothing of these cells is undone any more. */
export function withoutMarks(cells: readonly KeptCell[], base: Base): BaseRecord[] {
  return [...groupBy(cells, ({ id }) => id)].flatMap(([id, own]) => {
    const known = base.undone().get(id);
    const isLeft = (key: string) => own.every(({ value }) => value !== key);
    const values = Object.entries(known?.values ?? {}).filter(([key]) => isLeft(key));
    return known ? [{ ...known, values: Object.fromEntries(values) }] : [];
  });
}
