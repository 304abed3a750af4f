import type { CatalogDump } from './dump';
import { dumpCatalog } from './dump-catalog';
import type { GraphqlAnswer, GraphqlRequest } from './graphql/execution/answer';
import { type ExecutionContext, isoTime } from './graphql/execution/context';
import { executeGraphql, settle } from './graphql/execution/execute';
import { newestVersion } from './graphql/schema/versions';
import { createSearchIndex, type SearchIndex, usualSearchLag } from './graphql/search/search-index';
import { createEdge, type Edge, type EdgeOptions, type SavedEdge, saveEdge } from './http/edge';
import { exchange } from './http/exchange';
import { createRandom } from './random';
import { newShop } from './seed-shop';
import type { BulkOptions } from './shop/bulk-operations/bulk-pace';
import type { DailyVariants } from './shop/rules/daily-variants';
import { loadState, type SavedStore, type StoreState, saveState } from './shop/state/store-state';
import type { WireAnswer, WireRequest } from './wire';

/** A permanent token that no real store ever issued. */
export const fakeAccessToken = 'shpat_embedded_store_fake_token';

/** JSON-safe; everything that `save()` keeps. */
export interface SavedEmbeddedStore extends SavedStore {
  readonly edge?: SavedEdge;
}

export interface StoreOptions extends EdgeOptions {
  /** Virtual epoch milliseconds. */
  readonly now: () => number;
  readonly shop?: string;
  readonly currencyCode?: string;
  /** Names; the first is the primary location. */
  readonly locations?: readonly string[];
  /** Ids and every chance come from one generator. */
  readonly seed?: number;
  /** From `save()`; shop, currency and locations are then the saved ones. */
  readonly saved?: SavedEmbeddedStore;
  readonly accessToken?: string;
  readonly accessScopes?: readonly string[];
  /** `ignored`: Shopify takes the key and does not act on it, as people have reported of early 2026. */
  readonly idempotency?: 'honoured' | 'ignored';
  /** No limit where nothing is said. */
  readonly dailyVariants?: DailyVariants;
  /** How fast bulk operations run, and which of them fail. */
  readonly bulk?: BulkOptions;
  /** How long searches do not see a write; 2,000 ms where nothing is said. */
  readonly searchLagMs?: number;
  /** How long a product is not found by its variants' new SKUs, prices or stock; 5,000 ms where nothing is said. */
  readonly derivedSearchLagMs?: number;
}

/** What varies between callers of `execute`; left out, the newest version and all that the app was granted. */
export interface CallerContext {
  readonly apiVersion?: string;
  readonly accessScopes?: readonly string[];
  readonly wantsSearches?: boolean;
}

export interface EmbeddedStore {
  readonly shop: string;
  /** The inside, for tests and seeding. */
  readonly state: StoreState;
  readonly options: StoreOptions;
  /** Apps and tokens, the buckets, faults and other people. */
  readonly edge: Edge;
  /** What searches see, which is behind the state. */
  readonly searchIndex: SearchIndex;
  /** Everything that reaches the shop's and the storage hosts. */
  send(request: WireRequest): WireAnswer;
  /** GraphQL without HTTP. */
  execute(request: GraphqlRequest, caller?: CallerContext): GraphqlAnswer;
  dump(): CatalogDump;
  /** JSON-safe; `options.saved` loads it again. */
  save(): SavedEmbeddedStore;
}

export function createStore(options: StoreOptions): EmbeddedStore {
  const state = options.saved ? loadState(options.saved) : newShop(options);
  const random = createRandom(options.seed ?? 1);
  const lag = {
    ownMs: options.searchLagMs ?? usualSearchLag.ownMs,
    derivedMs: options.derivedSearchLagMs ?? options.searchLagMs ?? usualSearchLag.derivedMs,
  };
  const searchIndex = createSearchIndex(state, lag, options.now());

  const contextFor = (request: GraphqlRequest, caller: CallerContext): ExecutionContext => {
    const nowMs = options.now();
    return {
      state,
      apiVersion: request.apiVersion ?? caller.apiVersion ?? newestVersion,
      nowMs,
      now: isoTime(nowMs),
      random,
      accessScopes: caller.accessScopes ?? state.installation.accessScopes,
      bulk: options.bulk ?? {},
      idempotency: options.idempotency ?? 'honoured',
      dailyVariants: options.dailyVariants,
      searchIndex,
      searches: [],
      wantsSearches: caller.wantsSearches ?? false,
    };
  };

  const installed = {
    accessToken: options.accessToken ?? fakeAccessToken,
    accessScopes: state.installation.accessScopes,
  };
  const edge = createEdge(options, installed, options.seed ?? 1, options.saved?.edge);

  const store: EmbeddedStore = {
    shop: state.shop.domain,
    state,
    options,
    edge,
    searchIndex,
    send: (request) => exchange(store, request),
    execute: (request, caller = {}) => executeGraphql(request, contextFor(request, caller)),
    dump: () => {
      settle(contextFor({ query: '' }, {}));
      return dumpCatalog(state);
    },
    save: () => ({ ...saveState(state), edge: saveEdge(edge) }),
  };
  return store;
}
