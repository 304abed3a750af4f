import { dumpCatalog } from './dump-catalog';
import type { GraphqlRequest } from './graphql/execution/answer';
import { type ExecutionContext, isoTime } from './graphql/execution/context';
import { completeDue, executeGraphql } from './graphql/execution/execute';
import { newestVersion } from './graphql/schema/versions';
import { createSearchIndex, usualSearchLag } from './graphql/search/search-index';
import { createEdge, saveEdge } from './http/edge';
import { exchange } from './http/exchange';
import { createRandom } from './random';
import { newShop } from './seed-shop';
import { loadState, saveState } from './shop/state/store-state';
import type { CallerContext, EmbeddedStore, StoreOptions } from './store-types';

/** A permanent token that no real store ever issued. */
export const fakeAccessToken = 'shpat_embedded_store_fake_token';

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
      completeDue(contextFor({ query: '' }, {}));
      return dumpCatalog(state);
    },
    save: () => ({ ...saveState(state), edge: saveEdge(edge) }),
  };
  return store;
}
