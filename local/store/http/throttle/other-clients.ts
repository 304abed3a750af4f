import { createRandom } from '../../random';

/** Other executions of the same app at the same store, which spend from the same bucket. */
export type OtherClients =
  | { readonly kind: 'none' }
  | { readonly kind: 'steady'; readonly pointsPerSecond: number }
  /** A burst somewhere in every period, of half to one and a half times the points. */
  | { readonly kind: 'bursts'; readonly points: number; readonly everyMs: number; readonly seed: number };

export interface Burst {
  readonly atMs: number;
  readonly points: number;
}

export const pointsPerSecondOf = (others: OtherClients): number =>
  others.kind === 'steady' ? others.pointsPerSecond : 0;

/**
 * The bursts after one moment and up to another. A burst depends on its period alone, so it does not matter
 * at which moments the bucket was looked at.
 */
export function burstsBetween(others: OtherClients, afterMs: number, untilMs: number): readonly Burst[] {
  if (others.kind !== 'bursts') return [];
  const bursts: Burst[] = [];
  const first = Math.floor(afterMs / others.everyMs);
  const last = Math.floor(untilMs / others.everyMs);
  for (let period = first; period <= last; period++) {
    const chance = createRandom(others.seed ^ Math.imul(period, 0x9e3779b1));
    const burst = { atMs: (period + chance()) * others.everyMs, points: others.points * (0.5 + chance()) };
    if (burst.atMs > afterMs && burst.atMs <= untilMs) bursts.push(burst);
  }
  return bursts;
}
