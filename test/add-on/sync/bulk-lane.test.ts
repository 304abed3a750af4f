import { isDeepStrictEqual } from 'node:util';
import { KilledError } from '../../../local/apps-script/runtime';
import type { CatalogDump } from '../../../local/store/dump';
import type { WireAnswer, WireRequest } from '../../../local/store/wire';
import type { Answer, RunSummary, RunView, UndoSummary } from '../../../src/answers/answers';
import { LONGEST_MESSAGE } from '../../../src/catalog/tab/fit-message';
import { csvOf } from '../../support/csv';
import { sampled } from '../../support/sampled';
import {
  type BenchOptions,
  connectAndPreview,
  mutationsIn,
  openWorkbench,
  saidOf,
  type Workbench,
} from '../../support/workbench';

const COUNT = 60;
const HEADER = ['Handle', 'Title', 'SKU', 'Price'];
const rows = Array.from({ length: COUNT }, (_, index) => index);
const cents = (amount: number) => (amount / 100).toFixed(2);
const sheet = (row: (index: number) => readonly string[], order = rows) => csvOf([HEADER, ...order.map(row)]);
const priced =
  (more: number) =>
  (index: number): readonly string[] => [
    `item-${index}`,
    `Café 漢 😀 ${index}`,
    `SKU-${index}`,
    cents(1_000 + index + more),
  ];

/** A bucket so small that even these few are sent sooner in bulk: no thousands of rows are needed to see it. */
function withSmallBucket(_: WireRequest, answer: WireAnswer): WireAnswer {
  if ('failure' in answer) return answer;
  const level = '"throttleStatus":{"maximumAvailable":300,"currentlyAvailable":300,"restoreRate":5}';
  return { ...answer, body: answer.body.replace(/"throttleStatus":\{[^}]*\}/, level) };
}

const open = ({ answering = (_, answer) => answer, ...options }: BenchOptions = {}): Workbench =>
  openWorkbench({
    ...options,
    answering: (request, answer) => withSmallBucket(request, answering(request, answer)),
  });

const first = open();
const created = first.sync({ Products: sheet(priced(0)) });
const saved = first.save();
const begin = (options: BenchOptions = {}): Workbench => open({ saved, ...options });

/** What the merchant sees of the store. */
function seen({ store }: Workbench) {
  return pricesIn(store.dump());
}

function pricesIn({ products }: CatalogDump): Record<string, string> {
  return Object.fromEntries(
    products.map(({ handle, title, variants }) => [
      handle,
      `${title} ${variants.map(({ price }) => price).join()}`,
    ]),
  );
}

const wanted = (more: number) =>
  Object.fromEntries(
    rows.map((index) => {
      const [handle = '', title, , price] = priced(more)(index);
      return [handle, `${title} ${price}`];
    }),
  );

function start(bench: Workbench, name = 'startSync'): RunSummary {
  const answered: Answer<RunSummary> = bench.call(name, {});
  if (!answered.ok) throw new Error(answered.problem.message);
  return answered.value;
}

function goOn(
  bench: Workbench,
  summary: RunSummary,
): { readonly summary: RunSummary; readonly executions: number } {
  let last = summary;
  let executions = 1;
  for (; last.outcome === 'paused' && executions < 30; executions += 1) last = start(bench, 'continueSync');
  return { summary: last, executions };
}

const isBulkStart = ({ body }: WireRequest) => String(body).includes('bulkOperationRunMutation(');
const resultOf = (answer: WireAnswer) =>
  'failure' in answer || !answer.body.includes('__lineNumber') ? undefined : answer.body;

/** Doctors the answers of bulk operations, line by line. */
const doctoring =
  (doctor: (lines: readonly string[]) => readonly string[]) =>
  (_: WireRequest, answer: WireAnswer): WireAnswer => {
    const text = resultOf(answer);
    if (text === undefined || 'failure' in answer) return answer;
    return { ...answer, status: 200, body: doctor(text.trimEnd().split('\n')).join('\n') };
  };

describe('many new products', () => {
  test('are created by one bulk operation, letter for letter, and once', () => {
    expect(created.totals).toMatchObject({ created: COUNT, error: 0 });
    expect(created.requests.byOperation).toMatchObject({ bulkOperationRunMutation: 1 });
    expect(mutationsIn(created)).toEqual({});
    expect(seen(first)).toEqual(wanted(0));
  });

  test('tell how fast Shopify takes files in this shop, for the next run', () => {
    const kept = JSON.parse(first.runtime.state.documentProperties['bulk-speed'] ?? '{}');
    expect(kept.shop).toBe(first.store.shop);
    expect(kept.linesPerSecond).toBeGreaterThanOrEqual(1);
  });
});

