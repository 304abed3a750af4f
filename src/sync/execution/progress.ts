import type { Estimate, ProgressView } from '../../answers/answers';
import { sumOf } from '../../catalog/values/arrays';
import { type LaneFacts, type LanePart, secondsOf, splitByLane } from '../../plan/batches/choose-lane';
import type { Batch } from '../../plan/model/batch';
import type { ShopFacts } from '../../plan/model/snapshot';
import type { Problem } from '../../ports/problem';
import { amount, fields, readStored } from '../../ports/shape';
import type { Cache } from '../../ports/storage';
import type { StoreReader } from '../../ports/store';
import type { Services } from '../ground/services';
import { loadBulkSpeed } from '../memory/bulk-speed';
import { problemOf, type StopReason } from '../run/stop-check';

/** Result of the batches that an execution was to send. */
export interface Progress {
  /** Batches whose outcome is known. */
  readonly sent: number;
  /** Batches that were not done when the execution had to end; the next one plans them again. */
  readonly left: number;
  /** Something was sent whose outcome no answer tells, or which has to be planned again on what the store holds. */
  readonly hasUnknown: boolean;
  /** Shopify lets the app create no more variants today. */
  readonly isVariantDayOver: boolean;
  /** Batches that follow from the answers: without a refused neighbour, or after a creation. */
  readonly more: readonly Batch[];
  /** Reason why the execution has to end before its work is done. */
  readonly stopReason: StopReason | undefined;
}

export const NO_PROGRESS: Progress = {
  sent: 0,
  left: 0,
  hasUnknown: false,
  isVariantDayOver: false,
  more: [],
  stopReason: undefined,
};

/** The first reason to stop counts. */
export function add(before: Progress, then: Progress): Progress {
  return {
    sent: before.sent + then.sent,
    left: before.left + then.left,
    hasUnknown: before.hasUnknown || then.hasUnknown,
    isVariantDayOver: before.isVariantDayOver || then.isVariantDayOver,
    more: [...before.more, ...then.more],
    stopReason: before.stopReason ?? then.stopReason,
  };
}

/** The problem that tells a person why the execution ended. */
export function problemIn({ stopReason }: Progress): Problem | undefined {
  return stopReason && problemOf(stopReason);
}

const KEY = 'progress';
const KEPT_SECONDS = 600;

/** Saves the progress of the running execution, for people who watch; forgotten when nobody asks for a while. */
export function saveProgress(cache: Cache, progress: ProgressView): void {
  cache.save(KEY, JSON.stringify(progress), KEPT_SECONDS);
}

export function loadProgress(cache: Cache): ProgressView | null {
  return readStored(fields<ProgressView>({ sent: amount, total: amount }), cache.load(KEY)) ?? null;
}

interface Priced {
  readonly store: StoreReader;
  readonly shop: Pick<ShopFacts, 'domain'>;
}

/** The facts by which a lane is chosen. */
export function laneFacts(services: Pick<Services, 'settings'>, { store, shop }: Priced): LaneFacts {
  return {
    pace: store.pace(),
    costOf: store.costOf,
    limits: store.limits,
    linesPerSecond: loadBulkSpeed(services, shop.domain),
  };
}

/** Estimates how long these batches take, each part by the lane that it would take. */
export function estimate(
  services: Pick<Services, 'settings'>,
  open: Priced,
  batches: readonly Batch[],
): Estimate {
  const { store } = open;
  const facts = laneFacts(services, open);
  const parts = splitByLane(batches, facts);
  const going = (lane: LanePart['lane']) =>
    parts.filter((part) => part.lane === lane).flatMap((part) => part.batches);
  return {
    seconds: Math.ceil(sumOf(parts, (part) => secondsOf(part, facts))),
    points: sumOf(going('direct'), store.costOf),
    mutations: { direct: going('direct').length, bulk: going('bulk').length },
  };
}
