import type { RunSummary } from '../../../src/answers/answers';
import { sampleOf } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { csvOf, type Item, itemsOf } from './items-of-a-shop';

type NumberOf = (item: Item, index: number) => number | string;

const stockOf = (item: Item) => Number(item['Inventory quantity']);

const HARMFUL: Readonly<Record<string, NumberOf>> = {
  'the prices pasted in': ({ Price }) => Price,
  'the costs pasted in': (item) => item['Cost per item'],
  'the stock pasted in, which doubles it': stockOf,
  'a count of each, one more or less than there is': (item, index) => stockOf(item) + (index % 3) - 1,
  'the barcodes pasted in': ({ Barcode }) => Barcode,
  'the grams pasted in': (item) => item['Variant Grams'],
  '-500 everywhere': () => -500,
  '+500 everywhere': () => 500,
  'more taken away everywhere than there is': (item, index) => -stockOf(item) - 1 - (index % 3),
};

const HARMLESS: Readonly<Record<string, NumberOf>> = {
  'a delivery of 10 each': () => 10,
  'a delivery of 100 each': () => 100,
  'a delivery of different numbers': (_, index) => 20 + ((index * 3) % 7),
  'one broken each': () => -1,
  'one of them sold more often than counted': (item, index) =>
    index === 0 ? -stockOf(item) - 1 : 3 + (index % 2),
  'one of them sold out': (item, index) => (index === 0 ? -stockOf(item) : -1),
  'one of them doubled': (item, index) => (index === 0 ? stockOf(item) : -1),
};

const saved = new Map<number, string>();

function benchOf(count: number): Workbench {
  const known = saved.get(count);
  if (known !== undefined) return openWorkbench({ saved: known });
  const bench = openWorkbench();
  bench.sync({ Products: csvOf(itemsOf(count)) });
  const { workbook } = bench.runtime.state;
  workbook.sheets = workbook.sheets.filter(({ name }) => name !== 'Products');
  saved.set(count, bench.save());
  return bench;
}

function pasted(bench: Workbench, count: number, numberOf: NumberOf): void {
  const rows = itemsOf(count).map((item, index) => `${item.SKU},${numberOf(item, index)}`);
  const sheetIds = bench.paste({ Adjust: ['SKU,Variant Inventory Adjust', ...rows].join('\n') });
  bench.call('chooseTabs', { sheetIds });
}

function answered(bench: Workbench, call: 'startSync' | 'previewSync'): RunSummary {
  const answer = bench.call<RunSummary>(call, ...(call === 'startSync' ? [{}] : []));
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

describe.each(sampleOf([2, 3, 12, 30], 2))('numbers to add to the stock of %d items', (count) => {
  describe('that look like another column wait for a person', () => {
    const bench = benchOf(count);
    const before = bench.store.dump();

    test.each(Object.entries(HARMFUL))('%s', (name, numberOf) => {
      if (count === 2 && /\+500|a count/.test(name)) return;
      pasted(bench, count, numberOf);
      const { sent, held, totals } = answered(bench, 'startSync');
      expect({ sent, errors: totals.error, held: held.count }).toEqual({ sent: 0, errors: 0, held: count });
      expect(bench.store.dump()).toEqual(before);
    });
  });

  describe('that people mean are added', () => {
    const bench = benchOf(count);

    test.each(Object.entries(HARMLESS))('%s', (_, numberOf) => {
      pasted(bench, count, numberOf);
      const { held, totals } = answered(bench, 'previewSync');
      expect(held.shown.map(({ reason }) => reason)).toEqual([]);
      expect(totals).toMatchObject({ skipped: 0, error: 0, updated: count });
    });
  });
});

test('confirmed, a column that was pasted into the numbers to add is added once', () => {
  const bench = benchOf(12);
  pasted(bench, 12, stockOf);
  const first = answered(bench, 'startSync');
  const keys = [...first.held.shown.map(({ key }) => key), ...first.held.more];
  expect(bench.call('confirmHeld', { run: first.run, keys })).toMatchObject({ ok: true });
  const after = bench.store.dump();
  for (const item of itemsOf(12)) {
    const variant = after.products.find(({ handle }) => handle === item.Handle)?.variants[0];
    expect(Object.values(variant?.inventory ?? {})).toMatchObject([{ available: 2 * stockOf(item) }]);
  }
  expect(answered(bench, 'startSync')).toMatchObject({ sent: 0, held: { count: 0 } });
  expect(bench.store.dump()).toEqual(after);
});
