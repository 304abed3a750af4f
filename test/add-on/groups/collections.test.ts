import { rowsOf, undoLast } from '../../support/running';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';
import { collect, collectionsOf, move, renameCollection, sheetOf } from './shop';

function shopWith(...collections: Parameters<typeof collect>[1][]): Workbench {
  const bench = openWorkbench();
  collect(bench, ...collections);
  return bench;
}

const one = (bench: Workbench, cell: string, ...args: string[]) =>
  saidOf(bench.sync({ Products: sheetOf(['Collections'], ['hat', cell]) }, ...args))['Products:2'];

describe('the collections of a product', () => {
  test('are joined as it is created, and a second run asks nothing about it', () => {
    const bench = shopWith(['Sale'], ['Winter']);
    const sheet = {
      Products: sheetOf(['Custom Collections'], ['hat', 'sale, Winter'], ['cap', '']),
    };
    expect(saidOf(bench.sync(sheet))['Products:2']).toBe('created Status is empty, so it is draft.');
    expect(collectionsOf(bench, 'hat')).toEqual(['Sale', 'Winter']);
    expect(collectionsOf(bench, 'cap')).toEqual([]);
    const again = bench.sync(sheet);
    expect(saidOf(again)['Products:2']).toMatch(/^not-compared /);
    expect(saidOf(bench.sync(sheet, '--preview'))['Products:2']).toBe('unchanged');
  });

  test('are merged: what the sheet gained and lost is sent, in one request, and what others did stays', () => {
    const bench = shopWith(['Sale'], ['Winter'], ['Gifts'], ['New in']);
    one(bench, 'Sale, Winter');
    move(bench, 'hat', 'Join', 'Gifts');
    const preview = one(bench, 'Winter, New in', '--preview');
    const before = bench.requests.counts().byOperation.productUpdate ?? 0;
    const run = one(bench, 'Winter, New in');
    expect(run).toBe(preview);
    expect(run).toBe('updated Collections added: New in; removed: Sale.');
    expect(collectionsOf(bench, 'hat')).toEqual(['Gifts', 'New in', 'Winter']);
    expect((bench.requests.counts().byOperation.productUpdate ?? 0) - before).toBe(1);
  });

  test('stay where their cell is empty, or their column is gone, and are left by [clear]', () => {
    const bench = shopWith(['Sale'], ['Winter']);
    one(bench, 'Sale, Winter');
    one(bench, '');
    bench.sync({ Products: sheetOf([], ['hat']) });
    expect(collectionsOf(bench, 'hat')).toEqual(['Sale', 'Winter']);
    expect(one(bench, '[clear]')).toBe('updated Collections removed: Sale, Winter.');
    expect(collectionsOf(bench, 'hat')).toEqual([]);
  });

  test('that [clear] would leave and nobody here has seen wait for a person', () => {
    const bench = shopWith(['Sale'], ['Gifts']);
    one(bench, 'Sale');
    move(bench, 'hat', 'Join', 'Gifts');
    expect(one(bench, '[clear]')).toMatch(/^conflict Collections/);
    expect(collectionsOf(bench, 'hat')).toEqual(['Gifts', 'Sale']);
  });

  test('of a product that was never synced here are held, and none is ever left by that', () => {
    const bench = shopWith(['Sale'], ['Gifts']);
    bench.sync({ Products: sheetOf([], ['hat']) });
    move(bench, 'hat', 'Join', 'Gifts');
    expect(one(bench, 'Sale', '--preview')).toBe(
      'skipped Collections: Shopify has Gifts, the sheet Sale. Choose in the sidebar which one counts.',
    );
    // The command line chooses the sheet.
    expect(one(bench, 'Sale')).toBe('updated Collections added: Sale.');
    expect(collectionsOf(bench, 'hat')).toEqual(['Gifts', 'Sale']);
  });

  test('keep their place when they are renamed in Shopify', () => {
    const bench = shopWith(['Sale'], ['Winter']);
    one(bench, 'Sale');
    renameCollection(bench, 'Sale', 'Offers');
    expect(one(bench, 'Offers, Winter')).toBe('updated Collections added: Winter.');
    expect(collectionsOf(bench, 'hat')).toEqual(['Offers', 'Winter']);
  });
});

describe('a name of a collection', () => {
  test.each([
    ['a slip', 'Sael', '“Sael”, which is no collection in Shopify. Type “Sale” if you mean that.'],
    [
      'nothing like it',
      'Qqq',
      '“Qqq”, which is no collection in Shopify. It has Sale, Winter, same, same-1.',
    ],
    ['two of one title', 'Same', '“Same”, which means 2 collections. Type “same” or “same-1”.'],
  ])('that is %s is an error that says what to type, and the rest of its row is sent', (_, cell, words) => {
    const bench = shopWith(['Sale'], ['Winter'], ['Same'], ['Same']);
    one(bench, 'Sale');
    const sheet = sheetOf(['Vendor', 'Collections'], ['hat', 'Acme', `Sale, ${cell}`]);
    bench.sync({ Products: sheetOf(['Vendor', 'Collections'], ['hat', 'Other', 'Sale']) });
    const said = saidOf(bench.sync({ Products: sheet }))['Products:2'];
    expect(said).toContain(`Collections “Sale, ${cell}” has ${words}`);
    expect(said).toMatch(/^error .*Vendor/);
    expect(collectionsOf(bench, 'hat')).toEqual(['Sale']);
  });

  test.each([
    ['its handle', 'same-1'],
    ['other capitals', 'SALE'],
    ['a title with a comma in it', 'Hats, caps'],
  ])('may be %s', (_, cell) => {
    const bench = shopWith(['Sale'], ['Same'], ['Same'], ['Hats, caps']);
    one(bench, cell);
    expect(collectionsOf(bench, 'hat')).toHaveLength(1);
    expect(one(bench, cell, '--preview')).toBe('unchanged');
  });
});

