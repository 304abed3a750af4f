import { sampleOf } from './sampled';

type Rows = readonly (readonly (string | number | boolean)[])[];

/** As an earlier release wrote a tab, or an editor who wants it to be believed: in the order in which it stands. */
export function withoutChecksums<Row extends readonly unknown[]>(rows: readonly Row[]): Row[] {
  return rows.filter(([key]) => key !== 'sum');
}

export interface Damage {
  readonly name: string;
  readonly rows: Rows;
}

/**
 * All that an editor of the spreadsheet may do to a hidden tab.
 *
 * @param older the same tab as it stood before
 * @param places at most so many rows for each kind of damage to one row
 */
export function damagesOf(rows: Rows, older: Rows, places: number): readonly Damage[] {
  const numbers = rows.map((_, row) => row);
  const some = sampleOf(numbers, places);
  const cells = numbers.flatMap((row) =>
    (rows[row] ?? []).flatMap((cell, column) => (cell === '' ? [] : [[row, column] as const])),
  );
  const [header = [], ...below] = rows;
  return [
    ...some.map((at) => ({
      name: `row ${at + 1} deleted`,
      rows: rows.filter((_, row) => row !== at),
    })),
    ...some.map((at) => ({
      name: `three rows from ${at + 1} deleted`,
      rows: rows.filter((_, row) => row < at || row > at + 2),
    })),
    { name: 'the lower half deleted', rows: rows.slice(0, Math.ceil(rows.length / 2)) },
    ...some.map((at) => ({ name: `row ${at + 1} copied to the end`, rows: [...rows, rows[at] ?? []] })),
    ...sampleOf(pairsOf(numbers), places * 2).map(([one, other]) => ({
      name: `rows ${one + 1} and ${other + 1} exchanged`,
      rows: rows.map((row, at) => (at === one ? rows[other] : at === other ? rows[one] : undefined) ?? row),
    })),
    { name: 'sorted by the first column', rows: sorted(rows) },
    { name: 'sorted below the first row', rows: [header, ...sorted(below)] },
    { name: 'all rows reversed', rows: [...rows].reverse() },
    { name: 'all rows below the first reversed', rows: [header, ...[...below].reverse()] },
    ...sampleOf(cells, places * 2).map(([at, column]) => ({
      name: `cell ${column + 1} of row ${at + 1} emptied`,
      rows: rows.map((row, number) =>
        number === at ? row.map((cell, index) => (index === column ? '' : cell)) : row,
      ),
    })),
    { name: 'the third and later cells of each row cut', rows: rows.map((row) => row.slice(0, 3)) },
    { name: 'put back as it was', rows: older },
    { name: 'what it was pasted below', rows: [...rows, ...older] },
    { name: 'emptied', rows: [] },
  ];
}

function pairsOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  return numbers.flatMap((one) => numbers.slice(one + 1).map((other) => [one, other] as const));
}

function sorted(rows: Rows): Rows {
  const key = ([first = '']: Rows[number]) => String(first);
  return [...rows].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}
