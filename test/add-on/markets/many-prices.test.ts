import { seedCatalog } from '../../../local/store/seed-catalog';
import type { StoreOptions } from '../../../local/store/store-types';
import type { WireAnswer } from '../../../local/store/wire';
import { chunk } from '../../../src/catalog/values/arrays';
import { sampleOf } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { deleteVariant, fix, fixedPricesIn, pricesTab } from './shop';

/** Nine pages of a price list, and as many mutations. */
const COUNT = 2_200;
const skus = Array.from({ length: COUNT }, (_, index) => `S-${10_000 + index}`);
const tab = (cents: number, headers: readonly string[]) => ({
  Prices: pricesTab(headers, ...skus.map((sku) => [sku, ...headers.map(() => (cents / 100).toFixed(2))])),
});

/** A spreadsheet in step with a shop, of which one list fixes all prices and another none. */
function inStep(): string {
  const bench = openWorkbench();
  const prices = skus.map((sku) => ({ sku, price: '10.00', compareAtPrice: null }));
  const adjustment = { type: 'PERCENTAGE_DECREASE' as const, value: 0 };
  seedCatalog(bench.store, {
    products: chunk(skus, 200).map((own, index) => ({
      ...{ handle: `product-${index}`, title: `Product ${index}`, options: [{ name: 'No', values: own }] },
      variants: own.map((sku) => ({ sku, price: '10.00', options: { No: sku } })),
    })),
    priceLists: [
      {
        ...{ name: 'Germany', currency: 'EUR', adjustment, prices },
        catalog: { title: 'Germany', markets: ['Germany'] },
      },
      {
        ...{ name: 'Home', currency: 'USD', adjustment, prices: [] },
        catalog: { title: 'Home', markets: ['Home'] },
      },
    ],
  });
  const rows = skus.map((sku) => [sku, '10.00', '10.00', '']);
  bench.sync({ Prices: pricesTab(['Price', 'Price / Germany', 'Price / Home'], ...rows) });
  return bench.save();
}

const saved = inStep();

interface Opening {
  readonly shop?: Partial<StoreOptions>;
  /** What somebody does in Shopify before a request of this mutation is sent. */
  readonly before?: { readonly mutation: string; readonly act: (bench: Workbench) => void };
  /** What becomes of the first document of several lists. */
  readonly first?: (answer: WireAnswer) => WireAnswer;
}

function open({ shop = {}, before, first }: Opening = {}) {
  const documents: number[] = [];
  const bench: Workbench = openWorkbench({
    saved,
    store: shop,
    gate({ service, args }) {
      if (service !== 'UrlFetchApp' || !before || !JSON.stringify(args).includes(`${before.mutation}(`))
        return;
      const { act } = before;
      before = undefined;
      act(bench);
    },
    answering({ body }, answer) {
      const query = typeof body === 'string' && body.startsWith('{') ? String(JSON.parse(body).query) : '';
      const parts = query.split('priceListFixedPricesUpdate(').length - 1;
      if (parts > 0) documents.push(parts);
      const said = parts > 1 ? first?.(answer) : undefined;
      if (parts > 1) first = undefined;
      return said ?? answer;
    },
  });
  const already = bench.requests.counts().total;
  return { bench, documents, requests: () => bench.requests.counts().total - already };
}

const countOf = ({ requests }: Workbench, field: string) => requests.counts().byOperation[field] ?? 0;
const pricesOf = (bench: Workbench, title = 'Germany') =>
  fixedPricesIn(bench).flatMap((each) =>
    each.startsWith(title) ? [each.split(' ').slice(2).join(' ')] : [],
  );
const all = (price: string, count = COUNT) => Array<string>(count).fill(price);
const GERMANY = tab(1_025, ['Price / Germany']);

