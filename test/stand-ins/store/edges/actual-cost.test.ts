import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { actualCost } from '../../../../local/store/graphql/query-cost/actual-cost';
import { requestedCost } from '../../../../local/store/graphql/query-cost/requested-cost';
import { schemaFor } from '../../../../local/store/graphql/schema';
import { describeBeside } from '../../../support/beside';
import {
  documentOf,
  type RecordedCost,
  readRecordedCosts,
  recordedStore,
  sameRequest,
} from './recorded-costs';

const schema = schemaFor('2026-10').graphql;
type Answered = Readonly<Record<string, unknown>>;

const recordingsIn = (folder: string): readonly Answered[] =>
  readdirSync(resolve(recordedStore, folder)).map((file) =>
    JSON.parse(readFileSync(resolve(recordedStore, folder, file), 'utf8')),
  );

/** Recorded answers by request, where the recording holds the whole payload. */
function recordedAnswers(): ReadonlyMap<string, Answered> {
  const answers = new Map<string, Answered>();
  for (const { exchanges } of recordingsIn('sequences')) {
    for (const { query, variables, response } of exchanges as Answered[]) {
      const data = (response as Answered).data as Answered | undefined;
      if (data) answers.set(sameRequest({ query: String(query), variables }), data);
    }
  }
  for (const { requests } of recordingsIn('contracts')) {
    for (const { document, variables, answerAt, answer } of requests as Answered[]) {
      const root = /^\$\.data(?:\.(\w+))?$/.exec(String(answerAt));
      if (!root || typeof answer !== 'object' || answer === null) continue;
      const data = root[1] ? { [root[1]]: answer } : (answer as Answered);
      answers.set(sameRequest({ query: String(document), variables }), data);
    }
  }
  return answers;
}

describeBeside('recorded-store', 'recorded actual costs', () => {
  test('nine of ten are met where the answer was recorded too', () => {
    const answers = recordedAnswers();
    const samples = new Map<string, RecordedCost[]>();
    for (const sample of readRecordedCosts()) {
      samples.set(sameRequest(sample), [...(samples.get(sameRequest(sample)) ?? []), sample]);
    }
    const missed: string[] = [];
    let compared = 0;
    for (const [request, [sample, another]] of samples) {
      const data = answers.get(request);
      if (!sample || another || !data || sample.actualQueryCost === null) continue;
      const document = documentOf(sample.query);
      if (requestedCost(schema, document, sample.variables)?.total !== sample.requestedQueryCost) continue;
      compared += 1;
      const actual = actualCost(schema, document, sample.variables, data);
      if (actual !== sample.actualQueryCost)
        missed.push(`${sample.index} (${sample.actualQueryCost}, not ${actual})`);
    }
    process.stdout.write(
      `actual cost: ${compared - missed.length} of ${compared} samples exact; missed ${missed.join(', ')}\n`,
    );
    expect(compared).toBeGreaterThan(70);
    expect((compared - missed.length) / compared).toBeGreaterThan(0.9);
  });
});

describe('the actual cost', () => {
  const actual = (query: string, data: Answered | null) => actualCost(schema, documentOf(query), {}, data);
  const products = '{ products(first: 250) { nodes { id seo { title } } } }';
  const nodes = (count: number) => ({
    products: { nodes: Array.from({ length: count }, () => ({ seo: {} })) },
  });

  test('of a page counts the nodes that came', () => {
    expect([1, 3, 250].map((count) => actual(products, nodes(count)))).toEqual([4, 6, 24]);
  });

  test('of an empty page is the requested one', () => {
    expect(actual(products, nodes(0))).toBe(24);
  });

  test('of a null keeps the object itself and nothing below it', () => {
    const query =
      '{ product(id: "gid://shopify/Product/1") { variants(first: 250) { nodes { inventoryItem { id } } } } }';
    expect(actual(query, { product: null })).toBe(1);
  });

  test('of a page read through nodes and edges counts it once', () => {
    const query = '{ products(first: 10) { nodes { id } edges { node { id } } } }';
    expect(actual(query, { products: { nodes: [{}, {}], edges: [{ node: {} }, { node: {} }] } })).toBe(3);
  });

  test('of a refused mutation is its own price', () => {
    const query =
      'mutation { productCreate(product: {}) { product { seo { title } } userErrors { message } } }';
    expect(actual(query, { productCreate: { product: null, userErrors: [] } })).toBe(10);
    expect(actual(query, null)).toBe(10);
  });
});
