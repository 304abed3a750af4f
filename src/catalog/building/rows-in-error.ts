import { type Column, type ColumnKey, columnOf } from '../columns/columns';
import { cellOf } from '../reading/parse-rows';
import type { ParsedRow } from '../reading/parsed-row';
import { type RowIssue, rowKey } from '../tab/row';
import { groupBy } from '../values/arrays';
import { textIn } from '../values/cell';
import type { RowInError } from './desired';

/**
 * Rows in error, each as a tab of its own and without its errors, and the other rows of a product whose first row is in
 * error, because nothing else compares what they say about the product. Nothing of them is sent, but a row that
 * contradicts them is refused, and where Shopify's value is written into the cells of a value, it is written into theirs
 * too.
 */
export function rowsInError(
  rows: readonly ParsedRow[],
  issues: readonly RowIssue[],
  tops: ReadonlyMap<ParsedRow, ParsedRow>,
): RowInError[] {
  if (issues.length === 0) return [];
  const byRow = groupBy(issues, ({ ref }) => rowKey(ref));
  return rows.flatMap((row) => {
    const own = byRow.get(rowKey(row.ref)) ?? [];
    const top = tops.get(row) ?? row;
    if (own.length === 0 && !byRow.has(rowKey(top.ref))) return [];
    const sound = { ...row, issues: [], notes: [] };
    return soundParts(sound, own).map((part) => ({
      layout: part.layout,
      rows: [part],
      speaks: row === top,
    }));
  });
}

/** The row; where one of its names is in error, its product and its variant separately, each found by its other names. */
function soundParts(row: ParsedRow, issues: readonly RowIssue[]): readonly ParsedRow[] {
  const headers = new Set(issues.map(({ column }) => column));
  const bad = row.layout.columns.flatMap(({ header, column }) =>
    headers.has(header) ? column.identifies : [],
  );
  if (headers.has(undefined) && !textIn(cellOf(row, 'handle')) && !textIn(cellOf(row, 'productId')))
    bad.push('product');
  // Its prices may belong to any catalog.
  if (bad.includes('catalog')) return [];
  if (!NAMES.some((name) => bad.includes(name))) return [row];
  const isUnplaced = bad.includes('product') || bad.includes('option');
  const withCells = (isKept: (column: Column) => boolean) => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).filter(([key]) => isKept(columnOf(key as ColumnKey))),
    ) as ParsedRow['cells'],
  });
  return [
    { ...withCells(({ level }) => level === 'product' || level === 'image'), located: [] },
    {
      ...withCells(({ level, identifies }) =>
        identifies === 'product' || identifies === 'option'
          ? !isUnplaced
          : level === 'variant' || (level === 'stock' && !bad.includes('location')),
      ),
      layout: { ...row.layout, kind: 'prices' },
    },
  ];
}

const NAMES = ['product', 'variant', 'option', 'location'] as const;
