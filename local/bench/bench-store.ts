import { createVirtualClock, type VirtualClock } from '../apps-script/runtime';
import { createRequestCounter, type RequestCounter } from '../cli/request-counter';
import { createStore } from '../store/embedded-store';
import { seedCatalog } from '../store/seed-catalog';
import type { EmbeddedStore } from '../store/store-types';
import type { Case } from './cases';
import { type CpuMeter, cpuMeter } from './meters';
import { type Item, itemsOf, seedOf, WORKLOADS } from './workloads';

/** The store of a case with what stands in it before, on a clock of its own, and what is counted of it. */
export interface BenchStore {
  readonly items: readonly Item[];
  readonly clock: VirtualClock;
  readonly store: EmbeddedStore;
  readonly requests: RequestCounter;
  /** CPU time that is not the client's. */
  readonly notOurs: CpuMeter;
}

export function openBenchStore({ kind, rows, linesPerSecond }: Case): BenchStore {
  const { storeItems, shape, seed = seedOf } = WORKLOADS[kind];
  const items = itemsOf(kind, rows);
  const clock = createVirtualClock(Date.UTC(2026, 10, 23, 12));
  const store = createStore({
    now: clock.now,
    locations: shape.locations,
    ...(linesPerSecond && { bulk: { mutationRowsPerSecond: linesPerSecond } }),
  });
  if (storeItems !== 'none')
    seedCatalog(store, seed(storeItems === 'own' ? items : itemsOf(kind, Math.max(rows, storeItems))));
  const notOurs = cpuMeter();
  const requests = createRequestCounter((request) => notOurs.during(() => store.send(request)));
  return { items, clock, store, requests, notOurs };
}

type Counts = Pick<ReturnType<RequestCounter['counts']>, 'byOperation' | 'points' | 'throttled' | 'total'>;

/** Figures since a moment. */
export interface Since {
  readonly requests: number;
  readonly byOperation: Readonly<Record<string, number>>;
  readonly throttled: number;
  readonly points: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** Begins to count; the answer tells what came since. */
export function startCounting({ clock, requests, notOurs }: BenchStore): () => Since {
  const before: Counts = { ...requests.counts(), byOperation: { ...requests.counts().byOperation } };
  const startedAtMs = clock.now();
  const cpuBefore = process.cpuUsage();
  const notOursBefore = notOurs.seconds();
  return () => {
    const { user, system } = process.cpuUsage(cpuBefore);
    const { total, byOperation, throttled, points } = requests.counts();
    return {
      requests: total - before.total,
      byOperation: Object.fromEntries(
        Object.entries(byOperation)
          .map(([name, count]) => [name, count - (before.byOperation[name] ?? 0)] as const)
          .filter(([, count]) => count > 0),
      ),
      throttled: throttled - before.throttled,
      points: Math.round(points - before.points),
      seconds: (clock.now() - startedAtMs) / 1000,
      cpuSeconds: (user + system) / 1e6 - (notOurs.seconds() - notOursBefore),
    };
  };
}
