import { groupBy } from '../../catalog/values/arrays';
import { kindOf, piecesOf } from '../action-kinds';
import { digestOf } from '../compare/piece';
import type { SyncAction } from '../model/action';
import type { Piece } from '../model/piece';
import type { Parts } from './row-digest';

/** A short word for a piece: whoever has the same changes the same item from the same value to the same value. */
function wordOf(piece: Piece): string {
  return digestOf([piece.key, piece.sends()]);
}

/** Names a change that a person may tick or leave out, by everything that is sent for it. */
export function tickOf(pieces: readonly Piece[]): string {
  return pieces.map(wordOf).sort().join(' ');
}

/**
 * The part of a plan that a person ticked, value for value. What is sent by several requests may be half done once the run
 * has begun.
 */
export function tickedActions(
  actions: readonly SyncAction[],
  ticked: ReadonlySet<string>,
  hasBegun: boolean,
): Parts {
  const words = new Set([...ticked].flatMap((tick) => tick.split(' ')));
  const all = actions.flatMap(piecesOf);
  const wanted = new Set(
    hasBegun
      ? all.map(wordOf).filter((word) => words.has(word))
      : [...groupBy(all, ({ key }) => key).values()]
          .filter((pieces) => ticked.has(tickOf(pieces)))
          .flatMap((pieces) => pieces.map(wordOf)),
  );
  const left: Piece['rows'][number][] = [];
  const isWanted = (piece: Piece): boolean => {
    const isIn = wanted.has(wordOf(piece));
    if (!isIn) left.push(...piece.rows);
    return isIn;
  };
  return { actions: actions.flatMap((action) => kindOf(action).withPieces(action, isWanted)), left };
}
