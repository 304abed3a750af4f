import type { RowRef } from '../../catalog/tab/row';
import { pairOf } from '../compare/pairs';
import { itemOf } from '../compare/undone-marks';
import type { Base } from '../model/base';
import { type Replaced, targetOf, valueKey } from '../model/replaced-value';
import type { CellsNow } from './current-cells';

/** Where a replaced value belongs in the sheet of today. */
export interface UndoPlace {
  readonly ref: RowRef;
  readonly column: string;
  /** What the cell says, or said at the last sync where it is gone; canonical, null where it is blank. */
  readonly sheet: string | null;
}

export function placeOf(replaced: Replaced, { cells, rows }: CellsNow, base: Base): UndoPlace {
  const cell = cells.get(targetOf(replaced));
  return {
    ref: cell?.ref ?? rows.get(replaced.id) ?? nowhere(replaced.ref),
    column: cell?.column ?? replaced.column,
    sheet: cell ? cell.sheet : (pairOf(itemOf(replaced.id, base), valueKey(replaced))?.[0] ?? null),
  };
}

/**
 * A row that the sheet no longer has. It keeps its number for whoever reads the answer, in a tab that is none, because
 * beside the row with that number a stranger may stand today.
 */
export function nowhere(ref: RowRef): RowRef {
  return { ...ref, sheetId: -1 - Math.abs(ref.sheetId) };
}
