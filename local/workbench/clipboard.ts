/**
 * The cells of a text from the clipboard, as spreadsheets put it there: tabs between cells, a line for each row, and
 * quotation marks around a cell that has a tab, a line end or a quotation mark of its own. Undefined where it is one cell.
 */
export function blockOf(text: string): string[][] | undefined {
  if (!/[\t\n]/.test(text)) return undefined;
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r?\n|\r|$)/g,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  // The end of the last line begins no further row.
  const last = rows.at(-1);
  if (rows.length > 1 && last?.join('') === '') rows.pop();
  return rows;
}
