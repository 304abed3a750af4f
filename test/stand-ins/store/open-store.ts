import { createStore } from '../../../local/store/embedded-store';
import type { GraphqlAnswer } from '../../../local/store/graphql/execution/answer';
import type { EmbeddedStore, StoreOptions } from '../../../local/store/store-types';

// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever its query asks for
export type Answered = any;

export interface OpenStore {
  readonly store: EmbeddedStore;
  /** One GraphQL request in the newest version, or the one named. */
  graphql(query: string, variables?: Record<string, unknown>, apiVersion?: string): GraphqlAnswer;
  /** The value of the one root field; throws if the answer has top-level errors. */
  ask(query: string, variables?: Record<string, unknown>, apiVersion?: string): Answered;
  wait(ms: number): void;
}

/** A fresh store on a virtual clock that stands still until told otherwise. */
export function openStore(options: Partial<StoreOptions> = {}): OpenStore {
  let nowMs = Date.parse('2026-11-22T09:00:00Z');
  const store = createStore({ now: () => nowMs, ...options });
  const graphql: OpenStore['graphql'] = (query, variables = {}, apiVersion) =>
    JSON.parse(JSON.stringify(store.execute({ query, variables, apiVersion })));
  return {
    store,
    graphql,
    ask: (query, variables, apiVersion) => {
      const { data, errors } = graphql(query, variables, apiVersion);
      if (errors || !data) throw new Error(JSON.stringify(errors));
      return Object.values(data)[0] as never;
    },
    wait: (ms) => {
      nowMs += ms;
    },
  };
}

/** Two sizes in two colours, three of the four combinations, tracked. */
export const shirt = {
  title: 'Shirt',
  handle: 'shirt',
  productOptions: [
    { name: 'Size', values: [{ name: 'S' }, { name: 'M' }] },
    { name: 'Color', values: [{ name: 'Red' }, { name: 'Blue' }] },
  ],
  variants: [
    variant('S', 'Red', 'SHIRT-S-RED'),
    variant('S', 'Blue', 'SHIRT-S-BLUE'),
    variant('M', 'Red', 'SHIRT-M-RED'),
  ],
};

function variant(size: string, color: string, sku: string) {
  return {
    price: '10',
    sku,
    optionValues: [
      { optionName: 'Size', name: size },
      { optionName: 'Color', name: color },
    ],
    inventoryItem: { tracked: true },
  };
}

export const setProduct = `mutation ($input: ProductSetInput!, $identifier: ProductSetIdentifiers, $synchronous: Boolean) {
  productSet(input: $input, identifier: $identifier, synchronous: $synchronous) {
    product {
      id title handle vendor tags descriptionHtml
      options { id name values optionValues { id name } }
      variants(first: 10) { nodes { id title sku price position inventoryItem { id tracked } } }
    }
    productSetOperation { id status product { id } }
    userErrors { field message code }
  }
}`;
