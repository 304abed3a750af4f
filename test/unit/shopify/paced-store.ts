import { createVirtualClock, type VirtualClock } from '../../../local/apps-script/runtime/clock';
import { createStore, fakeAccessToken } from '../../../local/store/embedded-store';
import type { StoreOptions } from '../../../local/store/store-types';
import type { Http } from '../../../src/ports/http';
import { succeed } from '../../../src/ports/problem';
import { type AdminClient, createAdminClient } from '../../../src/shopify/client/admin-client';
import type { GraphqlRequest } from '../../../src/shopify/client/graphql';
import type { PaceMemory } from '../../../src/shopify/client/pace-memory';

/** An embedded store on a virtual clock that counts what reaches it. */
export interface PacedStore {
  readonly clock: VirtualClock;
  readonly counts: { requests: number; throttled: number; readonly waves: number[] };
  client(options?: { readonly kMax?: number; readonly memory?: PaceMemory }): AdminClient;
}

export function openPacedStore(options: Partial<StoreOptions> = {}): PacedStore {
  const clock = createVirtualClock(Date.UTC(2026, 10, 22, 12));
  const store = createStore({ now: clock.now, latencyMs: 250, ...options });
  const counts = { requests: 0, throttled: 0, waves: [] as number[] };
  const http: Http = {
    send(requests) {
      counts.waves.push(requests.length);
      const answers = requests.map(({ method, url, headers, body = '' }) => {
        const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
        return store.send({
          method,
          url,
          body,
          headers: { 'content-type': 'application/json', ...Object.fromEntries(lower) },
        });
      });
      clock.advance(Math.max(...answers.map(({ tookMs }) => tookMs)));
      return answers.map((answer) => {
        counts.requests += 1;
        if ('failure' in answer) return { failure: answer.failure };
        if (answer.body.includes('"THROTTLED"')) counts.throttled += 1;
        return answer;
      });
    },
  };
  return {
    clock,
    counts,
    client: (pacing = {}) =>
      createAdminClient({
        shop: store.shop,
        auth: { accessToken: () => succeed(fakeAccessToken), replaceToken: () => succeed(fakeAccessToken) },
        http,
        clock: { now: clock.now, sleep: clock.advance },
        ...pacing,
      }),
  };
}

/** A mutation that costs ten points and finds nothing to change. */
export const tenPoints = (index: number): GraphqlRequest => ({
  document: 'mutation Tag($id: ID!) { tagsAdd(id: $id, tags: ["paced"]) { userErrors { message } } }',
  variables: { id: `gid://shopify/Product/${index + 1}` },
  cost: 10,
  repeatable: true,
});

/** How long it takes to send these, in seconds. */
export function sendAll(
  { clock }: Pick<PacedStore, 'clock'>,
  client: AdminClient,
  requests: readonly GraphqlRequest[],
): number {
  const startedMs = clock.now();
  const queue = [...requests];
  while (queue.length > 0) {
    const next = queue.slice(0, client.kMax);
    const replies = client.send(queue.splice(0, client.fit(next)));
    for (const reply of replies) if (reply.kind !== 'answered') throw new Error(reply.problem.message);
  }
  return (clock.now() - startedMs) / 1000;
}
