import { productSeenAt } from '../../../local/store/shop/rules/url-redirects';
import type { RunSummary } from '../../../src/answers/answers';
import type { OldValues } from '../../../src/answers/waiting';
import { csvOf } from '../../support/csv';
import { foreseenRows } from '../../support/foreseen';
import { answered, rowsOf, said, sync } from '../../support/running';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'];
const rows = (hat: string, title = 'Hat', price = '10.00') => [
  HEADER,
  [hat, title, 'Size', 'S', 'H-1', price],
  [hat, '', 'Size', 'M', 'H-2', '20.00'],
  ['cap', 'Cap', '', '', 'C-1', '30.00'],
];
const PRICES = csvOf([
  ['Handle', 'SKU', 'Price'],
  ['hat', 'H-1', '10.00'],
]);
const shop = openWorkbench();
shop.sync({ Products: csvOf(rows('hat')) });
const saved = shop.save();

/** Every row of the hat says another handle. */
function renamed(handle = 'sun-hat', file = rows(handle)): { bench: Workbench; summary: RunSummary } {
  const bench = openWorkbench({ saved });
  bench.paste({ Products: csvOf(file) });
  return { bench, summary: sync(bench) };
}

const choose = ({ bench, summary }: ReturnType<typeof renamed>, side: string) =>
  sync(bench, 'resolveConflicts', {
    run: summary.run,
    side,
    keys: summary.conflicts.shown.map(({ key }) => key),
  });
const handles = ({ store }: Workbench) => store.dump().products.map(({ handle }) => handle);
const seenAt = ({ store }: Workbench, handle: string) =>
  productSeenAt(store.state, `/products/${handle}`)?.title;

test('a handle that was typed over is asked about, and nothing of its rows is sent', () => {
  const { bench, summary } = renamed('sun-hat', rows('sun-hat', 'Sun hat', '11.00'));
  expect(summary.conflicts.shown).toMatchObject([
    { column: 'Handle', sheet: 'sun-hat', shopify: 'hat', renames: true, row: 2 },
  ]);
  expect(said(bench, 3)).toContain('Changed in both This row was “hat” at the last sync.');
  expect(handles(bench)).toEqual(['hat', 'cap']);
  expect(bench.store.dump().products[0]?.variants[0]?.price).toBe('10.00');
});

test('each row says what to do: one with the handle where to choose, one of prices for which row it waits', () => {
  const bench = openWorkbench({ saved });
  const prices = (price: string) =>
    csvOf([
      ['SKU', 'Price'],
      ['H-1', price],
    ]);
  bench.sync({ Products: csvOf(rows('hat')), Prices: prices('10.00') });
  const says = saidOf(bench.sync({ Products: csvOf(rows('sun-hat')), Prices: prices('10.00') }, '--hold'));
  for (const row of ['Products:2', 'Products:3'])
    expect(says[row]).toBe(
      "conflict This row was “hat” at the last sync. Choose in the sidebar to rename it in Shopify, or type that handle again; for a new product, clear this row's Shopify ID.",
    );
  expect(says['Prices:2']).toBe(
    'conflict It waits: the handle of its product was typed over in row 2 of Products, which says what to do.',
  );
});

test('renaming it in Shopify leaves a redirect, and what else changed goes with the next sync', () => {
  const asked = renamed('sun-hat', rows('sun-hat', 'Sun hat'));
  const { bench } = asked;
  choose(asked, 'sheet');
  expect(handles(bench)).toEqual(['sun-hat', 'cap']);
  expect([seenAt(bench, 'hat'), seenAt(bench, 'sun-hat')]).toEqual(['Hat', 'Hat']);
  expect(said(bench, 2)).toContain(
    'Handle hat → sun-hat. Links to “hat” lead to “sun-hat”: Shopify makes a redirect, or turns the one that is there.',
  );
  sync(bench);
  expect(seenAt(bench, 'hat')).toBe('Sun hat');
  expect(said(bench, 3)).toMatch(/^(Up to date|No change to send)/);
  expect(bench.store.dump().products).toHaveLength(2);
});

test('keeping it puts the old handle into every row', () => {
  const asked = renamed();
  choose(asked, 'shopify');
  expect(handles(asked.bench)).toEqual(['hat', 'cap']);
  expect(rowsOf(asked.bench).map(([handle]) => handle)).toEqual(['Handle', 'hat', 'hat', 'cap']);
  sync(asked.bench);
  expect(said(asked.bench, 2)).toMatch(/^(Up to date|No change to send)/);
});

test('a stock row that was typed over too says the other handle at each sync, once it was kept', () => {
  const stock = (hat: string) =>
    csvOf([
      ['Handle', 'Option1 Name', 'Option1 Value', 'SKU', 'Location', 'On hand (new)'],
      [hat, 'Size', 'S', 'H-1', 'Shop location', '5'],
    ]);
  const tracked = (hat: string) =>
    csvOf(rows(hat).map((row, at) => [...row, at === 0 ? 'Inventory tracker' : 'shopify']));
  const bench = openWorkbench();
  bench.sync({ Products: tracked('hat') });
  const paste = (hat: string) => {
    const sheetIds = bench.paste({ Products: tracked(hat), Stock: stock(hat) });
    bench.call('chooseTabs', { sheetIds });
    return sync(bench);
  };
  paste('hat');
  choose({ bench, summary: paste('sun-hat') }, 'shopify');
  const says = [1, 2, 3].map(() => {
    bench.clock.advance(120_000);
    sync(bench);
    return said(bench, 2, 'Stock');
  });
  expect(says).toEqual(says.map(() => 'Differs Handle: Shopify has hat, the sheet sun-hat.'));
});

