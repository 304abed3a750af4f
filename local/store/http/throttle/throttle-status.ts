import type { Bucket } from './bucket';
import type { RateLimit } from './plans';

/** `extensions.cost.throttleStatus`. */
export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

/** `refunded`: what this very request gives back, which its own answer already counts (recorded). */
export const throttleStatus = (bucket: Bucket, limit: RateLimit, refunded = 0): ThrottleStatus => ({
  maximumAvailable: limit.maximumAvailable,
  currentlyAvailable: Math.floor(Math.min(limit.maximumAvailable, bucket.available + refunded)),
  restoreRate: limit.restoreRate,
});
