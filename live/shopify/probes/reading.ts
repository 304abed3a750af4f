import { at, listAt } from '../../question';
import { errorCodes } from '../admin';
import { draftOf, need, type Probe, poll } from '../bench';

/** Fewer say nothing about how the cost grows. */
const LEAST_PRODUCTS = 10;

const NODES = `query LiveCheckNodes($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Product {
      id handle
      variants(first: 100) { nodes { id sku price inventoryItem { id tracked } } }
      media(first: 250) { nodes { id } }
    }
  }
}`;

/** Reading: what it costs, how far searches lag, and what is too much. */
export const readingProbes: readonly Probe[] = [
  {
    id: 'read-by-id',
    question: 'Does reading by ID cost the same for one product and for 250, and in time?',
    words:
      'the same cost for every number of IDs, and under ten seconds; else the add-on asks for fewer at once',
    expected: [{ sameCost: true, inTime: true, refused: [] }],
    async run({ admin }) {
      const { body } = await admin.ask('{ products(first: 250) { nodes { id } } }');
      const ids = listAt(body, 'data.products.nodes').map((node) => at(node, 'id'));
      need(ids[LEAST_PRODUCTS - 1], `${LEAST_PRODUCTS} products in the store, better 250`);
      const answers = [];
      for (const size of [1, 10, 100, 250].filter((size) => size <= ids.length)) {
        const answer = await admin.ask(NODES, { ids: ids.slice(0, size) });
        answers.push({
          size,
          ms: answer.ms,
          refused: errorCodes(answer),
          cost: at(answer.body, 'extensions.cost'),
        });
      }
      const costs = new Set(answers.map(({ cost }) => at(cost, 'requestedQueryCost')));
      return {
        answer: {
          sameCost: costs.size === 1,
          inTime: answers.every(({ ms }) => ms < 10_000),
          refused: answers.flatMap(({ refused }) => refused),
        },
        seen: answers,
      };
    },
  },
  {
    id: 'search-fifty',
    question: 'Does one search find a new SKU among fifty, and how soon?',
    words: 'within half a minute, and without a warning that the search was cut',
    expected: [{ found: true, warned: false, refused: [] }],
    async run(bench) {
      draftOf(bench);
      const others = Array.from({ length: 49 }, (_, index) => `sku:"LIVE-NONE-${index}"`);
      const query = [...others, `sku:"${bench.names.sku}-S"`].join(' OR ');
      const began = Date.now();
      let last: unknown;
      let refused: readonly string[] = [];
      const found = await poll(bench, { everyMs: 1500, times: 20 }, async () => {
        const answer = await bench.admin.ask(
          'query LiveCheckSearch($query: String!) { productVariants(first: 50, query: $query) { nodes { sku } } }',
          { query },
        );
        last = at(answer.body, 'extensions.search');
        refused = errorCodes(answer);
        return refused.length > 0 || listAt(answer.body, 'data.productVariants.nodes').length > 0
          ? true
          : undefined;
      });
      const warned = JSON.stringify(last ?? []).includes('"warnings":[{');
      return {
        answer: { found: found === true && refused.length === 0, warned, refused: [...refused] },
        seen: { afterMs: Date.now() - began, search: last },
      };
    },
  },
  {
    id: 'category-by-name',
    question: 'Does a search for a category find the one of exactly that name?',
    words: 'yes: a full name as a row would have it',
    expected: [{ found: true }],
    async run({ admin }) {
      const { body } = await admin.ask(
        '{ taxonomy { categories(first: 25, search: "Apparel & Accessories") { nodes { id fullName } } } }',
      );
      const names = listAt(body, 'data.taxonomy.categories.nodes').map((node) => at(node, 'fullName'));
      return { answer: { found: names.includes('Apparel & Accessories') }, seen: names.slice(0, 5) };
    },
  },
  {
    id: 'query-too-costly',
    question: 'How is a query refused that costs more than 1,000 points?',
    words: 'with MAX_COST_EXCEEDED in an answer with status 200',
    expected: [{ status: 200, refused: ['MAX_COST_EXCEEDED'] }],
    async run({ admin }) {
      const answer = await admin.ask(
        '{ products(first: 250) { nodes { variants(first: 250) { nodes { id metafields(first: 250) { nodes { id } } } } } } }',
      );
      return { answer: { status: answer.status, refused: [...errorCodes(answer)] }, seen: answer.body };
    },
  },
  {
    id: 'list-too-long',
    question: 'How is a list of 251 values refused?',
    words: 'with MAX_INPUT_SIZE_EXCEEDED',
    expected: [{ refused: ['MAX_INPUT_SIZE_EXCEEDED'] }],
    async run(bench) {
      const ids = Array.from({ length: 251 }, () => draftOf(bench).id);
      const answer = await bench.admin.ask('query LiveCheckIds($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids,
      });
      return { answer: { refused: [...errorCodes(answer)] }, seen: answer.body };
    },
  },
];
