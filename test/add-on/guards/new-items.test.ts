import type { PreviewSummary, RunSummary } from '../../../src/answers/answers';
import { previewLines } from '../../support/foreseen';
import { openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = 'Handle,Title,Vendor,Status,Price,SKU,Inventory tracker,Inventory quantity';
const FIRST = 'first,First,,active,5.00,F-1,,';
const file = (...rows: readonly string[]) => [HEADER, ...rows].join('\n');

const answered = (answer: { ok: boolean; value?: RunSummary }) => answer.value as RunSummary;
const previewed = (answer: { ok: boolean; value?: PreviewSummary }) => answer.value as PreviewSummary;

function synced(text: string): { readonly bench: Workbench; readonly summary: RunSummary } {
  const bench = openWorkbench();
  bench.sync({ Products: file(FIRST) });
  bench.paste({ Products: text });
  return { bench, summary: answered(bench.call('startSync', {})) };
}

const said = ({ runtime }: Workbench) => {
  const [header = [], ...rows] =
    runtime.state.workbook.sheets.find(({ name }) => name === 'Products')?.rows ?? [];
  const message = header.indexOf('Sync message');
  return rows.map((row) => String(row[message] ?? ''));
};

const handles = ({ store }: Workbench) => store.dump().products.map(({ handle }) => handle);

describe('what would be sold for 0.00 is held', () => {
  test.each([
    ['an active product without a price', 'mug,Mug,,active,,M-1,,'],
    ['an active product with the price 0', 'mug,Mug,,active,0,M-1,,'],
    ['an unlisted product without a price', 'mug,Mug,,unlisted,,M-1,,'],
  ])('%s', (_, row) => {
    const { bench, summary } = synced(file(FIRST, row));
    expect(handles(bench)).toEqual(['first']);
    expect(summary.held.count).toBe(1);
    expect(said(bench)[1]).toMatch(/New product Mug is held: it would be sold for 0\.00\. Confirm it/);
    bench.call('confirmHeld', { run: summary.run, keys: summary.held.shown.map(({ key }) => key) });
    expect(handles(bench).sort()).toEqual(['first', 'mug']);
  });

  test('a published product without a price, and all of its rows say so', () => {
    const bench = openWorkbench();
    bench.sync({ Products: 'Handle,Title,Price\nfirst,First,5.00' });
    bench.paste({
      Products: [
        'Handle,Title,Published,Option1 Name,Option1 Value,Price',
        'first,First,,,,5.00',
        'mug,Mug,TRUE,Size,S,5.00',
        'mug,,,,M,',
      ].join('\n'),
    });
    expect(answered(bench.call('startSync', {})).held.count).toBe(1);
    expect(handles(bench)).toEqual(['first']);
    expect(
      said(bench)
        .slice(1)
        .every((message) => /held/.test(message)),
    ).toBe(true);
  });

  test('a variant added to an active product, while its sibling with a price is created', () => {
    const rows = (...variants: readonly string[]) =>
      ['Handle,Title,Status,Option1 Name,Option1 Value,Price', ...variants].join('\n');
    const bench = openWorkbench();
    bench.sync({ Products: rows('mug,Mug,active,Size,S,5.00') });
    bench.paste({ Products: rows('mug,Mug,active,Size,S,5.00', 'mug,,,,M,', 'mug,,,,L,7.00') });
    const summary = answered(bench.call('startSync', {}));
    expect(bench.store.dump().products[0]?.variants.map(({ price }) => price)).toEqual(['5.00', '7.00']);
    expect(summary.held.count).toBe(1);
    expect(said(bench)[1]).toMatch(/New variant M is held: it would be sold for 0\.00/);
  });

  test('a draft without a price that is made active', () => {
    const { bench } = synced(file(FIRST, 'mug,Mug,,draft,,M-1,,'));
    bench.paste({ Products: file(FIRST, 'mug,Mug,,active,,M-1,,') });
    expect(answered(bench.call('startSync', {})).held.count).toBe(1);
    bench.paste({ Products: file(FIRST, 'mug,Mug,,active,9.00,M-1,,') });
    expect(answered(bench.call('startSync', {})).held.count).toBe(0);
    const mug = bench.store.dump().products.find(({ handle }) => handle === 'mug');
    expect(mug).toMatchObject({ status: 'ACTIVE', variants: [{ price: '9.00' }] });
  });
});

test('a draft is created without a price, and its row says that the price is missing', () => {
  const { bench, summary } = synced(file(FIRST, 'mug,Mug,,draft,,M-1,,'));
  expect(summary.held.count).toBe(0);
  expect(handles(bench)).toContain('mug');
  expect(said(bench)[1]).toContain('It has no price yet. Type one before it goes on sale.');
});

test('also where the tab has no column of its variant', () => {
  const bench = openWorkbench();
  const report = bench.sync({ Products: 'Handle,Title,Status\nmug,Mug,draft\ncup,Cup,active' }, '--hold');
  expect(report.tabs[0]?.rows.map(({ message }) => message)).toEqual([
    'It has no price yet. Type one before it goes on sale.',
    expect.stringMatching(/^New product Cup is held: it would be sold for 0\.00/),
  ]);
  expect(handles(bench)).toEqual(['mug']);
});

describe('the words for a missing price', () => {
  const confirmed = (row: string) => {
    const { bench, summary } = synced(file(FIRST, row));
    bench.call('confirmHeld', { run: summary.run, keys: summary.held.shown.map(({ key }) => key) });
    return said(bench)[1];
  };

  test.each([
    ['a new product', 'mug,Mug,,active,,M-1,,'],
    ['an unlisted one', 'mug,Mug,,unlisted,,M-1,,'],
    ['one at 0', 'mug,Mug,,active,0,M-1,,'],
    ['one at 0,00', 'mug,Mug,,active,"0,00",M-1,,'],
    ['one at $0', 'mug,Mug,,active,$0,M-1,,'],
  ])('%s that is on sale by now is not told to type one before', (_, row) => {
    expect(confirmed(row)).toBe('It is sold for 0.00 until you type a price.');
  });

  test('nor is a variant that was added to an active product', () => {
    const bench = openWorkbench();
    const options = 'Handle,Title,Status,Option1 Name,Option1 Value,Price';
    bench.sync({ Products: `${options}\nmug,Mug,active,Size,S,5.00` });
    bench.paste({ Products: `${options}\nmug,Mug,active,Size,S,5.00\nmug,,,,M,` });
    const { run, held } = answered(bench.call('startSync', {}));
    bench.call('confirmHeld', { run, keys: held.shown.map(({ key }) => key) });
    expect(said(bench)[1]).toBe('It is sold for 0.00 until you type a price.');
  });

  test.each(['0', '"0,00"', '$0'])('a draft at %s has a price, and that is 0', (price) => {
    const { bench } = synced(file(FIRST, `mug,Mug,,draft,${price},M-1,,`));
    expect(said(bench)[1]).toBe('Its price is 0.00. Type another one before it goes on sale.');
  });

  test('what is held says only that it would be sold for 0.00', () => {
    const { bench } = synced(file(FIRST, 'mug,Mug,,active,,M-1,,'));
    expect(said(bench)[1]).not.toMatch(/until you type|no price yet|Its price is/);
  });
});

describe('a compare-at price', () => {
  const rows = (price: string, compareAt: string) =>
    `Handle,Title,Price,Compare-at price\nmug,Mug,${price},${compareAt}`;
  const compareAtOf = ({ store }: Workbench) => store.dump().products[0]?.variants[0]?.compareAtPrice;

  test('of 0 means none, for new items and for those that have one', () => {
    const bench = openWorkbench();
    bench.sync({ Products: rows('5.00', '0') });
    expect(compareAtOf(bench)).toBeNull();
    bench.sync({ Products: rows('5.00', '8.00') });
    bench.sync({ Products: rows('5.00', '0.00') });
    expect(compareAtOf(bench)).toBeNull();
    expect(said(bench)[0]).toContain('Compare-at price 0 means none, so the field is emptied.');
  });

  test.each([
    ['8.00', '8.00'],
    ['8.00', '7.00'],
  ])('that is not above the price gets a word: price %s, compare-at price %s', (price, compareAt) => {
    const bench = openWorkbench();
    bench.sync({ Products: rows(price, '10.00') });
    bench.sync({ Products: rows(price, compareAt) });
    expect(compareAtOf(bench)).toBe(compareAt);
    expect(said(bench)[0]).toContain(`The compare-at price ${compareAt} is not above the price 8.00`);
  });
});

describe('a preview of many new items', () => {
  const many = (count: number) =>
    Array.from(
      { length: count },
      (_, index) =>
        `item-${index},Item ${index},Maker ${index % 3},active,${(index * 7 + 3) % 100}.50,S-${index},shopify,${(index * 11) % 50}`,
    );

  test('sums them by vendor and names the dearest, the cheapest and the largest stock', () => {
    const bench = openWorkbench();
    bench.sync({ Products: file(...many(21)) }, '--preview');
    const summary = previewed(bench.call('previewSync'));
    expect(summary.newItems).toEqual([
      expect.stringMatching(/^New by vendor: Maker 0: 7 products, 7 variants, \d+ in stock$/),
      expect.stringMatching(/^New by vendor: Maker 1: 7 products/),
      expect.stringMatching(/^New by vendor: Maker 2: 7 products/),
      'Dearest new item: Item 13: 94.50 (row 15 of Products)',
      'Cheapest new item: Item 14: 1.50 (row 16 of Products)',
      'Largest new stock: Item 9: 49 (row 11 of Products)',
    ]);
    const lines = previewLines(bench).map((line) => [line.Tab, line.Row, line['What would happen']]);
    expect(lines.slice(0, 6)).toEqual([
      ['', '', 'New by vendor'],
      ['', '', 'New by vendor'],
      ['', '', 'New by vendor'],
      ['Products', '15', 'Dearest new item'],
      ['Products', '16', 'Cheapest new item'],
      ['Products', '11', 'Largest new stock'],
    ]);
  });

  test('says nothing of the kind of a few', () => {
    const bench = openWorkbench();
    bench.sync({ Products: file(...many(20)) }, '--preview');
    expect(previewed(bench.call('previewSync')).newItems).toBeUndefined();
  });
});
