import type { Batch } from '../plan/batch';
import { legsOf, secondsOf } from '../plan/lane';
import type { Store } from '../ports/store';
import { laneFacts } from './apply-batches';

/** About how long it takes to send these, in whole seconds, each by the lane that finishes first. */
export function estimateSeconds(store: Store, batches: readonly Batch[]): number {
  const facts = laneFacts(store);
  return Math.ceil(legsOf(batches, facts).reduce((sum, leg) => sum + secondsOf(leg, facts), 0));
}
