import { amountFromZero, fields, readStored } from '../../ports/shape';
import type { Cache } from '../../ports/storage';
import type { Bucket } from './bucket';

/**
 * Shared knowledge of executions that draw on one bucket: two spreadsheets, two people, or a run and the
 * execution that continues it.
 */
export interface PaceMemory {
  readonly cache: Cache;
  /** One for each app at each shop, for these have one bucket together. */
  readonly key: string;
}

/** After this time a bucket has long filled up, and what others took says nothing any more. */
const KEPT_SECONDS = 300;
/** A cache call takes as long as a tenth of a wave; the others need to know no sooner. */
export const SAVED_EVERY_MS = 1000;

const BUCKET = fields<Bucket>({
  available: amountFromZero,
  maximum: amountFromZero,
  restorePerSecond: amountFromZero,
  atMs: amountFromZero,
  tookMs: amountFromZero,
  drainPerSecond: amountFromZero,
  reserve: amountFromZero,
});

export function loadBucket({ cache, key }: PaceMemory, nowMs: number): Bucket | undefined {
  const bucket = readStored(BUCKET, cache.load(key));
  if (!bucket) return undefined;
  // What was sent after it was saved is not known; at Shopify's pace it is what came back in that time.
  return { ...bucket, atMs: Math.min(bucket.atMs, nowMs), tookMs: bucket.tookMs + SAVED_EVERY_MS };
}

export function saveBucket({ cache, key }: PaceMemory, bucket: Bucket): void {
  cache.save(key, JSON.stringify({ ...bucket, available: Math.max(0, bucket.available) }), KEPT_SECONDS);
}
