import { createStore } from '../../../../local/store/embedded-store';
import type { EmbeddedStore } from '../../../../local/store/store-types';
import { type Difference, differences } from './compare';
import { createIdLearning } from './id-learning';
import type { Json, Sequence } from './recordings';

/** One exchange after it was replayed. */
export interface Replayed {
  readonly where: string;
  readonly differences: readonly Difference[];
}

/** A little time passes between two requests, as it does for a client. */
const betweenRequestsMs = 250;

export function freshStore(currencyCode = 'USD'): {
  store: EmbeddedStore;
  pass: () => void;
  wait: (ms: number) => void;
} {
  let nowMs = Date.parse('2026-11-22T09:00:00Z');
  const store = createStore({ now: () => nowMs, shop: 'recorded-store.myshopify.com', currencyCode });
  const wait = (ms: number): void => {
    nowMs += ms;
  };
  return { store, pass: () => wait(betweenRequestsMs), wait };
}

/** Replays a whole conversation against an empty store. */
export function replaySequence(sequence: Sequence): Replayed[] {
  const { store, pass } = freshStore();
  const ids = createIdLearning();
  return sequence.exchanges.map(({ step, query, variables, response }) => {
    pass();
    const answer = send(store, query, ids.translate(variables), sequence.apiVersion);
    ids.learn(response, answer);
    return {
      where: `${sequence.name} ${step}`,
      differences: differences(comparable(response), comparable(answer)),
    };
  });
}

/** A store that throws has a bug: the replay shows it as an answer of its own. */
export function send(store: EmbeddedStore, query: string, variables: Json, apiVersion: string): Json {
  try {
    const answer = store.execute({ query, variables: variables as Record<string, unknown>, apiVersion });
    return JSON.parse(JSON.stringify(answer));
  } catch (error) {
    return { thrown: (error as Error).stack ?? String(error) };
  }
}

/** Of a body: `data` and `errors`. */
function comparable(body: Json): Json {
  const { extensions: _notCompared, ...rest } = body as { readonly [key: string]: Json };
  return rest;
}
