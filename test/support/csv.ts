/** Header row of products with two options. */
export const TWO_OPTIONS: readonly string[] =
  'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,SKU,Price'.split(',');

/** Rows as the text of a file. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join(',')).join('\n');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
