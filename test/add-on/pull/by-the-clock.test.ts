import type { PullView } from '../../../src/answers/pull';
import { answered, sheetOf } from '../../support/running';
import { sampled, testInFull } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { choiceOf, openConnected } from './pulling';

const SET = `mutation ($input: ProductSetInput!) {
  productSet(input: $input, synchronous: true) { product { id } userErrors { field message } } }`;
const NAMES = ['Size', 'Colour', 'Cut'] as const;
const VALUES = Array.from({ length: 13 }, (_, index) => `v${index}`);
/** As many as are written in one block. */
const VARIANTS = 2_000;
const PRODUCTS = sampled(3, 5);
const COUNT = PRODUCTS * VARIANTS;
const HOUR_MS = 3_600_000;

const large = openConnected();
for (let number = 0; number < PRODUCTS; number += 1) {
  const variants = Array.from({ length: VARIANTS }, (_, index) => ({
    optionValues: NAMES.map((optionName, at) => ({
      optionName,
      name: VALUES[Math.floor(index / 13 ** at) % 13],
    })),
    sku: `L-${number}-${index}`,
    price: '5.00',
  }));
  const productOptions = NAMES.map((name) => ({ name, values: VALUES.map((value) => ({ name: value })) }));
  const input = { title: `Large ${number}`, handle: `large-${number}`, productOptions, variants };
  const { data } = large.store.execute({ query: SET, variables: { input } });
  expect(data?.productSet).toMatchObject({ product: {}, userErrors: [] });
}
large.clock.advance(600_000);
const saved = large.save();

/** Google's services are so slow that an execution gets no further than a block or two. */
function openSlow(): Workbench {
  const bench: Workbench = openWorkbench({
    saved,
    gate: ({ service, method }) => {
      if (service === 'Range' && method === 'setValues') bench.clock.advance(70_000);
    },
  });
  return bench;
}

const FEW = { handles: ['large-0', 'large-1', 'large-2'] };
const FEW_COUNT = 3 * VARIANTS;
const start = (bench: Workbench, filter = {}) =>
  answered(bench.call<PullView>('startPull', choiceOf('prices', { filter })));
const pullOf = (bench: Workbench) => answered(bench.call<{ pull: PullView | null }>('getOverview')).pull;
const pass = ({ runtime, clock }: Workbench, ms: number) => runtime.advanceTo(clock.now() + ms);
const skusIn = (bench: Workbench, tab: string) =>
  sheetOf(bench, tab)
    .rows.slice(1)
    .map(([sku]) => sku);

describe('a tab that is being filled from Shopify while no sidebar is open', () => {
  test('is filled by Google’s clock: thousands of variants over several executions, each once', () => {
    const bench = openSlow();
    const begun = start(bench);
    expect(begun).toMatchObject({ outcome: 'paused', problem: null, goesOn: true });
    expect(begun.rows).toBeGreaterThan(0);
    const executions = pass(bench, 2 * HOUR_MS);
    expect(executions.length).toBeGreaterThan(1);
    expect(executions.filter(({ outcome }) => outcome === 'threw')).toEqual([]);
    expect(pullOf(bench)).toBeNull();
    const skus = skusIn(bench, begun.tab);
    expect(skus).toHaveLength(COUNT);
    expect(new Set(skus).size).toBe(COUNT);
    expect(bench.runtime.state.triggers).toEqual([]);
  });

  testInFull('that a person stops between two executions is left alone, and can be gone on with', () => {
    const bench = openSlow();
    const begun = start(bench, FEW);
    bench.call('cancelPull');
    pass(bench, 2 * HOUR_MS);
    expect(pullOf(bench)).toMatchObject({ outcome: 'stopped', goesOn: false });
    expect(skusIn(bench, begun.tab).length).toBeLessThan(FEW_COUNT);
    expect(bench.runtime.state.triggers).toEqual([]);
    // Google may end an execution in the middle of a block; what it answers is nothing then.
    for (let again = 0; again < 9 && pullOf(bench); again += 1)
      bench.runtime.run('continuePull', [], { kind: 'sidebar' });
    expect(new Set(skusIn(bench, begun.tab)).size).toBe(FEW_COUNT);
  });

  testInFull('waits for a sync that works when its time comes, and is tried again', () => {
    const bench = openSlow();
    const begun = start(bench, FEW);
    bench.runtime.state.documentLock.holder = 'a sync by hand';
    pass(bench, 5 * 60_000);
    bench.runtime.state.documentLock.holder = null;
    expect(pullOf(bench)).toMatchObject({ outcome: 'paused', rows: begun.rows });
    pass(bench, 2 * HOUR_MS);
    expect(pullOf(bench)).toBeNull();
    expect(skusIn(bench, begun.tab)).toHaveLength(FEW_COUNT);
  });

  test('is not tried again and again where a person is needed first', () => {
    const bench = openSlow();
    const { tab, rows } = start(bench, FEW);
    const { sheets } = bench.runtime.state.workbook;
    sheets.splice(sheets.indexOf(sheetOf(bench, tab)), 1);
    expect(pass(bench, 5 * HOUR_MS)).toHaveLength(1);
    expect(pullOf(bench)).toMatchObject({ outcome: 'failed', goesOn: false, rows });
  });
});
