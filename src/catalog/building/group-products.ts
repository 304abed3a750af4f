import { rulesOf } from '../dialects/dialects';
import { cellOf } from '../reading/parse-rows';
import type { ParsedRow } from '../reading/parsed-row';
import type { RowIssue } from '../tab/row';
import { hasValue, textIn } from '../values/cell';
import { nameKey } from '../values/plain-name';

/** Rows of one product need not stand together: people sort their sheets. */
export function groupByProduct(rows: readonly ParsedRow[], issues: RowIssue[]): ParsedRow[][] {
  const groups = new Map<string, ParsedRow[]>();
  const idsByHandle = new Map<string, string>();
  for (const row of rows) {
    const [id, handle] = [textOf(row, 'productId'), textOf(row, 'handle')];
    if (id && handle) idsByHandle.set(handle, id);
  }
  let above: Above | undefined;
  for (const row of rows) {
    const handle = textOf(row, 'handle');
    const own = textOf(row, 'productId') || idsByHandle.get(handle) || handle;
    const key = own || (above && continues(row, above.row) ? above.key : '');
    above = key ? { row: own || !above ? row : above.row, key } : undefined;
    if (key) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    } else if (row.issues.length === 0) {
      issues.push({ ref: row.ref, message: 'This row has no handle. Type the handle of its product.' });
    }
  }
  return [...groups.values()];
}

interface Above {
  /** The row that began the record. */
  readonly row: ParsedRow;
  readonly key: string;
}

/**
 * In sheets of records a row without an ID, handle or title of its own continues the record above; elsewhere it belongs
 * to no product. A cell that could not be read may have held a new ID, so such a row continues nothing. Source: reference
 * column tables of Matrixify's Products sheet (rows of one record are adjacent).
 */
function continues(row: ParsedRow, first: ParsedRow): boolean {
  if (rulesOf(row.layout).groupsBy === 'name' || row.ref.sheetId !== first.ref.sheetId) return false;
  if (row.issues.some(({ column }) => isProductKey(row, column))) return false;
  const title = cellOf(row, 'title');
  const firstTitle = cellOf(first, 'title');
  return !hasValue(title) || (hasValue(firstTitle) && title.value === firstTitle.value);
}

/** Whether a header is one of those by which a row names its product. */
function isProductKey(row: ParsedRow, header: string | undefined): boolean {
  return row.layout.columns.some((one) => one.header === header && one.column.identifies === 'product');
}

/** In lower case, as handles are compared; '' where the cell has no value. */
function textOf(row: ParsedRow, key: 'productId' | 'handle'): string {
  return nameKey(textIn(cellOf(row, key)));
}
