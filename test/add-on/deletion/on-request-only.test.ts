import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { rowsOf, said, sync } from '../../support/running';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = [
  'Handle',
  'Title',
  'Option1 Name',
  'Option1 Value',
  'SKU',
  'Price',
  'Status',
  'Inventory tracker',
  'Inventory quantity',
  'Tags',
  'Delete',
];
const DELETE = HEADER.indexOf('Delete');
const ROWS = [
  HEADER,
  ['hat', 'Hat', 'Size', 'S', 'H-1', '10.00', 'active', 'shopify', '5', 'wool', ''],
  ['hat', '', 'Size', 'M', 'H-2', '20.00', '', 'shopify', '7', '', ''],
  ['cap', 'Cap', '', '', 'C-1', '30.00', 'active', 'shopify', '3', 'cotton', ''],
];
const shop = openWorkbench();
shop.sync({ Products: csvOf(ROWS) });
const saved = shop.save();

const items = ({ store }: Workbench) =>
  Object.fromEntries(
    store.dump().products.map(({ handle, variants }) => [handle, variants.map(({ sku }) => sku)]),
  );
const ALL = { hat: ['H-1', 'H-2'], cap: ['C-1'] };

/** The shop with this word in the column Delete of these rows. */
function asking(rows: readonly number[], word = '[delete]', options: BenchOptions = {}): Workbench {
  const bench = openWorkbench({ saved, ...options });
  for (const row of rows) rowsOf(bench)[row - 1]![DELETE] = word;
  return bench;
}
const keysOf = ({ held }: RunSummary) => [...held.shown.map(({ key }) => key), ...held.more];
const confirm = (bench: Workbench, summary: RunSummary, more: object = {}) =>
  sync(bench, 'confirmHeld', { run: summary.run, keys: keysOf(summary), ...more });

