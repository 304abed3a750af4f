import { sumOf } from '../../catalog/values/arrays';
import type { Pace } from '../../plan/batches/choose-lane';
import type { Clock } from '../../ports/system';
import {
  availableAt,
  type Bucket,
  type BucketReport,
  learn,
  pointsPerSecond,
  type SentWave,
  unknownBucket,
  waitMs,
} from './bucket';
import type { Classified } from './classify';
import type { CostReport, GraphqlRequest } from './graphql';
import { REQUESTS_PER_WAVE } from './limits';
import { loadBucket, type PaceMemory, SAVED_EVERY_MS, saveBucket } from './pace-memory';

export interface PacerOptions {
  readonly clock: Clock;
  /** The most requests that leave together. */
  readonly kMax?: number | undefined;
  readonly memory?: PaceMemory | undefined;
}

/** Decides from the answers how many requests may leave, and when. */
export interface Pacer {
  readonly kMax: number;
  pace(): Pace;
  /** Number of these, counted from the first, that may leave together now without a wait; at least one. */
  fit(requests: readonly GraphqlRequest[]): number;
  /** Milliseconds that this wave has to wait before it leaves. Infinite where the points for it never come. */
  pauseMs(wave: readonly GraphqlRequest[]): number;
  /** Takes from the answers to a wave what they say of the bucket and of the documents' costs. */
  learn(
    wave: readonly GraphqlRequest[],
    answers: readonly Classified[],
    times: Pick<SentWave, 'leftMs' | 'tookMs'>,
  ): void;
}

/** Time for which fewer requests go together after a refusal: another app spends faster than was measured. */
const CAUTION_MS = 30_000;

export function createPacer({ clock, kMax = REQUESTS_PER_WAVE, memory }: PacerOptions): Pacer {
  let known: Bucket | undefined;
  let cautiousUntilMs = Number.NEGATIVE_INFINITY;
  let savedAtMs = Number.NEGATIVE_INFINITY;
  // By how much Shopify charges more or less for a document than was predicted.
  const corrections = new Map<string, number>();

  // Read when it is first needed: opening the sidebar makes a client and sends nothing.
  const bucket = (): Bucket => {
    const nowMs = clock.now();
    known ??= (memory && loadBucket(memory, nowMs)) ?? unknownBucket(nowMs);
    return known;
  };
  const costOf = ({ document, cost }: GraphqlRequest) => Math.max(1, cost + (corrections.get(document) ?? 0));
  const costOfAll = (wave: readonly GraphqlRequest[]) => sumOf(wave, costOf);
  /** A clock that went back must not keep us cautious for ever. */
  const isWithin = (untilMs: number, spanMs: number) => {
    const leftMs = untilMs - clock.now();
    return leftMs > 0 && leftMs <= spanMs;
  };

  return {
    kMax,

    pace: () => ({
      availablePoints: availableAt(bucket(), clock.now()),
      pointsPerSecond: pointsPerSecond(bucket()),
    }),

    fit(requests) {
      const most = isWithin(cautiousUntilMs, CAUTION_MS) ? Math.ceil(kMax / 2) : kMax;
      let left = availableAt(bucket(), clock.now());
      const tooMany = requests.slice(0, most).findIndex((request) => {
        left -= costOf(request);
        return left < 0;
      });
      return Math.max(1, tooMany < 0 ? Math.min(most, requests.length) : tooMany);
    },

    pauseMs: (wave) => waitMs(bucket(), costOfAll(wave), clock.now()),

    learn(wave, answers, times) {
      known = learn(bucket(), { ...times, cost: costOfAll(wave), reports: answers.flatMap(reportsOf) });
      for (const [document, correction] of correctionsIn(wave, answers))
        corrections.set(document, correction);
      if (answers.some(({ kind }) => kind === 'throttled')) cautiousUntilMs = clock.now() + CAUTION_MS;
      if (memory && !isFull(known) && !isWithin(savedAtMs + SAVED_EVERY_MS, SAVED_EVERY_MS)) {
        savedAtMs = clock.now();
        saveBucket(memory, known);
      }
    },
  };
}

/** Other executions learn the same when they ask, so there is nothing to share. */
function isFull({ available, maximum, restorePerSecond, drainPerSecond, reserve }: Bucket): boolean {
  return drainPerSecond + reserve === 0 && maximum - available <= restorePerSecond * SOON_SECONDS;
}

const SOON_SECONDS = 3;

/** The most expensive answer of each document counts: points that cheaper ones do not use come back. */
function correctionsIn(wave: readonly GraphqlRequest[], answers: readonly Classified[]) {
  const corrections = new Map<string, number>();
  wave.forEach(({ document, cost }, index) => {
    const reported = reportOf(answers[index])?.requestedQueryCost;
    if (!Number.isFinite(reported)) return;
    const correction = (reported as number) - cost;
    corrections.set(document, Math.max(correction, corrections.get(document) ?? correction));
  });
  return corrections;
}

function reportsOf(answer: Classified): readonly BucketReport[] {
  const report = reportOf(answer);
  const { currentlyAvailable, maximumAvailable, restoreRate } = report?.throttleStatus ?? {};
  if (!report || ![currentlyAvailable, maximumAvailable, restoreRate].every(Number.isFinite)) return [];
  const { requestedQueryCost: requested, actualQueryCost, throttleStatus } = report;
  const charged = answer.kind === 'throttled' ? 0 : requested;
  return [
    {
      available: throttleStatus.currentlyAvailable,
      maximum: throttleStatus.maximumAvailable,
      restorePerSecond: throttleStatus.restoreRate,
      charged,
      refunded: actualQueryCost === null ? 0 : Math.max(0, charged - actualQueryCost),
    },
  ];
}

function reportOf(answer: Classified | undefined): CostReport | undefined {
  return answer && 'cost' in answer ? answer.cost : undefined;
}
