import { KilledError } from '../../../local/apps-script/runtime/exception';
import type { PullView } from '../../../src/answers/pull';
import { PACKS } from '../../../src/catalog/writing/forms';
import { inAdmin } from '../../support/in-admin';
import { answered, sheetOf } from '../../support/running';
import { testInFull } from '../../support/sampled';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';
import { collect } from '../groups/shop';
import { setQuantities } from '../markets/quantities';
import { addCatalog, fix } from '../markets/shop';
import { define } from '../metafields/shop';
import { choiceOf, openConnected, previewOf, pull } from './pulling';

const COUNT = 300;
const ALL = choiceOf('csv', { packs: PACKS });

const SET = `mutation ($input: ProductSetInput!) {
  productSet(input: $input, synchronous: true) { product { id } userErrors { field message } } }`;

function productOf(number: number, collections: readonly string[]): object {
  const metafield = (key: string, type: string, value: string) => ({ namespace: 'custom', key, type, value });
  const isEven = number % 2 === 0;
  return {
    ...{ title: `Hat ${number}`, handle: `hat-${number}`, status: 'ACTIVE', tags: isEven ? ['new'] : [] },
    collections: collections.slice(0, number % 3),
    metafields: isEven ? [metafield('material', 'single_line_text_field', `Wool “${number}”\t=1`)] : [],
    productOptions: [{ name: 'Size', values: [{ name: 'S' }, { name: 'L' }] }],
    variants: ['S', 'L'].map((name, index) => ({
      optionValues: [{ optionName: 'Size', name }],
      sku: `H-${number}-${name}`,
      price: '5.00',
      barcodes: Array.from({ length: number % 3 }, (_, code) => ({ value: `${number}${index}${code}` })),
      metafields: isEven ? [] : [metafield('size', 'number_integer', `${number}`)],
    })),
  };
}

/** More products than are read page by page, with everything that Shopify keeps apart from them. */
function largeShop(): string {
  const bench = openConnected();
  define(
    bench,
    { key: 'material', type: 'single_line_text_field', name: 'Material' },
    { key: 'size', type: 'number_integer', name: 'Size', ownerType: 'PRODUCTVARIANT' },
  );
  collect(bench, ['Sale'], ['Winter, warm'], ['Novelties', 'new']);
  const hands = bench.store.state.collections.all().map(({ id }) => id);
  for (let number = 0; number < COUNT; number += 1)
    inAdmin(bench, SET, { input: productOf(number, hands.slice(0, 2)) });
  addCatalog(bench, { title: 'Germany', currency: 'EUR', percent: -10, selects: true });
  addCatalog(bench, { title: 'Japan', currency: 'JPY' });
  fix(bench, 'Germany', 'H-7-S', '4.5', '6');
  fix(bench, 'Japan', 'H-8-L', '700');
  addCatalog(bench, { title: 'Acme', company: 'Acme', currency: 'USD' });
  fix(bench, 'Acme', 'H-9-S', '4');
  setQuantities(bench, 'Acme', 'H-9-S', { rule: [6, null, 6], prices: { 12: '3.50' } });
  bench.clock.advance(600_000);
  bench.store.searchIndex.catchUp();
  return bench.save();
}

const saved = largeShop();

function cells({ runtime }: Workbench, { tab }: PullView): string {
  return JSON.stringify(runtime.state.workbook.sheets.find(({ name }) => name === tab)?.rows);
}

/** The catalog in a new tab, and the requests that it took without those that only ask whether Shopify is done. */
function got(options: BenchOptions, choice = ALL) {
  const bench = openWorkbench({ saved, ...options });
  const before = { ...bench.requests.counts().byOperation };
  const view = pull(bench, choice);
  expect(view).toMatchObject({ outcome: 'finished', problem: null, unshown: 0 });
  const asked = Object.entries(bench.requests.counts().byOperation).map(
    ([name, count]) => [name, count - (before[name] ?? 0)] as const,
  );
  const requests = asked.reduce((sum, [name, count]) => (name === 'bulkOperation' ? sum : sum + count), 0);
  return { bench, view, requests, asked: Object.fromEntries(asked) };
}

const unsized: NonNullable<BenchOptions['answering']> = ({ url }, answer) =>
  url.includes('storage.googleapis.com') || !('body' in answer)
    ? answer
    : { ...answer, body: answer.body.replace(/"fileSize":"\d+"/g, '"fileSize":null') };