describe('the word [delete]', () => {
  test('is held, and named with what is lost, until a person confirms it', () => {
    const bench = asking([4]);
    const summary = sync(bench);
    expect(summary.held.shown).toMatchObject([
      { change: 'Deletion of the product “Cap”', deletes: 'product', row: 4 },
    ]);
    expect(said(bench, 4)).toBe(
      'Held Deletion of the product “Cap” is held: it has 3 in stock and is deleted for good in Shopify; its orders stay, and bundles and collections lose it. Archive it instead in the sidebar? Confirm it in the sidebar, or change the cell.',
    );
    expect(items(bench)).toEqual(ALL);
    confirm(bench, summary);
    expect(items(bench)).toEqual({ hat: ['H-1', 'H-2'] });
    expect(said(bench, 4)).toContain(
      'Deleted: the product “Cap”. An undo of this run creates it again, with new IDs.',
    );
    sync(bench);
    expect(said(bench, 4)).toBe(
      'Up to date Shopify does not have it, so there is nothing to delete. Remove this row.',
    );
  });

  test('on one of several variants deletes that one', () => {
    const bench = asking([3]);
    const summary = sync(bench);
    expect(summary.held.shown).toMatchObject([
      { change: 'Deletion of the variant M of “Hat” (SKU H-2)', deletes: 'variant' },
    ]);
    confirm(bench, summary);
    expect(items(bench)).toEqual({ hat: ['H-1'], cap: ['C-1'] });
  });

  test('on all variants deletes the product', () => {
    const bench = asking([2, 3]);
    const summary = sync(bench);
    expect(summary.held.shown).toMatchObject([
      { change: 'Deletion of the product “Hat” with 2 variants', deletes: 'product' },
    ]);
    confirm(bench, summary);
    expect(items(bench)).toEqual({ cap: ['C-1'] });
  });

  test('sends nothing else of what is to be deleted', () => {
    const bench = asking([4]);
    rowsOf(bench)[3]![5] = '31.00';
    sync(bench);
    expect(bench.store.dump().products.find(({ handle }) => handle === 'cap')?.variants[0]?.price).toBe(
      '30.00',
    );
  });

  test.each(['x', 'delete', 'TRUE', '[clear]'])(
    'is not said by %s, and the rest of the row is synced',
    (word) => {
      const bench = asking([4], word);
      rowsOf(bench)[3]![5] = '31.00';
      const { held } = sync(bench);
      expect(held.count).toBe(0);
      expect(items(bench)).toEqual(ALL);
      expect(said(bench, 4)).toMatch(/^Error .*Delete/);
    },
  );

  test.each(['Title', 'Price', 'SKU', 'Tags', 'Status', 'Inventory quantity'])(
    'under %s is an error that says where it belongs',
    (header) => {
      const bench = openWorkbench({ saved });
      rowsOf(bench)[3]![HEADER.indexOf(header)] = '[delete]';
      expect(sync(bench).held.count).toBe(0);
      expect(said(bench, 4)).toContain(
        `${header} says [delete], which belongs in a column named Delete. Type it there; to empty a field, type [clear].`,
      );
      expect(items(bench)).toEqual(ALL);
    },
  );

  test.each([
    [
      'Variant Image',
      'To take the image off the variant, type [clear] here; to take it off the product, type [delete] into the cell of its address.',
    ],
    [
      'Image Position',
      'To take the image off the product, type that word into the cell of its address, and empty this one.',
    ],
    [
      'Image Alt Text',
      'To take the image off the product, type that word into the cell of its address, and empty this one.',
    ],
  ])('under %s is never said to belong where it would delete the item', (header, next) => {
    const bench = openWorkbench({ saved });
    const tab = csvOf([
      ['Handle', 'SKU', 'Image Src', header],
      ['cap', 'C-1', 'https://images.example.com/a.jpg', '[delete]'],
    ]);
    bench.call('chooseTabs', { sheetIds: bench.paste({ Photos: tab }) });
    expect(sync(bench).held.count).toBe(0);
    expect(said(bench, 2, 'Photos')).toContain(`${header} says [delete]. ${next}`);
    expect(items(bench)).toEqual(ALL);
  });

  test('in a tab of prices is an error', () => {
    const bench = openWorkbench({ saved });
    const sheetIds = bench.paste({
      Prices: csvOf([
        ['SKU', 'Price', 'Delete'],
        ['C-1', '30.00', '[delete]'],
      ]),
    });
    bench.call('chooseTabs', { sheetIds });
    expect(sync(bench).held.count).toBe(0);
    expect(items(bench)).toEqual(ALL);
  });

  test('that a schedule finds waits for a person', () => {
    const bench = asking([4]);
    bench.call('saveSchedule', {
      rhythm: { every: 'hours', hours: 1 },
      groups: ['products', 'inventory', 'prices'],
    });
    bench.runtime.clock.advance(2 * 3_600_000);
    for (const { id } of bench.runtime.state.triggers ?? [])
      bench.runtime.run('onScheduledSync', [{ triggerUid: id }], { kind: 'trigger' } as never);
    expect(items(bench)).toEqual(ALL);
  });
});

describe('of several rows that ask to delete one product', () => {
  const cap = (price: string, word: string) =>
    csvOf([
      ['Handle', 'SKU', 'Price', 'Delete'],
      ['cap', 'C-1', price, word],
    ]);
  const askedIn = (...tabs: readonly [string, string, string][]) => {
    const bench = openWorkbench({ saved });
    bench.call('chooseTabs', {
      sheetIds: bench.paste(Object.fromEntries(tabs.map(([tab, price, word]) => [tab, cap(price, word)]))),
    });
    return bench;
  };

  test('the one counts that is in no contradiction', () => {
    const bench = askedIn(['One', '31.00', '[delete]'], ['Two', '32.00', ''], ['Three', '', '[delete]']);
    const summary = sync(bench);
    expect(summary.held.shown).toMatchObject([{ deletes: 'product', tab: 'Three' }]);
    confirm(bench, summary);
    expect(items(bench)).toEqual({ hat: ['H-1', 'H-2'] });
  });

  test('none counts where each is in one', () => {
    const bench = askedIn(['One', '31.00', '[delete]'], ['Two', '32.00', '[delete]']);
    const summary = sync(bench);
    expect(summary.held.shown).toEqual([]);
    expect(summary.totals.error).toBe(2);
  });

  test('all are emptied where it is archived instead', () => {
    const bench = askedIn(['One', '', '[delete]'], ['Two', '', '[delete]']);
    const summary = sync(bench);
    confirm(bench, summary, { instead: 'archive' });
    const left = ['One', 'Two'].map((tab) => rowsOf(bench, tab)[1]?.[3]);
    expect([left, items(bench)]).toEqual([['', ''], ALL]);
  });
});

