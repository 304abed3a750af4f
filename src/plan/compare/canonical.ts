import { CELL_KINDS } from '../../catalog/columns/cell-kinds';
import { columnOf, type FieldKey } from '../../catalog/columns/columns';
import type { Cell } from '../../catalog/values/cell';
import type { FieldValue } from '../../catalog/values/field-value';
import { hashText } from './hash-text';

/** Texts beyond this are remembered as a hash: a state tab of a large catalog must stay small. */
const LONGEST_KEPT = 200;

/** The form in which a field's values are compared and remembered; '' is unset. */
export function canonical(key: FieldKey, value: FieldValue | null | undefined): string {
  if (value === null || value === undefined) return '';
  const text = CELL_KINDS[columnOf(key).kind].canonical(value);
  return text.length > LONGEST_KEPT && key !== 'tags' ? `#${text.length}:${hashText(text)}` : text;
}

/** What a cell asks for in canonical form; undefined where it asks for nothing. */
export function canonicalCell(key: FieldKey, cell: Cell<FieldValue>): string | undefined {
  if (cell.kind === 'value') return canonical(key, cell.value);
  return cell.kind === 'clear' ? '' : undefined;
}
