import { sumOf } from '../../catalog/values/arrays';
import type { Piece } from '../model/piece';

export type Change = Pick<Piece, 'from' | 'to'>;

export function countsOf(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Whether nine in ten changes keep their order: the larger number before is still the larger one. */
export function isInOrder(pieces: readonly Change[]): boolean {
  const sorted = [...pieces].sort((a, b) => Number(a.from) - Number(b.from) || Number(a.to) - Number(b.to));
  const falls = sorted.filter(({ to }, index) => Number(to) < Number(sorted[index - 1]?.to ?? to));
  return falls.length <= 0.1 * pieces.length;
}

/** Number of changes that are tried to find the distance in rows by which the values moved. */
const TRIED = 40;

/** e^-12: the probability below which a match is not chance. */
const SURPRISE = 12;

/** A column by row. */
interface Cells {
  readonly before: ReadonlyMap<number, string>;
  readonly today: ReadonlyMap<number, string>;
  /** Whether values count only where they left their old row, as copied values do not. */
  readonly hasLeft?: boolean;
}

/**
 * Whether nearly all values come from the cells a fixed number of rows away, and more often than by chance: in a column
 * with few different values neighbours are equal anyway.
 */
export function movedBy(pieces: readonly Piece[], cells: Cells): boolean {
  const changed = new Map(pieces.map((piece) => [piece.ref.row, piece]));
  const rows = [...cells.before.keys()];
  const before = rows.map((row) => changed.get(row)?.from ?? cells.before.get(row) ?? '');
  const places = new Map<string, number[]>();
  before.forEach((value, place) => {
    const known = places.get(value);
    if (known) known.push(place);
    else places.set(value, [place]);
  });
  const placeOfRow = new Map(rows.map((row, place) => [row, place]));
  const placed = pieces.flatMap(({ ref, to }) => {
    const place = placeOfRow.get(ref.row);
    return place === undefined ? [] : [{ place, to }];
  });
  const size = rows.length;
  const counts = new Map<number, number>();
  for (const { place, to } of placed.slice(0, TRIED))
    for (const other of (places.get(to) ?? []).slice(0, 10 * TRIED)) {
      const distance = (other - place + size) % size;
      counts.set(distance, (counts.get(distance) ?? 0) + 1);
    }
  const [distance = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const met = placed.filter(({ place, to }) => before[(place + distance) % size] === to);
  const isLeft = (source: number) => cells.today.get(rows[source] as number) !== before[source];
  const left = cells.hasLeft ? met.filter(({ place }) => isLeft((place + distance) % size)) : met;
  if (left.length < 0.5 * met.length) return false;
  if (met.length < 0.9 * pieces.length || new Set(met.map(({ to }) => to)).size < 3) return false;
  const surprise = sumOf(met, ({ to }) => Math.log(size / (places.get(to)?.length ?? 1)));
  return surprise - Math.log(size) > SURPRISE;
}
