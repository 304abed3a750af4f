import { callCostMs } from '../../local/apps-script/limits/call-costs';
import { callsOfARun } from '../../local/bench/calls-of-a-run';
import { csvOf, itemsOf, seedOf, WORKLOADS } from '../../local/bench/workloads';
import { seedCatalog } from '../../local/store/seed-catalog';
import { openWorkbench } from '../support/workbench';

const { header, before, after } = WORKLOADS.prices;

/** Synced before, and looked at in the sidebar, which makes the tabs that a run needs. */
function synced() {
  const items = itemsOf('prices', 20);
  const bench = openWorkbench();
  seedCatalog(bench.store, seedOf(items));
  bench.sync({ Prices: csvOf(header, items.map(before)) });
  bench.call('prepareTabs');
  return { bench, items };
}

const taking = (calls: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(calls).filter(
      ([name]) => callCostMs(name, undefined) > 0 || name.startsWith('UrlFetchApp.'),
    ),
  );

test('a run of twenty changed prices makes the calls that the page of the benchmark lists', () => {
  const { bench, items } = synced();
  bench.paste({ Prices: csvOf(header, items.map(after)) });
  const run = bench.runtime.run('startSync', [{}], { kind: 'sidebar' });
  expect(run).toMatchObject({
    outcome: 'returned',
    value: { value: { outcome: 'finished', totals: { updated: 20 } } },
  });
  expect(taking(run.calls)).toEqual(callsOfARun());
});

test('what the sidebar first shows takes less than a second of calls, and reads the settings once', () => {
  const { bench } = synced();
  const overview = bench.runtime.run('getOverview', [], { kind: 'sidebar' });
  expect(overview.tookMs).toBeLessThan(1_000);
  expect(overview.calls['Properties.getProperty'] ?? 0).toBe(0);
  // Of the spreadsheet, and of the user.
  expect(overview.calls['Properties.getProperties']).toBe(2);
});

test('the menu asks Google for nothing but the menu', () => {
  const { bench } = synced();
  expect(taking(bench.runtime.run('onOpen', [], { kind: 'simple-trigger' }).calls)).toEqual({});
});

test('the history that was made in advance stays out of sight until a run has a line in it', () => {
  const { bench, items } = synced();
  const history = () => bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Sync history');
  expect(history()?.hidden).toBe(true);
  bench.sync({ Prices: csvOf(header, items.map(after)) });
  expect(history()?.hidden).toBe(false);
  expect(history()?.rows[2]?.[2]).toBe('Sync');
});
