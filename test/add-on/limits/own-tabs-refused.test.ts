import { ServiceException } from '../../../local/apps-script/runtime/exception';
import { type CliOptions, parseOptions } from '../../../local/cli/options';
import { printReport } from '../../../local/cli/print';
import type { Overview, RunSummary, RunView, UndoSummary } from '../../../src/answers/answers';
import type { OldValues } from '../../../src/answers/waiting';
import { csvOf } from '../../support/csv';
import { connectAndPreview, openWorkbench, type Workbench } from '../../support/workbench';

const file = (price: string) =>
  csvOf([
    ['Handle', 'Title', 'Price'],
    ['hat', 'Hat', price],
    ['mug', 'Mug', '9.00'],
  ]);

const synced = openWorkbench();
synced.sync({ Products: file('5.00') });
synced.call('previewSync');
const saved = synced.save();

const sheetOf = ({ runtime }: Workbench, tab: string) =>
  runtime.state.workbook.sheets.find(({ name }) => name === tab)!;
const price = (bench: Workbench) => bench.store.dump().products[0]?.variants[0]?.price;

/** In each way that Google knows to refuse a tab of the add-on's own. */
const REFUSED: readonly (readonly [how: string, refuse: (bench: Workbench, tab: string) => void])[] = [
  [
    'protected',
    (bench, tab) =>
      sheetOf(bench, tab).protections.push({
        description: '',
        warningOnly: false,
        area: null,
        editors: ['boss@example.com'],
      }),
  ],
  [
    'a table of Google’s',
    (bench, tab) => {
      sheetOf(bench, tab).tables = [
        { area: { row: 1, column: 1, rowCount: 1_000, columnCount: 26 }, refuses: 'writes' },
      ];
    },
  ],
];

function ask<Value>(bench: Workbench, name: string, ...args: unknown[]): Value {
  const answered = bench.call<Value>(name, ...args);
  if (!answered.ok) throw new Error(answered.problem.message);
  return answered.value;
}

describe.each(REFUSED)('a tab “Sync history” that is %s', (_, refuse) => {
  function edited(): Workbench {
    const bench = openWorkbench({ saved });
    bench.paste({ Products: file('5.50') });
    refuse(bench, 'Sync history');
    return bench;
  }

  test('fails no sync: it is said in one sentence, and the run is known after a reload', () => {
    const bench = edited();
    const run = ask<RunSummary>(bench, 'startSync');
    expect(price(bench)).toBe('5.50');
    expect(run).toMatchObject({
      outcome: 'finished',
      problem: null,
      totals: { updated: 1 },
      unwritten: expect.stringMatching(/^The tab “Sync history” could not be written; all else is done\./),
    });
    expect(run.unwritten!.length).toBeLessThanOrEqual(300);
    const overview = ask<Overview>(bench, 'getOverview');
    expect(overview).toMatchObject({ hasSynced: true, lastRun: { run: run.run, outcome: 'finished' } });
    expect(ask<readonly RunView[]>(bench, 'listRuns')[0]).toMatchObject({
      number: run.run,
      totals: { updated: 1 },
    });
  });

  test('is said by the command line, as words and as JSON', () => {
    const bench = edited();
    const report = bench.sync({ Products: file('5.50') });
    expect(report.unwritten).toMatch(/^The tab “Sync history” could not be written; all else is done\./);
    const printed = printReport(report, () => () => '', parseOptions([]) as CliOptions, 200);
    expect(printed).toContain(report.unwritten);
  });

  test('fails no sync of nothing, no undo, and no putting back of old values', () => {
    const bench = edited();
    const { run } = ask<RunSummary>(bench, 'startSync');
    expect(ask<RunSummary>(bench, 'startSync')).toMatchObject({ outcome: 'finished', problem: null });
    const undone = ask<UndoSummary>(bench, 'undoRun', { run });
    expect(price(bench)).toBe('5.00');
    expect(undone).toMatchObject({
      outcome: 'finished',
      problem: null,
      unwritten: expect.stringContaining('“Sync history”'),
    });
    const old = ask<OldValues>(bench, 'putBack', { undo: undone.run });
    const put = ask<OldValues>(bench, 'putBack', {
      undo: undone.run,
      keys: old.shown.map(({ key }) => key),
    });
    expect(put).toMatchObject({ written: 1, unwritten: expect.stringContaining('“Sync history”') });
  });
});

test.each(REFUSED)(
  'a tab “Sync preview” that is %s fails no preview, and no page says that it lists the rows',
  (_, refuse) => {
    const bench = openWorkbench({ saved });
    bench.paste({ Products: file('5.50') });
    refuse(bench, 'Sync preview');
    const preview = ask<RunSummary>(bench, 'previewSync');
    expect(preview).toMatchObject({
      problem: null,
      totals: { updated: 1 },
      unwritten: expect.stringContaining('“Sync preview”'),
    });
    expect(price(bench)).toBe('5.00');
    expect(ask<RunSummary>(bench, 'applyPreview', { preview: preview.preview })).toMatchObject({
      problem: null,
      totals: { updated: 1 },
    });
    expect(price(bench)).toBe('5.50');
  },
);