test('a product is archived instead, and its cells stop asking', () => {
  const bench = asking([4]);
  const before = bench.store.dump().products.find(({ handle }) => handle === 'cap')?.status;
  const summary = sync(bench);
  confirm(bench, summary, { instead: 'archive' });
  expect(items(bench)).toEqual(ALL);
  expect(bench.store.dump().products.find(({ handle }) => handle === 'cap')?.status).toBe('ARCHIVED');
  expect(rowsOf(bench)[3]?.slice(6, 7)).toEqual(['archived']);
  expect(rowsOf(bench)[3]?.[DELETE]).toBe('');
  const next = sync(bench);
  expect(next.held.count).toBe(0);
  expect(said(bench, 4)).toMatch(/^(Up to date|No change to send)/);
  sync(bench, 'undoRun', { run: summary.run });
  expect(bench.store.dump().products.find(({ handle }) => handle === 'cap')?.status).toBe(before);
  expect(rowsOf(bench)[3]?.[DELETE]).toBe('');
});

describe('an undo', () => {
  test('creates the product again, whole, and says that its IDs are new', () => {
    const bench = asking([2, 3]);
    const before = bench.store.dump().products.find(({ handle }) => handle === 'hat');
    const { run } = confirm(bench, sync(bench));
    sync(bench, 'undoRun', { run });
    const after = bench.store.dump().products.find(({ handle }) => handle === 'hat');
    expect(after?.id).not.toBe(before?.id);
    const facts = (product: typeof after) => ({
      ...{ title: product?.title, status: product?.status, tags: product?.tags },
      variants: product?.variants.map(({ sku, price, inventory }) => [
        sku,
        price,
        Object.values(inventory).map((level) => level.available),
      ]),
    });
    expect(facts(after)).toEqual(facts(before));
    expect(said(bench, 2)).toContain('Created again with new IDs.');
    const next = sync(bench);
    expect(next.held.count).toBe(1);
    for (const row of [2, 3]) rowsOf(bench)[row - 1]![DELETE] = '';
    sync(bench);
    expect(items(bench)).toEqual({ cap: ['C-1'], hat: ['H-1', 'H-2'] });
  });

  test('creates a variant again', () => {
    const bench = asking([3]);
    const { run } = confirm(bench, sync(bench));
    sync(bench, 'undoRun', { run });
    expect(items(bench)).toEqual(ALL);
  });

  test('leaves a handle alone that somebody took meanwhile', () => {
    const bench = asking([4]);
    const { run } = confirm(bench, sync(bench));
    bench.store.execute({
      query:
        'mutation { productCreate(product: { title: "Other", handle: "cap" }) { userErrors { message } } }',
      variables: {},
    });
    sync(bench, 'undoRun', { run });
    expect(bench.store.dump().products.filter(({ handle }) => handle === 'cap')).toMatchObject([
      { title: 'Other' },
    ]);
    expect(said(bench, 4)).toContain(
      'Another product has the handle “cap” by now, so nothing was created again.',
    );
  });
});

test('a deleted item is not made again by a row that only lost the word', () => {
  const bench = asking([4]);
  confirm(bench, sync(bench));
  rowsOf(bench)[3]![DELETE] = '';
  sync(bench);
  expect(items(bench)).toEqual({ hat: ['H-1', 'H-2'] });
  expect(said(bench, 4)).toContain('It was deleted from here.');
});

