import { KilledError } from '../../../local/apps-script/runtime/exception';
import type { PullView } from '../../../src/answers/pull';
import { answered, sheetOf } from '../../support/running';
import { testInFull } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { choiceOf, openConnected, previewOf } from './pulling';

const SET = `mutation ($input: ProductSetInput!) {
  productSet(input: $input, synchronous: true) { product { id } userErrors { field message } } }`;
const COUNT = 1_200;
const WEEK_MS = 7 * 24 * 3_600_000;

const many = openConnected();
for (let number = 0; number < COUNT; number += 1)
  many.store.execute({
    query: SET,
    variables: { input: { title: `Hat ${number}`, handle: `hat-${number}`, status: 'ACTIVE' } },
  });
many.clock.advance(600_000);
many.store.searchIndex.catchUp();
const saved = many.save();

const STORAGE = 'https://storage.googleapis.com/';

interface CutOff {
  readonly isGone?: () => boolean;
  /** Of a file of unknown size as of a large one some products are read at a time. */
  readonly isSized?: boolean;
}

/** Google ends the execution when it writes the first block: Shopify has the result by then, and no row is there yet. */
function cutOff({ isGone = () => false, isSized = true }: CutOff = {}): {
  readonly bench: Workbench;
  files(): number;
} {
  let files = 0;
  let isCut = false;
  const bench = openWorkbench({
    saved,
    answering: (request, answer) => {
      if (!request.url.startsWith(STORAGE))
        return isSized || !('body' in answer)
          ? answer
          : { ...answer, body: answer.body.replace(/"fileSize":"\d+"/, '"fileSize":null') };
      files += 1;
      return isGone() ? { status: 404, headers: {}, body: '<Code>NoSuchKey</Code>', tookMs: 50 } : answer;
    },
    gate: ({ service, method }) => {
      if (isCut || files === 0 || service !== 'Range' || method !== 'setValues') return;
      isCut = true;
      throw new KilledError('Google ended the execution');
    },
  });
  bench.runtime.run('startPull', [choiceOf('csv')], { kind: 'sidebar' });
  expect(isCut).toBe(true);
  return { bench, files: () => files };
}

function goOn(bench: Workbench): PullView {
  let view = answered(bench.call<PullView>('continuePull'));
  for (let again = 0; view.outcome === 'paused' && again < 9; again += 1)
    view = answered(bench.call<PullView>('continuePull'));
  return view;
}

/** Queries in bulk, and pages of products, that were asked for since. */
function counter(bench: Workbench) {
  const asked = (what: RegExp) => bench.wire.filter((text) => what.test(text)).length;
  const count = () => ({
    queries: bench.requests.counts().byOperation.bulkOperationRunQuery ?? 0,
    pages: asked(/query FoundProducts/),
  });
  const before = count();
  return () => {
    const now = count();
    return { queries: now.queries - before.queries, pages: now.pages - before.pages };
  };
}

function expectWhole(bench: Workbench, view: PullView): void {
  expect(view).toMatchObject({ outcome: 'finished', problem: null, products: COUNT, rows: COUNT });
  const handles = sheetOf(bench, view.tab)
    .rows.slice(1)
    .map(([handle]) => handle);
  expect(new Set(handles).size).toBe(COUNT);
  expect(handles).toHaveLength(COUNT);
}

describe('getting the catalog in bulk, cut off,', () => {
  test.each([
    ['a small result', true],
    ['a large result, of which some products are read at a time,', false],
  ])('uses %s again that Shopify has for it', (_, isSized) => {
    const { bench, files } = cutOff({ isSized });
    const before = files();
    expect(before).toBe(isSized ? 1 : 2);
    const since = counter(bench);
    const view = goOn(bench);
    expect(since()).toEqual({ queries: 0, pages: 0 });
    expect(files() - before).toBe(isSized ? 1 : 2);
    expectWhole(bench, view);
    if (!isSized) expect(previewOf(bench)).toEqual({ upToDate: COUNT, others: [] });
  });

  test('asks once more where the result has expired meanwhile', () => {
    const { bench } = cutOff();
    bench.clock.advance(WEEK_MS + 60_000);
    const since = counter(bench);
    const view = goOn(bench);
    expect(since()).toEqual({ queries: 1, pages: 0 });
    expectWhole(bench, view);
  });

  testInFull('goes page by page where the second result is gone too', () => {
    let isGone = false;
    const { bench, files } = cutOff({ isGone: () => isGone });
    isGone = true;
    const since = counter(bench);
    const before = files();
    const view = goOn(bench);
    expect(files() - before).toBe(2);
    expect(since().queries).toBe(1);
    expect(since().pages).toBeGreaterThan(1);
    expectWhole(bench, view);
    expect(previewOf(bench)).toEqual({ upToDate: COUNT, others: [] });
  });

  test('goes page by page where a large result is gone once some of it is in the tab, and doubles nothing', () => {
    const { bench, files } = cutOff({ isSized: false, isGone: () => files() > 3 });
    const view = goOn(bench);
    expectWhole(bench, view);
  });
});