const directly = got({ store: { bulk: { files: 'unreachable' } } });

describe('what Shopify keeps apart from products, of a large catalog,', () => {
  test('is read by three bulk queries at once, and stands in the cells as it does page by page', () => {
    const { bench, view, requests, asked } = got({});
    expect(asked.bulkOperationRunQuery).toBe(3);
    // Quantities of companies stand too deep for a bulk query: they are read for a hundred products at a time.
    expect(requests).toBeLessThanOrEqual(25);
    expect(directly.requests).toBeGreaterThan(30);
    expect(cells(bench, view)).toBe(cells(directly.bench, directly.view));
    expect(previewOf(bench)).toEqual({ upToDate: view.rows, others: [] });
    const { rows } = sheetOf(bench, view.tab);
    const at = (sku: string, header: string) =>
      rows.find((row) => row.includes(sku))?.[rows[0]?.indexOf(header) ?? -1];
    expect(at('H-7-S', 'Price / Germany')).toBe(4.5);
    expect(at('H-8-L', 'Price / Japan')).toBe(700);
    expect(at('H-9-S', 'Quantity prices / Acme')).toBe('12: 3.50');
    expect(at('H-8-S', 'Barcodes')).toBe('800, 801');
  });

  testInFull(
    'is the same where results are too large to be held, and some products are read at a time',
    () => {
      const { bench, view } = got({ answering: unsized });
      expect(cells(bench, view)).toBe(cells(directly.bench, directly.view));
    },
  );

  test('is read directly where Shopify takes no second query', () => {
    let queries = 0;
    const busy: NonNullable<BenchOptions['answering']> = ({ body }, answer) => {
      if (!String(body).includes('bulkOperationRunQuery(') || !('body' in answer)) return answer;
      queries += 1;
      if (queries === 1) return answer;
      const refused = { bulkOperation: null, userErrors: [{ field: null, message: 'In progress.' }] };
      return { ...answer, body: JSON.stringify({ data: { bulkOperationRunQuery: refused } }) };
    };
    const { bench, view } = got({ answering: busy });
    expect(queries).toBe(3);
    expect(cells(bench, view)).toBe(cells(directly.bench, directly.view));
  });

  testInFull('is read again of a product that the second query no longer finds', () => {
    let bench: Workbench | undefined;
    let queries = 0;
    const moving: NonNullable<BenchOptions['answering']> = ({ body }, answer) => {
      if (!String(body).includes('bulkOperationRunQuery(')) return answer;
      queries += 1;
      const product = bench?.store.state.products.all()[8];
      // Shopify begins to read a second after it took a query.
      if (queries === 1) bench?.clock.advance(2_000);
      if (queries === 1 && bench && product)
        inAdmin(
          bench,
          'mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }',
          { product: { id: product.id, status: 'DRAFT' } },
        );
      bench?.store.searchIndex.catchUp();
      return answer;
    };
    bench = openWorkbench({ saved, answering: moving });
    const view = pull(bench, { ...ALL, filter: { status: 'active' } });
    expect(view).toMatchObject({ outcome: 'finished', products: COUNT });
    const { rows } = sheetOf(bench, view.tab);
    const row = rows.find((each) => each.includes('H-8-S')) ?? [];
    expect(row[rows[0]?.indexOf('Barcodes') ?? -1]).toBe('800, 801');
    expect(previewOf(bench).others.filter((line) => !/Status/.test(line))).toEqual([]);
  });

  test('is awaited by the next execution where one is killed while Shopify reads: no query is begun twice', () => {
    let isCut = false;
    const count = () => bench.requests.counts().byOperation.bulkOperationRunQuery ?? 0;
    const bench: Workbench = openWorkbench({
      saved,
      gate: ({ service, method }) => {
        if (isCut || service !== 'Utilities' || method !== 'sleep' || count() === 0) return;
        isCut = true;
        throw new KilledError('Google ended the execution');
      },
    });
    bench.runtime.run('startPull', [ALL], { kind: 'sidebar' });
    expect([isCut, count()]).toEqual([true, 3]);
    let view = answered(bench.call<PullView>('continuePull'));
    while (view.outcome === 'paused') view = answered(bench.call<PullView>('continuePull'));
    expect(count()).toBe(3);
    expect(cells(bench, view)).toBe(cells(directly.bench, directly.view));
  });
});
