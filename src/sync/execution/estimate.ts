import type { Estimate } from '../../answers/answers';
import { sumOf } from '../../catalog/values/arrays';
import { type LaneFacts, type LanePart, secondsOf, splitByLane } from '../../plan/batches/choose-lane';
import type { Batch } from '../../plan/model/batch';
import type { StoreReader } from '../../ports/store';

/** The facts by which a lane is chosen. */
export function laneFacts(store: StoreReader): LaneFacts {
  return { pace: store.pace(), costOf: store.costOf, limits: store.limits };
}

/** Estimates how long these batches take, each part by the lane that it would go. */
export function estimate(store: StoreReader, batches: readonly Batch[]): Estimate {
  const facts = laneFacts(store);
  const parts = splitByLane(batches, facts);
  const going = (lane: LanePart['lane']) =>
    parts.filter((part) => part.lane === lane).flatMap((part) => part.batches);
  return {
    seconds: Math.ceil(sumOf(parts, (part) => secondsOf(part, facts))),
    points: sumOf(going('direct'), store.costOf),
    mutations: { direct: going('direct').length, bulk: going('bulk').length },
  };
}
