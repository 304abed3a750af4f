import { asGone, type RowRef } from '../../catalog/tab/row';
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
    ref: cell?.ref ?? rows.get(replaced.id) ?? asGone(replaced.ref),
    column: cell?.column ?? replaced.column,
    sheet: cell ? cell.sheet : (pairOf(itemOf(replaced.id, base), valueKey(replaced))?.[0] ?? null),
  };
}
