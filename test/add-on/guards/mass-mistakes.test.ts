import type { RunSummary } from '../../../src/answers/answers';
import { sampleOf } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';

const ROWS = 60;
const HEADER = [
  'Handle',
  'Title',
  'Vendor',
  'Tags',
  'Status',
  'Published',
  'SKU',
  'Barcode',
  'Price',
  'Compare-at price',
  'Cost per item',
  'Inventory tracker',
  'Inventory quantity',
  'Image Src',
  'Image Alt Text',
  'Variant Grams',
] as const;
type Column = (typeof HEADER)[number];
type Item = Readonly<Record<Column, string>>;
type Edit = (items: readonly Item[]) => readonly Item[];

const COMMON = ['19.90', '24.90', '34.90', '49.90', '79.90', '12.50', '9.90'];
const WORDS = ['Oak', 'Pine', 'Birch', 'Maple', 'Walnut', 'Cedar', 'Elm', 'Ash', 'Larch', 'Beech'];
const KINDS = ['table', 'chair', 'shelf', 'bowl', 'lamp', 'stool'];

/** Sixty products as shops have them: few prices and vendors, many titles and codes, in no order of price. */
const CATALOG: readonly Item[] = Array.from({ length: ROWS }, (_, index): Item => {
  const price = COMMON[(index * index + 3 * index) % COMMON.length] ?? '';
  return {
    Handle: `item-${index}`,
    Title: `${WORDS[index % 10]} ${KINDS[Math.floor(index / 10)]}`,
    Vendor: `Maker ${index % 6}`,
    Tags: index % 2 ? 'wood' : 'spring',
    Status: 'active',
    Published: 'TRUE',
    SKU: `WD-${1000 + ((index * 37) % 97)}`,
    Barcode: String(4_000_000_000_000 + index * 7_919),
    Price: price,
    'Compare-at price': (Number(price) * 1.25).toFixed(2),
    'Cost per item': (Number(price) * 0.4 + (index % 9) / 10).toFixed(2),
    'Inventory tracker': 'shopify',
    'Inventory quantity': String((index * 13) % 23),
    'Image Src': `https://images.example.com/wood/${index}.jpg`,
    'Image Alt Text': `${WORDS[index % 10]} ${KINDS[Math.floor(index / 10)]} from the left`,
    'Variant Grams': String(120 + ((index * 53) % 880)),
  };
});

const each =
  (change: (item: Item, index: number, all: readonly Item[]) => Partial<Item>): Edit =>
  (items) =>
    items.map((item, index) => ({ ...item, ...change(item, index, items) }));

const set = (column: Column, textOf: (item: Item, index: number) => string): Edit =>
  each((item, index) => ({ [column]: textOf(item, index) }));

/** The column alone moves by so many rows. */
const shift = (column: Column, by: number): Edit =>
  each((_, index, all) => ({ [column]: all[(index + by) % all.length]?.[column] ?? '' }));

/** The column alone is sorted. */
const sort =
  (column: Column): Edit =>
  (items) => {
    const sorted = items.map((item) => item[column]).sort();
    return items.map((item, index) => ({ ...item, [column]: sorted[(index + 7) % sorted.length] ?? '' }));
  };

