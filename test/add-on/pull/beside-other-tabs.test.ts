import type { Overview } from '../../../src/answers/answers';
import { answered, sheetOf } from '../../support/running';
import type { Workbench } from '../../support/workbench';
import { define } from '../metafields/shop';
import { moveProduct, moveVariant } from '../refresh/moving';
import { writeStore } from '../tabs/exports/written-store';
import { choiceOf, estimate, openConnected, previewOf, pull } from './pulling';

const HANDLE = 'linen-shirt';

/** Synced once from a tab of the merchant's own; Shopify moved since, and nobody has looked. */
function synced(text: string): { readonly bench: Workbench; readonly own: number } {
  const bench = openConnected();
  writeStore(bench.store);
  bench.clock.advance(60_000);
  const [own = 0] = bench.paste({ Mine: text });
  bench.call('chooseTabs', { sheetIds: [own] });
  bench.call('previewSync');
  bench.call('startSync', {});
  bench.clock.advance(60_000);
  return { bench, own };
}

function tickOnly(bench: Workbench, sheetId: number): void {
  answered(bench.call('chooseTabs', { sheetIds: [sheetId] }));
  bench.call('previewSync');
  bench.call('startSync', {});
}

const shirt = (bench: Workbench) =>
  bench.store.dump().products.find(({ handle, title }) => handle === HANDLE || title.includes('Linen'));

