import type { RunSummary } from '../../../src/answers/answers';
import { sampleOf } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { csvOf, type Edit, each, exchange, type Item, itemsOf, paste, set, slide } from './items-of-a-shop';

const SIZES = [3, 12, 40] as const;

const number = (text: string) => Number(text);
const stock = (change: (quantity: number, item: Item, index: number) => number) =>
  set('Inventory quantity', (item, index) => String(change(number(item['Inventory quantity']), item, index)));
const grams = (factor: number) =>
  set('Variant Grams', (item) => String(number(item['Variant Grams']) * factor));
const price = (change: (price: number, index: number) => number) =>
  set('Price', (item, index) => change(number(item.Price), index).toFixed(2));

const HARMFUL: Readonly<Record<string, Edit>> = {
  'the SKUs pasted over the titles': paste('SKU', 'Title'),
  'the handles pasted over the titles': paste('Handle', 'Title'),
  'the prices pasted over the titles': paste('Price', 'Title'),
  'the titles pasted over the vendors': paste('Title', 'Vendor'),
  'the statuses pasted over the vendors': paste('Status', 'Vendor'),
  'the vendors pasted over the types': paste('Vendor', 'Type'),
  'the types and vendors exchanged': exchange('Type', 'Vendor'),
  'the titles pasted over the tags': paste('Title', 'Tags'),
  'the SKUs pasted over the SEO titles': paste('SKU', 'SEO Title'),
  'SKUs and barcodes exchanged': exchange('SKU', 'Barcode'),
  'the titles pasted over the barcodes': paste('Title', 'Barcode'),
  'the prices pasted over the SKUs': paste('Price', 'SKU'),
  'the prices pasted over the barcodes': paste('Price', 'Barcode'),
  'the handles pasted over the SKUs': paste('Handle', 'SKU'),
  'prices and costs exchanged': exchange('Price', 'Cost per item'),
  'the prices pasted over the costs': paste('Price', 'Cost per item'),
  'the costs pasted over the prices': paste('Cost per item', 'Price'),
  'prices and compare-at prices exchanged': exchange('Price', 'Compare-at price'),
  'the quantities pasted over the prices': paste('Inventory quantity', 'Price'),
  'the prices pasted over the quantities': set('Inventory quantity', (item) => String(number(item.Price))),
  'the barcodes pasted over the quantities': paste('Barcode', 'Inventory quantity'),
  'the grams pasted over the quantities': paste('Variant Grams', 'Inventory quantity'),
  'the prices pasted over the grams': paste('Price', 'Variant Grams'),
  'the quantities pasted over the grams': paste('Inventory quantity', 'Variant Grams'),
  'new titles, pasted over the vendors too': each(({ Title }) => ({
    Title: `${Title} ’27`,
    Vendor: `${Title} ’27`,
  })),
  'quantities + 1000': stock((quantity) => quantity + 1000),
  'quantities × 10': stock((quantity) => quantity * 10),
  'quantities × 1000': stock((quantity) => quantity * 1000),
  'quantities × 10 in most rows': stock((quantity, _, index) => (index % 4 === 3 ? quantity : quantity * 10)),
  'grams × 1000': grams(1000),
  'grams as kilograms': grams(0.001),
  'grams as ounces': grams(1 / 28.35),
  'grams as pounds, in ounces': grams(16),
  'grams that were pounds': set('Variant Grams', (item) =>
    String(Math.round(number(item['Variant Grams']) * 2.2046)),
  ),
  'grams of cartons of 6': grams(6),
  'grams of cartons of 6 again as single ones': grams(1 / 6),
  'the codes as a spreadsheet shows long numbers': set('Barcode', ({ Barcode }, index) =>
    index === 0 ? Barcode : String(Number(number(Barcode).toPrecision(5))),
  ),
  'the barcodes with a decimal': set('Barcode', ({ Barcode }) => `${Barcode}.0`),
  'a 0 for every third vendor, from empty cells of a formula': set('Vendor', ({ Vendor }, index) =>
    index % 3 === 1 ? '0' : Vendor,
  ),
  'all archived': set('Status', () => 'archived'),
  'all unpublished': set('Published', () => 'FALSE'),
  'no tax on anything': set('Charge tax', () => 'FALSE'),
  'all SKUs emptied': set('SKU', () => '[clear]'),
  'all tags emptied': set('Tags', () => '[clear]'),
  'all titles equal': set('Title', () => 'Table'),
  'the SKUs one row off': slide('SKU'),
  'the quantities one row off': slide('Inventory quantity'),
  'all quantities 0': stock(() => 0),
  'a price × 10': price((old, index) => (index === 1 ? old * 10 : old)),
  'prices in cents': price((old) => old * 100),
  'prices ÷ 100': price((old) => old / 100),
  'prices of cartons of 6': price((old) => old * 6),
  'one quantity by a thousand times': stock((quantity, _, index) =>
    index === 1 ? quantity * 1000 : quantity,
  ),
};

