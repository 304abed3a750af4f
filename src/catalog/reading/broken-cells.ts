import type { Grid } from '../tab/grid';
import type { RawCell } from '../values/cell';

/** Text that a formula without an answer shows. Source: https://support.google.com/docs/answer/3238305 */
const BROKEN_FORMULA = /^(#N\/A|#REF!|#VALUE!|#NAME\?|#DIV\/0!|#NUM!|#NULL!|#ERROR!|Loading\.\.\.|Loading…)/;

export function isBroken(text: string): boolean {
  return BROKEN_FORMULA.test(text);
}

/** `=A2`, `=IMAGE(…)`, and `="0012"` as Excel keeps a zero: no text that a customer should read. */
const FORMULA_AS_TEXT = /^=\s*([A-Z][A-Z0-9.]*\(|\$?[A-Z]{1,3}\$?\d+(?!\w)|"[^"]*"$)/i;

/** A formula in a cell of plain text, or in a file that was read as text: nothing computes it. */
export function isUncomputed(text: string, readsText: boolean): boolean {
  return readsText ? FORMULA_AS_TEXT.test(text) : text.startsWith('=');
}

/** Beyond these it is not a few cells: an import or a lookup failed, and its neighbours may be wrong as well. */
const BROKEN_LIMITS = { share: 0.1, atLeast: 5 };

/** Says why a tab is held as a whole; undefined where no column is broken beyond the limits. */
export function brokenColumn({ layout, rows }: Grid): string | undefined {
  for (const [position, { header }] of layout.columns.entries()) {
    let filled = 0;
    let broken = 0;
    let example = '';
    for (const { cells } of rows) {
      const cell = cells[position] ?? '';
      if (cell !== '') filled += 1;
      if (!isBrokenCell(cell)) continue;
      broken += 1;
      example ||= String(cell).trim();
    }
    if (broken >= BROKEN_LIMITS.atLeast && broken > BROKEN_LIMITS.share * filled) {
      return `This tab was not synced: ${broken} of ${filled} cells in ${header} show an error such as “${example}”. Mend the formula, then sync again.`;
    }
  }
  return undefined;
}

function isBrokenCell(cell: RawCell): boolean {
  return typeof cell === 'string' && isBroken(cell.trim());
}
