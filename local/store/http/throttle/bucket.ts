import { burstsBetween, type OtherClients, pointsPerSecondOf } from './other-clients';
import type { RateLimit } from './plans';

/** The points one app has left at one store. JSON-safe. */
export interface Bucket {
  readonly available: number;
  /** The virtual moment at which `available` was true. */
  readonly asOfMs: number;
  /** Points that requests under way will give back, and when they end. */
  readonly refunds: readonly Change[];
}

interface Change {
  readonly atMs: number;
  readonly points: number;
}

export interface Flow {
  readonly limit: RateLimit;
  readonly others: OtherClients;
}

export const fullBucket = (limit: RateLimit, nowMs: number): Bucket => ({
  available: limit.maximumAvailable,
  asOfMs: nowMs,
  refunds: [],
});

/** Lets time pass: points come back, refunds arrive, other clients spend. */
export function bucketAt(bucket: Bucket, flow: Flow, nowMs: number): Bucket {
  if (nowMs <= bucket.asOfMs) return bucket;
  const due = bucket.refunds.filter((refund) => refund.atMs <= nowMs);
  const spent = burstsBetween(flow.others, bucket.asOfMs, nowMs);
  const changes = [...due, ...spent.map(({ atMs, points }) => ({ atMs, points: -points }))];
  let { available, asOfMs } = bucket;
  for (const change of changes.sort((a, b) => a.atMs - b.atMs)) {
    available = within(flow, restored(available, flow, change.atMs - asOfMs) + change.points);
    asOfMs = Math.max(asOfMs, change.atMs);
  }
  return {
    available: restored(available, flow, nowMs - asOfMs),
    asOfMs: nowMs,
    refunds: bucket.refunds.filter((refund) => refund.atMs > nowMs),
  };
}

/** Takes the points, or undefined where the bucket does not hold them: the request is throttled, unexecuted. */
export function charge(bucket: Bucket, points: number): Bucket | undefined {
  return points > bucket.available ? undefined : { ...bucket, available: bucket.available - points };
}

/** Gives points back when the request ends; requests that run at the same time do not see them before. */
export const refundAt = (bucket: Bucket, points: number, atMs: number): Bucket =>
  points <= 0 ? bucket : { ...bucket, refunds: [...bucket.refunds, { atMs, points }] };

function restored(available: number, flow: Flow, passedMs: number): number {
  const perSecond = flow.limit.restoreRate - pointsPerSecondOf(flow.others);
  return within(flow, available + (Math.max(0, passedMs) * perSecond) / 1000);
}

const within = (flow: Flow, points: number): number =>
  Math.min(flow.limit.maximumAvailable, Math.max(0, points));
