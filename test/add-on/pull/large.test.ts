import type { Answer } from '../../../src/answers/answers';
import type { PullView } from '../../../src/answers/pull';
import { answered, sheetOf } from '../../support/running';
import { sampled } from '../../support/sampled';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';
import { choiceOf, openConnected, previewOf, pull } from './pulling';

const SET = `mutation ($input: ProductSetInput!) {
  productSet(input: $input, synchronous: true) { product { id } userErrors { field message } } }`;

const NAMES = ['Size', 'Colour', 'Cut'] as const;
const VALUES = Array.from({ length: 13 }, (_, index) => `v${index}`);

/** The most variants and images that Shopify takes of a product. */
function largeProduct(number: number, variants: number, images: number): object {
  const values = Array.from({ length: variants }, (_, index) => [
    VALUES[index % 13],
    VALUES[Math.floor(index / 13) % 13],
    VALUES[Math.floor(index / 169)],
  ]);
  return {
    ...{ title: `=Large ${number}`, handle: `large-${number}`, status: 'ACTIVE' },
    productOptions: NAMES.map((name) => ({ name, values: VALUES.map((value) => ({ name: value })) })),
    files: Array.from({ length: images }, (_, index) => ({
      originalSource: `https://images.example.com/${number}/${index}.jpg`,
      contentType: 'IMAGE',
    })),
    variants: values.map((own, index) => ({
      optionValues: NAMES.map((optionName, at) => ({ optionName, name: own[at] })),
      sku: `L-${number}-${index}`,
      price: '5.00',
    })),
  };
}

function put(bench: Workbench, input: object): void {
  const { data, errors } = bench.store.execute({ query: SET, variables: { input } });
  const { product } = (data?.productSet ?? {}) as { readonly product?: object };
  if (!product) throw new Error(JSON.stringify(errors ?? data));
}

const LARGE_PRODUCTS = sampled([0, 1], [0, 1, 2]);
const ROWS = LARGE_PRODUCTS.length * 2_048;
const few = openConnected();
for (const number of LARGE_PRODUCTS) put(few, largeProduct(number, 2_048, number === 0 ? 250 : 1));
few.clock.advance(600_000);
const savedFew = few.save();

const many = openConnected();
for (let number = 0; number < 1_200; number += 1)
  put(many, { title: `Hat ${number}`, handle: `hat-${number}`, status: 'ACTIVE' });
many.clock.advance(600_000);
many.store.searchIndex.catchUp();
const savedMany = many.save();

/** Google's services so slow that an execution gets no further than a block. */
const slow = (bench: () => Workbench): NonNullable<BenchOptions['gate']> => {
  return ({ service, method }) => {
    if (service === 'Range' && method === 'setValues') bench().clock.advance(60_000);
  };
};

function openSlow(saved: string): Workbench {
  let bench: Workbench | undefined;
  bench = openWorkbench({ saved, gate: slow(() => bench as Workbench) });
  return bench;
}

const idsIn = (bench: Workbench, tab: string) => {
  const { rows } = sheetOf(bench, tab);
  const at = rows[0]?.indexOf('Variant ID') ?? -1;
  return rows.slice(1).map((row) => row[at]);
};

describe('a large catalog', () => {
  test('of products with 2,048 variants and 250 images is up to date right after', () => {
    const bench = openWorkbench({ saved: savedFew });
    const view = pull(bench, choiceOf('csv'));
    expect(view).toMatchObject({
      outcome: 'finished',
      products: LARGE_PRODUCTS.length,
      rows: ROWS,
      unshown: 0,
    });
    expect(previewOf(bench)).toEqual({ upToDate: view.rows, others: [] });
  });

  test.each([
    ['page by page', savedFew],
    ['in bulk', savedMany],
  ])('that is read %s, in as many executions as it takes, ends with each variant once', (_, saved) => {
    const bench = openSlow(saved);
    // Google may end an execution in the middle of a block; what it answers is nothing then.
    const execute = (name: string, ...args: unknown[]): PullView | undefined => {
      const ran = bench.runtime.run(name, args, { kind: 'sidebar' });
      return ran.outcome === 'returned'
        ? answered(JSON.parse(JSON.stringify(ran.value)) as Answer<PullView>)
        : undefined;
    };
    let view = execute('startPull', choiceOf('csv'));
    let executions = 1;
    for (; view?.outcome !== 'finished' && executions < 20; executions += 1) {
      expect(view?.problem ?? null).toBeNull();
      view = execute('continuePull');
    }
    if (saved === savedFew) expect(executions).toBeGreaterThan(1);
    if (!view) throw new Error('It does not come to an end.');
    const ids = idsIn(bench, view.tab);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(bench.store.state.variants.all().length);
    expect(view).toMatchObject({ outcome: 'finished', rows: ids.length });
  });

  test('in bulk takes few requests', () => {
    const bench = openWorkbench({ saved: savedMany });
    const withoutPolls = () => {
      const { total, byOperation } = bench.requests.counts();
      return total - (byOperation.bulkOperation ?? 0);
    };
    const before = withoutPolls();
    const view = pull(bench, choiceOf('csv'));
    expect(view).toMatchObject({ outcome: 'finished', products: 1_200, rows: 1_200 });
    expect(withoutPolls() - before).toBeLessThan(20);
  });

  test('stops when a person says so: its tab is not ticked, and it can be gone on with', () => {
    let bench: Workbench | undefined;
    let blocks = 0;
    bench = openWorkbench({
      saved: savedFew,
      gate: ({ service, method }) => {
        if (service !== 'Sheet' || method !== 'insertRowsAfter') return;
        blocks += 1;
        if (blocks !== 1 || !bench) return;
        const { pull: stored } = bench.runtime.state.documentProperties;
        bench.runtime.state.documentProperties['cancelled-pull'] = JSON.parse(stored ?? '{}').id;
        bench.clock.advance(5_000);
      },
    });
    const view = answered(bench.call<PullView>('startPull', choiceOf('csv')));
    expect(view).toMatchObject({ outcome: 'stopped', problem: { kind: 'stopped' } });
    expect(view.rows).toBeLessThan(ROWS);
    const overview = bench.call<{ tabs: { name: string; ticked: boolean }[] }>('getOverview');
    expect(answered(overview).tabs.find(({ name }) => name === view.tab)?.ticked).toBe(false);
    const after = pullOn(bench);
    expect(after).toMatchObject({ outcome: 'finished', rows: ROWS });
    expect(new Set(idsIn(bench, after.tab)).size).toBe(ROWS);
  });
});

function pullOn(bench: Workbench): PullView {
  let view = answered(bench.call<PullView>('continuePull'));
  for (let again = 0; view.outcome === 'paused' && again < 9; again += 1)
    view = answered(bench.call<PullView>('continuePull'));
  return view;
}
