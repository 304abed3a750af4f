import type { DesiredValue } from '../../catalog/building/desired';
import type { CellKind } from '../../catalog/columns/cell-kind';
import { CELL_KINDS } from '../../catalog/columns/cell-kinds';
import { columnOf, type FieldKey } from '../../catalog/columns/columns';
import { cellsOf } from '../../catalog/tab/row';
import type { FieldValue } from '../../catalog/values/cell';
import { editedValue } from '../../catalog/values/edits';
import type { FieldChange } from '../model/action';
import type { StoreSnapshot } from '../model/snapshot';
import { categoryIdOf } from './canonical';

/** Place of a change, and what is to be said of its value. */
export function placeOf(value: DesiredValue): Pick<FieldChange, 'ref' | 'column' | 'also' | 'doubt'> {
  const [{ ref, column }, ...also] = cellsOf(value);
  const { cell } = value;
  return {
    ref,
    column,
    ...(also.length > 0 && { also }),
    ...('doubt' in cell && cell.doubt && { doubt: cell.doubt }),
  };
}

/** Says in our words what Shopify would refuse. */
export function refusalOf({ key, from, to, column }: FieldChange): string | undefined {
  const kind: CellKind = CELL_KINDS[columnOf(key).kind];
  const why = to === null ? undefined : kind.refuses?.(to, from);
  return why && `${column} “${to}” ${why}.`;
}

/** The value to send: the cell's, null for `[clear]`, and for a category its id. Undefined: it cannot be told. */
export function resolveValue(
  key: FieldKey,
  { cell }: DesiredValue,
  snapshot: StoreSnapshot,
): FieldValue | null | undefined {
  if (cell.kind === 'clear') return null;
  if (cell.kind === 'edit') {
    const first = editedValue(cell.edit, null);
    return typeof first === 'object' && 'problem' in first ? undefined : first;
  }
  if (cell.kind !== 'value') return undefined;
  if (!columnOf(key).resolvedBy) return cell.value;
  const name = String(cell.value);
  return categoryIdOf(name) ?? snapshot.categoryIds.get(name) ?? undefined;
}

export function unresolvedMessage({ column, cell }: DesiredValue): string {
  const name = cell.kind === 'value' ? String(cell.value) : '';
  return `${column} “${name}” is not in Shopify's product taxonomy, so it was left alone. Copy the full name from Shopify admin.`;
}
