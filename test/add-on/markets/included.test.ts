import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf } from '../../support/workbench';
import { deleteVariant, fixedPricesIn, includedIn, pricesTab, shopWith, unfix } from './shop';

const productsTab = (header: string, ...rows: readonly (readonly string[])[]) =>
  csvOf([['Handle', header], ...rows]);

describe('what a catalog includes', () => {
  const catalogs = [{ title: 'Germany', selects: true }, { title: 'All' }];

  test('is said product by product, and an undo gives it back', () => {
    const bench = shopWith(catalogs);
    const sync = (...rows: readonly (readonly string[])[]) =>
      saidOf(bench.sync({ Included: productsTab('Included / Germany', ...rows) }));
    expect(sync(['a', 'TRUE'], ['b', 'FALSE'], ['c', ''])).toEqual({
      'Included:2': 'updated Included / Germany FALSE → TRUE.',
      'Included:3': 'not-compared',
      'Included:4': 'not-compared',
    });
    expect(includedIn(bench)).toEqual(['Germany a']);
    expect(sync(['a', 'FALSE'], ['b', 'TRUE'], ['c', ''])['Included:2']).toBe(
      'updated Included / Germany TRUE → FALSE.',
    );
    expect(includedIn(bench)).toEqual(['Germany b']);
    bench.call('undoRun', { run: 3 });
    expect(includedIn(bench)).toEqual(['Germany a']);
  });

  test('comes with a new product', () => {
    const bench = shopWith(catalogs);
    bench.sync({ New: 'Handle,Title,Included / Germany\nhat,Hat,TRUE\ncap,Cap,FALSE' });
    expect(includedIn(bench)).toEqual(['Germany hat']);
    expect(
      saidOf(
        bench.sync({ New: 'Handle,Title,Included / Germany\nhat,Hat,TRUE\ncap,Cap,FALSE' }, '--preview'),
      ),
    ).toEqual({
      'New:2': 'unchanged',
      'New:3': 'unchanged',
    });
  });

  test('is not asked of a catalog that includes all, nor without the scope to change it', () => {
    const bench = shopWith(catalogs);
    expect(saidOf(bench.sync({ A: productsTab('Included / All', ['a', 'TRUE']) }))['A:2']).toContain(
      'error Included / All “TRUE” is for “All”, a catalog that includes all products.',
    );
    const without = shopWith(catalogs, {
      store: { accessScopes: ['write_products', 'write_inventory', 'read_locations', 'read_markets'] },
    });
    expect(saidOf(without.sync({ A: productsTab('Included / Germany', ['a', 'TRUE']) }))['A:2']).toContain(
      'was left alone: the app in Shopify lacks the access scopes read_publications and write_publications.',
    );
    expect(includedIn(without)).toEqual([]);
  });
});

describe('many fixed prices', () => {
  const GERMANY = { title: 'Germany', currency: 'EUR' };
  const SKUS = Array.from({ length: 251 }, (_, index) => `S${index}`);

  test('are changed 250 at a time, of which several travel together; a bad one is told and the others are sent; what is equal is not sent', () => {
    const bench = shopWith([GERMANY]);
    const shirts = SKUS.map((sku) => ['many', 'Many', 'Size', sku, sku, '10']);
    bench.sync({
      Many: csvOf([['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'], ...shirts]),
    });
    const tab = (price: string) => pricesTab(['Price / Germany'], ...SKUS.map((sku) => [sku, price]));
    const first = bench.sync({ Prices: tab('8') }, '--confirm-held');
    expect(first.requests.byOperation.priceListFixedPricesUpdate).toBe(1);
    let isGone = false;
    const late = openWorkbench({
      saved: bench.save(),
      answering: (request, answer) => {
        if (!isGone && String(request.body).includes('query ListPrices')) {
          isGone = true;
          deleteVariant(late, 'S7');
        }
        return answer;
      },
    });
    const report = late.sync({ Prices: tab('9') });
    expect(isGone).toBe(true);
    // Both together, and the one with the bad one again.
    expect(report.requests.byOperation.priceListFixedPricesUpdate).toBe(2);
    expect(saidOf(report)['Prices:9']).toBe(
      'error Price / Germany: Shopify refused: Product variant ID does not exist.',
    );
    expect(saidOf(report)['Prices:10']).toMatch(/^updated/);
    expect(fixedPricesIn(late).filter((each) => each.endsWith(' 9.00'))).toHaveLength(250);
    const again = late.sync({ Prices: tab('9') });
    // All requests of this bench are counted.
    expect(again.requests.byOperation.priceListFixedPricesUpdate).toBe(2);
  });

  test('that somebody made relative meanwhile are as [clear] asks, and their neighbours are sent', () => {
    const bench = shopWith([GERMANY]);
    const tab = (...cells: readonly string[]) =>
      pricesTab(['Price / Germany'], ...cells.map((cell, index) => [String.fromCharCode(65 + index), cell]));
    bench.sync({ Prices: tab('9', '19', '29') });
    let isUnfixed = false;
    const late = openWorkbench({
      saved: bench.save(),
      answering: (request, answer) => {
        if (!isUnfixed && String(request.body).includes('ListPrices(')) {
          isUnfixed = true;
          unfix(late, 'Germany', 'A');
        }
        return answer;
      },
    });
    const said = saidOf(late.sync({ Prices: tab('[clear]', '[clear]', '28') }));
    expect(Object.values(said).map((each) => each.split(' ')[0])).toEqual(['updated', 'updated', 'updated']);
    expect(fixedPricesIn(late)).toEqual(['Germany C 28.00']);
  });
});
