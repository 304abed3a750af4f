import { saidOf } from '../../support/workbench';
import { collect } from '../groups/shop';
import { metafieldsIn, sheetOf, shopWith } from './shop';

const SIBLING = 'Metafield: custom.sibling [product_reference]';
const SHELF = 'Metafield: custom.shelf [collection_reference]';
const SHELVES = 'Metafield: custom.shelves [list.collection_reference]';
const PARTS = 'Metafield: custom.parts [list.variant_reference]';

/** The number of an item in a reference is no matter of these tests. */
const named = (lines: readonly string[]) => lines.map((line) => line.replace(/\/\d+/g, '/N'));

describe('a reference', () => {
  test('may name a product by its handle and variants by their SKUs, and is in step from then on', () => {
    const bench = shopWith();
    bench.sync({ Products: sheetOf([], ['cap'], ['bow'], ['hat']) });
    const sheet = { Products: sheetOf([SIBLING, PARTS], ['hat', 'cap', 'cap-1\nbow-1']) };
    const preview = saidOf(bench.sync(sheet, '--preview'))['Products:2'];
    expect(preview).toContain(`${SIBLING}: Shopify has (empty), the sheet cap.`);
    expect(preview).toContain(`${PARTS}: Shopify has (empty), the sheet cap-1\nbow-1.`);
    bench.sync(sheet);
    expect(named(metafieldsIn(bench))).toEqual([
      'hat custom.parts ["gid://shopify/ProductVariant/N","gid://shopify/ProductVariant/N"]',
      'hat custom.sibling gid://shopify/Product/N',
    ]);
    const sent = bench.requests.counts().byOperation.metafieldsSet;
    expect(saidOf(bench.sync(sheet))['Products:2']).toMatch(/^not-compared/);
    expect(saidOf(bench.sync(sheet, '--preview'))['Products:2']).toBe('unchanged');
    expect(bench.requests.counts().byOperation.metafieldsSet).toBe(sent);
  });

  test('may name collections by their handles, is in step from then on, and goes back by an undo', () => {
    const bench = shopWith();
    collect(bench, ['Summer sale'], ['Winter']);
    bench.sync({ Products: sheetOf([], ['hat']) });
    const sheet = (one: string, list: string) => ({
      Products: sheetOf([SHELF, SHELVES], ['hat', one, list]),
    });
    bench.sync(sheet('summer-sale', 'Winter\nsummer-sale'));
    const [first, second] = bench.store.state.collections.all().map(({ id }) => id);
    expect(metafieldsIn(bench)).toEqual([
      `hat custom.shelf ${first}`,
      `hat custom.shelves ["${second}","${first}"]`,
    ]);
    const [answer] = [bench.sync(sheet('summer-sale', 'Winter\nsummer-sale'), '--preview')];
    expect(saidOf(answer)['Products:2']).toBe('unchanged');
    bench.sync(sheet('winter', 'winter'));
    expect(metafieldsIn(bench)[0]).toBe(`hat custom.shelf ${second}`);
    bench.call('undoRun', { run: 3 });
    expect(metafieldsIn(bench)[0]).toBe(`hat custom.shelf ${first}`);
  });

  test('to an item that the same sync creates follows it', () => {
    const bench = shopWith();
    const sheet = { Products: sheetOf([SIBLING, PARTS], ['hat', 'cap', 'cap-1'], ['cap', '', '']) };
    expect(saidOf(bench.sync(sheet, '--preview'))['Products:2']).toContain('which this sync creates');
    const said = saidOf(bench.sync(sheet))['Products:2'];
    expect(said).toMatch(/^created .*custom\.sibling.*custom\.parts/s);
    expect(said).not.toContain('waits');
    expect(named(metafieldsIn(bench))).toEqual([
      'hat custom.parts ["gid://shopify/ProductVariant/N"]',
      'hat custom.sibling gid://shopify/Product/N',
    ]);
  });

  test.each([
    [SIBLING, 'ghost', 'Shopify has no product with the handle “ghost”. Correct it, or type its ID.'],
    [SHELF, 'ghost', 'Shopify has no collection with the handle “ghost”. Correct it, or type its ID.'],
    [PARTS, 'hat-1\nG-9', 'Shopify has no variant with the SKU “G-9”. Correct it, or type its ID.'],
  ])('to nothing is an error that names it, and the rest of the row is sent: %s', (header, cell, words) => {
    const bench = shopWith();
    bench.sync({ Products: sheetOf(['Vendor'], ['hat', 'Acme']) });
    const said = saidOf(bench.sync({ Products: sheetOf(['Vendor', header], ['hat', 'Other', cell]) }));
    expect(said['Products:2']).toMatch(/^error /);
    expect(said['Products:2']).toContain(words);
    expect(said['Products:2']).toContain('Vendor Acme → Other');
    expect(metafieldsIn(bench)).toEqual([]);
  });
});