describe('many changed prices', () => {
  test('are sent by one bulk operation, and every row says so', () => {
    const bench = begin();
    const report = bench.sync({ Products: sheet(priced(25)) });
    expect(report.outcome).toBe('finished');
    expect(report.totals).toMatchObject({ updated: COUNT, error: 0 });
    expect(report.requests.byOperation).toMatchObject({ bulkOperationRunMutation: 1 });
    expect(mutationsIn(report)).toEqual({});
    expect(saidOf(report)['Products:2']).toBe('updated Price 10.00 → 10.25.');
    expect(seen(bench)).toEqual(wanted(25));
    const again = bench.sync({ Products: sheet(priced(25)) });
    expect(again.totals).toMatchObject({ 'not-compared': COUNT });
    expect(again.requests.byOperation.bulkOperationRunMutation).toBe(1);
  });

  test('show how far they are while Shopify works', () => {
    const told: number[] = [];
    const bench = begin({
      gate: ({ service, method, args }) => {
        if (service !== 'Cache' || method !== 'put' || args[0] !== 'progress') return;
        const { sent, total } = JSON.parse(String(args[1])) as { sent: number; total: number };
        expect(sent).toBeLessThanOrEqual(total);
        told.push(sent);
      },
    });
    bench.sync({ Products: sheet(priced(25)) });
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect(new Set(told).size).toBeGreaterThan(3);
    expect(told[told.length - 1]).toBe(COUNT);
  });

  test('are taken back by an undo, in bulk as well, which the next sync leaves alone', () => {
    const bench = begin();
    bench.sync({ Products: sheet(priced(25)) });
    const runs: Answer<readonly RunView[]> = bench.call('listRuns');
    const run = runs.ok ? runs.value[0]?.number : undefined;
    const undone: Answer<UndoSummary> = bench.call('undoRun', { run });
    expect(undone.ok && undone.value.outcome).toBe('finished');
    expect(seen(bench)).toEqual(wanted(0));
    start(bench);
    expect(seen(bench)).toEqual(wanted(0));
  });
});

describe('an operation that takes longer than an execution', () => {
  const slow: BenchOptions = { store: { bulk: { mutationRowsPerSecond: 0.1 } } };

  test('is joined by the next one, while nothing of it is planned again', () => {
    const bench = begin(slow);
    bench.paste({ Products: sheet(priced(25)) });
    const { summary, executions } = goOn(bench, start(bench));
    expect(executions).toBeGreaterThan(1);
    expect(summary).toMatchObject({ outcome: 'finished', totals: { updated: COUNT, error: 0 } });
    expect(bench.requests.counts().byOperation.bulkOperationRunMutation).toBe(1);
    expect(seen(bench)).toEqual(wanted(25));
  });

  test('finds its rows again when somebody sorts and inserts meanwhile', () => {
    const bench = begin(slow);
    bench.paste({ Products: sheet(priced(25)) });
    const paused = start(bench);
    expect(paused).toMatchObject({ outcome: 'paused' });
    const tab = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Products');
    const [header = [], ...below] = tab?.rows ?? [];
    tab?.rows.splice(0, tab.rows.length, header, ...below.reverse());
    const { summary } = goOn(bench, start(bench, 'continueSync'));
    expect(summary).toMatchObject({ outcome: 'finished', totals: { updated: COUNT } });
    const [, last] = tab?.rows ?? [];
    expect(last?.join(' ')).toContain(`Price ${cents(1_000 + COUNT - 1)} → ${cents(1_025 + COUNT - 1)}.`);
  });

  test('whose answers have expired by then is known by what stands in the store', () => {
    const bench = begin(slow);
    bench.paste({ Products: sheet(priced(25)) });
    expect(start(bench)).toMatchObject({ outcome: 'paused' });
    bench.clock.advance(9 * 24 * 3_600_000);
    const { summary } = goOn(bench, start(bench, 'continueSync'));
    expect(summary).toMatchObject({ outcome: 'finished', totals: { error: 0, conflict: 0 } });
    expect(seen(bench)).toEqual(wanted(25));
    expect(start(bench)).toMatchObject({ sent: 0 });
  });

  test('gives no row the answer of another where somebody deletes a row of the hidden tab meanwhile', () => {
    const bench = open(slow);
    const [tab = 0] = bench.paste({ Products: sheet(priced(0)) });
    connectAndPreview(bench, [tab]);
    expect(start(bench)).toMatchObject({ outcome: 'paused' });
    const { sheets } = bench.runtime.state.workbook;
    const hidden = sheets.find(({ rows }) => rows.filter((cells) => cells[2] === 'lines').length > 1);
    hidden?.rows.splice(hidden.rows.findIndex((cells) => cells[2] === 'lines') ?? 0, 1);
    expect(hidden?.rows.filter((cells) => cells[2] === 'lines').length).toBeGreaterThan(0);
    const { summary } = goOn(bench, start(bench, 'continueSync'));
    expect(summary).toMatchObject({ outcome: 'finished', totals: { error: 0, conflict: 0 } });
    const ids = new Map(
      bench.store.dump().products.map(({ handle, variants: [only] }) => [handle, only?.id.split('/').pop()]),
    );
    const shown = sheets.find(({ id }) => id === tab)?.rows.slice(1) ?? [];
    expect(shown).toHaveLength(COUNT);
    expect(shown.map((cells) => [cells[0], String(cells[7])])).toEqual(
      shown.map(([handle]) => [handle, ids.get(String(handle))]),
    );
  });

  test('takes an edit made meanwhile along in the same run', () => {
    const bench = begin(slow);
    bench.paste({ Products: sheet(priced(25)) });
    start(bench);
    bench.paste({ Products: sheet((index) => priced(index === 7 ? 90 : 25)(index)) });
    goOn(bench, start(bench, 'continueSync'));
    expect(seen(bench)).toEqual({ ...wanted(25), 'item-7': wanted(90)['item-7'] });
  });
});

