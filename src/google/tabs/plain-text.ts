/** The number format that keeps text as typed. Source: https://developers.google.com/workspace/sheets/api/guides/formats */
export const PLAIN_TEXT = '@';

const READS_AS_FORMULA = /^[=+\-@']/;

/**
 * Text that a cell shows as it is. `setValues` takes a string that begins with `=` for a formula, and other programs
 * take `+`, `-` and `@` for one when the sheet is exported; an apostrophe in front makes it text.
 * Source: https://developers.google.com/apps-script/reference/spreadsheet/range#setvaluesvalues
 */
export function asShownText(text: string): string {
  return READS_AS_FORMULA.test(text) ? `'${text}` : text;
}

/** What `asShownText` was given, whether or not the sheet kept the apostrophe as part of the text. */
export function fromShownText(text: string): string {
  return /^'[=+\-@']/.test(text) ? text.slice(1) : text;
}

const STORED_MARK = '~';
const NEEDS_MARK = /^[=+\-@'~]/;

/**
 * Text that comes back from a cell letter for letter. An apostrophe will not do, because whether it stays depends on
 * the cell's format; a mark of our own is taken off again by `fromStoredText`.
 */
export function asStoredText(text: string): string {
  return NEEDS_MARK.test(text) ? STORED_MARK + text : text;
}

export function fromStoredText(text: string): string {
  return text.startsWith(STORED_MARK) ? text.slice(STORED_MARK.length) : text;
}
