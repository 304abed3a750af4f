import { createRandom } from '../../random';
import type { Fault, FaultEffect } from './fault';

/** Decides for every request, in order, what goes wrong with it. The same schedule and seed decide the same. */
export interface FaultSchedule {
  /** `roots`: the root fields of a GraphQL request, none for any other. */
  next(roots: readonly string[]): FaultEffect | undefined;
}

/** The first fault that applies is the one that happens. */
export function createFaultSchedule(faults: readonly Fault[], seed: number): FaultSchedule {
  const random = createRandom(seed);
  const seen = new Map<string, number>();
  let requests = 0;

  const happens = ({ when }: Fault, roots: readonly string[], chance: number): boolean => {
    if (when.kind === 'requests') return requests >= when.first && requests <= when.last;
    if (when.kind === 'chance') return chance * 100 < when.percent;
    return roots.includes(when.root) && (when.nth === undefined || seen.get(when.root) === when.nth);
  };

  return {
    next(roots) {
      requests += 1;
      for (const root of new Set(roots)) seen.set(root, (seen.get(root) ?? 0) + 1);
      // Every fault draws, so that one that does not apply leaves the later ones as they were.
      const chances = faults.map(() => random());
      return faults.find((fault, index) => happens(fault, roots, chances[index] ?? 1))?.what;
    },
  };
}
