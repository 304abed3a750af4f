import type { WireAnswer, WireRequest } from '../../../local/store/wire';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

const PRODUCTS = 25;
const sheet = (price: (index: number) => string) => ({
  Prices: [
    'SKU,Price',
    ...Array.from({ length: PRODUCTS }, (_, index) => `SKU-${index},${price(index)}`),
  ].join('\n'),
});
const catalog = {
  products: Array.from({ length: PRODUCTS }, (_, index) => ({
    handle: `item-${index}`,
    title: `Item ${index}`,
    variants: [{ sku: `SKU-${index}`, price: '10.00' }],
  })),
};

const documentOf = ({ body }: WireRequest): string =>
  typeof body === 'string' && body.startsWith('{') ? String(JSON.parse(body).query) : '';
const fieldsIn = (request: WireRequest) => documentOf(request).split('productVariantsBulkUpdate(').length - 1;

/** A spreadsheet and a store in step, and what is answered to documents of several changes. */
function open(
  answering: (request: WireRequest, answer: () => WireAnswer) => WireAnswer | undefined = () => undefined,
  options: BenchOptions = {},
) {
  const documents: number[] = [];
  const bench = openWorkbench({
    ...options,
    answering(request, answer) {
      if (fieldsIn(request) > 0) documents.push(fieldsIn(request));
      return (fieldsIn(request) > 1 && answering(request, () => answer)) || answer;
    },
  });
  seed(bench);
  bench.sync(sheet(() => '10.00'));
  return { bench, documents };
}

function seed({ store }: Workbench): void {
  for (const { handle, title, variants } of catalog.products) {
    store.execute({
      query: `mutation($input: ProductSetInput!) { productSet(input: $input, synchronous: true) { userErrors { message } } }`,
      variables: {
        input: {
          ...{ handle, title, productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }] },
          variants: variants.map((variant) => ({
            ...variant,
            optionValues: [{ optionName: 'Title', name: 'Default Title' }],
          })),
        },
      },
    });
  }
}

const pricesIn = ({ store }: Workbench) => store.dump().products.map(({ variants }) => variants[0]?.price);
const all = (price: string) => Array(PRODUCTS).fill(price);

const refusedWhole = (tookMs: number): WireAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    errors: [
      {
        message: 'Variable $variants_1 was provided invalid value',
        extensions: { code: 'INVALID_VARIABLE', problems: [] },
      },
    ],
  }),
  tookMs,
});

describe('price changes of many products', () => {
  test('travel together, and each row says that it was updated', () => {
    const { bench, documents } = open();
    const report = bench.sync(sheet(() => '10.50'));
    expect(report).toMatchObject({ outcome: 'finished', totals: { updated: PRODUCTS } });
    expect(documents).toEqual([5, 5, 5, 5, 5]);
    expect(pricesIn(bench)).toEqual(all('10.50'));
  });

  test('are refused one by one: the neighbours of a product that is gone are updated', () => {
    let isGone = false;
    const { bench } = open(undefined, {
      gate({ service, args }) {
        if (
          isGone ||
          service !== 'UrlFetchApp' ||
          !JSON.stringify(args).includes('productVariantsBulkUpdate')
        )
          return;
        isGone = true;
        const [, id] = /"id":"(gid:\/\/shopify\/Product\/\d+)"/.exec(
          JSON.stringify(
            bench.store.execute({
              query: '{ productByIdentifier(identifier: { handle: "item-3" }) { id } }',
            }),
          ),
        ) as RegExpExecArray;
        bench.store.execute({
          query: 'mutation($id: ID!) { productDelete(input: { id: $id }) { deletedProductId } }',
          variables: { id },
        });
      },
    });
    const report = bench.sync(sheet(() => '10.50'));
    expect(isGone).toBe(true);
    expect(report.totals).toMatchObject({ updated: PRODUCTS - 1 });
    expect(report.totals.error + report.totals.conflict).toBe(1);
    expect(pricesIn(bench)).toEqual(Array(PRODUCTS - 1).fill('10.50'));
  });

  test('whose answer is lost are unknown one by one, and come out right in the end', () => {
    let lost = 0;
    const { bench } = open((_, answer) => {
      answer();
      lost += 1;
      return lost <= 6 ? { failure: 'timeout', tookMs: 60_000 } : undefined;
    });
    const report = bench.sync(sheet(() => '10.50'));
    expect(lost).toBeGreaterThan(4);
    expect(report).toMatchObject({ outcome: 'finished', totals: { error: 0, conflict: 0, skipped: 0 } });
    expect(pricesIn(bench)).toEqual(all('10.50'));
  });

  test('are sent one by one where Shopify refuses the document as a whole', () => {
    let refused = 0;
    const { bench, documents } = open((request, answer) => {
      refused += 1;
      // What the store has done by now is done again by what is sent alone.
      return answer() && fieldsIn(request) > 1 ? refusedWhole(250) : undefined;
    });
    const report = bench.sync(sheet(() => '10.50'));
    expect(refused).toBe(5);
    expect(documents.filter((fields) => fields === 1)).toHaveLength(PRODUCTS);
    expect(report).toMatchObject({ outcome: 'finished', totals: { updated: PRODUCTS } });
  });

  test('are given back one by one', () => {
    const { bench } = open();
    bench.sync(sheet((index) => (index % 2 === 0 ? '10.50' : '10.00')));
    const runs = bench.call<readonly { readonly number: number }[]>('listRuns');
    const run = runs.ok ? runs.value[0]?.number : undefined;
    expect(bench.call('undoRun', { run })).toMatchObject({ ok: true, value: { outcome: 'finished' } });
    expect(pricesIn(bench)).toEqual(all('10.00'));
  });
});
