import { createVirtualClock, type VirtualClock } from '../../../../local/apps-script/runtime/clock';
import { createStore, fakeAccessToken } from '../../../../local/store/embedded-store';
import { type CatalogSeed, seedCatalog } from '../../../../local/store/seed-catalog';
import type { EmbeddedStore, StoreOptions } from '../../../../local/store/store-types';
import type { ProductId, VariantId } from '../../../../src/catalog/values/gid';
import type { SnapshotNeeds, StoreSnapshot } from '../../../../src/plan/model/snapshot';
import type { Http, HttpAnswer, HttpRequest } from '../../../../src/ports/http';
import { type Result, succeed } from '../../../../src/ports/problem';
import { lookUpMemory } from '../../../../src/shopify/bulk/look-up-memory';
import { createAdminClient } from '../../../../src/shopify/client/admin-client';
import type { LookUpWay } from '../../../../src/shopify/reading/choose-way';
import { fetchSnapshot, fetchSnapshotBy } from '../../../../src/shopify/reading/fetch-snapshot';

/** A store to look things up in; each look-up is an execution of its own, and only the settings are kept between them. */
export interface LookUpBench {
  readonly store: EmbeddedStore;
  readonly clock: VirtualClock;
  readonly settings: Map<string, string>;
  /** Names of the root fields asked for, and `download`, in order. */
  readonly asked: string[];
  lookUp(needs: Partial<SnapshotNeeds>, secondsLeft?: number): Result<StoreSnapshot>;
  lookUpBy(way: LookUpWay, needs: Partial<SnapshotNeeds>): StoreSnapshot;
  products(): readonly ProductId[];
  variants(): readonly VariantId[];
  /** Stands between the look-up and the store. */
  meanwhile: (request: HttpRequest, send: () => HttpAnswer) => HttpAnswer;
}

const NO_NEEDS: SnapshotNeeds = {
  products: [],
  variants: [],
  knownHandles: [],
  categories: [],
  images: [],
  stock: false,
  media: false,
  descriptions: false,
  onlineStore: null,
};

export function openLookUp(seed: CatalogSeed, options: Partial<StoreOptions> = {}): LookUpBench {
  const clock = createVirtualClock(Date.UTC(2026, 10, 22, 12));
  const store = createStore({ now: clock.now, latencyMs: 200, ...options });
  seedCatalog(store, seed);
  // Until then images are being fetched.
  clock.advance(60_000);
  const settings = new Map<string, string>();
  const asked: string[] = [];

  const exchange = ({ method, url, headers, body = '' }: HttpRequest) => {
    const answer = store.send({
      method,
      url,
      body,
      headers: { 'content-type': 'application/json', ...inLowerCase(headers) },
    });
    return 'failure' in answer ? answer : { ...answer, headers: inLowerCase(answer.headers) };
  };
  const http: Http = {
    send(requests) {
      let tookMs = 0;
      const answers = requests.map((request) => {
        asked.push(rootOf(request));
        return bench.meanwhile(request, () => {
          const answer = exchange(request);
          tookMs = Math.max(tookMs, answer.tookMs);
          return 'failure' in answer ? { failure: answer.failure } : answer;
        });
      });
      clock.advance(tookMs);
      return answers;
    },
  };
  const execution = () => {
    const virtualClock = { now: clock.now, sleep: clock.advance };
    const token = succeed(fakeAccessToken);
    const client = createAdminClient({
      shop: store.shop,
      auth: { accessToken: () => token, replaceToken: () => token },
      http,
      clock: virtualClock,
    });
    const memory = lookUpMemory({
      seenBy: 'editors',
      load: (key) => settings.get(key),
      save: (key, value) => settings.set(key, value),
      remove: (key) => settings.delete(key),
    });
    return { client, http, clock: virtualClock, memory };
  };
  const bench: LookUpBench = {
    store,
    clock,
    settings,
    asked,
    lookUp: (needs, secondsLeft = 270) =>
      fetchSnapshot(execution(), { ...NO_NEEDS, ...needs }, clock.now() + secondsLeft * 1000),
    lookUpBy(way, needs) {
      const read = fetchSnapshotBy(execution(), { ...NO_NEEDS, ...needs }, way, Number.POSITIVE_INFINITY);
      if (!read.ok) throw new Error(read.problem.message);
      return read.value;
    },
    products: () => store.state.products.all().map(({ id }) => id as ProductId),
    variants: () => store.state.variants.all().map(({ id }) => id as VariantId),
    meanwhile: (_, send) => send(),
  };
  return bench;
}

function inLowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function rootOf({ method, body = '' }: HttpRequest): string {
  if (method === 'GET') return 'download';
  const { query } = JSON.parse(body) as { readonly query: string };
  return /\{\s*(?:\w+:\s*)?(\w+)/.exec(query)?.[1] ?? '';
}

/** Products of one variant each, `product-0` with the SKU `SKU-0` and so on. */
export function plainCatalog(count: number): CatalogSeed {
  return {
    products: Array.from({ length: count }, (_, index) => ({
      handle: `product-${index}`,
      title: `Product ${index}`,
      variants: [{ sku: `SKU-${index}`, price: '5.00' }],
    })),
  };
}
