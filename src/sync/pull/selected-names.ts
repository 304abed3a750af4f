import type { PullChoice } from '../../answers/pull';
import type { CatalogFilter } from '../../ports/catalog-reader';
import { fail, type Result, succeed } from '../../ports/problem';
import type { Services } from '../ground/services';
import { recogniseNow } from '../tabs/row-finder';

/** The filter with the handles, or else the SKUs, of the rows that the person has selected, where only those are wanted. */
export function withSelected(
  { tabs }: Services,
  { filter, onlySelected = false }: PullChoice,
): Result<CatalogFilter> {
  if (!onlySelected) return succeed(filter);
  const { sheetId, rows } = tabs.selection();
  const recognition = recogniseNow(tabs, sheetId);
  if (recognition.kind === 'ignored') return NOT_A_TAB;
  const { layout } = recognition;
  const position = (['product', 'variant'] as const)
    .map((what) =>
      layout.columns.findIndex(({ column }) => column.identifies === what && column.isField === true),
    )
    .find((index) => index >= 0);
  const column = layout.columns[position ?? -1];
  if (!column) return NOT_A_TAB;
  const named = { ...layout, headless: [], columns: [column] };
  const names = rows.flatMap(([first, last]) =>
    tabs
      .read(sheetId, named, { firstRow: first, rowCount: last - first + 1 })
      .rows.flatMap(({ texts: [text = ''] }) => (text.trim() ? [text.trim()] : [])),
  );
  if (names.length === 0) return NOT_A_TAB;
  const wanted = [...new Set(names)];
  const isHandle = column.column.identifies === 'product';
  return succeed({ ...filter, ...(isHandle ? { handles: wanted } : { skus: wanted }) });
}

const NOT_A_TAB = fail(
  'invalid-input',
  'The selected rows name no product by its handle or SKU.',
  'Select rows of a tab with a Handle or SKU column, or choose another filter.',
);
