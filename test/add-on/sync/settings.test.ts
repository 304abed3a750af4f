import type { Overview, RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench, type Workbench } from '../../support/workbench';

const FILE = csvOf([
  ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'],
  ['mug', 'Mug', 'M-1', '10.00', 'shopify', '5'],
]);

function overviewOf(bench: Workbench): Overview {
  const answer = bench.call<Overview>('getOverview');
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

test('the sidebar is told the settings and the locations without asking Shopify', () => {
  const bench = openWorkbench({ store: { locations: ['Main', 'Cellar'] } });
  bench.sync({ Products: FILE });
  const before = bench.requests.counts().total;
  const { settings, connection, tabs } = overviewOf(bench);
  expect(bench.requests.counts().total).toBe(before);
  expect(settings).toMatchObject({ defaultLocationId: null, keepStock: null });
  expect(connection?.locations.map(({ name }) => name)).toEqual(['Main', 'Cellar']);
  expect(tabs).toMatchObject([{ name: 'Products', namesStock: true }]);
});

test('a shop with very many locations can be connected, and names the first', () => {
  const names = Array.from({ length: 200 }, (_, index) => `Location number ${index} of a large chain`);
  const bench = openWorkbench({ store: { locations: names } });
  bench.sync({ Products: FILE });
  const { connection } = overviewOf(bench);
  expect(connection?.locationCount).toBe(200);
  expect(connection?.locations.length).toBeGreaterThan(20);
});

test('a quantity without a location goes to the one that was chosen', () => {
  const bench = openWorkbench({ store: { locations: ['Main', 'Cellar'] } });
  const refused = bench.sync({ Products: FILE });
  expect(refused.tabs[0]?.rows[0]?.message).toContain('names no location');
  const cellar = overviewOf(bench).connection?.locations.find(({ name }) => name === 'Cellar');
  bench.call('saveSettings', { defaultLocationId: cellar?.id });
  bench.call('startSync', {});
  const [variant] = bench.store.dump().products[0]?.variants ?? [];
  expect(variant?.inventory).toMatchObject({ Cellar: { available: 5 } });
});

test('a location that the store does not have is refused, and what was chosen before stays', () => {
  const bench = openWorkbench({ store: { locations: ['Main', 'Cellar'] } });
  bench.sync({ Products: FILE });
  const main = overviewOf(bench).connection?.locations[0]?.id;
  bench.call('saveSettings', { defaultLocationId: main });
  for (const defaultLocationId of ['gid://shopify/Location/1', 'gid://shopify/Location/99999999'])
    expect(bench.call('saveSettings', { defaultLocationId, keepStock: true })).toMatchObject({
      ok: false,
      problem: { kind: 'invalid-input' },
    });
  expect(overviewOf(bench).settings).toMatchObject({ defaultLocationId: main, keepStock: null });
  expect(bench.call('saveSettings', { defaultLocationId: main, keepStock: true })).toMatchObject({
    ok: true,
  });
  expect(bench.call('saveSettings', { defaultLocationId: null })).toMatchObject({ ok: true });
});

test.each([
  { onConflict: { products: 'add', inventory: 'ask', prices: 'ask' } },
  { onConflict: {} },
  { defaultLocationId: 'Cellar' },
  { keepStock: 'yes' },
  { accountKind: 'free' },
])('a setting that nobody offers is refused (%j)', (changes) => {
  const bench = openWorkbench();
  expect(bench.call('saveSettings', changes)).toMatchObject({
    ok: false,
    problem: { kind: 'invalid-input' },
  });
});

test('the kind of a Google account is its user’s own, and stays with them', () => {
  const bench = openWorkbench();
  expect(overviewOf(bench).settings.accountKind).toBe('consumer');
  bench.call('saveSettings', { accountKind: 'workspace' });
  expect(overviewOf(bench).settings.accountKind).toBe('workspace');
  expect(JSON.stringify(bench.runtime.state.documentProperties)).not.toContain('workspace');
});

describe('a row that the sidebar names', () => {
  function held(): { readonly bench: Workbench; readonly summary: RunSummary } {
    const bench = openWorkbench();
    bench.sync({ Notes: 'mine\n', Products: FILE });
    bench.paste({ Notes: 'mine\n', Products: FILE.replace('10.00', '1.00') });
    const answer = bench.call<RunSummary>('startSync', {});
    if (!answer.ok) throw new Error(answer.problem.message);
    return { bench, summary: answer.value };
  }

  test('is brought in front of the person with its cell', () => {
    const { bench, summary } = held();
    const { sheetId, row } = summary.held.shown[0]!;
    expect(bench.call('goToRow', { sheetId, row, column: 'Price' })).toEqual({ ok: true, value: null });
    expect(bench.runtime.state.workbook).toMatchObject({
      activeSheetId: sheetId,
      selection: [{ row: 2, column: 4, rowCount: 1, columnCount: 1 }],
    });
  });

  test('that is gone is told so', () => {
    const { bench } = held();
    const gone = { ok: false, problem: { message: 'This row is no longer there.' } };
    expect(bench.call('goToRow', { sheetId: 999, row: 2 })).toMatchObject(gone);
    const [sheet] = bench.runtime.state.workbook.sheets;
    expect(bench.call('goToRow', { sheetId: sheet?.id, row: 100_000 })).toMatchObject(gone);
  });
});
