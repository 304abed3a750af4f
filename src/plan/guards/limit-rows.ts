import { describeRow, type RowRef, rowKey, rowsSaying } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { kindOf, piecesOf } from '../action-kinds';
import { speakingRows } from '../compare/piece';
import type { SyncAction } from '../model/action';
import type { Piece } from '../model/piece';
import type { RowOutcome } from '../model/row-outcome';
import type { SetStock } from '../model/stock-action';
import type { Limited } from '../model/sync-plan';

/** Which rows a run may act on, and what the others are told. */
interface RowLimit {
  readonly isWithin: (ref: RowRef) => boolean;
  /** Whether a value is within the limit by any of its cells, or by the first one, which stands for the others. */
  readonly by: 'any-cell' | 'first-cell';
  /** Sentence for a row that is left out, or belongs with one. */
  messageOf(ref: RowRef): string;
}

/** Which changes a run may make, whatever else is done to their items. */
interface PieceLimit {
  readonly by: 'change';
  readonly isWithin: (piece: Piece) => boolean;
  messageOf(ref: RowRef): string;
}

export type Limit = RowLimit | PieceLimit;

/** Leaves out of a plan what is beyond the limit; an action on one item needs all of its rows within the limit. */
export function limitActions(actions: readonly SyncAction[], limit: Limit | undefined): Limited {
  if (!limit) return { actions, outcomes: [] };
  const outside = new Map<string, RowRef>();
  const halves = otherHalves(actions, limit);
  const kept = actions.flatMap((action) => {
    if (halves.has(action)) return [];
    const left = new Set<string>();
    const groupOf = limit.by === 'change' ? ({ key }: Piece) => key : itemOf;
    for (const [item, pieces] of groupBy(piecesOf(action), groupOf)) {
      if (pieces.every((piece) => isPieceWithin(piece, limit))) continue;
      left.add(item);
      for (const ref of pieces.flatMap(({ rows }) => rows)) outside.set(rowKey(ref), ref);
    }
    return left.size === 0
      ? [action]
      : kindOf(action).withPieces(action, (piece) => !left.has(groupOf(piece)));
  });
  const outcomes = [...outside.values()].map(
    (ref): RowOutcome => ({ ref, status: 'skipped', message: limit.messageOf(ref) }),
  );
  return { actions: kept, outcomes: [...outcomes, ...[...halves.values()].flat()] };
}

function isPieceWithin(piece: Piece, limit: Limit): boolean {
  if (limit.by === 'change') return limit.isWithin(piece);
  const { by, isWithin } = limit;
  return by === 'any-cell' && piece.also ? piece.rows.some(isWithin) : speakingRows(piece).every(isWithin);
}

/**
 * Quantities within the limit whose item has a quantity beyond it that changes in the opposite direction: sending only one
 * half of a move between two locations would double the stock or lose it.
 */
function otherHalves(
  actions: readonly SyncAction[],
  limit: Limit,
): ReadonlyMap<SyncAction, readonly RowOutcome[]> {
  const stock = actions.flatMap((action) => ('variantId' in action ? [action] : []));
  const waiting = new Map<SyncAction, readonly RowOutcome[]>();
  for (const [id, own] of groupBy(stock, ({ variantId }) => variantId)) {
    const isIncluded = (action: SetStock) => piecesOf(action).every((piece) => isPieceWithin(piece, limit));
    const included = own.filter(isIncluded);
    const left = own.find(
      (each) => !isIncluded(each) && included.some((other) => differenceOf(each) * differenceOf(other) < 0),
    );
    if (left)
      for (const action of included) {
        const message = `Not sent: ${describeRow(left.ref, action.ref)}, the other half of what is moved between locations, is not sent now. Select both, or sync everything.`;
        waiting.set(
          action,
          rowsSaying(action).map((ref) => ({ ref, status: 'skipped', message, shopifyId: id })),
        );
      }
  }
  return waiting;
}

function differenceOf({ from, to }: SetStock): number {
  return to - (from ?? 0);
}

/** Variants of one product stand in rows of their own, and each is within or not. */
function itemOf({ item, key }: Piece): string {
  return item || key;
}
