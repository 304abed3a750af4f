import type { FieldValue } from '../catalog/cell-kinds';
import type { FieldChange } from './action';

/** A value as a merchant would write it. */
export function show(value: FieldValue | null): string {
  if (value === null || value === '') return '(empty)';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') {
    return 'unit' in value
      ? `${value.value} ${UNIT_WORDS[value.unit]}`
      : value.length
        ? value.join(', ')
        : '(empty)';
  }
  const text = String(value);
  return text.length > 40 ? `“${text.slice(0, 37).trim()}…”` : text;
}

const UNIT_WORDS = { GRAMS: 'g', KILOGRAMS: 'kg', OUNCES: 'oz', POUNDS: 'lb' } as const;

/** `Price 10.00 → 12.00` */
export function describeChange({
  column,
  from,
  to,
  key,
}: Pick<FieldChange, 'column' | 'from' | 'to' | 'key'>): string {
  return key === 'descriptionHtml' ? column : `${column} ${show(from)} → ${show(to)}`;
}