describe('thousands of fixed prices', () => {
  test('are read in one file and sent a thousand and more at a time', () => {
    const { bench, documents, requests } = open();
    expect(bench.sync(GERMANY).totals).toMatchObject({ updated: COUNT, error: 0, conflict: 0 });
    expect(documents).toEqual([5, 4]);
    expect(countOf(bench, 'priceList')).toBe(1);
    // Nine mutations and nine pages, each by itself, would be twelve more.
    expect(requests()).toBeLessThan(30);
    expect(pricesOf(bench)).toEqual(all('10.25'));
    bench.call('undoRun', { run: 2 });
    expect(pricesOf(bench)).toEqual(all('10.00'));
  });

  test('of several lists are read and sent together, each against its own', () => {
    const { bench, documents } = open();
    const rows = skus.map((sku) => [sku, '10.50', '10.75']);
    const { totals } = bench.sync({ Prices: pricesTab(['Price / Germany', 'Price / Home'], ...rows) });
    expect(totals).toMatchObject({ updated: COUNT, error: 0 });
    expect(documents).toEqual([5, 5, 5, 3]);
    expect(countOf(bench, 'priceList')).toBe(2);
    expect(pricesOf(bench)).toEqual(all('10.50'));
    expect(pricesOf(bench, 'Home')).toEqual(all('10.75'));
  });

  test.each(
    sampleOf(
      [
        ['cannot be fetched', { files: 'unreachable' as const }],
        ['takes for ever', { queryRowsPerSecond: 1 }],
      ],
      1,
    ),
  )('are read page by page where the file %s', (_, bulk) => {
    const { bench } = open({ shop: { bulk } });
    expect(bench.sync(GERMANY).totals).toMatchObject({ updated: COUNT, error: 0, conflict: 0 });
    expect(countOf(bench, 'priceList')).toBeGreaterThan(5);
    expect(pricesOf(bench)).toEqual(all('10.25'));
  });

  test('are read once more where the plan is old, and what somebody has changed since is theirs', () => {
    const act = ({ clock, ...shop }: Workbench) => {
      clock.advance(90_000);
      fix(shop, 'Germany', skus[0] as string, '9.00');
      fix(shop, 'Germany', skus[COUNT - 1] as string, '9.50', '12.00');
    };
    const { bench } = open({ before: { mutation: 'productVariantsBulkUpdate', act } });
    const rows = skus.map((sku, index) => [sku, index === 7 ? '10.50' : '', '10.25']);
    const { totals } = bench.sync({ Prices: pricesTab(['Price', 'Price / Germany'], ...rows) });
    expect(totals).toMatchObject({ updated: COUNT - 2, conflict: 2 });
    expect(countOf(bench, 'priceList')).toBe(2);
    const own = pricesOf(bench);
    expect([own[0], own[COUNT - 1]]).toEqual(['9.00', '9.50 / 12.00']);
    expect(own.slice(1, -1)).toEqual(all('10.25', COUNT - 2));
  });

  test('are refused one by one: a variant that is gone says so, and its neighbours are written', () => {
    const act = (shop: Workbench) => deleteVariant(shop, skus[700] as string);
    const { bench, documents } = open({ before: { mutation: 'priceListFixedPricesUpdate', act } });
    expect(bench.sync(GERMANY).totals).toMatchObject({ updated: COUNT - 1, error: 1 });
    // The batch that it was in is sent once more without it.
    expect(documents).toEqual([5, 4, 1]);
    expect(pricesOf(bench).filter((price) => price === '10.25')).toHaveLength(COUNT - 1);
  });

  test('of which the answer is lost come out right in the end', () => {
    const { bench, documents } = open({ first: () => ({ failure: 'timeout', tookMs: 60_000 }) });
    expect(bench.sync(GERMANY).totals).toMatchObject({ updated: COUNT, error: 0, conflict: 0 });
    expect(documents).toEqual([5, 4, 5, 4]);
    expect(pricesOf(bench)).toEqual(all('10.25'));
  });
});
