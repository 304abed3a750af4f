import type { PullEstimate } from '../../../src/answers/pull';
import type { CatalogFilter } from '../../../src/ports/catalog-reader';
import { inAdmin } from '../../support/in-admin';
import { answered } from '../../support/running';
import { collect, move } from '../groups/shop';
import { choiceOf, estimate, openConnected } from './pulling';

/** Words that Shopify's search, or a quote around them, may take for something else; each holds another one. */
const ODD = [
  'Acme',
  'Acme "Best"',
  'Acme: Best',
  "Acme's",
  'Ärmel 帽子',
  'Acme OR Bolt',
  '(Acme)',
  'Acme\\Bolt',
  '-Acme',
  'Acme*',
  'Acme & Söhne',
  'status:draft',
];

const SET = `mutation ($input: ProductSetInput!) {
  productSet(input: $input, synchronous: true) { userErrors { field message } } }`;

const bench = openConnected();
ODD.forEach((word, number) => {
  const input = {
    ...{ title: `Hat ${number}`, handle: `hat-${number}`, status: 'ACTIVE' },
    ...{ vendor: word, productType: `${word} type`, tags: [`${word} tag`] },
    productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
    variants: [
      { optionValues: [{ optionName: 'Title', name: 'Default Title' }], sku: `${word} 1`, price: '5' },
    ],
  };
  inAdmin(bench, SET, { input });
});
collect(bench, ...ODD.map((word) => [`${word} shelf`] as const));
ODD.forEach((word, number) => {
  move(bench, `hat-${number}`, 'Join', `${word} shelf`);
});
inAdmin(
  bench,
  'mutation ($p: ProductUpdateInput!) { productUpdate(product: $p) { userErrors { message } } }',
  {
    p: { id: bench.store.state.products.all()[0]?.id, category: 'gid://shopify/TaxonomyCategory/aa-1' },
  },
);
bench.clock.advance(600_000);
bench.store.searchIndex.catchUp();

const found = (filter: CatalogFilter) => {
  const answer = estimate(bench, choiceOf('prices', { filter }));
  return answer.ok ? answered<PullEstimate>(answer).products : answer.problem.message;
};

const BY_WORD: Readonly<Record<string, (word: string) => CatalogFilter>> = {
  vendor: (vendor) => ({ vendor }),
  'product type': (word) => ({ productType: `${word} type` }),
  tag: (word) => ({ tag: `${word} tag` }),
  collection: (word) => ({ collection: `${word} shelf` }),
  SKU: (word) => ({ skus: [`${word} 1`] }),
};

describe('a filter', () => {
  test.each(Object.entries(BY_WORD))(
    'by %s finds what says just that, whatever stands in it',
    (_, filterOf) => {
      expect(ODD.map((word) => [word, found(filterOf(word))])).toEqual(ODD.map((word) => [word, 1]));
    },
  );

  test.each<[CatalogFilter, number | RegExp]>([
    [{ category: 'Apparel & Accessories > Clothing' }, 1],
    [{ category: 'gid://shopify/TaxonomyCategory/aa-1' }, 1],
    [{ collection: ' acme SHELF ' }, 1],
    [{ collection: 'acme-shelf' }, 1],
    [{ vendor: 'Acm' }, /finds no product/],
    [{ status: 'active,draft' }, ODD.length],
    [{ status: 'draft OR status:active' }, /“status”/],
    [{ changedSince: '2026-13-45' }, /no day “2026-13-45”/],
    [{ changedSince: '2026-02-30' }, /no day/],
    [{ changedSince: '2026-02-28' }, ODD.length],
    [{ handles: ['hat-1', 'hat-3', 'none: "such"'] }, 2],
    [{ vendor: 'Acme', handles: ['hat-1', 'hat-0'] }, 1],
  ])('%j finds as many as it says', (filter, wanted) => {
    expect(found(filter)).toEqual(typeof wanted === 'number' ? wanted : expect.stringMatching(wanted));
  });
});

test('One SKU that more than 250 products have finds too many to be searched for by their handles.', () => {
  const same = openConnected();
  for (let number = 0; number < 251; number += 1)
    inAdmin(same, SET, {
      input: {
        ...{ title: `Hat ${number}`, handle: `hat-${number}` },
        productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
        variants: [{ optionValues: [{ optionName: 'Title', name: 'Default Title' }], sku: 'SAME' }],
      },
    });
  same.store.searchIndex.catchUp();
  const answer = estimate(same, choiceOf('prices', { filter: { skus: ['SAME'] } }));
  expect(answer).toMatchObject({
    ok: false,
    problem: { message: expect.stringContaining('of more than 250 products'), nextStep: expect.any(String) },
  });
});
