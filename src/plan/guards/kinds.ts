import type { CellKind } from '../../catalog/columns/cell-kind';
import { cellKind } from '../../catalog/columns/cell-kinds';
import { type Column, fieldNamed } from '../../catalog/columns/columns';

/** The kind of cell of a piece's field; undefined where the piece has no field. */
export function cellKindOf(kind: string): CellKind | undefined {
  const field = fieldNamed(kind);
  return field && cellKind(field.kind);
}

export function isMoney(kind: string): boolean {
  return cellKindOf(kind)?.isMoney === true;
}

/** The fields of the price and its compare-at price, given one of them. */
export function soldAt(kind: string): Column['soldAt'] {
  return fieldNamed(kind)?.soldAt;
}

/** The quantity fields of one price list, given one of them. */
export function orderedAs(kind: string): Column['orderedAs'] {
  return fieldNamed(kind)?.orderedAs;
}

/** Whether customers see an item, or can buy it, by this column. */
export function decidesSale(kind: string): boolean {
  return fieldNamed(kind)?.decidesSale === true;
}

/** Whether values in this column should be unique among items. */
export function tellsItemsApart(kind: string): boolean {
  return fieldNamed(kind)?.isUnique === true;
}

/** Whether a column has only two or three usual values, so that equal values do not show where they were copied from. */
export function hasFewValues(kind: string): boolean {
  return kind === 'adjustment' || cellKindOf(kind)?.hasFewValues === true;
}

/** Whether the column puts the values of an option in order. */
export function ordersValues(kind: string): boolean {
  return fieldNamed(kind)?.orders !== undefined;
}

export function isNumeric(kind: string): boolean {
  return kind === 'stock' || cellKindOf(kind)?.isNumeric === true;
}