describe('a tab that is ticked, that nobody edited, and in which Shopify moved on since', () => {
  const MOVES: readonly (readonly [string, string, (bench: Workbench) => void, RegExp])[] = [
    [
      'a price',
      'SKU,Price\nLS-S,85.00\n',
      (bench) => moveVariant(bench, HANDLE, 0, { price: '91.50' }),
      /Shopify has 91\.50/,
    ],
    [
      'a title',
      'Handle,Title\nlinen-shirt,Linen shirt\n',
      (bench) => moveProduct(bench, HANDLE, { title: 'Linen blouse' }),
      /Shopify has Linen blouse/,
    ],
    [
      'a barcode',
      'SKU,Barcode\nLS-S,0850064060010\n',
      (bench) => moveVariant(bench, HANDLE, 0, { barcode: '4006381333931' }),
      /Shopify has 4006381333931/,
    ],
  ];

  test.each<[string, string, RegExp]>([
    ['a price', 'SKU,Price\nLS-S,49.00\n', /Held.*Price.*85\.00/],
    ['a title', 'Handle,Title\nlinen-shirt,Last year\n', /Held.*Title.*Linen shirt/],
    ['a quantity', 'SKU,Available\nLS-S,99\n', /Held.*Available.*4/],
  ])('is still asked about where it was never synced: %s', (_, text, held) => {
    const bench = openConnected();
    writeStore(bench.store);
    bench.clock.advance(60_000);
    const [own = 0] = bench.paste({ Mine: text });
    bench.call('chooseTabs', { sheetIds: [own] });
    const before = bench.store.dump();
    pull(bench, choiceOf('csv'));
    tickOnly(bench, own);
    expect(bench.store.dump()).toEqual(before);
    expect(previewOf(bench).others.join('\n')).toMatch(held);
  });

  test('takes no tag away that somebody added in Shopify', () => {
    const { bench, own } = synced('Handle,Title,Tags\nlinen-shirt,Linen shirt,"Linen, b2b, new, summer"\n');
    moveProduct(bench, HANDLE, { tags: ['Linen', 'b2b', 'new', 'summer', 'sale'] });
    pull(bench, choiceOf('csv'));
    tickOnly(bench, own);
    expect(shirt(bench)?.tags).toContain('sale');
  });

  test.each<[string, string, string, (bench: Workbench) => void, RegExp]>([
    [
      'another cell of its row',
      'Handle,Title,Tags,Price\nlinen-shirt,Linen shirt,"Linen, b2b, new, summer",85.00\n',
      '85.00',
      (bench) => moveProduct(bench, HANDLE, { tags: ['Linen', 'b2b', 'new', 'summer', 'sale'] }),
      /Tags: Shopify has b2b, Linen, new, sale, summer/,
    ],
    [
      'the cell itself',
      'SKU,Price\nLS-S,85.00\n',
      '85.00',
      (bench) => moveVariant(bench, HANDLE, 0, { price: '91.50' }),
      /Price: Shopify has 91\.50/,
    ],
    [
      'a cell of the product',
      'Handle,Title,SKU,Cost per item\nlinen-shirt,Linen shirt,LS-S,\n',
      '',
      (bench) => moveProduct(bench, HANDLE, { title: 'Linen blouse' }),
      /Title: Shopify has Linen blouse/,
    ],
  ])(
    'sends nothing old once an error of a row is corrected after a pull: %s',
    (_, text, good, move, differs) => {
      const { bench, own } = synced(text);
      const row = sheetOf(bench, 'Mine').rows[1] ?? [];
      const at = row.map(String).findIndex((cell) => cell === good || Number(cell) === Number(good));
      const [said] = row.splice(at, 1, '12.345 or 12,345');
      move(bench);
      const before = bench.store.dump();
      pull(bench, choiceOf('csv'));
      row[at] = said ?? '';
      tickOnly(bench, own);
      expect(bench.store.dump()).toEqual(before);
      expect(previewOf(bench).others.join('\n')).toMatch(differs);
    },
  );

  test('takes no tag away that somebody added in Shopify beside a metafield whose type only Shopify knows', () => {
    const bench = openConnected();
    writeStore(bench.store);
    define(bench, { key: 'fabric', type: 'single_line_text_field' });
    bench.clock.advance(60_000);
    const header = 'Handle,Title,Tags,Fabric (product.metafields.custom.fabric)';
    const [own = 0] = bench.paste({
      Mine: `${header}\nlinen-shirt,Linen shirt,"Linen, b2b, new, summer",Wool\n`,
    });
    tickOnly(bench, own);
    bench.clock.advance(60_000);
    moveProduct(bench, HANDLE, { tags: ['Linen', 'b2b', 'new', 'summer', 'sale'] });
    pull(bench, choiceOf('csv'));
    tickOnly(bench, own);
    expect(shirt(bench)?.tags).toContain('sale');
  });

  test('is sent as it was edited, after the pulled tab is out of the way', () => {
    const { bench, own } = synced('SKU,Price\nLS-S,85.00\n');
    (sheetOf(bench, 'Mine').rows[1] ?? [])[1] = 88;
    pull(bench, choiceOf('csv'));
    tickOnly(bench, own);
    expect(shirt(bench)?.variants[0]?.price).toBe('88.00');
  });

  test.each(MOVES)('sends nothing old after a pull beside it: %s', (_, text, move, differs) => {
    const { bench, own } = synced(text);
    move(bench);
    const before = bench.store.dump();
    pull(bench, choiceOf('csv'));
    // Beside each other they contradict: neither is sent.
    bench.call('previewSync');
    bench.call('startSync', {});
    expect(bench.store.dump()).toEqual(before);
    tickOnly(bench, own);
    expect(bench.store.dump()).toEqual(before);
    expect(previewOf(bench).others.join('\n')).toMatch(differs);
  });

  test('keeps meaning its product where only Shopify renamed it, without the columns of the add-on too', () => {
    const { bench, own } = synced('Handle,Title,Vendor\nlinen-shirt,Linen shirt,Acme\n');
    moveProduct(bench, HANDLE, { handle: 'linen-blouse' });
    const sheet = sheetOf(bench, 'Mine');
    for (const row of sheet.rows) row.length = 3;
    pull(bench, choiceOf('csv'));
    const before = bench.store.dump();
    tickOnly(bench, own);
    expect(bench.store.dump()).toEqual(before);
    expect(shirt(bench)).toMatchObject({ handle: 'linen-blouse' });
  });

  test('is named before a pull that gets the same products, with how many', () => {
    const { bench } = synced('SKU,Price\nLS-S,85.00\nMUG,9.00\n');
    const { besides } = answered(estimate(bench, choiceOf('csv')));
    expect(besides).toMatch(/“Mine” \(2 products\) is ticked already.*one tab only/);
    expect(pull(bench, choiceOf('csv'))).toMatchObject({ products: 3, shared: 2 });
    bench.call('chooseTabs', { sheetIds: [] });
    expect(answered(estimate(bench, choiceOf('csv'))).besides).toBe('');
  });

  test('where it agrees with Shopify, both are up to date', () => {
    const { bench } = synced('SKU,Price\nLS-S,85.00\n');
    pull(bench, choiceOf('csv'));
    expect(previewOf(bench).others).toEqual([]);
    expect(answered(bench.call<Overview>('getOverview')).tabs.filter(({ ticked }) => ticked)).toHaveLength(2);
  });
});
