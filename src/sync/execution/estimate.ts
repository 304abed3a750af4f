import type { Estimate } from '../../answers/answers';
import { type LanePart, secondsOf, splitByLane } from '../../plan/batches/choose-lane';
import type { Batch } from '../../plan/model/batch';
import type { Store } from '../../ports/store';
import { laneFacts } from './send-batches';

export function estimate(store: Store, batches: readonly Batch[]): Estimate {
  const facts = laneFacts(store);
  const legs = splitByLane(batches, facts);
  const going = (lane: LanePart['lane']) =>
    legs.filter((leg) => leg.lane === lane).flatMap((leg) => leg.batches);
  return {
    seconds: Math.ceil(legs.reduce((sum, leg) => sum + secondsOf(leg, facts), 0)),
    points: going('direct').reduce((sum, batch) => sum + store.costOf(batch), 0),
    mutations: { direct: going('direct').length, bulk: going('bulk').length },
  };
}
