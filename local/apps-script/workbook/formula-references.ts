import { columnLetters, columnNumber } from './a1';
import type { Sheet, Workbook } from './workbook';

/** Rows or columns of one sheet that were added behind a place, or taken away from one on. */
export interface Moved {
  readonly side: 'row' | 'column';
  /** The last place before what is added, or the first place of what is taken away. 1-based. */
  readonly at: number;
  /** How many are added; below 0, how many are taken away. */
  readonly count: number;
  /** First and last column of cells that move down alone; a reference that goes beyond them stays. */
  readonly within?: readonly [number, number];
}

/** A text in quotation marks, or a reference with its sheet: `A1`, `$B2:C9`, `A:C`, `2:5`, `'My tab'!A1`. */
const PIECES =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.!$])(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.(!])/gu;

/**
 * Lets the formulas of a workbook point at the cells that they pointed at, as Sheets does; a range grows with what is
 * added within it, and what is gone becomes #REF!.
 */
export function moveReferences(workbook: Workbook, sheet: Sheet, moved: Moved): void {
  for (const own of workbook.sheets)
    for (const runs of Object.values(own.layers.formula ?? {}))
      for (const run of runs) run[2] = movedFormula(run[2], own === sheet, sheet.name, moved);
}

function movedFormula(formula: string, isHere: boolean, name: string, moved: Moved): string {
  return formula.replace(PIECES, (piece, quoted: string | undefined, reference: string | undefined) => {
    if (reference === undefined) return piece;
    const named = quoted?.replace(/^'(.*)'$/s, '$1').replaceAll("''", "'");
    const isMeant = named === undefined ? isHere : named.toLowerCase() === name.toLowerCase();
    return isMeant ? `${quoted ? `${quoted}!` : ''}${movedReference(reference, moved)}` : piece;
  });
}

function movedReference(reference: string, moved: Moved): string {
  const corners = reference.split(':').map((corner) => {
    const [, columnLock = '', column = '', rowLock = '', row = ''] =
      /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(corner) ?? [];
    // `$2` is a locked row, not a locked column.
    return column === ''
      ? { columnLock: '', column, rowLock: columnLock || rowLock, row }
      : { columnLock, column, rowLock, row };
  });
  const places = corners.map(({ row, column }) =>
    moved.side === 'row' ? Number(row) : column === '' ? 0 : columnNumber(column),
  );
  // `A:C` has no rows, and `2:5` no columns.
  if (places.includes(0)) return reference;
  const { within } = moved;
  const isWithin = (column: string) =>
    !within || (columnNumber(column) >= within[0] && columnNumber(column) <= within[1]);
  if (!corners.every(({ column }) => isWithin(column))) return reference;
  const [first = 0, last = first] = places;
  const ends = [movedPlace(first, moved, 'first'), movedPlace(last, moved, 'last')];
  if (isGone(first, last, moved)) return '#REF!';
  return corners
    .map(({ columnLock, column, rowLock, row }, index) =>
      moved.side === 'row'
        ? `${columnLock}${column}${rowLock}${ends[index]}`
        : `${columnLock}${columnLetters(ends[index] ?? 0)}${rowLock}${row}`,
    )
    .join(':');
}

function movedPlace(place: number, { at, count }: Moved, end: 'first' | 'last'): number {
  if (count > 0) return place > at ? place + count : place;
  if (place < at) return place;
  if (place >= at - count) return place + count;
  return end === 'first' ? at : at - 1;
}

function isGone(first: number, last: number, { at, count }: Moved): boolean {
  return count < 0 && first >= at && last < at - count;
}
