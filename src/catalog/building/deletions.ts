import type { ColumnKey } from '../columns/columns';
import { cellOf } from '../reading/parse-rows';
import type { ParsedRow } from '../reading/parsed-row';
import type { Place } from '../tab/row';
import { hasValue } from '../values/cell';
import { headerOf } from './build-variant';
import type { AskingCell } from './desired';
import { joinAsking } from './join-cells';
import type { OptionIssue } from './option-issues';

/** The cell of a row that asks to delete what the row names. */
function deletionIn(row: ParsedRow, key: ColumnKey): Place | undefined {
  const cell = cellOf(row, key);
  const asks = hasValue(cell) && cell.value === 'DELETE';
  return asks ? { ref: row.ref, column: headerOf(row, key) } : undefined;
}

/** The cell that asks to delete the variant of a row. */
export function variantDeletion(row: ParsedRow): Place | undefined {
  return deletionIn(row, 'delete') ?? deletionIn(row, 'variantCommand');
}

/** The cell that asks to delete a product as a whole: Matrixify's command, or the Delete of rows that name no variant. */
export function productDeletion(
  rows: readonly ParsedRow[],
  variants: readonly ParsedRow[],
): AskingCell | undefined {
  const asked = (key: ColumnKey) => joinAsking(rows.map((row) => deletionIn(row, key)));
  return asked('command') ?? (variants.length === 0 ? asked('delete') : undefined);
}

/** Rows of images next to those of variants: what is to be deleted would be a guess. */
export function misplacedDeletions(
  rows: readonly ParsedRow[],
  variants: readonly ParsedRow[],
): OptionIssue[] {
  if (variants.length === 0) return [];
  return rows.flatMap((row) => {
    const column = deletionIn(row, 'delete')?.column;
    if (column === undefined || variants.includes(row)) return [];
    const message = `${column}: this row names no variant. Type [delete] on the rows of all variants to delete the product.`;
    return [{ row, column, message }];
  });
}