describe('a row of another tab whose item was deleted', () => {
  const pricesOf = (bench: Workbench) =>
    bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Prices')?.rows as string[][];

  test.each([
    [3, 'H-2'],
    [4, 'C-1'],
  ])('says so at each sync (row %i)', (row, sku) => {
    const bench = openWorkbench({ saved });
    const prices = {
      Prices: csvOf([
        ['SKU', 'Price'],
        ['H-1', '10.00'],
        ['H-2', '20.00'],
        ['C-1', '30.00'],
      ]),
    };
    bench.sync({ Products: csvOf(ROWS), ...prices }, '--confirm-held');
    rowsOf(bench)[row - 1]![DELETE] = '[delete]';
    const asked = sync(bench);
    const [shown] = asked.held.shown;
    expect(shown?.reason).not.toMatch(/\.$/);
    confirm(bench, asked);
    const at = pricesOf(bench).findIndex(([cell]) => cell === sku);
    const priceRow = () => pricesOf(bench)[at]?.slice(2, 4).join(' ');
    expect(priceRow()).toMatch(/^Updated Deleted: /);
    sync(bench);
    const nothing = 'Up to date Shopify does not have it, so there is nothing to delete. Remove this row.';
    expect([said(bench, row), priceRow()]).toEqual([nothing, nothing]);
    rowsOf(bench).splice(row - 1, 1);
    sync(bench);
    expect(priceRow()).toBe(
      'Changed in both It was deleted from here. Undo that run to create it again, or remove this row.',
    );
    expect(bench.store.dump().products.flatMap(({ variants }) => variants)).toHaveLength(2);
  });
});

test('a deletion of which no answer came is known by the next sync', () => {
  const bench = asking([4], '[delete]', { store: { faults: 'productDelete: timeout-after' } });
  const summary = sync(bench);
  bench.call('confirmHeld', { run: summary.run, keys: keysOf(summary) });
  const after = openWorkbench({ saved: bench.save() });
  sync(after);
  expect(items(after)).toEqual({ hat: ['H-1', 'H-2'] });
  expect(said(after, 4)).toContain('nothing to delete');
});

describe('a row whose handle was typed over, once an undo has created its deleted item again', () => {
  test.each(['[delete]', ''])('says what it was, and not that it is gone (Delete: “%s”)', (word) => {
    const bench = asking([4]);
    const { run } = confirm(bench, sync(bench));
    rowsOf(bench)[3]![0] = 'cap-of-2027';
    rowsOf(bench)[3]![DELETE] = word;
    sync(bench);
    expect(said(bench, 4)).toMatch(word ? /nothing to delete/ : /^Changed in both It was deleted from here/);
    sync(bench, 'undoRun', { run });
    sync(bench);
    expect(said(bench, 4)).toMatch(/^Changed in both This row was “cap” at the last sync\./);
    expect(items(bench)).toEqual(ALL);
    rowsOf(bench)[3]![0] = 'cap';
    rowsOf(bench)[3]![DELETE] = '';
    sync(bench);
    expect(said(bench, 4)).toMatch(/^(Up to date|No change to send)/);
  });
});

describe('a row that asks to delete a product under another name', () => {
  test('is asked about the name first, and nothing is said to be gone that is there', () => {
    const bench = asking([4]);
    rowsOf(bench)[3]![0] = 'cap-of-2027';
    sync(bench);
    expect(said(bench, 4)).toMatch(/^Changed in both /);
    expect(items(bench)).toEqual(ALL);
  });

  test('is in error where no row was synced from here and Shopify has its SKU', () => {
    const bench = openWorkbench();
    bench.sync({ Products: csvOf(ROWS) });
    const added = [HEADER, ['kap', 'Cap', '', '', 'C-1', '30.00', '', '', '', '', '[delete]']];
    const report = bench.sync({ More: csvOf(added) });
    expect(report.tabs[0]?.rows[0]?.message).toBe(
      'The SKU “C-1” belongs to the product “cap” in Shopify. Use that handle, or another SKU.',
    );
    expect(items(bench)).toEqual(ALL);
  });
});

test('what was deleted has nothing to delete, also where another product has the same SKU', () => {
  const bench = openWorkbench();
  const rows = [
    ['Handle', 'Title', 'SKU', 'Price', 'Delete'],
    ['hat', 'Hat', 'S-1', '10.00', ''],
    ['cap', 'Cap', 'S-1', '30.00', ''],
  ];
  bench.sync({ Products: csvOf(rows) });
  rowsOf(bench)[2]![4] = '[delete]';
  const { run, held } = sync(bench);
  sync(bench, 'confirmHeld', { run, keys: held.shown.map(({ key }) => key) });
  for (const price of ['10.00', '11.00']) {
    rowsOf(bench)[1]![3] = price;
    sync(bench);
    expect(said(bench, 3)).toMatch(/^Up to date .*nothing to delete/);
  }
});

