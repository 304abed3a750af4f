import { sumOf } from '../../catalog/values/arrays';
import type { Pace } from '../../plan/batches/choose-lane';

/** Cost of a way to look things up. */
export interface WayCost {
  readonly requests: number;
  readonly points: number;
  readonly seconds: number;
}

/** Requests of one kind, and the points that they cost together. */
export interface Asked {
  readonly requests: number;
  readonly points: number;
  /** How many of them go one after the other, because each needs the answer of the one before; absent where none does. */
  readonly turns?: number;
}

/** Ten requests at once, and how long their answers take (seen). */
const WAVE = { requests: 10, seconds: 0.5 };
/** Recorded: 1,459 products within two seconds, the start among them. Shopify promises no speed. */
const BULK = { startSeconds: 2, objectsPerSecond: 1400 };
/** One starts it, one fetches its result. */
const BULK_REQUESTS = 2;
/**
 * A consumer account has 20,000 fetches a day for all its scripts, one every four seconds, and a schedule spends them
 * again every hour: saving one is worth half a second of waiting. Source:
 * https://developers.google.com/apps-script/guides/services/quotas
 */
const SECONDS_A_REQUEST_IS_WORTH = 0.5;

export function each(
  { perRequest, points }: { readonly perRequest: number; readonly points: number },
  count: number,
): Asked {
  const requests = Math.ceil(count / perRequest);
  return { requests, points: requests * points };
}

/** Cost of direct requests. They take as long as their waves, or as Shopify's pace allows, whichever is longer. */
export function directCost(asked: readonly Asked[], { availablePoints, pointsPerSecond }: Pace): WayCost {
  const requests = sumOf(asked, ({ requests }) => requests);
  const points = sumOf(asked, ({ points }) => points);
  const waves = asked.map(({ requests, turns = 0 }) => Math.max(turns, Math.ceil(requests / WAVE.requests)));
  const pacedSeconds = (points - availablePoints) / Math.max(1, pointsPerSecond);
  return {
    requests,
    points,
    seconds: Math.max(0, sumOf(waves, (wave) => wave) * WAVE.seconds, pacedSeconds),
  };
}

/** Cost of a bulk query that finds `objects` objects. Bulk queries cost no points. */
export function bulkCost(objects: number): WayCost {
  const seconds = BULK.startSeconds + objects / BULK.objectsPerSecond;
  return { requests: BULK_REQUESTS + polls(seconds), points: 0, seconds };
}

export function sumOfCosts(one: WayCost, other: WayCost): WayCost {
  return {
    requests: one.requests + other.requests,
    points: one.points + other.points,
    seconds: one.seconds + other.seconds,
  };
}

/** Seconds of waiting that a cost is worth; the less the better. */
export function comparableCost({ requests, seconds }: WayCost): number {
  return seconds + requests * SECONDS_A_REQUEST_IS_WORTH;
}

/** Requests that ask whether it is done: one each second, ten times, then one every five; see `pollPauseMs`. */
function polls(seconds: number): number {
  return Math.ceil(Math.min(seconds, 10) + Math.max(0, seconds - 10) / 5);
}
