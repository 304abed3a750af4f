import type { Pair } from '../model/base';

/** One cell of a tab that is refreshed; all values in canonical form. */
export interface RefreshedCell {
  /** Null where the cell asks for nothing. */
  readonly sheet: string | null;
  /** Shopify's present value; '' is unset. */
  readonly store: string;
  /** Both values when they were last in step. */
  readonly pair: Pair | undefined;
  /** Whether both sides of the pair are one value, however Shopify writes it. */
  readonly wereEqual: boolean;
}

/**
 * | the cell says | Shopify has | |
 * |---|---|---|
 * | what Shopify has | | `same` |
 * | what it said when last in step | what it had then | `same` |
 * | what it said when last in step | another value | `take` |
 * | what it said when another cell of the sheet moved the level, or when a sum was made of it | | `take` |
 * | what it said when both were last known to differ | | `apart` |
 * | something else | what it had then | `edited` |
 * | something else | another value | `conflict` |
 * | something, and nothing is known of it | another value | `unknown` |
 * | nothing, and said something or was never in step | | `empty` |
 */
export type RefreshDecision = 'same' | 'take' | 'apart' | 'edited' | 'conflict' | 'unknown' | 'empty';

/** The only rule by which a cell takes Shopify's value without a question: nobody edited the cell. */
export function decideRefresh({ sheet, store, pair, wereEqual }: RefreshedCell): RefreshDecision {
  if ((sheet ?? '') === store) return 'same';
  const moved = sheet === null ? 'empty' : 'conflict';
  if (!pair) return sheet === null ? 'empty' : 'unknown';
  const [lastSheet, lastStore, mark] = pair;
  // The execution was killed while writing the cell: the cell's text tells whether it was written.
  if (mark === 'taking') return sheet === lastSheet || (sheet ?? '') === lastStore ? 'take' : moved;
  if (sheet !== lastSheet) return store === lastStore && sheet !== null ? 'edited' : moved;
  // Another cell of the sheet moved the level, or a sum was made of this one, and nobody edited it since.
  if (mark === 'moved' || mark === 'summed') return 'take';
  if (mark || !wereEqual) return sheet === null ? 'empty' : 'apart';
  return store === lastStore ? 'same' : 'take';
}