describe('an operation of hours that only the clock goes on with', () => {
  test('is looked at now and then, so that most of the minutes of the day are left', () => {
    const bench = begin({ store: { bulk: { mutationRowsPerSecond: 0.004 } } });
    bench.paste({ Products: sheet(priced(25)) });
    bench.runtime.run('syncNow', [], { kind: 'menu' });
    bench.runtime.advanceTo(bench.clock.now() + 6 * 3_600_000);
    expect(seen(bench)).toEqual(wanted(25));
    expect(bench.runtime.state.documentProperties.run).toContain('"outcome":"finished"');
    expect(bench.runtime.state.triggers).toEqual([]);
    const [google] = Object.values(bench.runtime.state.quotas);
    expect(google?.triggerRuntimeMs).toBeGreaterThan(0);
    expect(google?.triggerRuntimeMs).toBeLessThan(20 * 60_000);
  });
});

describe('an operation under way when a person stops the run', () => {
  test('goes no further, and the next run finds what it did', () => {
    let bench: Workbench | undefined;
    let isStopped = false;
    bench = begin({
      store: { bulk: { mutationRowsPerSecond: 1 } },
      gate: ({ service }) => {
        if (isStopped || service !== 'UrlFetchApp' || !bench) return;
        const done = Object.entries(seen(bench)).filter(([handle, text]) => text === wanted(25)[handle]);
        if (done.length < 5) return;
        isStopped = true;
        bench.call('cancelSync');
      },
    });
    bench.paste({ Products: sheet(priced(25)) });
    expect(start(bench)).toMatchObject({ outcome: 'stopped', problem: { kind: 'stopped' } });
    bench.clock.advance(3_600_000);
    const later = Object.entries(seen(bench)).filter(([handle, text]) => text === wanted(25)[handle]);
    expect(later.length).toBeLessThan(COUNT / 2);
    const { summary } = goOn(bench, start(bench));
    expect(summary).toMatchObject({ outcome: 'finished', totals: { error: 0, conflict: 0 } });
    expect(seen(bench)).toEqual(wanted(25));
  });
});

