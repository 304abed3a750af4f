import { csvOf } from '../../support/csv';
import { mutationsIn, openWorkbench, saidOf } from '../../support/workbench';
import { currentInventory, longInventory, wideInventory } from './exports/inventory-csv';
import { matrixifyExport } from './exports/matrixify-export';
import { classicCsv, newCsv } from './exports/product-csv';
import { type StoredProduct, storedProducts } from './exports/stored-products';
import { writeStore } from './exports/written-store';

const ONE = ['Main'];
const TWO = ['Main', 'Blainville, Quebec'];

/** The other way round, as somebody may have sorted their columns. */
const backwards = (rows: readonly (readonly string[])[]) => rows.map((cells) => [...cells].reverse());

type Export = (products: readonly StoredProduct[]) => string;

const EXPORTS: readonly (readonly [name: string, locations: readonly string[], exported: Export])[] = [
  ['the product CSV, classic', ONE, (products) => csvOf(classicCsv(products, 'Main'))],
  [
    'the product CSV, classic, columns reversed',
    ONE,
    (products) => csvOf(backwards(classicCsv(products, 'Main'))),
  ],
  ['the product CSV since 2025', ONE, (products) => csvOf(newCsv(products, 'Main'))],
  [
    'the product CSV since 2025, columns reversed',
    ONE,
    (products) => csvOf(backwards(newCsv(products, 'Main'))),
  ],
  ['the inventory CSV with a column per location', TWO, (products) => csvOf(wideInventory(products, TWO))],
  ['the inventory CSV with a row per location', TWO, (products) => csvOf(longInventory(products, TWO))],
  ['the inventory CSV of today', TWO, (products) => csvOf(currentInventory(products, TWO))],
  ['Matrixify’s Products sheet', ONE, matrixifyExport],
];

function exportedFrom(locations: readonly string[], exported: Export) {
  const bench = openWorkbench({ store: { locations: [...locations] } });
  writeStore(bench.store);
  // Shopify fetches images in its own time.
  bench.clock.advance(60_000);
  return { bench, text: exported(storedProducts(bench.store)) };
}

describe('a store that somebody else filled, exported and synced back without memory,', () => {
  test.each(EXPORTS)('by %s: nothing is sent, and every row is up to date', (_, locations, exported) => {
    const { bench, text } = exportedFrom(locations, exported);
    const before = bench.store.dump();
    const report = bench.sync({ Export: text }, '--hold');
    expect(Object.entries(saidOf(report)).filter(([, said]) => !said.startsWith('unchanged'))).toEqual([]);
    expect(report.totals.unchanged).toBeGreaterThanOrEqual(4);
    expect(mutationsIn(report)).toEqual({});
    expect(bench.store.dump()).toEqual(before);
  });

  test('and imported by a spreadsheet that drops leading zeros: the zeros are asked about, nothing is sent', () => {
    const { bench, text } = exportedFrom(ONE, matrixifyExport);
    const report = bench.sync({ Export: text }, '--hold', '--convert');
    expect(Object.entries(saidOf(report)).filter(([, said]) => !said.startsWith('unchanged'))).toEqual([
      [
        'Export:2',
        'skipped Variant Barcode: Shopify has 0850064060010, the sheet 850064060010. Choose in the sidebar which one counts.',
      ],
      [
        'Export:3',
        'skipped Variant SKU: Shopify has 00123, the sheet 123. Choose in the sidebar which one counts.',
      ],
    ]);
    expect(mutationsIn(report)).toEqual({});
  });
});