const MISTAKES: readonly (readonly [string, Edit])[] = [
  ['every SKU replaced by its neighbour’s', shift('SKU', 1)],
  ['the SKU column sorted apart', sort('SKU')],
  ['the barcodes three rows off', shift('Barcode', 3)],
  ['all SKUs equal', set('SKU', () => 'WD-1')],
  ['all SKUs [clear]', set('SKU', () => '[clear]')],
  ['all barcodes [clear]', set('Barcode', () => '[clear]')],
  ['all titles one row off', shift('Title', 1)],
  ['all titles equal', set('Title', () => 'Oak table')],
  ['the titles of one half swapped with the other', shift('Title', ROWS / 2)],
  ['all tags [clear]', set('Tags', () => '[clear]')],
  ['all vendors equal', set('Vendor', () => 'Maker 1')],
  ['the vendor column sorted apart', sort('Vendor')],
  ['status archived for all', set('Status', () => 'archived')],
  ['all unpublished', set('Published', () => 'FALSE')],
  ['tracker [clear] for all', set('Inventory tracker', () => '[clear]')],
  ['prices one row off', shift('Price', 1)],
  ['the price column sorted apart', sort('Price')],
  ['all prices equal', set('Price', () => '19.90')],
  [
    'compare-at × 100',
    set('Compare-at price', (item) => (Number(item['Compare-at price']) * 100).toFixed(2)),
  ],
  ['cost × 100', set('Cost per item', (item) => (Number(item['Cost per item']) * 100).toFixed(2))],
  ['costs one row off', shift('Cost per item', 1)],
  [
    'compare-at and price swapped',
    each((item) => ({ Price: item['Compare-at price'], 'Compare-at price': item.Price })),
  ],
  ['the handle column sorted apart', sort('Handle')],
  ['the handles one row off', shift('Handle', 1)],
  ['the images one row off', shift('Image Src', 1)],
  ['the SKUs without their hyphens', set('SKU', ({ SKU }) => SKU.replace('-', ''))],
  ['the barcodes with hyphens', set('Barcode', ({ Barcode }) => Barcode.replace(/^(...)(.)/, '$1-$2-'))],
  ['the barcodes cut to twelve digits', set('Barcode', ({ Barcode }) => Barcode.slice(0, 12))],
  ['the titles cut to eight letters', set('Title', ({ Title }) => Title.slice(0, 8).trim())],
  [
    'the alt texts cut to twelve letters',
    set('Image Alt Text', (item) => item['Image Alt Text'].slice(0, 12)),
  ],
  ...[2.2, 2.2046, 1000, 1 / 0.4536, 0.4536].map((factor): [string, Edit] => [
    `the weights × ${factor.toFixed(4)}`,
    set('Variant Grams', (item) => String(Math.round(Number(item['Variant Grams']) * factor))),
  ]),
  ['all alt texts [clear]', set('Image Alt Text', () => '[clear]')],
  ['all alt texts equal', set('Image Alt Text', () => 'Photo')],
  ['the alt texts one row off', shift('Image Alt Text', 1)],
  ['all quantities 1', set('Inventory quantity', () => '1')],
  [
    'quantities × 1000',
    set('Inventory quantity', (item) => String(Number(item['Inventory quantity']) * 1000)),
  ],
  [
    'all quantities negative',
    set('Inventory quantity', (item) => String(-1 - Number(item['Inventory quantity']))),
  ],
  ['all quantities 0', set('Inventory quantity', () => '0')],
  ['quantities one row off', shift('Inventory quantity', 1)],
];