test('an undo renames back, and says where links lead', () => {
  const asked = renamed();
  const { bench } = asked;
  const { run } = choose(asked, 'sheet');
  sync(bench, 'undoRun', { run });
  expect(handles(bench)).toEqual(['hat', 'cap']);
  expect([seenAt(bench, 'hat'), seenAt(bench, 'sun-hat')]).toEqual(['Hat', 'Hat']);
  expect(said(bench, 2)).toContain('Links to “sun-hat” lead to “hat”');
  const { conflicts } = sync(bench);
  expect(conflicts.count).toBe(1);
  expect(bench.store.dump().products).toHaveLength(2);
});

test('rows of another tab are told the new handle', () => {
  const bench = openWorkbench({ saved });
  bench.sync({ Prices: PRICES });
  const ids = bench.paste({ Products: csvOf(rows('sun-hat')), Prices: PRICES });
  bench.call('chooseTabs', { sheetIds: ids });
  const summary = sync(bench);
  choose({ bench, summary }, 'sheet');
  expect(handles(bench)).toEqual(['sun-hat', 'cap']);
  expect(said(bench, 2, 'Prices')).toContain('“hat” becomes “sun-hat” in Shopify. Type that here too.');
});

test('no setting renames, and no schedule', () => {
  const bench = openWorkbench({ saved });
  bench.call('saveSettings', {
    onConflict: { products: 'sheet', inventory: 'sheet', prices: 'sheet' },
    defaultLocationId: null,
    keepStock: false,
    accountKind: 'consumer',
  });
  bench.paste({ Products: csvOf(rows('sun-hat')) });
  expect(sync(bench).conflicts.count).toBe(1);
  expect(handles(bench)).toEqual(['hat', 'cap']);
});

test.each([
  ['one of its two rows', [HEADER, ...rows('sun-hat').slice(1, 2), ...rows('hat').slice(2)]],
  ['the handle of another product', rows('cap').slice(0, 3)],
  ['a handle without a letter', rows('---')],
])('%s is no question, and renames nothing', (_, file) => {
  const { bench, summary } = renamed('', file);
  expect(summary.conflicts.count).toBe(0);
  expect(handles(bench)).toEqual(['hat', 'cap']);
});

test('a handle that somebody takes meanwhile is refused on its row', () => {
  const bench = openWorkbench({
    saved,
    answering: (request, answer) => {
      const isRename = String(request.body).includes('redirectNewHandle":true');
      return isRename && !('failure' in answer)
        ? {
            ...answer,
            body: answer.body
              .replace(
                /"userErrors":\[\]/,
                '"userErrors":[{"field":["product","handle"],"message":"Handle \'sun-hat\' already in use. Please provide a new handle."}]',
              )
              .replace(/"product":\{/, '"product":null,"x":{'),
          }
        : answer;
    },
  });
  bench.paste({ Products: csvOf(rows('sun-hat')) });
  const summary = sync(bench);
  choose({ bench, summary }, 'sheet');
  expect(said(bench, 2)).toMatch(/^Error .*already in use/);
});

test('after an undo the old handle can be put back into every row of every tab, which are up to date then', () => {
  const bench = openWorkbench({ saved });
  const tabs = (handle: string) => ({ Products: csvOf(rows(handle)), Prices: PRICES.replace('hat', handle) });
  bench.call('chooseTabs', { sheetIds: bench.paste(tabs('hat')) });
  sync(bench);
  bench.paste(tabs('sun-hat'));
  const { run } = choose({ bench, summary: sync(bench) }, 'sheet');
  bench.clock.advance(120_000);
  sync(bench);
  const { run: undo } = sync(bench, 'undoRun', { run });
  const { shown } = answered(bench.call<OldValues>('putBack', { undo }));
  expect(shown.map(({ tab, row, old }) => [tab, row, old])).toEqual([
    ['Products', 2, 'hat'],
    ['Products', 3, 'hat'],
    ['Prices', 2, 'hat'],
  ]);
  answered(bench.call('putBack', { undo, keys: [...new Set(shown.map(({ key }) => key))] }));
  expect([2, 3].map((row) => rowsOf(bench)[row - 1]?.[0])).toEqual(['hat', 'hat']);
  expect(rowsOf(bench, 'Prices')[1]?.[0]).toBe('hat');
  expect(sync(bench)).toMatchObject({ conflicts: { count: 0 }, held: { count: 0 } });
  for (const words of foreseenRows(bench))
    expect(words.slice(2).join(' ')).toMatch(/^(Up to date|No change to send)/);
  expect(handles(bench)).toEqual(['hat', 'cap']);
});