describe('answers that are not whole', () => {
  test.each<[string, (lines: readonly string[]) => readonly string[]]>([
    ['missing', (lines) => lines.filter((_, index) => index % 20 !== 3)],
    ['there twice', (lines) => [...lines, ...lines.slice(0, 20)]],
    ['damaged', (lines) => lines.map((line, index) => (index % 30 === 5 ? line.slice(0, 30) : line))],
    ['of nothing that was sent', (lines) => [...lines, '{"data":null,"__lineNumber":99999}', '[]', '7']],
    [
      'an internal error',
      (lines) =>
        lines.map((line, index) =>
          index % 20 === 9
            ? line.replace(
                /^.*("__lineNumber".*)$/,
                '{"errors":[{"message":"Internal error","extensions":{"code":"INTERNAL_SERVER_ERROR"}}],$1',
              )
            : line,
        ),
    ],
  ])('lines that are %s: every row is answered, and the store is right', (_, doctor) => {
    const bench = begin({ answering: doctoring(doctor) });
    const report = bench.sync({ Products: sheet(priced(25)) });
    expect(report).toMatchObject({ outcome: 'finished', totals: { error: 0, conflict: 0 } });
    expect(report.totals.updated + report.totals.unchanged + report.totals['not-compared']).toBe(COUNT);
    expect(seen(bench)).toEqual(wanted(25));
    expect(bench.sync({ Products: sheet(priced(25)) }).totals).toMatchObject({ 'not-compared': COUNT });
  });

  test('of an operation that breaks off: what was done is remembered, the rest is sent again', () => {
    const breakOffs = [{ operation: 2, afterRows: 20, errorCode: 'INTERNAL_SERVER_ERROR' as const }];
    const bench = begin({ store: { bulk: { breakOffs } } });
    const report = bench.sync({ Products: sheet(priced(25)) });
    expect(report).toMatchObject({ outcome: 'finished', totals: { updated: COUNT, error: 0 } });
    expect(seen(bench)).toEqual(wanted(25));
  });

  test('a line that Shopify refuses is an error on its own row, in Shopify’s words', () => {
    const bench = begin({
      answering: (request, answer) => {
        if (isBulkStart(request)) removeProduct(bench, 'item-5');
        return answer;
      },
    });
    const report = bench.sync({ Products: sheet(priced(25)) });
    expect(report.totals).toMatchObject({ updated: COUNT - 1, error: 1 });
    expect(saidOf(report)['Products:7']).toMatch(/^error Shopify refused: .*does not exist/);
  });

  test('a line refused because of one variable: its row is told, and its siblings are sent again', () => {
    const header = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'];
    const file = (more: number) =>
      csvOf([
        header,
        ...rows.flatMap((index) =>
          ['S', 'M', 'L'].map((size) => [
            `item-${index}`,
            `Item ${index}`,
            'Size',
            size,
            `${size}-${index}`,
            cents(1_000 + index + more),
          ]),
        ),
      ]);
    let isRefusing = false;
    const countries = Array.from({ length: 240 }, (_, index) => `C${index}`).join(', ');
    const message = `Variable $variants of type [ProductVariantsBulkInput!]! was provided invalid value for 1.x (Expected one of: ${countries})`;
    const problems = [{ path: [1, 'x'], explanation: `Expected one of: ${countries}.` }];
    const errors = JSON.stringify([{ message, extensions: { code: 'INVALID_VARIABLE', problems } }]);
    const bench = open({
      answering: (request, answer) =>
        doctoring((lines) =>
          lines.map((line) =>
            isRefusing
              ? line.replace(/^.*"__lineNumber":5\D.*$/, `{"errors":${errors},"__lineNumber":5}`)
              : line,
          ),
        )(request, answer),
    });
    bench.sync({ Products: file(0) });
    isRefusing = true;
    const sent = bench.wire.length;
    const report = bench.sync({ Products: file(25) });
    // Line 5 is of the sixth product, whose second variant stands in row 18.
    const refused = saidOf(report)['Products:18'] ?? '';
    expect(refused).toMatch(/^error Shopify refused: Expected one of: C0, C1, .*…/);
    expect(refused.length).toBeLessThanOrEqual(LONGEST_MESSAGE + 'error '.length);
    expect(report.totals).toMatchObject({ updated: 3 * COUNT - 1, error: 1 });
    const own = bench.store.dump().products.find(({ handle }) => handle === 'item-5')?.variants ?? [];
    const [small = '', medium = '', large = ''] = own.map(({ id }) => id);
    const again = bench.wire
      .slice(sent)
      .flatMap((body) => body.split('\n'))
      .filter((line) => line.includes(`"${small}"`) && line.includes(`"${large}"`) && line.includes('price'));
    // All three in bulk, and then the two by themselves.
    expect([...new Set(again.map((line) => line.includes(`"${medium}"`)))]).toEqual([true, false]);
  });
});

function removeProduct({ store }: Workbench, handle: string): void {
  const [product] = store.dump().products.filter((each) => each.handle === handle);
  store.execute({
    query: 'mutation($input: ProductDeleteInput!) { productDelete(input: $input) { deletedProductId } }',
    variables: { input: { id: product?.id } },
  });
}

