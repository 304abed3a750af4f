import type { ParsedRow, ParsedTab } from '../reading/parsed-row';
import { type RowIssue, rowKey } from '../tab/row';
import { groupBy } from '../values/arrays';
import { OPTION_NAMES } from './option-issues';

/**
 * Rows in error that still tell which item they mean, each as a tab of its own and without its errors: nothing of them is
 * sent, but where Shopify's value goes into the cells of a value, it goes into theirs as well. So are the rows of a product
 * whose first row is one, because nothing else hears what they say of the product.
 */
export function rowsInError(
  rows: readonly ParsedRow[],
  issues: readonly RowIssue[],
  tops: ReadonlyMap<ParsedRow, ParsedRow>,
): ParsedTab[] {
  if (issues.length === 0) return [];
  const byRow = groupBy(issues, ({ ref }) => rowKey(ref));
  const isInError = ({ ref, layout: { columns } }: ParsedRow) =>
    byRow
      .get(rowKey(ref))
      ?.every(({ column: header }) =>
        columns.some(
          ({ header: own, column }) =>
            own === header && (!column.identifies || column.identifies === 'image'),
        ),
      );
  return rows.flatMap((row) => {
    const top = tops.get(row) ?? row;
    if (!(isInError(row) ?? isInError(top))) return [];
    const names = Object.fromEntries(OPTION_NAMES.map((key) => [key, top.cells[key]]));
    return [
      { layout: row.layout, rows: [{ ...row, cells: { ...row.cells, ...names }, issues: [], notes: [] }] },
    ];
  });
}
