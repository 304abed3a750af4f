import { sumOf } from '../../catalog/values/arrays';
/**
 * The store's leaky bucket, as far as it is known. Shopify charges a request its requested cost on arrival and gives back the
 * part that it did not use when it is done. All executions of one app at one shop share the bucket, so others may take
 * from it at any time. Source: https://shopify.dev/docs/api/usage/limits
 *
 *     points
 *     maximum ┬───────────────────────────────────────────────
 *             │                              ╱  restorePerSecond − drainPerSecond
 *             │                            ╱
 *   available ┼──────●─ ─ ─ ─ ─ ─ ─ ─ ─ ●
 *             │    atMs              atMs + tookMs         now
 *     reserve ┼ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─   kept back, never counted on
 *           0 ┴───────────────────────────────────────────────
 *
 * | Field              | Unit             | Whose word                                                       |
 * | ------------------ | ---------------- | ---------------------------------------------------------------- |
 * | `available`        | points           | Shopify's, in the answers of the last wave                       |
 * | `maximum`          | points           | Shopify's                                                        |
 * | `restorePerSecond` | points a second  | Shopify's                                                        |
 * | `atMs`             | ms since 1970    | our clock's, when that wave left                                 |
 * | `tookMs`           | ms               | our clock's, until its answers came; the level is of some moment |
 * |                    |                  | in between, so it counts as restoring only from the end of it    |
 * | `drainPerSecond`   | points a second  | ours: what others took, averaged                                 |
 * | `reserve`          | points           | ours: the largest burst of others, lately and beyond that        |
 */
export interface Bucket {
  readonly available: number;
  readonly maximum: number;
  readonly restorePerSecond: number;
  readonly atMs: number;
  readonly tookMs: number;
  readonly drainPerSecond: number;
  readonly reserve: number;
}

/** A wave that was sent, and what its answers say of the bucket. */
export interface SentWave {
  readonly leftMs: number;
  readonly tookMs: number;
  /** Points that were reserved for the whole wave. */
  readonly cost: number;
  readonly reports: readonly BucketReport[];
}

/** The bucket as one answer reports it. A throttled request is charged nothing. */
export interface BucketReport {
  readonly available: number;
  readonly maximum: number;
  readonly restorePerSecond: number;
  readonly charged: number;
  readonly refunded: number;
}

/** After this time an old measurement of what others take counts for a third. */
const DRAIN_MEMORY_SECONDS = 8;
/** After this time a third of a burst is still kept back. */
const BURST_MEMORY_SECONDS = 40;
/** The most that is kept back for bursts, as a part of the bucket. */
const MOST_RESERVED = 0.1;
/** Shopify reports whole points, so a wait may come out a little short. */
const ROUNDING_MS = 20;
/** The share of what is restored that is counted on, however much others take. A refusal says when it was too much. */
const LEAST_SHARE = 0.2;

/** The smallest bucket that was seen: a standard plan, half spent. The first answer corrects it. */
export function unknownBucket(nowMs: number): Bucket {
  return {
    available: 1000,
    maximum: 2000,
    restorePerSecond: 100,
    atMs: nowMs,
    tookMs: 0,
    drainPerSecond: 0,
    reserve: 0,
  };
}

/**
 * The points that can be counted on now. An estimate that is a little too low costs nothing while a run continues,
 * because each answer tells the true level; one that is too high is a refused request.
 */
export function availableAt(bucket: Bucket, nowMs: number): number {
  const { available, maximum, restorePerSecond, atMs, tookMs, drainPerSecond } = bucket;
  const passedMs = Math.max(0, nowMs - atMs);
  const restored = seconds(passedMs - tookMs) * restorePerSecond;
  const drained = seconds(passedMs) * drainPerSecond;
  return Math.min(maximum, available + restored - drained) - keptBack(bucket);
}

/** Points a second that come back for us. */
export function pointsPerSecond({ restorePerSecond, drainPerSecond }: Bucket): number {
  return Math.max(restorePerSecond - drainPerSecond, restorePerSecond * LEAST_SHARE);
}

/** Calculates how long to wait until `cost` points are there. Infinite where none come. */
export function waitMs(bucket: Bucket, cost: number, nowMs: number): number {
  const missing = Math.min(cost, bucket.maximum - keptBack(bucket)) - availableAt(bucket, nowMs);
  if (missing <= 0) return 0;
  const perSecond = pointsPerSecond(bucket);
  return perSecond > 0 ? Math.ceil((missing / perSecond) * 1000) + ROUNDING_MS : Number.POSITIVE_INFINITY;
}

/** Points that are not counted on: the reserve, and what others take while the next wave is on its way. */
function keptBack({ tookMs, drainPerSecond, reserve }: Bucket): number {
  return seconds(tookMs) * drainPerSecond + reserve;
}

/** The bucket after a wave. Where no answer reports anything, the whole wave counts as charged. */
export function learn(bucket: Bucket, wave: SentWave): Bucket {
  const { leftMs, tookMs, cost, reports } = wave;
  const before = levelAt(bucket, leftMs, bucket.drainPerSecond);
  const [first, ...others] = reports;
  if (!first) return { ...bucket, available: before - cost, atMs: leftMs, tookMs };
  const lowest = others.reduce((low, each) => (each.available < low.available ? each : low), first);
  const charged = sumOf(reports, (each) => each.charged);
  const refunded = sumOf(reports, (each) => each.refunded);
  // The lowest level counts, for the others were taken before their neighbours were charged. What the neighbours give
  // back may already be in it, so no more is added than the wave can have left.
  const afterRefunds = Math.min(lowest.available + refunded - lowest.refunded, before - charged + refunded);
  return {
    available: Math.max(lowest.available, afterRefunds),
    maximum: lowest.maximum,
    restorePerSecond: lowest.restorePerSecond,
    atMs: leftMs,
    tookMs,
    ...othersAfter(bucket, leftMs, levelAt(bucket, leftMs, 0) - charged + lowest.refunded - lowest.available),
  };
}

/** `taken`: by how much Shopify's level is below what our own requests explain. */
function othersAfter({ atMs, restorePerSecond, maximum, ...bucket }: Bucket, leftMs: number, taken: number) {
  const { drainPerSecond, reserve } = bucket;
  const passed = seconds(leftMs - atMs);
  if (passed === 0) return { drainPerSecond, reserve };
  const seen = Math.min(restorePerSecond, Math.max(-restorePerSecond, taken / passed));
  const weight = 1 - Math.exp(-passed / DRAIN_MEMORY_SECONDS);
  const burst = taken - passed * drainPerSecond;
  return {
    drainPerSecond: Math.max(0, drainPerSecond + weight * (seen - drainPerSecond)),
    reserve: Math.min(
      maximum * MOST_RESERVED,
      Math.max(burst, reserve * Math.exp(-passed / BURST_MEMORY_SECONDS)),
    ),
  };
}

function levelAt(
  { available, maximum, restorePerSecond, atMs }: Bucket,
  nowMs: number,
  drain: number,
): number {
  return Math.min(maximum, available + seconds(nowMs - atMs) * (restorePerSecond - drain));
}

/** A clock that went back counts as one that stood still. */
const seconds = (durationMs: number): number => Math.max(0, durationMs) / 1000;