/** Nothing of it is held, and all of it is sent. */
const HARMLESS: readonly (readonly [string, Edit])[] = [
  [
    'a 20 % sale on the whole tab',
    each(({ Price }) => ({ Price: (Number(Price) * 0.8).toFixed(2), 'Compare-at price': Price })),
  ],
  ['the end of a sale', each((item) => ({ Price: item['Compare-at price'], 'Compare-at price': '[clear]' }))],
  [
    'one vendor renamed in 10 of 60 rows',
    set('Vendor', ({ Vendor }) => (Vendor === 'Maker 2' ? 'Maker Two' : Vendor)),
  ],
  [
    'three prices corrected',
    set('Price', ({ Price }, index) => (index < 3 ? (Number(Price) + 1).toFixed(2) : Price)),
  ],
  [
    'prices raised by 2.00 and rounded',
    set('Price', ({ Price }) => (Math.ceil(Number(Price) + 2) - 0.1).toFixed(2)),
  ],
  [
    'a season’s new titles for 40 %',
    set('Title', ({ Title }, index) => (index % 5 < 2 ? `${Title} ’27` : Title)),
  ],
  ['SKUs with another hyphen', set('SKU', ({ SKU }) => SKU.replace('-', '_'))],
  [
    'weights taken again',
    set('Variant Grams', (item, index) => String(Number(item['Variant Grams']) + (index % 7) - 3)),
  ],
  ['all alt texts written from the titles', each(({ Title }) => ({ 'Image Alt Text': Title }))],
  ['a stock take', set('Inventory quantity', (_, index) => String(((index * 29) % 61) + 1))],
  [
    'a stock take of small corrections',
    set('Inventory quantity', (item, index) => String(Number(item['Inventory quantity']) + (index % 3) + 1)),
  ],
  ['another scheme of SKUs', set('SKU', ({ SKU }) => SKU.replace('WD-', 'W27/'))],
  [
    'two SKUs swapped by hand',
    (items) => items.map((item, index) => (index < 2 ? { ...item, SKU: items[1 - index]?.SKU ?? '' } : item)),
  ],
  ['four products archived', set('Status', ({ Status }, index) => (index < 4 ? 'archived' : Status))],
  ['one tag in place of another', set('Tags', ({ Tags }) => Tags.replace('spring', 'summer'))],
  ['a new vendor for every product', set('Vendor', ({ Vendor }, index) => `${Vendor} ${index % 4}`)],
];

const csv = (items: readonly Item[]) =>
  [HEADER.join(','), ...items.map((item) => HEADER.map((column) => item[column]).join(','))].join('\n');

const synced = (() => {
  let saved: string | undefined;
  return (): Workbench => {
    if (saved === undefined) {
      const bench = openWorkbench();
      bench.sync({ Products: csv(CATALOG) });
      saved = bench.save();
    }
    return openWorkbench({ saved });
  };
})();

