import { CELL_KINDS } from '../columns/cell-kinds';
import { FIELDS } from '../columns/columns';
import { cellOf, type ParsedRow } from '../reading/parse-rows';
import { headerOf } from '../tab/layout';
import type { RowIssue } from '../tab/row';
import { topRow } from './build-product';

/**
 * What a further row of a product says about the product itself, and says otherwise than the row that speaks for it:
 * an edit there would never arrive. Exports may repeat the same on each row.
 */
export function unheardCells(rows: readonly ParsedRow[]): RowIssue[] {
  const top = topRow(rows);
  return rows.flatMap((row) => {
    const unheard = FIELDS.filter(({ level, key, kind }) => {
      const [own, first] = [cellOf(row, key), cellOf(top, key)];
      if (row === top || level !== 'product' || key === 'handle' || own.kind !== 'value') return false;
      const { canonical } = CELL_KINDS[kind];
      return first.kind !== 'value' || canonical(own.value) !== canonical(first.value);
    });
    if (unheard.length === 0) return [];
    const names = unheard.map(({ key }) => headerOf(row.layout, key)).join(', ');
    const message = `${names} on this row was left out: row ${top.ref.row} speaks for the product. Type it there, and clear it here.`;
    return [{ ref: row.ref, message }];
  });
}
