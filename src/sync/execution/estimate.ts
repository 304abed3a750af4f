import { type Leg, legsOf, secondsOf } from '../../plan/batches/choose-lane';
import type { Batch } from '../../plan/model/batch';
import type { Store } from '../../ports/store';
import { laneFacts } from './send-batches';

/** What sending a plan comes to, each part by the lane that finishes first. */
export interface Estimate {
  /** Whole seconds, about. */
  readonly seconds: number;
  /** Query cost points of what goes directly; bulk operations cost none. */
  readonly points: number;
  /** Mutations by the lane that they take. */
  readonly mutations: { readonly direct: number; readonly bulk: number };
}

export function estimate(store: Store, batches: readonly Batch[]): Estimate {
  const facts = laneFacts(store);
  const legs = legsOf(batches, facts);
  const going = (lane: Leg['lane']) => legs.filter((leg) => leg.lane === lane).flatMap((leg) => leg.batches);
  return {
    seconds: Math.ceil(legs.reduce((sum, leg) => sum + secondsOf(leg, facts), 0)),
    points: going('direct').reduce((sum, batch) => sum + store.costOf(batch), 0),
    mutations: { direct: going('direct').length, bulk: going('bulk').length },
  };
}
