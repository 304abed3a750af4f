import type { CellKind } from '../columns/cell-kind';
import { cellKind } from '../columns/cell-kinds';
import type { Column, ColumnKey } from '../columns/columns';
import { headerOf } from '../tab/layout';
import type { RowRef } from '../tab/row';
import type { LayoutColumn } from '../tab/tab-layout';
import { type Cell, type FieldValue, hasValue, UNSHOWN } from '../values/cell';
import type { ParsedRow, RowNote } from './parsed-row';

/** Message about a cell that holds something and asks for nothing. */
export function noteOn({ header }: LayoutColumn, cell: Cell<FieldValue> | string, ref: RowRef): RowNote[] {
  if (typeof cell === 'string' || cell.kind !== 'blank') return [];
  if (cell.left) return [{ ref, message: cell.left, isError: true }];
  const message = `${header} stays as Shopify has it: no cell could hold it, or give it back unchanged. See it in Shopify admin.`;
  return cell === UNSHOWN ? [{ ref, message }] : [];
}

interface CheckedCell {
  readonly key: ColumnKey;
  readonly message: string;
}

/** Checks cells that mean nothing alone: a number of pounds and a number of kilograms look the same. */
export function checkRow({ cells, layout }: Pick<ParsedRow, 'cells' | 'layout'>): CheckedCell[] {
  const { weightValue, weightUnit, grams } = cells;
  const isAmbiguous =
    hasValue(weightValue) && weightValue.value !== 0 && !hasValue(weightUnit) && !hasValue(grams);
  const message = `${headerOf(layout, 'weightValue')} has no unit. Type g, kg, oz or lb in a Weight unit column.`;
  return isAmbiguous ? [{ key: 'weightValue', message }] : [];
}

/**
 * A text that came as a number is odd: 45 may have been typed as 0045, and €5 or 0.5 as something else. One that came as
 * text may have been a number before.
 */
export function doubtOf(
  { kind }: Column,
  header: string,
  { text, isNumber }: { readonly text: string; readonly isNumber: boolean },
): string | undefined {
  const { asNumber }: CellKind = cellKind(kind);
  if (!asNumber || asNumber.whole?.test(text)) return undefined;
  const isShort = asNumber.short?.test(text);
  if (!isNumber)
    return isShort && asNumber.alsoAsText
      ? `${header} ${text} has ${text.length} digits: a leading zero may be missing.`
      : undefined;
  const digits = isShort ? ` has ${text.length} digits and` : '';
  const doubt = /^\d+$/.test(text) ? 'a leading zero may be missing' : 'it may have been typed otherwise';
  return `${header} ${text}${digits} came as a number: ${doubt}. Format the column as plain text.`;
}
