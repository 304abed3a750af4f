import { type RowRef, rowKey } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { kindOf, piecesOf } from '../action-kinds';
import { digestOf, namesOf } from '../compare/piece';
import type { SyncAction } from '../model/action';
import type { KeptCell } from '../model/kept-cell';
import type { Piece } from '../model/piece';

/**
 * Effects of a plan on each row, by `rowKey`: a short digest for each change, sorted and separated by blanks. Rows without
 * changes are left out.
 */
export type RowDigests = Readonly<Record<string, string>>;

/** Two plans with the same digest for an item do the same to it, value for value, in whichever row it is. */
export function rowDigests(actions: readonly SyncAction[], kept: readonly KeptCell[] = []): RowDigests {
  const words = new Map<string, Set<string>>();
  const add = (rows: readonly RowRef[], word: string): void => {
    for (const ref of rows) {
      const key = rowKey(ref);
      const known = words.get(key);
      if (known) known.add(word);
      else words.set(key, new Set([word]));
    }
  };
  for (const piece of actions.flatMap(piecesOf)) add(piece.rows, digestOf(piece.sends()));
  for (const { ref, question } of kept) add([ref], digestOf(question));
  return Object.fromEntries([...words].map(([key, own]) => [key, [...own].sort().join(' ')]));
}

/** The remaining plan, and the rows of which something was left out. */
export interface Parts {
  readonly actions: readonly SyncAction[];
  readonly left: readonly RowRef[];
}

/** Removes from `actions` the changes that `others` make as well. */
export function beyond(actions: readonly SyncAction[], others: readonly SyncAction[]): Parts {
  const known = new Set(others.flatMap(piecesOf).flatMap(namesOf));
  const left: RowRef[] = [];
  const isMore = (piece: Piece): boolean => {
    const isKnown = namesOf(piece).every((name) => known.has(name));
    if (isKnown) left.push(...piece.rows);
    return !isKnown;
  };
  return { actions: actions.flatMap((action) => kindOf(action).withPieces(action, isMore)), left };
}

/** A short digest of a piece: equal digests change the same item from the same value to the same value. */
function wordOf(piece: Piece): string {
  return digestOf([piece.key, piece.sends()]);
}

/** Names a change that a person may select or leave out, by everything that is sent for it. */
export function tickOf(pieces: readonly Piece[]): string {
  return pieces.map(wordOf).sort().join(' ');
}

/**
 * Finds in a plan the changes that a person selected. Changes sent in several requests may be partly done once the run has
 * begun.
 */
export function tickedPieces(
  actions: readonly SyncAction[],
  ticks: ReadonlySet<string>,
  hasBegun: boolean,
): (piece: Piece) => boolean {
  const pieces = actions.flatMap(piecesOf);
  const words = new Set(
    hasBegun
      ? [...ticks].flatMap((tick) => tick.split(' '))
      : [...groupBy(pieces, ({ key }) => key).values()]
          .filter((own) => ticks.has(tickOf(own)))
          .flatMap((own) => own.map(wordOf)),
  );
  return (piece) => words.has(wordOf(piece));
}
