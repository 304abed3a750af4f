import type { RuntimeState } from '../../../local/apps-script/runtime';
import type { Overview, RunSummary } from '../../../src/answers/answers';
import { openWorkbench, type Workbench } from '../../support/workbench';

const file = (price: string) => `Handle,Title,SKU,Price\nmug,Mug,M-1,${price}\nhat,Hat,H-1,20.00\n`;

type Tabs = RuntimeState['workbook']['sheets'];

/** As Google's version history does: the tabs are as they were, the script's properties stay. */
function putBack(bench: Workbench, tabs: Tabs): void {
  bench.runtime.state.workbook.sheets = structuredClone(tabs);
}

/** Synced at 10.00, then at 12.00, and put back to the version between the two. */
function restored(): Workbench {
  const bench = openWorkbench();
  bench.sync({ Products: file('10.00') });
  const version = structuredClone(bench.runtime.state.workbook.sheets);
  bench.sync({ Products: file('12.00') });
  putBack(bench, version);
  return bench;
}

const summaryOf = (bench: Workbench, name: string): RunSummary => {
  const answer = bench.call<RunSummary>(name, {});
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
};

const price = (bench: Workbench) =>
  bench.store.dump().products.find(({ handle }) => handle === 'mug')?.variants[0]?.price;

test.each(['startSync', 'previewSync', 'applyPreview'])(
  'a spreadsheet that was put back to an older version sends nothing (%s)',
  (name) => {
    const bench = restored();
    const requests = bench.wire.filter((text) => text.startsWith('{"query":"mutation')).length;
    expect(summaryOf(bench, name)).toMatchObject({ outcome: 'failed', problem: { kind: 'restored' } });
    expect(bench.wire.filter((text) => text.startsWith('{"query":"mutation')).length).toBe(requests);
    expect(bench.call<Overview>('getOverview')).toMatchObject({
      value: name === 'previewSync' ? {} : { lastRun: { problem: { kind: 'restored' } } },
    });
  },
);

test('once a person has it compared, a preview is due, and each cell that differs waits for a choice', () => {
  const bench = restored();
  summaryOf(bench, 'startSync');
  expect(bench.call('compareRestored')).toEqual({ ok: true, value: null });
  expect(bench.call<Overview>('getOverview')).toMatchObject({ value: { lastRun: { problem: null } } });
  expect(summaryOf(bench, 'startSync')).toMatchObject({ problem: { kind: 'no-preview' } });
  expect(summaryOf(bench, 'previewSync')).toMatchObject({
    problem: null,
    unknownBase: { products: 0, inventory: 0, prices: 1 },
  });
  const held = summaryOf(bench, 'startSync');
  expect(held).toMatchObject({ sent: 0, totals: { skipped: 1, unchanged: 1 } });
  expect(price(bench)).toBe('12.00');
  const keys = held.unsynced.prices.shown.map(({ key }) => key);
  bench.call('resolveConflicts', { run: held.run, side: 'sheet', keys });
  expect(price(bench)).toBe('10.00');
  expect(summaryOf(bench, 'startSync')).toMatchObject({
    problem: null,
    sent: 0,
    totals: { 'not-compared': 2 },
  });
});

test('the newer version, put back again, goes on as if nothing had been', () => {
  const bench = openWorkbench();
  bench.sync({ Products: file('10.00') });
  const older = structuredClone(bench.runtime.state.workbook.sheets);
  bench.sync({ Products: file('12.00') });
  const newer = structuredClone(bench.runtime.state.workbook.sheets);
  putBack(bench, older);
  expect(summaryOf(bench, 'startSync')).toMatchObject({ problem: { kind: 'restored' } });
  putBack(bench, newer);
  expect(summaryOf(bench, 'startSync')).toMatchObject({ problem: null, sent: 0 });
});

test('a version from the middle of a run is told from the one after it', () => {
  const bench = openWorkbench();
  bench.sync({ Products: file('10.00') });
  const versions: Tabs[] = [];
  const disturbed = openWorkbench({
    saved: bench.save(),
    gate: ({ service, method }) => {
      if (`${service}.${method}` === 'UrlFetchApp.fetch')
        versions.push(structuredClone(disturbed.runtime.state.workbook.sheets));
    },
  });
  disturbed.sync({ Products: file('12.00') });
  disturbed.sync({ Products: file('13.00') });
  const between = versions.slice(0, -1);
  expect(between.length).toBeGreaterThan(3);
  for (const version of between) {
    const opened = openWorkbench({ saved: disturbed.save() });
    putBack(opened, version);
    expect(summaryOf(opened, 'startSync').problem?.kind).toBe('restored');
  }
});

test('a state tab that was deleted is no older version: everything that differs waits', () => {
  const bench = openWorkbench();
  bench.sync({ Products: file('10.00') });
  const { workbook } = bench.runtime.state;
  workbook.sheets = workbook.sheets.filter(({ name }) => name !== 'Sync to Shopify state');
  workbook.sheets[0]!.rows[1]![3] = '12.00';
  expect(summaryOf(bench, 'startSync')).toMatchObject({ problem: null, sent: 0, unknownBase: { prices: 1 } });
});

test('an undo waits as well', () => {
  const bench = restored();
  expect(bench.call('undoRun', { run: 2 })).toMatchObject({ ok: false, problem: { kind: 'restored' } });
});
