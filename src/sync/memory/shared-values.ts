import type { GrowingBase, Pair } from '../../plan/model/base';

/** Longer values seldom occur more than once. */
const LONGEST = 40;
const MOST_PAIRS = 20_000;

/**
 * The same base with one pair in place of all equal ones, in whatever records are put into it: a catalog says *active*, 0
 * or one vendor a hundred thousand times, and that many pairs take half of a script's memory.
 */
export function sharing(base: GrowingBase): GrowingBase {
  const known = new Map<string, Pair>();
  const shared = (pair: Pair): Pair => {
    const [sheet, store] = pair;
    if ((sheet?.length ?? 0) + store.length > LONGEST) return pair;
    const key = JSON.stringify(pair);
    const before = known.get(key);
    if (!before && known.size < MOST_PAIRS) known.set(key, pair);
    return before ?? pair;
  };
  const shareIn = (pairs: Partial<Record<string, Pair>>): void => {
    for (const [key, pair] of Object.entries(pairs)) if (pair) pairs[key] = shared(pair);
  };
  return {
    ...base,
    put(record) {
      if (record.kind === 'product' || record.kind === 'variant') {
        shareIn(record.fields);
        shareIn(record.kind === 'product' ? record.alts : record.stock);
      }
      base.put(record);
    },
  };
}