const HARMLESS: Readonly<Record<string, Edit>> = {
  'a sale of 20 % that keeps the old price to compare with': each(({ Price }) => ({
    Price: (number(Price) * 0.8).toFixed(2),
    'Compare-at price': Price,
  })),
  'the end of a sale': each((item) => ({ Price: item['Compare-at price'], 'Compare-at price': '[clear]' })),
  'the end of a sale that leaves the compare-at prices': paste('Compare-at price', 'Price'),
  'all prices + 1': price((old) => old + 1),
  'all prices up by 5 %': price((old) => old * 1.05),
  'all prices rounded up': price((old) => Math.ceil(old + 0.5) - 0.01),
  'all prices with a tax of 19 % more': price((old) => old * 1.19),
  'all prices without a tax of 19 %': price((old) => old / 1.19),
  'all prices half as much again': price((old) => old * 1.5),
  'one price changed': price((old, index) => (index === 1 ? old + 3 : old)),
  'costs changed by the supplier': set('Cost per item', (item) =>
    (number(item['Cost per item']) * 1.07).toFixed(2),
  ),
  'one cost that is the price': set('Cost per item', (item, index) =>
    index === 0 ? item.Price : item['Cost per item'],
  ),
  'new titles': set('Title', ({ Title }) => `${Title} ’27`),
  'titles that begin with the vendor': set('Title', ({ Title, Vendor }) => `${Vendor} ${Title}`),
  'new titles, and SEO titles that say the same': each(({ Title }) => ({
    Title: `${Title} by hand`,
    'SEO Title': `${Title} by hand`,
  })),
  'SEO titles that say what the titles do': paste('Title', 'SEO Title'),
  'all vendors get a word more': set('Vendor', ({ Vendor }) => `${Vendor} GmbH`),
  'other types': set('Type', ({ Type }) => Type.replace('Kind', 'Sort')),
  'one tag in place of another': set('Tags', ({ Tags }) => Tags.replace('spring', 'summer')),
  'the vendor as one more tag': each(({ Tags, Vendor }) => ({ Tags: `"${Tags}, ${Vendor}"` })),
  'another scheme of SKUs': set('SKU', ({ SKU }) => SKU.replace('WD-', 'W27/')),
  'new barcodes': set('Barcode', ({ Barcode }) => String(number(Barcode) + 5_000_001)),
  'one barcode that is the SKU': set('Barcode', (item, index) => (index === 0 ? item.SKU : item.Barcode)),
  'a stock take': stock((quantity, _, index) => Math.max(0, quantity + ((index * 7) % 5) - 2)),
  'a delivery of 10 each': stock((quantity) => quantity + 10),
  'a delivery of 100 each': stock((quantity) => quantity + 100),
  'a delivery of different numbers': stock((quantity, _, index) => quantity + 6 + ((index * 11) % 17)),
  'one sold each': stock((quantity) => quantity - 1),
  'other grams': set('Variant Grams', (item, index) =>
    String(number(item['Variant Grams']) + 5 + (index % 3) * 5),
  ),
  'packaging of 20 grams more': set('Variant Grams', (item) => String(number(item['Variant Grams']) + 20)),
  'weights that were taken again': set('Variant Grams', (item, index) =>
    String(number(item['Variant Grams']) + 10 + ((index * 29) % 50)),
  ),
  'one weight corrected by its unit': set('Variant Grams', (item, index) =>
    String(number(item['Variant Grams']) * (index === 0 ? 10 : 1)),
  ),
  'no tax on one product': set('Charge tax', (item, index) => (index === 0 ? 'FALSE' : item['Charge tax'])),
  'one product archived': set('Status', ({ Status }, index) => (index === 0 ? 'archived' : Status)),
};

const synced = new Map<number, string>();

/** A bench on which so many items are in step. */
function benchOf(count: number): Workbench {
  const saved = synced.get(count);
  if (saved !== undefined) return openWorkbench({ saved });
  const bench = openWorkbench();
  bench.sync({ Products: csvOf(itemsOf(count)) });
  synced.set(count, bench.save());
  return bench;
}