function syncOf(bench: Workbench, items: readonly Item[]): RunSummary {
  bench.paste({ Products: csv(items) });
  const answer = bench.call<RunSummary>('startSync', {});
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

const messages = ({ runtime }: Workbench) =>
  runtime.state.workbook.sheets
    .find(({ name }) => name === 'Products')
    ?.rows.slice(1)
    .flatMap((row) => row.filter((cell) => /held|Held/.test(String(cell)))) ?? [];

describe('a mistake in a whole column is held, and nothing of it is sent', () => {
  test.each(sampleOf(MISTAKES, 8))('%s', (_, edit) => {
    const bench = synced();
    const before = bench.store.dump();
    const summary = syncOf(bench, edit(CATALOG));
    expect({ sent: summary.sent, problem: summary.problem }).toEqual({ sent: 0, problem: null });
    // A row whose Shopify ID is another item's is Changed in both before any guard sees it.
    const { skipped, conflict } = summary.totals;
    expect(skipped + conflict).toBeGreaterThanOrEqual(ROWS * (2 / 3));
    expect(bench.store.dump()).toEqual(before);
    for (const message of messages(bench)) expect(String(message).length).toBeLessThanOrEqual(300);
  });
});

describe('everyday work is not held', () => {
  test.each(sampleOf(HARMLESS, 5))('%s', (_, edit) => {
    const bench = synced();
    const summary = syncOf(bench, edit(CATALOG));
    expect(summary.held).toMatchObject({ count: 0, shown: [] });
    expect(summary.totals).toMatchObject({ skipped: 0, error: 0 });
    expect(summary.sent).toBeGreaterThan(0);
    expect(syncOf(bench, edit(CATALOG)).sent).toBe(0);
  });
});

describe('tabs that name variants by their SKU alone are guarded too', () => {
  type Row = Readonly<Record<'SKU' | 'value', string>>;
  const rowsOf = (column: 'Price' | 'Inventory quantity'): readonly Row[] =>
    CATALOG.map((item) => ({ SKU: item.SKU, value: item[column] }));
  const turned = (rows: readonly Row[], column: keyof Row, by: number) =>
    rows.map((row, index) => ({ ...row, [column]: rows[(index + by) % rows.length]?.[column] ?? '' }));
  const each = (rows: readonly Row[], changed: (value: number) => number | string) =>
    rows.map((row) => ({ ...row, value: String(changed(Number(row.value))) }));

  test.each<[string, 'Price' | 'Inventory quantity', string, (rows: readonly Row[]) => readonly Row[]]>([
    ['Prices', 'Price', 'the SKUs one row off', (rows) => turned(rows, 'SKU', 1)],
    ['Prices', 'Price', 'the prices seven rows off', (rows) => turned(rows, 'value', 7)],
    ['Prices', 'Price', 'all prices equal', (rows) => each(rows, () => '19.90')],
    ['Prices', 'Price', 'all prices × 10', (rows) => each(rows, (value) => (value * 10).toFixed(2))],
    ['Inventory', 'Inventory quantity', 'the SKUs one row off', (rows) => turned(rows, 'SKU', 1)],
    ['Inventory', 'Inventory quantity', 'the quantities five rows off', (rows) => turned(rows, 'value', 5)],
    ['Inventory', 'Inventory quantity', 'all quantities 1', (rows) => each(rows, () => 1)],
    [
      'Inventory',
      'Inventory quantity',
      'all quantities × 1000',
      (rows) => each(rows, (value) => value * 1000),
    ],
  ])('%s, %s: %s', (tab, column, _, edit) => {
    const saved = synced();
    const header = `SKU,${tab === 'Prices' ? 'Price' : 'Available'}`;
    const text = (rows: readonly Row[]) =>
      [header, ...rows.map(({ SKU, value }) => `${SKU},${value}`)].join('\n');
    const rows = rowsOf(column);
    saved.sync({ [tab]: text(rows) });
    const before = saved.store.dump();
    saved.paste({ [tab]: text(edit(rows)) });
    expect(saved.call('startSync', {})).toMatchObject({ value: { sent: 0, problem: null } });
    expect(saved.store.dump()).toEqual(before);
  });
});

test.each([
  ['sorted apart', sort('Handle')],
  ['one row off', shift('Handle', 1)],
])('the handle column %s is held also where no Shopify IDs stand beside it', (_, edit) => {
  const bench = synced();
  const before = bench.store.dump();
  const { workbook } = bench.runtime.state;
  workbook.sheets = workbook.sheets.filter(({ name }) => name !== 'Products');
  bench.drive(bench.paste({ Products: csv(edit(CATALOG)) }), '--hold');
  expect(bench.store.dump()).toEqual(before);
  expect(messages(bench).filter((text) => text === 'Held')).toHaveLength(ROWS);
  expect(messages(bench).join()).toMatch(/rows look shifted/);
});

test('selecting single rows of a shifted tab sends none of them', () => {
  const bench = synced();
  const before = bench.store.dump();
  bench.paste({ Products: csv(shift('SKU', 1)(CATALOG)) });
  const { workbook } = bench.runtime.state;
  workbook.activeSheetId = workbook.sheets.find(({ name }) => name === 'Products')?.id ?? 0;
  workbook.selection = [{ row: 5, column: 1, rowCount: 2, columnCount: 3 }];
  const selected = bench.call<RunSummary>('syncSelectedRows');
  expect(selected).toMatchObject({ ok: true, value: { sent: 0 } });
  expect(selected.ok && selected.value.held.count).toBeGreaterThanOrEqual(2);
  expect(bench.store.dump()).toEqual(before);
});

describe('what a person decides of a mass mistake', () => {
  const equalTitles = set('Title', () => 'Oak table');
  const titles = ({ store }: Workbench) =>
    store.dump().products.filter(({ title }) => title === 'Oak table').length - 1;

  function held(): { readonly bench: Workbench; readonly keys: readonly string[]; readonly run: unknown } {
    const bench = synced();
    const { held, run } = syncOf(bench, equalTitles(CATALOG));
    return { bench, run, keys: [...held.shown.map(({ key }) => key), ...held.more] };
  }

  const again = (bench: Workbench, edit: Edit = equalTitles) => syncOf(bench, edit(CATALOG)).held.count;

  test('confirmed as a whole it is sent as a whole, and nothing is held after it', () => {
    const { bench, keys, run } = held();
    expect(bench.call('confirmHeld', { run, keys })).toMatchObject({ ok: true });
    expect(titles(bench)).toBe(ROWS - 1);
    expect(again(bench)).toBe(0);
  });

  test('the last few wait on when all others are confirmed', () => {
    const { bench, keys, run } = held();
    bench.call('confirmHeld', { run, keys: keys.slice(2) });
    expect(titles(bench)).toBe(keys.length - 2);
    expect(again(bench)).toBe(2);
    expect(titles(bench)).toBe(keys.length - 2);
    expect(messages(bench).join()).toMatch(/held: it was held with others, and nobody confirmed it/);
  });

  test('mended it lets go what was held with it', () => {
    const bench = synced();
    const wrong = (index: number) => index % 5 === 0;
    const raised = (item: Item, index: number, factor: number) =>
      (Number(item.Price) * (wrong(index) ? factor : 1.05)).toFixed(2);
    expect(
      again(
        bench,
        set('Price', (item, index) => raised(item, index, 0.1)),
      ),
    ).toBe(ROWS);
    expect(
      again(
        bench,
        set('Price', (item, index) => raised(item, index, 1.1)),
      ),
    ).toBe(0);
    expect(
      again(
        bench,
        set('Price', (item, index) => raised(item, index, 1.1)),
      ),
    ).toBe(0);
  });

  test('a few that were refused are not sent once all others are', () => {
    const { bench, keys, run } = held();
    expect(bench.call('refuseHeld', { run, keys: keys.slice(0, 3) })).toMatchObject({ ok: true });
    bench.call('confirmHeld', { run, keys: keys.slice(3) });
    expect(again(bench)).toBe(0);
    expect(titles(bench)).toBe(keys.length - 3);
  });

  test('undone it is put back, without being held for its size', () => {
    const { bench, keys, run } = held();
    const before = bench.store.dump();
    const sent = bench.call<RunSummary>('confirmHeld', { run, keys });
    if (!sent.ok) throw new Error(sent.problem.message);
    expect(bench.call('undoRun', { run: sent.value.run })).toMatchObject({
      ok: true,
      value: { held: { count: 0 } },
    });
    expect(bench.store.dump()).toEqual(before);
  });
});

test('a price column pasted into the quantities is held', () => {
  const rows = (quantityOf: (index: number) => number) =>
    [
      'Handle,Title,SKU,Price,Inventory tracker,Inventory quantity',
      ...Array.from({ length: ROWS }, (_, index) =>
        [`p-${index}`, `P ${index}`, `S-${index}`, 15 + (index % 7) * 5, 'shopify', quantityOf(index)].join(
          ',',
        ),
      ),
    ].join('\n');
  const bench = openWorkbench();
  bench.sync({ Products: rows((index) => index % 11) });
  const before = bench.store.dump();
  bench.paste({ Products: rows((index) => 15 + (index % 7) * 5) });
  expect(bench.call('startSync', {})).toMatchObject({ value: { sent: 0, held: { count: ROWS } } });
  expect(bench.store.dump()).toEqual(before);
});

describe('what belonged to the items of another tab', () => {
  const rows = (own: string, said: string, codes = own) =>
    [
      'Handle,Title,SKU,Price',
      ...Array.from({ length: 8 }, (_, n) => `${own}${n},T${said} ${n},${codes}-${n},${10 + n}`),
    ].join('\n');

  test.each<[string, Readonly<Record<string, string>>]>([
    ['titles exchanged between two tabs', { A: rows('a', 'b'), B: rows('b', 'a') }],
    ['titles and SKUs copied from a tab that is not in the run', { A: rows('a', 'b', 'b') }],
  ])('%s: held, and nothing of it is sent', (_, edited) => {
    const bench = openWorkbench();
    bench.sync({ A: rows('a', 'a'), B: rows('b', 'b') });
    const before = bench.store.dump();
    bench.drive(bench.paste(edited), '--hold');
    expect(bench.store.dump()).toEqual(before);
  });

  test('a title that others never had is sent, also with three of another tab among them', () => {
    const bench = openWorkbench();
    bench.sync({ A: rows('a', 'a'), B: rows('b', 'b') });
    const edited = rows('a', 'new').replace(/Tnew ([0-2])/g, 'Tb $1');
    bench.drive(bench.paste({ A: edited }), '--hold');
    expect(bench.store.dump().products.filter(({ title }) => /Tnew|Tb/.test(title))).toHaveLength(16);
  });
});

test('everyday work in a tab of thirty rows of one vendor is not held', () => {
  const items = CATALOG.slice(0, 30).map((item, index) => ({
    ...item,
    Vendor: 'Acme',
    Price: `${21 + index}`,
  }));
  const bench = openWorkbench();
  bench.sync({ Products: csv(items) });
  const renamed = set('Vendor', () => 'Acme GmbH')(items);
  const raised = set('Price', (_, index) => `${22 + index}`)(renamed);
  const counted = set('Inventory quantity', (_, index) => (index % 5 < 2 ? '2' : String(40 + index)))(raised);
  for (const edited of [renamed, raised, counted])
    expect(syncOf(bench, edited)).toMatchObject({ held: { count: 0 }, totals: { skipped: 0, error: 0 } });
});

test.each([3, 4, 5, 12])('a small tab of %d rows is guarded too', (count) => {
  const items = CATALOG.slice(1, count + 1);
  const bench = openWorkbench();
  bench.sync({ Products: csv(items) });
  const before = bench.store.dump();
  const edits = [
    shift('SKU', 1),
    shift('Title', 1),
    set('SKU', () => '[clear]'),
    set('Status', () => 'archived'),
    set('Inventory quantity', () => '0'),
    set('Inventory quantity', () => '1'),
    set('Inventory quantity', (item) => String(Number(item['Inventory quantity']) * 1000)),
  ];
  for (const edit of edits) expect(syncOf(bench, edit(items))).toMatchObject({ sent: 0, held: { count } });
  expect(bench.store.dump()).toEqual(before);
});

test('barcodes that lose their hyphens become what scanners read, and are sent', () => {
  const bench = openWorkbench();
  const isbn = (_: Item, index: number) => `978-3-16-1484${10 + (index % 80)}-${index % 10}`;
  const typed = set('Barcode', isbn)(CATALOG).slice(0, 30);
  bench.sync({ Products: csv(typed) });
  const summary = syncOf(bench, set('Barcode', ({ Barcode }) => Barcode.replaceAll('-', ''))(typed));
  expect(summary).toMatchObject({ held: { count: 0 }, totals: { updated: 30 } });
});

test('prices made equal in two parts of one day are held as they are in one', () => {
  const bench = synced();
  const part = (to: number) =>
    set('Price', ({ Price }, index) =>
      index < to && Number(Price) > 12 && Number(Price) < 20 ? '16.00' : Price,
    );
  const first = syncOf(bench, part(26)(CATALOG));
  expect(first).toMatchObject({ held: { count: 0 } });
  expect(first.sent).toBeGreaterThan(0);
  bench.clock.advance(3_600_000);
  expect(syncOf(bench, part(50)(CATALOG)).held.count).toBeGreaterThan(0);
});
