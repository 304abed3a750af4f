import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

/** A new variant of a product that Shopify has, of which a tab of prices and one of stock speak as well. */
interface Says {
  readonly status?: string;
  readonly own: string;
  readonly price: string;
  readonly cost?: string;
}

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price', 'Status'].concat(
  'Inventory tracker',
);
const tabs = (added?: Says, status = added?.status ?? 'active') => ({
  Products: csvOf([
    HEADER,
    ['tee', 'Tee', 'Size', 'S', 'T-S', '20.00', status, 'shopify'],
    ...(added ? [['tee', '', '', 'L', 'T-L', added.own, '', 'shopify']] : []),
  ]),
  Prices: csvOf([
    ['SKU', 'Price', 'Cost per item'],
    ['T-S', '20.00', '5.00'],
    ...(added ? [['T-L', added.price, added.cost ?? '']] : []),
  ]),
  Stock: csvOf([['SKU', 'Available'], ['T-S', '3'], ...(added ? [['T-L', '7']] : [])]),
});

function synced(status?: string): Workbench {
  const bench = openWorkbench();
  bench.sync(tabs(undefined, status));
  return bench;
}
const sync = (bench: Workbench, added: Says, ...args: string[]) =>
  saidOf(bench.sync(tabs(added), ...(args.length > 0 ? args : ['--hold'])));
const variants = (bench: Workbench) =>
  bench.store
    .dump()
    .products.flatMap((product) => product.variants.map(({ sku, price }) => `${sku} ${price}`));
const NEW_ROWS = ['Products:3', 'Prices:3', 'Stock:3'];

describe('a new variant whose price two tabs contradict', () => {
  test.each(['active', 'draft'])('is not made without it, nor on confirmation: %s', (status) => {
    const bench = synced(status);
    for (const args of [['--preview'], ['--hold'], ['--confirm-held'], ['--confirm-held']]) {
      const said = sync(bench, { status, own: '21.00', price: '22.00' }, ...args);
      expect(said['Products:3']).toBe(
        'error Price says otherwise than Price in row 3 of Prices. Make them equal or empty one.',
      );
      expect(said['Prices:3']).toBe(
        'error Price says otherwise than Price in row 3 of Products. Make them equal or empty one.',
      );
      expect(said['Stock:3']).toMatch(
        /^skipped (Not|Will not be) created: row 3 of Products of this product has an error\. Mend that row first\.$/,
      );
    }
    expect(variants(bench)).toEqual(['T-S 20.00']);
  });
});

describe('a new variant that waited', () => {
  test.each<[string, Says, string]>([
    ['for two prices that contradict each other', { own: '21.00', price: '22.00' }, 'error'],
    ['for a price', { own: '0', price: '' }, 'skipped'],
    ['for a price that can be read', { own: '21.00 each', price: '21.00' }, 'error'],
  ])('%s is made whole once that is mended, with its rows in all tabs', (_, waiting, first) => {
    const bench = synced();
    for (const _time of [1, 2]) {
      const said = sync(bench, waiting);
      if (_time === 1) expect(said['Products:3']).toMatch(new RegExp(`^${first}`));
    }
    const said = sync(bench, { own: '21.00', price: '21.00', cost: '4.00' });
    for (const row of NEW_ROWS) expect(said[row]).not.toMatch(/^(error|conflict|skipped)/);
    expect(variants(bench)).toEqual(['T-S 20.00', 'T-L 21.00']);
    expect(
      saidOf(bench.sync(tabs({ own: '21.00', price: '21.00', cost: '4.00' }), '--preview')),
    ).toMatchObject(Object.fromEntries(NEW_ROWS.map((row) => [row, 'unchanged'])));
  });

  test('says so in each row that has something of it', () => {
    const said = sync(synced(), { own: '0', price: '', cost: '4.00' });
    expect(said['Products:3']).toMatch(/^skipped New variant L is held: it would be sold for 0\.00\./);
    for (const row of ['Prices:3', 'Stock:3'])
      expect(said[row]).toBe('skipped Its new variant is held: row 3 of Products says why.');
  });
});
