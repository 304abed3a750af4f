import { type RowRef, rowKey } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { kindOf, piecesOf } from '../action-kinds';
import { digestOf, namesOf } from '../compare/piece';
import type { SyncAction } from '../model/action';
import type { KeptCell } from '../model/kept-cell';
import type { Piece } from '../model/piece';

/**
 * Effects of a plan on each row by `rowKey`: a short word for each change, sorted, with blanks between. Rows that nothing
 * happens to are left out.
 */
export type RowDigests = Readonly<Record<string, string>>;

/** Two plans with the same word do the same to an item, value for value, wherever its row stands. */
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

/** The rest of a plan, and the rows of which something was left out. */
export interface Parts {
  readonly actions: readonly SyncAction[];
  readonly left: readonly RowRef[];
}

/** Leaves of `actions` what `others` do not do, change for change. */
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

/** A short word for a piece: whoever has the same changes the same item from the same value to the same value. */
function wordOf(piece: Piece): string {
  return digestOf([piece.key, piece.sends()]);
}

/** Names a change that a person may tick or leave out, by everything that is sent for it. */
export function tickOf(pieces: readonly Piece[]): string {
  return pieces.map(wordOf).sort().join(' ');
}

/** Finds in a plan what a person ticked. Of what several requests send, some may be done once the run has begun. */
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
