import type { RawCell } from '../../catalog/values/cell';

/**
 * A value of `Range.getValues()` as the catalog knows it. Dates are told by their tag, because `instanceof` fails for
 * values of another realm. Anything else that is no plain value (an image in a cell) counts as an empty cell.
 * Source: https://developers.google.com/apps-script/reference/spreadsheet/range#getvalues
 */
export function rawCell(value: unknown): RawCell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return isDate(value) ? { date: value.toISOString() } : '';
}

export function isDate(value: unknown): value is Date {
  // Asked of every cell, so what is no object is told first.
  return typeof value === 'object' && Object.prototype.toString.call(value) === '[object Date]';
}