test.each(['Sync to Shopify state', 'Sync to Shopify undo'])(
  'a hidden tab “%s” that is protected stops a sync by its name, and nothing is sent',
  (hidden) => {
    const bench = openWorkbench({ saved });
    bench.paste({ Products: file('5.50') });
    const [[, protect] = []] = REFUSED;
    protect?.(bench, hidden);
    const answered = bench.call<RunSummary>('startSync');
    const problem = answered.ok ? answered.value.problem : answered.problem;
    expect(problem).toMatchObject({ kind: 'protected', message: expect.stringContaining(`“${hidden}”`) });
    expect(price(bench)).toBe('5.00');
  },
);

test.each([
  ['Sync to Shopify state', 'productVariantsBulkUpdate'],
  ['Sync to Shopify undo', 'query'],
])('a hidden tab “%s” that is deleted while Shopify is asked is made again', (hidden, asked) => {
  let stands = true;
  const bench = openWorkbench({
    saved,
    answering: ({ body }, answer) => {
      const tabs = sheetsOf(bench);
      if (stands && String(body).includes(asked)) {
        const [gone] = tabs.splice(
          tabs.findIndex(({ name }) => name === hidden),
          1,
        );
        expect(gone?.name).toBe(hidden);
        stands = false;
      }
      return answer;
    },
  });
  bench.paste({ Products: file('5.50') });
  expect(sheetsOf(bench).map(({ name }) => name)).toContain(hidden);
  expect(ask<RunSummary>(bench, 'startSync')).toMatchObject({ outcome: 'finished', totals: { updated: 1 } });
  expect(sheetsOf(bench).find(({ name }) => name === hidden)?.rows.length).toBeGreaterThan(0);
  expect(price(bench)).toBe('5.50');
});

const sheetsOf = (bench: Workbench) => bench.runtime.state.workbook.sheets;

describe('what Google throws at any call of a run', () => {
  test('never leaves a page that says nothing was sent, and the run stands in the list once it sent', () => {
    let thrownAfter = 0;
    for (let nth = 3; nth < 400; nth += 7) {
      let passed = 0;
      let isArmed = false;
      const bench = openWorkbench({
        saved,
        gate: () => {
          if (!isArmed) return;
          passed += 1;
          if (passed === nth)
            throw new ServiceException('You are trying to edit a protected cell or object.');
        },
      });
      bench.paste({ Products: file('5.50') });
      isArmed = true;
      const answered = bench.call<RunSummary>('startSync');
      isArmed = false;
      if (passed < nth) break;
      const { hasSynced, lastRun } = ask<Overview>(bench, 'getOverview');
      expect(hasSynced).toBe(true);
      if (price(bench) === '5.00') continue;
      const [latest] = ask<readonly RunView[]>(bench, 'listRuns');
      const number = answered.ok ? answered.value.run : latest?.number;
      expect(latest?.number).toBe(number);
      expect(lastRun?.run).toBe(number);
      thrownAfter += 1;
    }
    expect(thrownAfter).toBeGreaterThan(5);
  });

  test('is the problem of the run where it comes after the sending', () => {
    let left = Number.POSITIVE_INFINITY;
    const bench = openWorkbench({
      saved,
      gate: () => {
        left -= 1;
        if (left === 0) throw new ServiceException('Service error: Spreadsheets');
      },
      answering: (request, answer) => {
        if (String(request.body).includes('productVariantsBulkUpdate')) left = 12;
        return answer;
      },
    });
    bench.paste({ Products: file('5.50') });
    const run = ask<RunSummary>(bench, 'startSync');
    expect(price(bench)).toBe('5.50');
    expect(run).toMatchObject({ outcome: 'paused', sent: 0, problem: { kind: 'google-trouble' } });
    expect(ask<Overview>(bench, 'getOverview')).toMatchObject({ hasSynced: true, lastRun: { run: run.run } });
    expect(ask<readonly RunView[]>(bench, 'listRuns')[0]?.number).toBe(run.run);
    bench.clock.advance(180_000);
    expect(ask<RunSummary>(bench, 'continueSync')).toMatchObject({ outcome: 'finished', problem: null });
    expect(price(bench)).toBe('5.50');
  });
});

test('a page that is opened after a kill does not say that nothing was sent', () => {
  const bench = openWorkbench();
  const sheetIds = bench.paste({ Products: file('5.00') });
  connectAndPreview(bench, sheetIds);
  expect(ask<Overview>(bench, 'getOverview')).toMatchObject({ hasSynced: false, lastRun: null });
  bench.call('startSync');
  const record = JSON.parse(bench.runtime.state.documentProperties.run!) as object;
  bench.runtime.state.documentProperties.run = JSON.stringify({ ...record, summary: null });
  expect(ask<Overview>(bench, 'getOverview')).toMatchObject({ hasSynced: true, lastRun: null });
});
