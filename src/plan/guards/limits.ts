import { USUAL_LIMITS } from '../model/policy';

/** The limits beyond which a change is held, in one place; `HeldLimits` has those that a merchant may set. */
export const GUARD_LIMITS = {
  priceDown: USUAL_LIMITS.priceDown / 100,
  priceUp: USUAL_LIMITS.priceUp / 100,
  /** So many held prices, and more than this share of those that change, hold all of their column. */
  pricesOfTab: { share: 0.1, atLeast: 4 },
  stockToZero: { share: USUAL_LIMITS.stockToZero / 100, atLeast: 10 },
  /** For one column of a tab that is emptied, becomes the same everywhere, or changes what customers see. */
  mass: { share: USUAL_LIMITS.column / 100, atLeast: 4 },
  /** A stock take makes some quantities equal by chance. Shares of the column, and (`ofChanges`) of its changes. */
  stockEqual: { share: 0.3, atLeast: 10, ofChanges: 0.5 },
  stockHalf: { share: 0.5, atLeast: 4 },
  /** If this many cells had the same value before as well, another common value for them loses nothing. */
  equalBefore: { share: 0.8, atLeast: 3 },
  /** Nearly the whole column of a tab, however small the tab is. */
  whole: { share: 0.7, atLeast: 3 },
  /** Share of the column's changes whose value continues a series from the row above. */
  series: { share: 0.7, atLeast: 4 },
  /** Share of the column's changes whose value belonged to another item before. */
  moved: { share: 0.5, atLeast: 5 },
  /** Share of the column's changes whose value equals another field of the same item. */
  pasted: { share: 0.5, atLeast: 4 },
  /** All that change in nearly all of a column are, however few. */
  pastedWhole: { share: 0.7, atLeast: 2 },
  /** With this many unchanged cells equal to the other field, the equality is intended. */
  alreadyAlike: { share: 0.5, atLeast: 3 },
  /** Numbers are equal by chance more often than texts. */
  movedNumbers: { share: 0.8, atLeast: 5 },
  /** Quantities so many times as large; by exactly the same factor, the smaller one suffices. */
  stockUp: { times: 100, sameTimes: 10 },
  /** The same number added to nearly all, and so many times what lies there; taken away, so much of it. */
  stockAdded: { share: 0.7, atLeast: 4, number: 200, times: 5, part: 0.5 },
  /** Quantities by one factor, which is so far from 1; how sure that is no chance, in nats, of usual packs and others. */
  stockFactor: { share: 0.7, atLeast: 5, apart: 1.2, certain: { pack: 6.5, other: 11, missed: 2 } },
  /**
   * Weights so many times as large or small; by one factor, the smaller one suffices, and `apart` for so many of several
   * weights that change. One weight alone needs more.
   */
  weight: { times: 100, sameTimes: 10, apart: 1.2, ofChanges: 0.7, rounding: 0.02, oneTimes: 1000 },
  /** One quantity alone; where little was left, a hundred times as much is a delivery. */
  oneStockUp: { times: 100, atLeast: 500 },
} as const;

/** Period in milliseconds within which steps count together. */
export const STEPS_MS = 24 * 3_600_000;

export interface Share {
  readonly share: number;
  readonly atLeast: number;
}

/**
 * Portions of one day count together: so many now and so many earlier. What was too many before was held and confirmed
 * then, and does not count a second time. Where nearly the whole column changes, a few are as telling as many elsewhere.
 */
export function isManyOfDay(
  now: number,
  earlier: number,
  { of, limit }: { of: number; limit: Share },
): boolean {
  const isWhole = isMany(now, of, GUARD_LIMITS.whole);
  return isWhole || isMany(isMany(earlier, of, limit) ? now : now + earlier, of, limit);
}

export function isMany(count: number, of: number, { share, atLeast }: Share): boolean {
  return count >= atLeast && count > share * of;
}
