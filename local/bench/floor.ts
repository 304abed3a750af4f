import { plans } from '../store/throttle/plans';

/** In seconds: how long a standard plan takes to give out these points, from a full bucket. */
export function floorSeconds(points: number): number {
  const { maximumAvailable, restoreRate } = plans.standard;
  return Math.max(0, (points - maximumAvailable) / restoreRate);
}
