import { cellKind } from '../../catalog/columns/cell-kinds';
import { type ColumnKey, columnOf } from '../../catalog/columns/columns';
import { type Cell, type FieldValue, hasValue } from '../../catalog/values/cell';
import { gidOf } from '../../catalog/values/gid';

/** Texts longer than this many characters are remembered as a hash: the state tab of a large catalog must stay small. */
const LONGEST_KEPT = 200;

/** The form in which a field's values are compared and remembered; '' is unset. */
export function canonical(key: ColumnKey, value: FieldValue | null | undefined): string {
  if (value === null || value === undefined) return '';
  const { kind, mergesWithStore } = columnOf(key);
  const text = cellKind(kind).canonical(value);
  return text.length > LONGEST_KEPT && !mergesWithStore ? `#${text.length}:${hashText(text)}` : text;
}

/** The value that a cell asks for, in canonical form; undefined where it asks for nothing. */
export function canonicalCell(key: ColumnKey, cell: Cell<FieldValue>): string | undefined {
  if (hasValue(cell)) return canonical(key, cell.value);
  // Different from any value, so that it is never mistaken for one that was synced.
  if (cell.kind === 'edit') return `±${cell.edit.text}`;
  return cell.kind === 'clear' ? '' : undefined;
}

/**
 * The ID that a category cell holds itself, as Shopify writes it (`aa-1-13`) or whole; undefined for a name.
 * Source: https://shopify.github.io/product-taxonomy (category ids)
 */
export function categoryIdOf(text: string): string | undefined {
  const id = text.trim().replace(/^gid:\/\/shopify\/TaxonomyCategory\//, '');
  return /^[a-z]{2}(-\d+)*$/.test(id) ? gidOf('TaxonomyCategory', id) : undefined;
}

/** FNV-1a over two lanes, 64 bits: only to notice that a long text changed, not for secrets. */
export function hashText(text: string): string {
  // Looked up once: it is asked for with every character.
  const { imul } = Math;
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = imul(low ^ code, 0x01000193);
    high = imul(high ^ code ^ (low >>> 16), 0x85ebca6b);
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36);
}
