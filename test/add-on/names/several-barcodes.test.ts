import { PACKS } from '../../../src/catalog/writing/forms';
import { csvOf } from '../../support/csv';
import { undoLast } from '../../support/running';
import { saidOf, type Workbench } from '../../support/workbench';
import { pull } from '../pull/pulling';
import { cellOf, refresh, saidNextTo } from '../refresh/refreshing';
import { barcodesOf, openMugs } from './mugs';

type Cells = readonly (string | undefined)[];

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'];

/** A product with a row for each size, with cells under these headers. */
function sheet(headers: readonly string[], sizes: Readonly<Record<string, Cells>>): { Products: string } {
  const rows = Object.entries(sizes).map(([size, cells], index) => [
    ...['mug', index === 0 ? 'Mug' : '', index === 0 ? 'Size' : '', size, `M-${size}`, '5.00'],
    ...cells.map((cell) => cell ?? ''),
  ]);
  return { Products: csvOf([[...HEADER, ...headers], ...rows]) };
}

const list = (sizes: Readonly<Record<string, string>>) =>
  sheet(['Barcodes'], Object.fromEntries(Object.entries(sizes).map(([size, codes]) => [size, [codes]])));
const both = (barcode: string, barcodes: string) =>
  sheet(['Barcode', 'Barcodes'], { S: [barcode, barcodes] });

/** Somebody gives the first variant other barcodes in Shopify. */
function setBarcodes({ store }: Workbench, codes: readonly string[]): void {
  const [product] = store.dump().products;
  store.execute({
    query: `mutation ($id: ID!, $variants: [ProductVariantsBulkInput!]!) {
      productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { message } } }`,
    variables: {
      id: product?.id,
      variants: [{ id: product?.variants[0]?.id, barcodes: codes.map((value) => ({ value })) }],
    },
  });
}

const EAN = { value: '5901234123457', type: 'EAN' };

