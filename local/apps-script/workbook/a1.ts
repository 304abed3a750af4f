import type { Area } from './layers';

export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** `B2`, `A1:C9`; a whole sheet's side is written out, as Google does. */
export function a1Notation(area: Area): string {
  const corner = (row: number, column: number) => `${columnLetters(column)}${row}`;
  const first = corner(area.row, area.column);
  if (area.rowCount === 1 && area.columnCount === 1) return first;
  return `${first}:${corner(area.row + area.rowCount - 1, area.column + area.columnCount - 1)}`;
}

/**
 * Reads `A1`, `A1:B2`, `A:C`, `2:5`, each with or without `Sheet!` in front; open sides reach to the edge of a
 * sheet of the given size. `undefined` where it is none of these.
 */
export function parseA1(
  notation: string,
  size: { readonly maxRows: number; readonly maxColumns: number },
): { readonly sheetName: string | undefined; readonly area: Area } | undefined {
  const parts =
    /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Za-z]{0,3}\$?\d*)(?::(\$?[A-Za-z]{0,3}\$?\d*))?$/.exec(
      notation.trim(),
    );
  if (parts === null) return undefined;
  const [, quoted, plain, firstText = '', secondText] = parts;
  const first = corner(firstText);
  const second = secondText === undefined ? first : corner(secondText);
  if (first === undefined || second === undefined) return undefined;
  const isCell = first.row !== undefined && first.column !== undefined;
  if (secondText === undefined && !isCell) return undefined;
  const top = first.row ?? 1;
  const bottom = second.row ?? size.maxRows;
  const left = first.column ?? 1;
  const right = second.column ?? size.maxColumns;
  return {
    sheetName: quoted?.replaceAll("''", "'") ?? plain,
    area: {
      row: Math.min(top, bottom),
      column: Math.min(left, right),
      rowCount: Math.abs(bottom - top) + 1,
      columnCount: Math.abs(right - left) + 1,
    },
  };
}

function corner(text: string): { row: number | undefined; column: number | undefined } | undefined {
  const parts = /^\$?([A-Za-z]*)\$?(\d*)$/.exec(text);
  const [, letters = '', digits = ''] = parts ?? [];
  if (letters === '' && digits === '') return undefined;
  return {
    row: digits === '' ? undefined : Number(digits),
    column: letters === '' ? undefined : columnNumber(letters),
  };
}
