import type { CellValue } from '../../../local/apps-script/workbook/workbook';
import type { Overview, TabView } from '../../../src/answers/answers';
import { openWorkbench, type Workbench } from '../../support/workbench';

/** A spreadsheet has one tab at least. */
function openSpreadsheet(): Workbench {
  const bench = openWorkbench();
  bench.paste({ Notes: 'mine\n' });
  return bench;
}

function setUp(bench: Workbench, choice?: object): readonly TabView[] {
  const answer = bench.call<readonly TabView[]>('setUpSheets', choice);
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

function tabOf({ runtime }: Workbench, name: string) {
  const tab = runtime.state.workbook.sheets.find((sheet) => sheet.name === name);
  if (!tab) throw new Error(`There is no tab “${name}”.`);
  return tab;
}

/** As a person fills in a row, by the headers. */
function type(bench: Workbench, name: string, ...rows: readonly Readonly<Record<string, CellValue>>[]): void {
  const tab = tabOf(bench, name);
  const headers = tab.rows[0] ?? [];
  for (const row of rows) tab.rows.push(headers.map((header) => row[String(header)] ?? ''));
}

function tickedTabs(bench: Workbench): number[] {
  const answer = bench.call<Overview>('getOverview');
  return answer.ok ? answer.value.tabs.filter(({ ticked }) => ticked).map(({ sheetId }) => sheetId) : [];
}

const MUG = {
  Title: 'Mug',
  'URL handle': 'mug',
  'Published on online store': true,
  SKU: '00417',
  'Inventory tracker': 'shopify',
};

test('a tab that was set up is ticked, in front of the person, and syncs what is typed into it', () => {
  const bench = openSpreadsheet();
  setUp(bench);
  const { id } = tabOf(bench, 'Products');
  expect(tickedTabs(bench)).toEqual([id]);
  expect(bench.runtime.state.workbook.activeSheetId).toBe(id);
  type(bench, 'Products', { ...MUG, Price: 9.5, 'Inventory quantity': 4 });
  expect(bench.drive(tickedTabs(bench))).toMatchObject({ outcome: 'finished' });
  expect(bench.store.dump().products).toMatchObject([
    { handle: 'mug', status: 'ACTIVE', variants: [{ sku: '00417', price: '9.50' }] },
  ]);
  expect(tabOf(bench, 'Products').rows[1]?.slice(-4, -2)).toEqual([
    'Created',
    'Published to the Online Store. Status is empty, so it is active.',
  ]);
});

test('prices and stock in tabs of their own meet the products by their SKU', () => {
  const bench = openSpreadsheet();
  setUp(bench, { prices: true, inventory: true });
  type(bench, 'Products', MUG);
  type(bench, 'Prices', { SKU: '00417', Price: 9.5, 'Compare-at price': 12 });
  type(bench, 'Inventory', { SKU: '00417', Available: 4 });
  expect(bench.drive(tickedTabs(bench))).toMatchObject({ outcome: 'finished' });
  const [variant] = bench.store.dump().products[0]?.variants ?? [];
  expect(variant).toMatchObject({ sku: '00417', price: '9.50', compareAtPrice: '12.00' });
  expect(Object.values(variant?.inventory ?? {})).toMatchObject([{ available: 4 }]);
});

test('an empty tab that was set up syncs nothing and is no problem', () => {
  const bench = openSpreadsheet();
  setUp(bench);
  expect(bench.drive(tickedTabs(bench))).toMatchObject({ outcome: 'finished', problem: undefined });
  expect(bench.store.dump().products).toEqual([]);
});

test('what is there stays: tabs of the same name, and those that are ticked', () => {
  const bench = openWorkbench();
  const [mine] = bench.paste({ Products: 'Handle,Title\nhat,Hat\n' });
  bench.call('chooseTabs', { sheetIds: [mine] });
  const views = setUp(bench);
  expect(views.filter(({ ticked }) => ticked).map(({ name }) => name)).toEqual(['Products', 'Products 2']);
  expect(tabOf(bench, 'Products').rows).toEqual([
    ['Handle', 'Title'],
    ['hat', 'Hat'],
  ]);
});

test('a tab of prices alone is added beside the products that are there', () => {
  const bench = openWorkbench();
  bench.paste({ Products: 'Handle,Title\nhat,Hat\n' });
  const views = setUp(bench, { products: false, prices: true });
  expect(views.map(({ name, ticked }) => [name, ticked])).toEqual([
    ['Products', false],
    ['Prices', true],
  ]);
});

test('where no tab was asked for, none is made', () => {
  const bench = openSpreadsheet();
  expect(setUp(bench, { products: false }).map(({ name }) => name)).toEqual(['Notes']);
});
