import { spansOf } from './active-spreadsheet';

type Range = GoogleAppsScript.Spreadsheet.Range;
type CellValue = string | number | boolean | Date;

/** The number format that keeps text as typed. Source: https://developers.google.com/workspace/sheets/api/guides/formats */
export const PLAIN_TEXT = '@';

/** `setValues` takes a leading `=` for a formula even in a cell of plain text, and may remove a leading apostrophe. */
const NEEDS_RICH_TEXT = /^[=']/;

/**
 * Writes values so that each text stays as it is. Texts that `setValues` might change are written as rich text, which is
 * always text; no apostrophe is put in front, because whether it stays depends on the cell's format. Columns with our
 * own formulas go through `setValues`.
 * Source: https://developers.google.com/apps-script/reference/spreadsheet/range#setvaluesvalues
 */
export function writeAsShown(
  range: Range,
  rows: readonly (readonly CellValue[])[],
  isFormula: (column: number) => boolean = () => false,
): void {
  const goesApart = (value: CellValue | undefined, column: number) =>
    !isFormula(column) && needsRichText(value);
  range.setValues(rows.map((cells) => cells.map((value, column) => (goesApart(value, column) ? '' : value))));
  rows[0]?.forEach((_, column) => {
    const marked = rows.flatMap((cells, row) => (goesApart(cells[column], column) ? [row] : []));
    for (const { first, last } of spansOf(marked, 0)) {
      const texts = rows.slice(first, last + 1).map((cells) => [richText(String(cells[column]))]);
      range.offset(first, column, texts.length, 1).setRichTextValues(texts);
    }
  });
}

export function richText(text: string, link?: string): GoogleAppsScript.Spreadsheet.RichTextValue {
  const builder = SpreadsheetApp.newRichTextValue().setText(text);
  return (link === undefined ? builder : builder.setLinkUrl(link)).build();
}

function needsRichText(value: CellValue | undefined): boolean {
  return typeof value === 'string' && NEEDS_RICH_TEXT.test(value);
}

const STORED_MARK = '~';
const NEEDS_MARK = /^[=+\-@'~]/;

/**
 * Text that comes back from a cell letter for letter. An apostrophe does not work, because whether it stays depends on
 * the cell's format; `fromStoredText` removes our own mark again.
 */
export function asStoredText(text: string): string {
  return NEEDS_MARK.test(text) ? STORED_MARK + text : text;
}

export function fromStoredText(text: string): string {
  return text.startsWith(STORED_MARK) ? text.slice(STORED_MARK.length) : text;
}