describe('a column of all barcodes', () => {
  test('is previewed, sent with the types that Shopify keeps, and given back by an undo, types included', () => {
    const bench = openMugs({ S: ['111', EAN, '333'], M: ['m'] });
    const before = barcodesOf(bench);
    bench.sync(list({ S: '111, 5901234123457, 333', M: 'm' }));
    const edited = list({ S: '333, 111, 444', M: 'm, m2' });
    const foretold = saidOf(bench.sync(edited, '--preview'));
    expect(barcodesOf(bench)).toEqual(before);
    expect(saidOf(bench.sync(edited))).toEqual(foretold);
    expect(foretold).toEqual({
      'Products:2': 'updated Barcodes 111, 5901234123457, 333 → 333, 111, 444.',
      'Products:3': 'updated Barcodes m → m, m2.',
    });
    expect(barcodesOf(bench)).toEqual({ S: ['333', '111', '444'], M: ['m', 'm2'] });
    expect(saidOf(bench.sync(edited, '--preview'))['Products:2']).toBe('unchanged');
    undoLast(bench);
    expect(barcodesOf(bench)).toEqual(before);
  });

  test('makes a new variant with all of them, also beside a column of the first', () => {
    const bench = openMugs({ S: ['111'] });
    bench.sync(list({ S: '111' }));
    bench.sync(sheet(['Barcode', 'Barcodes'], { S: ['111', '111'], L: ['1', '1, 2'], XL: ['', '7,8'] }));
    expect(barcodesOf(bench)).toEqual({ S: ['111'], L: ['1', '2'], XL: ['7', '8'] });
  });

  test('beside one of the first is sent once where both agree, and is an error where they do not', () => {
    const bench = openMugs({ S: ['111', '222'] });
    bench.sync(both('111', '111, 222'));
    const said = saidOf(bench.sync(both('999', '111, 222')))['Products:2'];
    expect(said).toMatch(/^error Barcode says 999, and the first of Barcodes is 111/);
    expect(barcodesOf(bench).S).toEqual(['111', '222']);
    expect(saidOf(bench.sync(both('[clear]', '111, 222')))['Products:2']).toMatch(/^error /);
    bench.sync(both('222', '222, 111'));
    expect(barcodesOf(bench).S).toEqual(['222', '111']);
    undoLast(bench);
    expect(barcodesOf(bench).S).toEqual(['111', '222']);
    bench.sync(both('[clear]', '[clear]'));
    expect(barcodesOf(bench).S).toEqual([]);
  });

  test('asks nothing where the other cell was empty while one of them was sent', () => {
    const bench = openMugs({ S: ['111', '222'] });
    bench.sync(both('111', ''));
    bench.sync(both('333', ''));
    expect(saidOf(bench.sync(both('', '333, 4')))['Products:2']).toMatch(/^updated /);
    expect(saidOf(bench.sync(both('5', '5, 4')))['Products:2']).toMatch(/^updated /);
    expect(barcodesOf(bench).S).toEqual(['5', '4']);
  });

  test('that changed in Shopify meanwhile is left alone, or asked about where the cell changed too', () => {
    const bench = openMugs({ S: ['111'] });
    bench.sync(list({ S: '111' }));
    setBarcodes(bench, ['111', '222']);
    expect(saidOf(bench.sync(list({ S: '111' }), '--preview'))['Products:2']).toBe(
      'differs Barcodes: Shopify has 111, 222, the sheet 111.',
    );
    expect(saidOf(bench.sync(list({ S: '111, 333' })))['Products:2']).toMatch(
      /^conflict Barcodes: you changed it to 111, 333 and it became 111, 222 in Shopify/,
    );
    expect(barcodesOf(bench).S).toEqual(['111', '222']);
  });

  test('is given to each row wholly or not at all where a code moves from item to item', () => {
    const bench = openMugs({ S: ['111', EAN], M: ['222'] });
    bench.sync(list({ S: '111, 5901234123457', M: '222' }));
    const before = barcodesOf(bench);
    // What takes the place of the EAN is none, so that the other row waits for it.
    const said = saidOf(bench.sync(list({ S: '111, own', M: '222, 5901234123457' })));
    expect(barcodesOf(bench)).toEqual(before);
    expect(said['Products:2']).toMatch(/^skipped Barcodes own does not fit the type EAN/);
    expect(said['Products:3']).toMatch(/^skipped .* waits: 5901234123457 still belongs to/);
    bench.sync(list({ S: '111', M: '222, 5901234123457' }));
    expect(barcodesOf(bench)).toEqual({ S: ['111'], M: ['222', '5901234123457'] });
  });

  test('is written by a pull, in step, and takes Shopify’s value by a refresh', () => {
    const bench = openMugs({ S: ['111', EAN] });
    bench.sync(list({ S: '' }));
    const { tab } = pull(bench, { form: 'csv', packs: PACKS, filter: {} });
    bench.clock.advance(60_000);
    const cell = () => cellOf(bench, tab, 'Barcodes', ['Option1 value', 'S']);
    expect(cell()).toBe('111, 5901234123457');
    expect(saidNextTo(bench, tab, ['Option1 value', 'S'])).not.toContain('error');
    setBarcodes(bench, ['111', '222']);
    expect(refresh(bench)).toBeDefined();
    expect(cell()).toBe('111, 222');
  });

  test.each([
    ['twice the same', '111, 222, 111', 'names 111 twice'],
    [
      'more than Shopify keeps',
      Array.from({ length: 21 }, (_, index) => `c${index}`).join(),
      'holds 21 codes',
    ],
    ['one that is too long', `111, ${'x'.repeat(256)}`, 'is 256 characters long'],
    ['two without a comma between them', '4006381333931 5901234123457', 'without a comma'],
    ['a shortened number', '4.00638E+12, 111', 'lost digits'],
    ['commas alone', ', ,', 'holds no code'],
  ])('with %s is an error on its row', (_, cell, problem) => {
    const bench = openMugs({ S: ['111'] });
    expect(saidOf(bench.sync(list({ S: cell })))['Products:2']).toContain(problem);
    expect(barcodesOf(bench).S).toEqual(['111']);
  });
});
