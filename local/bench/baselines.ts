import { createAdminApiClient } from '@shopify/admin-api-client';
import { createVirtualClock } from '../apps-script/runtime';
import { createRequestCounter, type RequestCounter } from '../cli/request-counter';
import { createStore, type EmbeddedStore, fakeAccessToken } from '../store/embedded-store';
import { newestVersion } from '../store/schema/versions';
import { seedCatalog } from '../store/seed-catalog';
import type { WireAnswer, WireRequest } from '../store/wire';
import type { Case } from './cases';
import type { Measured } from './measured';
import { type RowMutation, rowMutations } from './row-mutations';
import { itemsOf, seedOf, WORKLOADS } from './workloads';

/** As the most complete open Apps Script peer does after each of its requests. */
const PEER_SLEEP_MS = 200;
/** Google ends an execution then; the peer cannot go on where it stood. */
const EXECUTION_SECONDS = 360;

interface Bench {
  readonly clock: ReturnType<typeof createVirtualClock>;
  readonly store: EmbeddedStore;
  readonly requests: RequestCounter;
  send(request: WireRequest): WireAnswer;
}

/** One request a row and a sleep, one after the other. A row whose hash is the last one's is left out. */
export async function measureRowByRow(each: Case): Promise<Measured> {
  return measure(
    each,
    each.kind === 'no-change' ? 0 : each.rows,
    async ({ store, clock, send }, mutations) => {
      for (const mutation of mutations) {
        send({
          method: 'POST',
          url: `https://${store.shop}/admin/api/${newestVersion}/graphql.json`,
          headers: { 'content-type': 'application/json', 'x-shopify-access-token': fakeAccessToken },
          body: JSON.stringify(mutation),
        });
        clock.advance(PEER_SLEEP_MS);
      }
    },
  );
}

/** Shopify's own client, one row after the other. It compares nothing, so rows that did not change are sent as well. */
export async function measureOfficialClient(each: Case): Promise<Measured> {
  return measure(each, each.rows, async ({ store, send }, mutations) => {
    const client = createAdminApiClient({
      storeDomain: store.shop,
      apiVersion: newestVersion,
      accessToken: fakeAccessToken,
      // It warns of a version that is newer than itself.
      logger: () => undefined,
      customFetchApi: async (url, init) => {
        const headers = Object.fromEntries([...new Headers(init?.headers as Record<string, string>)]);
        const answer = send({ method: 'POST', url: String(url), headers, body: String(init?.body) });
        if ('failure' in answer) throw new TypeError('fetch failed');
        return new Response(answer.body, { status: answer.status, headers: answer.headers });
      },
    });
    for (const { query, variables } of mutations) await client.request(query, { variables });
  });
}

async function measure(
  { kind, rows }: Case,
  sentRows: number,
  send: (bench: Bench, mutations: readonly RowMutation[]) => Promise<void>,
): Promise<Measured> {
  const items = itemsOf(rows);
  const clock = createVirtualClock(Date.UTC(2026, 10, 23, 12));
  const store = createStore({ now: clock.now });
  if (WORKLOADS[kind].isSynced) seedCatalog(store, seedOf(items));
  const requests = createRequestCounter(store.send);
  let storeMicros = 0;
  const bench: Bench = {
    clock,
    store,
    requests,
    send(request) {
      const from = process.cpuUsage();
      const answer = requests.send(request);
      const { user, system } = process.cpuUsage(from);
      storeMicros += user + system;
      clock.advance(answer.tookMs);
      return answer;
    },
  };
  const mutations = rowMutations(store, kind, items.slice(0, sentRows));
  const startedAtMs = clock.now();
  const restBytes = process.memoryUsage.rss();
  const from = process.cpuUsage();
  await send(bench, mutations);
  const cpu = process.cpuUsage(from);
  const { total, byOperation, throttled, points } = requests.counts();
  const seconds = (clock.now() - startedAtMs) / 1000;
  return {
    outcome: 'finished',
    rowsDone: rows - throttled,
    requests: total,
    byOperation,
    throttled,
    points: Math.round(points),
    seconds,
    executions: Math.ceil(seconds / EXECUTION_SECONDS),
    longestExecutionSeconds: Math.min(seconds, EXECUTION_SECONDS),
    cpuSeconds: (cpu.user + cpu.system - storeMicros) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
    restMb: restBytes / 2 ** 20,
  };
}
