import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

type NumberOf = (quantity: number, index: number, cost: number) => number | string;

const STOCK = [100, 140, 70, 220, 50, 180, 90, 30, 160, 110, 60, 240];
const costOf = (index: number) => 4.2 + ((index * 7) % 5) * 1.35;

const round = (factor: number) => (quantity: number) => Math.round(quantity * factor);

const HARMFUL: Readonly<Record<string, readonly [of: NumberOf, words: RegExp]>> = {
  'divided by 10': [(quantity) => quantity / 10, /divided by 10\b/],
  'divided by 6, as cartons': [round(1 / 6), /divided by 6\b/],
  'divided by 6, rounded down': [(quantity) => Math.floor(quantity / 6), /divided by 6\b/],
  'divided by 12, rounded up': [(quantity) => Math.ceil(quantity / 12), /divided by 12\b/],
  'multiplied by 6, as pieces': [(quantity) => quantity * 6, /multiplied by 6\b/],
  doubled: [(quantity) => quantity * 2, /multiplied by 2\b/],
  halved: [round(1 / 2), /divided by 2\b/],
  'multiplied by 2.54': [round(2.54), /about 2\.54 times/],
  'divided by 6 but for one': [
    (quantity, index) => (index === 1 ? quantity + 3 : Math.round(quantity / 6)),
    /divided by 6\b/,
  ],
  'its value at cost': [
    (quantity, _, cost) => Math.round(quantity * cost),
    /stock multiplied by the Cost per item/,
  ],
  'its value at cost where the currency has no decimals': [
    (quantity, _, cost) => Math.floor(quantity * cost),
    /stock multiplied by the Cost per item/,
  ],
  'its value at the price': [
    (quantity, _, cost) => Math.round(quantity * 2 * cost),
    /stock multiplied by the Price/,
  ],
};

const HARMLESS: Readonly<Record<string, NumberOf>> = {
  'a stock take': (quantity, index) => quantity + (((index * 7) % 5) - 2 || 1),
  'a delivery of 12 each': (quantity) => quantity + 12,
  'a delivery of 48 each': (quantity) => quantity + 48,
  'a delivery in cartons of 6': (quantity, index) => quantity + 6 * (1 + ((index * 5) % 4)),
  'a delivery up to a round number': (quantity, index) => (quantity < 100 ? 100 : 250) + 50 * (index % 4),
  'a week of sales': (quantity, index) => quantity - 1 - ((index * 11) % 17),
  'the end of a season': (quantity, index) =>
    Math.round(quantity * ([0.05, 0.4, 0.2, 0.1, 0.35, 0.15][index % 6] ?? 0)),
  'one counted in cartons, the others counted': (quantity, index) =>
    index === 0 ? quantity / 10 : quantity + (index % 2 ? 2 : -1),
};

const saved = new Map<number, string>();

function benchOf(count: number): Workbench {
  const known = saved.get(count);
  if (known !== undefined) return openWorkbench({ saved: known });
  const bench = openWorkbench();
  const rows = STOCK.slice(0, count).map((_, index) => {
    const cost = costOf(index).toFixed(2);
    return [`i${index}`, `Item ${index}`, `S${index}`, (2 * costOf(index)).toFixed(2), cost, 'shopify'];
  });
  const header = ['Handle', 'Title', 'SKU', 'Price', 'Cost per item', 'Inventory tracker'];
  bench.sync({ Products: csvOf([header, ...rows]) });
  bench.sync({ Stock: stockTab(count, (quantity) => quantity) });
  saved.set(count, bench.save());
  return bench;
}

const stockTab = (count: number, numberOf: NumberOf) =>
  csvOf([
    ['SKU', 'Available'],
    ...STOCK.slice(0, count).map((quantity, index) => [
      `S${index}`,
      String(numberOf(quantity, index, costOf(index))),
    ]),
  ]);

function preview(bench: Workbench): RunSummary {
  const answer = bench.call<RunSummary>('previewSync');
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

describe.each([6, 12])('quantities of %d items', (count) => {
  const bench = benchOf(count);

  test.each(Object.entries(HARMFUL))('wait for a person: %s', (_, [numberOf, words]) => {
    bench.paste({ Stock: stockTab(count, numberOf) });
    const { held, totals } = preview(bench);
    expect(held.shown.map(({ reason }) => reason).filter((reason) => !words.test(reason))).toEqual([]);
    expect({ held: held.count, updated: totals.updated }).toEqual({ held: count, updated: 0 });
  });

  test.each(Object.entries(HARMLESS))('go through: %s', (_, numberOf) => {
    bench.paste({ Stock: stockTab(count, numberOf) });
    const { held, totals } = preview(bench);
    expect(held.shown.map(({ reason }) => reason)).toEqual([]);
    expect(totals).toMatchObject({ skipped: 0, error: 0, updated: count });
  });
});

test('a tenth of small quantities waits, also where most of them are no whole number any more', () => {
  const bench = openWorkbench();
  const stock = [10, 14, 7, 20, 5, 30];
  const tab = (factor: number) =>
    csvOf([
      ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'],
      ...stock.map((quantity, index) => [
        `i${index}`,
        `Item ${index}`,
        `S${index}`,
        '5.00',
        'shopify',
        String(quantity * factor),
      ]),
    ]);
  bench.sync({ Products: tab(1) });
  const { totals } = bench.sync({ Products: tab(0.1) }, '--hold');
  expect(totals).toMatchObject({ updated: 0, skipped: 3, error: 3 });
});

test('half of the stock moved to another location goes through', () => {
  const bench = openWorkbench({ store: { locations: ['Shop', 'Warehouse'] } });
  const tab = (shop: (index: number) => number, store: (index: number) => number) =>
    csvOf([
      ['SKU', 'Location', 'Available'],
      ...STOCK.flatMap((_, index) => [
        [`S${index}`, 'Shop', String(shop(index))],
        [`S${index}`, 'Warehouse', String(store(index))],
      ]),
    ]);
  bench.sync({
    Products: csvOf([
      ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker'],
      ...STOCK.map((_, index) => [`i${index}`, `Item ${index}`, `S${index}`, '5.00', 'shopify']),
    ]),
  });
  const of = (index: number) => STOCK[index] ?? 0;
  bench.sync({ Inventory: tab(of, () => 3) });
  const halves = tab(
    (index) => of(index) / 2,
    (index) => 3 + of(index) / 2,
  );
  expect(bench.sync({ Inventory: halves }, '--hold').totals).toMatchObject({ updated: 24, skipped: 0 });
});

test('what is held for its factor says how to send it, and is sent when confirmed', () => {
  const bench = benchOf(6);
  const sheet = { Stock: stockTab(6, (quantity) => quantity / 10) };
  const said = saidOf(bench.sync(sheet, '--hold'))['Stock:2'];
  expect(said).toMatch(
    /^skipped Available .*100 → 10 is held: .*\. Confirm it in the sidebar, or change the cell\.$/,
  );
  expect(bench.sync(sheet, '--confirm-held').totals).toMatchObject({ updated: 6, skipped: 0 });
});
