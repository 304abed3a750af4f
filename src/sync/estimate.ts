import type { Batch } from '../plan/batch';
import type { Store } from '../ports/store';

/** The slowest plan's rate; a faster one only ends sooner. Source: https://shopify.dev/docs/api/usage/limits */
const POINTS_PER_SECOND = 100;
/** What a wave takes between the spreadsheet and Shopify, as seen; ten requests go in one. */
const SECONDS_PER_REQUEST = 0.2;

/** About how long it takes to send these, in whole seconds: by Shopify's pace or by the way there, whichever is longer. */
export function estimateSeconds(store: Store, batches: readonly Batch[]): number {
  const points = batches.reduce((sum, batch) => sum + store.costOf(batch), 0);
  return Math.ceil(Math.max(points / POINTS_PER_SECOND, batches.length * SECONDS_PER_REQUEST));
}
