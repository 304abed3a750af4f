import { createAdminApiClient } from '@shopify/admin-api-client';
import { fakeAccessToken } from '../store/embedded-store';
import { newestVersion } from '../store/graphql/schema/versions';
import type { WireAnswer, WireRequest } from '../store/wire';
import { type BenchStore, openBenchStore, startCounting } from './bench-store';
import type { Case } from './cases';
import type { Measured } from './measured';
import { memoryMeter } from './meters';
import { type RowMutation, rowMutations } from './row-mutations';

/** As the most complete open Apps Script peer does after each of its requests. */
const PEER_SLEEP_MS = 200;
/** Google ends an execution then; the peer cannot go on where it stood. */
const EXECUTION_SECONDS = 360;

type Send = (request: WireRequest) => WireAnswer;

/** One request a row and a sleep, one after the other. A row whose hash is the last one's is left out. */
export function measureRowByRow(each: Case): Promise<Measured> {
  return measure(
    each,
    each.kind === 'no-change' ? 0 : each.rows,
    EXECUTION_SECONDS,
    async ({ store, clock }, send, mutations) => {
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
export function measureOfficialClient(each: Case): Promise<Measured> {
  return measure(each, each.rows, Number.POSITIVE_INFINITY, async ({ store }, send, mutations) => {
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
  each: Case,
  sentRows: number,
  executionSeconds: number,
  sendAll: (bench: BenchStore, send: Send, mutations: readonly RowMutation[]) => Promise<void>,
): Promise<Measured> {
  const bench = openBenchStore(each);
  const mutations = rowMutations(bench.store, each.kind, bench.items.slice(0, sentRows));
  const memory = memoryMeter(bench.notOurs);
  const counted = startCounting(bench);
  const send: Send = (request) => {
    const answer = bench.requests.send(request);
    bench.clock.advance(answer.tookMs);
    memory.look();
    return answer;
  };
  await sendAll(bench, send, mutations);
  const since = counted();
  return {
    ...since,
    outcome: 'finished',
    rowsDone: each.rows - since.throttled,
    executions: Math.max(1, Math.ceil(since.seconds / executionSeconds)),
    longestExecutionSeconds: Math.min(since.seconds, executionSeconds),
    memory: memory.grown(),
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}
