/**
 * What is known of the store's leaky bucket. A request is charged its requested cost on arrival, and the part it did
 * not use comes back when it is done. All executions of one app at one shop share one bucket, so others may take from
 * it. Source: https://shopify.dev/docs/api/usage/limits
 */
export interface Bucket {
  readonly available: number;
  readonly maximum: number;
  readonly restorePerSecond: number;
  /** When the wave left whose answers told `available`, in milliseconds since 1970. */
  readonly atMs: number;
  /** How long those answers were on their way. Shopify took the level at some moment of it, so it restores from its end. */
  readonly tookMs: number;
  /** Points a second that others were seen to take. */
  readonly drainPerSecond: number;
  /** Points that others took at once lately, beyond that. They come in bursts, and the next one finds as many left. */
  readonly reserve: number;
}

/** One wave that was sent, and what its answers said. */
export interface PendingRequest {
  readonly leftMs: number;
  readonly tookMs: number;
  /** What was reserved for the whole wave. */
  readonly cost: number;
  readonly told: readonly Told[];
}

/** What one answer says of the bucket. A throttled request is charged nothing. */
export interface Told {
  readonly available: number;
  readonly maximum: number;
  readonly restorePerSecond: number;
  readonly charged: number;
  readonly refunded: number;
}

/** How fast an old measurement of what others take is forgotten. */
const DRAIN_MEMORY_SECONDS = 8;
/** How fast a burst is forgotten. */
const BURST_MEMORY_SECONDS = 40;
/** The most that is kept back for bursts, as a part of the bucket. */
const MOST_RESERVED = 0.1;
/** A breath for rounding: Shopify reports whole points. */
const BREATH_MS = 20;
/** However much others take, a part of what is restored is counted on; a refusal says when that was too much. */
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
 * The points that can be counted on now. An estimate that is a little too low costs nothing while a run goes on,
 * because each answer tells the true level; one that is too high is a refused request.
 */
export function availableAt(bucket: Bucket, nowMs: number): number {
  const { available, maximum, restorePerSecond, atMs, tookMs, drainPerSecond } = bucket;
  const passedMs = Math.max(0, nowMs - atMs);
  const restored = seconds(passedMs - tookMs) * restorePerSecond;
  const drained = seconds(passedMs) * drainPerSecond;
  return Math.min(maximum, available + restored - drained) - keptBack(bucket);
}

/** The points that come back to us. */
export function pointsPerSecond({ restorePerSecond, drainPerSecond }: Bucket): number {
  return Math.max(restorePerSecond - drainPerSecond, restorePerSecond * LEAST_SHARE);
}

/** How long to wait until `cost` points are there: exactly what is missing, and a breath. Infinite where none come. */
export function waitMs(bucket: Bucket, cost: number, nowMs: number): number {
  const missing = Math.min(cost, bucket.maximum - keptBack(bucket)) - availableAt(bucket, nowMs);
  if (missing <= 0) return 0;
  const perSecond = pointsPerSecond(bucket);
  return perSecond > 0 ? Math.ceil((missing / perSecond) * 1000) + BREATH_MS : Number.POSITIVE_INFINITY;
}

/** Others go on while the next wave is on its way. */
function keptBack({ tookMs, drainPerSecond, reserve }: Bucket): number {
  return seconds(tookMs) * drainPerSecond + reserve;
}

/** The bucket after a wave. Where no answer told anything, the whole wave counts as charged. */
export function learn(bucket: Bucket, flight: PendingRequest): Bucket {
  const { leftMs, tookMs, cost, told } = flight;
  const before = levelAt(bucket, leftMs, bucket.drainPerSecond);
  const [first, ...others] = told;
  if (!first) return { ...bucket, available: before - cost, atMs: leftMs, tookMs };
  const lowest = others.reduce((low, each) => (each.available < low.available ? each : low), first);
  const charged = sum(told, (each) => each.charged);
  const refunded = sum(told, (each) => each.refunded);
  // The lowest level counts, for the others were taken before their neighbours were charged. What the neighbours give
  // back may already be in it, so no more is added than the wave can have left.
  const settled = Math.min(lowest.available + refunded - lowest.refunded, before - charged + refunded);
  return {
    available: Math.max(lowest.available, settled),
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

function sum(told: readonly Told[], points: (each: Told) => number): number {
  return told.reduce((total, each) => total + points(each), 0);
}