describe('a collection that Shopify fills by rule', () => {
  test('is never joined, and the row says so until its cell says otherwise', () => {
    const bench = shopWith(['Sale'], ['Novelties', 'new']);
    one(bench, 'Sale');
    const words =
      'Collections: Shopify fills “Novelties” by rule, so nothing was put into it. Change its conditions in Shopify admin, or take it out of the cell.';
    expect(one(bench, 'Sale, Novelties')).toBe(`differs ${words}`);
    expect(one(bench, 'Sale, Novelties')).toBe(`differs ${words}`);
    expect(collectionsOf(bench, 'hat')).toEqual(['Sale']);
    expect(one(bench, 'Sale')).toMatch(/^(unchanged|not-compared)/);
  });

  test('is nothing to send where the product is in it, and is never left', () => {
    const bench = shopWith(['Sale'], ['Novelties', 'new']);
    const sync = (cell: string, ...args: string[]) =>
      saidOf(bench.sync({ Products: sheetOf(['Tags', 'Collections'], ['hat', 'new', cell]) }, ...args))[
        'Products:2'
      ];
    sync('Sale, Novelties');
    expect(collectionsOf(bench, 'hat')).toEqual(['Novelties', 'Sale']);
    expect(sync('Sale, Novelties', '--preview')).toBe('unchanged');
    expect(sync('Sale')).toContain('by rule, so the product stays in it');
    expect(collectionsOf(bench, 'hat')).toEqual(['Novelties', 'Sale']);
    expect(sync('Sale', '--preview')).toBe('unchanged');
  });
});

describe('undoing a run', () => {
  test('leaves what it joined and joins what it left, and nobody else’s', () => {
    const bench = shopWith(['Sale'], ['Winter'], ['Gifts']);
    one(bench, 'Sale');
    one(bench, 'Winter');
    move(bench, 'hat', 'Join', 'Gifts');
    undoLast(bench, { preview: true });
    undoLast(bench);
    expect(collectionsOf(bench, 'hat')).toEqual(['Gifts', 'Sale']);
    // The cell still says what was undone, and is not sent again.
    expect(one(bench, 'Winter')).toMatch(/^skipped Undone: /);
    expect(collectionsOf(bench, 'hat')).toEqual(['Gifts', 'Sale']);
  });
});

describe('most products of a tab that leave one collection', () => {
  const handles = Array.from({ length: 8 }, (_, index) => `hat-${index}`);
  const sheet = (cell: (index: number) => string) => ({
    Products: sheetOf(['Collections'], ...handles.map((handle, index) => [handle, cell(index)])),
  });

  test('wait for a person, whatever other collections they are in', () => {
    const bench = shopWith(['Sale'], ['Winter'], ['Gifts']);
    const others = (index: number) => (index % 2 ? 'Winter' : 'Gifts');
    bench.sync(sheet((index) => `Sale, ${others(index)}`));
    const run = bench.sync(
      sheet((index) => (index < 5 ? others(index) : `Sale, ${others(index)}`)),
      '--hold',
    );
    expect(saidOf(run)['Products:2']).toMatch(
      /^skipped .*5 of the 8 Collections values of this tab leave “Sale”, such as rows 2, 3 and 4\./,
    );
    expect(collectionsOf(bench, 'hat-0')).toEqual(['Gifts', 'Sale']);
  });

  test('are fewer than a third of it where they are sent', () => {
    const bench = shopWith(['Sale'], ['Winter']);
    bench.sync(sheet(() => 'Sale, Winter'));
    bench.sync(
      sheet((index) => (index < 2 ? 'Winter' : 'Sale, Winter')),
      '--hold',
    );
    expect(collectionsOf(bench, 'hat-0')).toEqual(['Winter']);
  });
});

test('a refresh writes the collections that Shopify has into a cell that nobody edited', () => {
  const bench = shopWith(['Sale'], ['Gifts']);
  one(bench, 'Sale');
  move(bench, 'hat', 'Join', 'Gifts');
  expect(bench.call<unknown>('refreshTabs', {}).ok).toBe(true);
  expect(rowsOf(bench)[1]?.[4]).toBe('Sale, Gifts');
  bench.call('previewSync');
  expect(collectionsOf(bench, 'hat')).toEqual(['Gifts', 'Sale']);
});