describe('a bulk engine that does not take it', () => {
  const refusing = (code: string) => (request: WireRequest, answer: WireAnswer) =>
    isBulkStart(request) && !('failure' in answer)
      ? {
          ...answer,
          body: JSON.stringify({
            data: {
              bulkOperationRunMutation: { bulkOperation: null, userErrors: [{ code, message: code }] },
            },
          }),
        }
      : answer;

  test.each(['OPERATION_IN_PROGRESS', 'INVALID_MUTATION', 'NO_SUCH_FILE'])(
    '(%s) leaves the changes to the direct lane',
    (code) => {
      const bench = begin({ answering: refusing(code) });
      const report = bench.sync({ Products: sheet(priced(25)) });
      expect(report).toMatchObject({ outcome: 'finished', totals: { updated: COUNT, error: 0 } });
      // Five products in most documents.
      const { productVariantsBulkUpdate: sent, ...others } = mutationsIn(report);
      expect(others).toEqual({});
      expect(sent).toBeLessThan(COUNT / 4);
    },
  );

  test.each(
    ['stagedUploadsCreate', 'bulkOperationRunMutation', 'bulkOperation'].flatMap((root) =>
      ['timeout-before', 'timeout-after', '502-before', 'truncated'].map((effect) => [root, effect] as const),
    ),
  )('%s, %s, ends in the same store', (root, effect) => {
    const bench = begin({ store: { faults: `${root}#1: ${effect}` } });
    const report = bench.sync({ Products: sheet(priced(25)) });
    expect(report).toMatchObject({ outcome: 'finished', totals: { error: 0, conflict: 0 } });
    expect(seen(bench)).toEqual(wanted(25));
  });
});

const STRIDE = sampled(101, 1);

describe('a bulk run that is killed', () => {
  test('at a service call ends, once it is started again, in the same store, with every row answered', () => {
    let calls = 0;
    begin({ gate: () => (calls += 1) }).sync({ Products: sheet(priced(25)) });
    const differing: string[] = [];
    for (let nth = 1; nth <= calls; nth += STRIDE) {
      const bench = killedAt(nth);
      const report = bench.sync({ Products: sheet(priced(25)) });
      const isRight = isDeepStrictEqual(seen(bench), wanted(25));
      const { updated, unchanged, 'not-compared': notRead } = report.totals;
      if (!isRight || report.outcome !== 'finished' || updated + unchanged + notRead !== COUNT)
        differing.push(`${nth}: ${JSON.stringify(report.totals)} ${report.outcome}`);
      const started = bench.requests.counts().byOperation.bulkOperationRunMutation ?? 0;
      if (started > 2) differing.push(`${nth}: started ${started} times`);
    }
    expect(differing).toEqual([]);
  });

  function killedAt(nth: number): Workbench {
    let passed = 0;
    let isArmed = true;
    const bench = begin({
      gate: () => {
        passed += 1;
        if (isArmed && passed === nth) throw new KilledError('Killed by the test');
      },
    });
    bench.paste({ Products: sheet(priced(25)) });
    bench.runtime.run('startSync', [{}], { kind: 'sidebar' });
    isArmed = false;
    bench.clock.advance(60_000);
    return bench;
  }
});

describe('new products with images', () => {
  const URLS = (index: number) => [0, 1].map((nth) => `https://example.com/item-${index}-${nth}.jpg`);
  const withImages = csvOf([
    ['Handle', 'Title', 'SKU', 'Price', 'Image Src', 'Image Alt Text'],
    ...rows.flatMap((index) =>
      URLS(index).map((url, nth) =>
        nth === 0 ? [...priced(0)(index), url, 'Front'] : [`item-${index}`, '', '', '', url, 'Back'],
      ),
    ),
  ]);
  const altsIn = ({ store }: Workbench) =>
    store.dump().products.map(({ media }) => media.map(({ alt }) => alt));

  test('go in bulk as well, and their images are known afterwards', () => {
    const bench = open();
    const report = bench.sync({ Products: withImages });
    expect(mutationsIn(report).productSet).toBeUndefined();
    expect(report.totals.created).toBe(2 * COUNT);
    expect(altsIn(bench)).toEqual(rows.map(() => ['Front', 'Back']));
    const again = bench.sync({ Products: withImages });
    expect(mutationsIn(again, report)).toEqual({});
    expect(again.totals['not-compared']).toBe(2 * COUNT);
    bench.sync({ Products: withImages.replace('Back', 'Behind') });
    expect(altsIn(bench)).toEqual(expect.arrayContaining([['Front', 'Behind']]));
    expect(altsIn(bench).flat()).toHaveLength(2 * COUNT);
  });
});
