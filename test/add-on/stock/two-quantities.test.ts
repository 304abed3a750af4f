import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { foreseenRows } from '../../support/foreseen';
import { openWorkbench, type Workbench } from '../../support/workbench';

const PRODUCTS = csvOf([
  ['Handle', 'Title', 'SKU', 'Inventory tracker', 'Inventory quantity'],
  ['mug', 'Mug', 'M-1', 'shopify', '20'],
]);
const INVENTORY = csvOf([
  ['SKU', 'Location', 'On hand (new)'],
  ['M-1', 'Shop location', '20'],
]);
const COLUMN = { Products: 4, Inventory: 2 } as const;

type Tab = keyof typeof COLUMN;

const synced = openWorkbench();
synced.sync({ Products: PRODUCTS, Inventory: INVENTORY });
const saved = synced.save();

/** One tab says what is available of a mug, the other what is on hand; both are synced. */
const opened = () => openWorkbench({ saved });

function rowOf(bench: Workbench, tab: Tab): (string | number | boolean | Date)[] {
  const row = bench.runtime.state.workbook.sheets.find(({ name }) => name === tab)?.rows[1];
  if (!row) throw new Error(`There is no row in ${tab}.`);
  return row as (string | number | boolean | Date)[];
}

const said = (bench: Workbench, tab: Tab) =>
  rowOf(bench, tab)
    .slice(COLUMN[tab] + 1, COLUMN[tab] + 3)
    .join(' ')
    .trim();

const type = (bench: Workbench, tab: Tab, quantity: number) => {
  rowOf(bench, tab)[COLUMN[tab]] = String(quantity);
};

function sync(bench: Workbench): RunSummary {
  const answer = bench.call<RunSummary>('startSync', {});
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

/** What the preview says of the row in this tab. */
function foreseen(bench: Workbench, tab: Tab): string {
  const row = foreseenRows(bench).find(([name]) => name === tab);
  return String(row?.slice(2, 4).join(' ')).trim();
}

const levelOf = ({ store }: Workbench) => {
  const [level] = Object.values(store.dump().products[0]?.variants[0]?.inventory ?? {});
  return [level?.available, level?.onHand];
};

/** Customers order, which leaves on hand as it is until it is sent out. */
function order({ store: { state } }: Workbench, quantity: number): void {
  for (const level of state.inventoryLevels.all()) {
    const { available, committed } = level.quantities;
    const quantities = {
      ...level.quantities,
      available: available - quantity,
      committed: committed + quantity,
    };
    state.inventoryLevels.put({ ...level, quantities });
  }
}

describe('what is available in one tab and what is on hand in another', () => {
  test('edited one after the other after an order, are sent without a question that nobody else gave cause for', () => {
    const bench = opened();
    order(bench, 4);
    type(bench, 'Inventory', 30);
    sync(bench);
    expect(levelOf(bench)).toEqual([26, 30]);
    type(bench, 'Products', 40);
    expect(sync(bench).conflicts.count).toBe(0);
    expect(said(bench, 'Products')).toBe('Updated Inventory quantity · Shop location 26 → 40.');
    expect(levelOf(bench)).toEqual([40, 44]);
  });

  test('ask about an order that came after the last sync, and keep it in the sum', () => {
    const bench = opened();
    order(bench, 4);
    type(bench, 'Inventory', 30);
    sync(bench);
    order(bench, 3);
    type(bench, 'Products', 40);
    const { run, conflicts } = sync(bench);
    expect(conflicts.shown).toMatchObject([{ sheet: '40', shopify: '23', sum: { by: 14, is: 37 } }]);
    const keys = conflicts.shown.map(({ key }) => key);
    bench.call('resolveConflicts', { run, side: 'add', keys });
    expect(levelOf(bench)).toEqual([37, 44]);
  });

  test('edited alike after an order, go on asking about the order', () => {
    const bench = opened();
    order(bench, 4);
    type(bench, 'Products', 30);
    type(bench, 'Inventory', 30);
    expect(sync(bench).conflicts.count).toBe(1);
    expect(levelOf(bench)).toEqual([26, 30]);
    expect(sync(bench).conflicts.count).toBe(1);
    expect(levelOf(bench)).toEqual([26, 30]);
  });

  test('say of the cell that was not edited what Shopify has after the run', () => {
    const bench = opened();
    type(bench, 'Inventory', 25);
    const differs = 'Differs Inventory quantity · Shop location: Shopify';
    expect(foreseen(bench, 'Products')).toBe(`${differs} will have 25, the sheet 20.`);
    sync(bench);
    expect(said(bench, 'Products')).toBe(`${differs} has 25, the sheet 20.`);
    expect(foreseen(bench, 'Products')).toBe(`${differs} has 25, the sheet 20.`);
    order(bench, 4);
    type(bench, 'Inventory', 35);
    sync(bench);
    expect(said(bench, 'Products')).toBe(`${differs} has 31, the sheet 20.`);
    type(bench, 'Inventory', 24);
    sync(bench);
    expect([levelOf(bench), said(bench, 'Products')]).toEqual([[20, 24], 'Up to date']);
  });
});
