import type { DesiredFields } from '../../catalog/building/desired';
import { fieldNamed } from '../../catalog/columns/columns';
import type { ChangedColumn, Evidence } from './evidence';
import { GUARD_LIMITS, isMany } from './limits';
import { cellText, type Source } from './own-fields';

/** Whether most cells of a column that do not change say what another column says of their item: then it is meant so. */
export function areAlike(column: ChangedColumn, source: Source, { input: { desired } }: Evidence): boolean {
  const own = fieldNamed(column.kind)?.key;
  const other = fieldNamed(source)?.key;
  if (!own || !other) return false;
  const changed = new Set(column.pieces.map(({ ref }) => ref.row));
  const rows = new Map<number, boolean>();
  const look = (fields: DesiredFields) => {
    const [cell, beside] = [fields[own], fields[other]];
    if (cell?.cell.kind !== 'value' || cell.ref.sheetId !== column.sheetId || changed.has(cell.ref.row))
      return;
    const isSame =
      beside?.cell.kind === 'value' && cellText(other, beside.cell.value) === cellText(own, cell.cell.value);
    rows.set(cell.ref.row, isSame);
  };
  for (const { fields, variants } of desired.products)
    for (const variant of variants.length > 0 ? variants : [{ fields: {} }])
      look({ ...fields, ...variant.fields });
  for (const { fields } of desired.variants) look(fields);
  return isMany([...rows.values()].filter(Boolean).length, rows.size, GUARD_LIMITS.alreadyAlike);
}
