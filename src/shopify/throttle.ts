import type { CostReport } from './graphql';

/**
 * What is known of the store's leaky bucket. A request is charged its requested cost on arrival, and the part it did
 * not use comes back when it is done. Source: https://shopify.dev/docs/api/usage/limits
 */
export interface Bucket {
  readonly available: number;
  readonly maximum: number;
  readonly restorePerSecond: number;
  /** Milliseconds since 1970 when `available` was true. */
  readonly atMs: number;
}

/** The smallest bucket that was seen: a standard plan. The first answer corrects it. */
export function unknownBucket(nowMs: number): Bucket {
  return { available: 1000, maximum: 2000, restorePerSecond: 100, atMs: nowMs };
}

export function availableAt(bucket: Bucket, nowMs: number): number {
  const restored = (Math.max(0, nowMs - bucket.atMs) / 1000) * bucket.restorePerSecond;
  return Math.min(bucket.maximum, bucket.available + restored);
}

/** How long to wait until `cost` points are there: exactly what is missing, and a breath for rounding. */
export function waitMs(bucket: Bucket, cost: number, nowMs: number): number {
  const missing = Math.min(cost, bucket.maximum) - availableAt(bucket, nowMs);
  if (missing <= 0) return 0;
  return bucket.restorePerSecond > 0 ? Math.ceil((missing / bucket.restorePerSecond) * 1000) + 20 : 60_000;
}

export function spend(bucket: Bucket, cost: number, nowMs: number): Bucket {
  return { ...bucket, available: availableAt(bucket, nowMs) - cost, atMs: nowMs };
}

/** Of several answers to one wave the lowest level counts: the others were taken before their neighbours were charged. */
export function learn(bucket: Bucket, reports: readonly CostReport[], nowMs: number): Bucket {
  const lowest = reports.reduce<CostReport | undefined>(
    (low, report) =>
      low && low.throttleStatus.currentlyAvailable <= report.throttleStatus.currentlyAvailable ? low : report,
    undefined,
  );
  if (!lowest) return bucket;
  const { currentlyAvailable, maximumAvailable, restoreRate } = lowest.throttleStatus;
  return {
    available: currentlyAvailable,
    maximum: maximumAvailable,
    restorePerSecond: restoreRate,
    atMs: nowMs,
  };
}
