/** One move as Shopify makes it: the item is taken out, and then inserted at this position, counted from 0. */
export interface Move<Id> {
  readonly id: Id;
  readonly to: number;
}

/**
 * The fewest successive moves that put `wanted` into this order. Other items stay between their neighbours, and items that
 * need not move do not.
 */
export function fewestMoves<Id>(now: readonly Id[], wanted: readonly Id[]): Move<Id>[] {
  const place = new Map(now.map((id, index) => [id, index]));
  const own = wanted.filter((id) => place.has(id));
  const stays = new Set(longestRising(own.map((id) => place.get(id) as number)).map((at) => own[at] as Id));
  const order = [...now];
  const moves: Move<Id>[] = [];
  own.forEach((id, index) => {
    if (stays.has(id)) return;
    order.splice(order.indexOf(id), 1);
    const before = own[index - 1];
    // The first of all goes before the first that is known to stay or to have been moved.
    const to = before === undefined ? firstOf(order, own) : order.indexOf(before) + 1;
    order.splice(to, 0, id);
    moves.push({ id, to });
  });
  return moves;
}

function firstOf<Id>(order: readonly Id[], own: readonly Id[]): number {
  return Math.max(
    0,
    order.findIndex((id) => own.includes(id)),
  );
}

/** The order after the moves, as Shopify makes it: items that are not there are skipped. */
export function afterMoves<Id>(now: readonly Id[], moves: readonly Move<Id>[]): Id[] {
  const order = [...now];
  for (const { id, to } of moves) {
    const from = order.indexOf(id);
    if (from < 0) continue;
    order.splice(from, 1);
    order.splice(to, 0, id);
  }
  return order;
}

/** Positions of a longest increasing subsequence, found in one pass: `tails[n]` ends the best one of length n + 1. */
function longestRising(numbers: readonly number[]): number[] {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  numbers.forEach((number, at) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? tails[low - 1] : undefined;
    tails[low] = at;
  });
  const rising: number[] = [];
  for (let at = tails[tails.length - 1]; at !== undefined; at = before[at]) rising.unshift(at);
  return rising;
}
