import { COLUMNS } from './columns';
import { foldHeader } from './header-match';

const NAMES = COLUMNS.flatMap(({ headers }) => headers).filter((header) => !header.includes('<'));

/** The known header that an unknown one looks like a slip of: a letter or two apart. */
export function nearHeader(unknown: string): string | undefined {
  const typed = foldHeader(unknown);
  const allowed = typed.length > 7 ? 2 : 1;
  if (typed.length < 4) return undefined;
  const [nearest] = NAMES.filter(({ length }) => Math.abs(length - typed.length) <= allowed)
    .map((name) => ({ name, slips: slipsBetween(typed, foldHeader(name)) }))
    .sort((a, b) => a.slips - b.slips);
  return nearest && nearest.slips <= allowed ? nearest.name : undefined;
}

/** `Pirce (did you mean Price?)` */
export function withNearHeader(unknown: string): string {
  const near = nearHeader(unknown);
  return near ? `${unknown} (did you mean ${near}?)` : unknown;
}

/** Letters added, left out, replaced, or exchanged with their neighbour. */
function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row += 1) {
    const cells = [row];
    rows.push(cells);
    for (let column = 1; column <= b.length; column += 1) {
      const isExchanged = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      cells.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1),
          row > 1 && column > 1 && isExchanged ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(a.length, b.length);
}