function answered(bench: Workbench, call: 'startSync' | 'previewSync'): RunSummary {
  const answer = bench.call<RunSummary>(call, ...(call === 'startSync' ? [{}] : []));
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

describe.each(SIZES)('in a tab of %d rows', (count) => {
  const items = itemsOf(count);

  describe('what looks like a slip of a whole column waits for a person', () => {
    const bench = benchOf(count);
    const before = bench.store.dump();

    test.each(sampleOf(Object.entries(HARMFUL), 6))('%s', (_, edit) => {
      bench.paste({ Products: csvOf(edit(items)) });
      const { sent, held, totals } = answered(bench, 'startSync');
      expect({ sent, errors: totals.error }).toEqual({ sent: 0, errors: 0 });
      expect(held.count).toBeGreaterThan(0);
      expect(bench.store.dump()).toEqual(before);
    });
  });

  describe('everyday work goes through', () => {
    const bench = benchOf(count);

    test.each(sampleOf(Object.entries(HARMLESS), 6))('%s', (_, edit) => {
      bench.paste({ Products: csvOf(edit(items)) });
      const { held, totals } = answered(bench, 'previewSync');
      expect({ held: held.shown.map(({ reason }) => reason), totals }).toMatchObject({
        held: [],
        totals: { skipped: 0, error: 0, conflict: 0 },
      });
      expect(totals.updated).toBeGreaterThan(0);
    });
  });
});

/** Codes that count on, in so many rows. */
const codes = (first: number, count = 99) =>
  set('SKU', ({ SKU }, index) => (index < count ? `WD-${first + index}` : SKU));

describe('a column that counts on from row to row waits, as if it was filled down', () => {
  test.each<[string, Edit]>([
    ['the SKUs', set('SKU', (_, index) => `WD-${1000 + index}`)],
    ['the barcodes', set('Barcode', (_, index) => String(40_000_000 + index))],
    ['the quantities', stock((_, __, index) => index + 2)],
  ])('%s', (_, edit) => {
    for (const count of [12, 40]) {
      const bench = benchOf(count);
      bench.paste({ Products: csvOf(edit(itemsOf(count))) });
      const { held } = answered(bench, 'previewSync');
      expect(held.count).toBeGreaterThan(count - 3);
      expect(held.shown[0]?.reason).toMatch(/column counts on from row to row, as if filled down, such as/);
    }
  });

  test.each<[string, Edit, Edit]>([
    ['where it counted on before as well', codes(100), codes(500)],
    ['where all codes are new, the first one too', set('SKU', ({ SKU }) => SKU), codes(500)],
    ['where three rows are numbered', set('SKU', ({ SKU }) => SKU), codes(1000, 4)],
  ])('but not %s', (_, before, after) => {
    const bench = openWorkbench();
    bench.sync({ Products: csvOf(before(itemsOf(12))) });
    bench.paste({ Products: csvOf(after(itemsOf(12))) });
    expect(answered(bench, 'previewSync')).toMatchObject({ held: { count: 0 } });
  });
});

test.each<[string, Edit, string]>([
  [
    'the SKUs pasted over the titles',
    paste('SKU', 'Title'),
    '12 of the 12 changed Title values of this tab equal the SKU of their item, such as rows 2, 3 and 4 (WD-1000, WD-1037, WD-1074).',
  ],
  [
    'costs and prices exchanged',
    exchange('Price', 'Cost per item'),
    '12 of the 12 changed Price values of this tab equal the Cost per item of their item, such as rows 2, 3 and 4 (24, 52, 36).',
  ],
  [
    'the prices pasted over the grams',
    paste('Price', 'Variant Grams'),
    '12 of the 12 changed Variant Grams values of this tab equal the Price of their item, such as rows 2, 3 and 4 (30, 65, 45).',
  ],
  [
    'all archived',
    set('Status', () => 'archived'),
    '12 of the 12 Status values of this tab become archived, such as rows 2, 3 and 4.',
  ],
  [
    'all unpublished',
    set('Published', () => 'FALSE'),
    '12 of the 12 Published values of this tab become unpublished, such as rows 2, 3 and 4.',
  ],
  [
    'none tracked any more',
    set('Inventory tracker', () => '[clear]'),
    '12 of the 12 Inventory tracker values of this tab become not tracked, such as rows 2, 3 and 4.',
  ],
  [
    'no tax on anything',
    set('Charge tax', () => 'FALSE'),
    '12 of the 12 Charge tax values of this tab become FALSE, such as rows 2, 3 and 4.',
  ],
  [
    'all of one type',
    set('Type', () => 'Wood'),
    '12 of the 12 Type values of this tab become “Wood”, such as rows 2, 3 and 4 (Kind 0, Kind 1, Kind 2).',
  ],
])('a row says why it is held: %s', (_, edit, words) => {
  const bench = benchOf(12);
  bench.paste({ Products: csvOf(edit(itemsOf(12))) });
  answered(bench, 'startSync');
  const sheet = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Products');
  const said = sheet?.rows.slice(1).map((row) => String(row.find((cell) => /held/.test(String(cell))))) ?? [];
  expect(said).toHaveLength(12);
  for (const text of said) {
    expect(text).toMatch(/ (is|are) held: /);
    expect(text).toContain(words);
    expect(text.length).toBeLessThanOrEqual(300);
  }
});