test('a deletion beside a change of the options waits for them, and nothing is said to be gone that is there', () => {
  const bench = openWorkbench();
  const rows = (second: readonly string[], word: string) =>
    csvOf([
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Option2 Name', 'Option2 Value', 'SKU', 'Delete'],
      ['hat', 'Hat', 'Size', 'S', ...second, 'H-1', ''],
      ['hat', '', '', 'M', '', second[1] ?? '', 'H-2', word],
    ]);
  bench.sync({ Products: rows(['', ''], '') });
  bench.paste({ Products: rows(['Color', 'Red'], '[delete]') });
  const { run, held } = sync(bench);
  expect(held.count).toBe(1);
  expect(said(bench, 3)).toMatch(/^Held .*The deletion waits until the options here are those of Shopify\./);
  sync(bench, 'confirmHeld', { run, keys: held.shown.map(({ key }) => key) });
  const again = sync(bench);
  expect(again.held.shown).toMatchObject([{ deletes: 'variant' }]);
  expect(bench.store.dump().products[0]?.variants).toHaveLength(2);
  sync(bench, 'confirmHeld', { run: again.run, keys: again.held.shown.map(({ key }) => key) });
  expect(bench.store.dump().products[0]?.variants.map(({ sku }) => sku)).toEqual(['H-1']);
});

test('a row whose option value was typed over is not told that its variant is gone', () => {
  const bench = openWorkbench();
  const rows = (value: string, word: string) =>
    csvOf([
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Delete'],
      ['hat', 'Hat', 'Size', value, 'H-1', word],
      ['hat', '', '', 'M', 'H-2', ''],
    ]);
  bench.sync({ Products: rows('S', '') });
  bench.paste({ Products: rows('Small', '[delete]') });
  expect(sync(bench).held.count).toBe(0);
  expect(said(bench, 2)).toBe(
    'Error Shopify has the SKU “H-1” as “S”. To delete it, type these values here; else another SKU.',
  );
  expect(bench.store.dump().products[0]?.variants).toHaveLength(2);
  bench.paste({ Products: rows('S', '[delete]') });
  expect(sync(bench).held.shown).toMatchObject([{ deletes: 'variant' }]);
});

test('many deletions need their number, typed', () => {
  const names = Array.from({ length: 12 }, (_, index) => `p-${index}`);
  const file = (word: string) =>
    csvOf([['Handle', 'Title', 'Delete'], ...names.map((name) => [name, name, word])]);
  const bench = openWorkbench();
  bench.sync({ Products: file('') });
  bench.paste({ Products: file('[delete]') });
  const summary = sync(bench);
  expect(summary.held.count).toBe(12);
  const keys = keysOf(summary);
  for (const count of [undefined, 11])
    expect(bench.call('confirmHeld', { run: summary.run, keys, ...(count && { count }) })).toMatchObject({
      ok: false,
      problem: { message: '12 items would be deleted, and nobody typed that number.' },
    });
  expect(bench.store.dump().products).toHaveLength(12);
  sync(bench, 'confirmHeld', { run: summary.run, keys, count: 12 });
  expect(bench.store.dump().products).toHaveLength(0);
});

test('Matrixify’s DELETE asks for the product, and that of the variant for the variant', () => {
  const file = (command: string, variantCommand: string) =>
    csvOf([
      ['Handle', 'Command', 'Title', 'Option1 Name', 'Option1 Value', 'Variant SKU', 'Variant Command'],
      ['hat', command, 'Hat', 'Size', 'S', 'H-1', variantCommand],
      ['hat', '', '', 'Size', 'M', 'H-2', ''],
    ]);
  const bench = openWorkbench();
  bench.sync({ Products: file('', '') });
  bench.paste({ Products: file('', 'DELETE') });
  confirm(bench, sync(bench));
  expect(items(bench)).toEqual({ hat: ['H-2'] });
  bench.paste({ Products: file('DELETE', '') });
  confirm(bench, sync(bench));
  expect(items(bench)).toEqual({});
});
