import fc from 'fast-check';
import { columnReader } from '../../../local/apps-script/workbook/layers';
import { PACKS } from '../../../src/catalog/writing/forms';
import { inAdmin } from '../../support/in-admin';
import { answered, sheetOf } from '../../support/running';
import { sampled } from '../../support/sampled';
import type { Workbench } from '../../support/workbench';
import { define } from '../metafields/shop';
import { writeStore } from '../tabs/exports/written-store';
import { anyFamilies, fillFamilies } from './any-families';
import { anyProducts, fillStore } from './any-store';
import { choiceOf, EVERY_FORM, estimate, openConnected, previewOf, pull } from './pulling';

/** Columns whose header says that they are read only, in their order: a preview says of each that it is not sent. */
function readOnlyColumns(bench: Workbench, tab: string): readonly string[] {
  const { rows, layers } = sheetOf(bench, tab);
  return (rows[0] ?? [])
    .map(String)
    .filter((_, index) => String(columnReader(layers.note, index + 1)(1)).includes('Read only: '));
}

const LOCATIONS = ['Main', 'Blainville, Quebec', 'Third'];

describe('a catalog that was got from Shopify', () => {
  test.each(EVERY_FORM.flatMap((form) => [[form, 1] as const, [form, 2] as const]))(
    'as %s, with %i locations: a preview right after finds every row up to date',
    (form, count) => {
      const bench = openConnected({ store: { locations: LOCATIONS.slice(0, count) } });
      writeStore(bench.store);
      bench.clock.advance(60_000);
      const before = bench.store.dump();
      const { products } = answered(estimate(bench, choiceOf(form)));
      const view = pull(bench, choiceOf(form));
      expect(view).toMatchObject({ outcome: 'finished', problem: null, products, unshown: 0 });
      expect(sheetOf(bench, view.tab).rows).toHaveLength(view.rows + 1);
      expect(previewOf(bench)).toEqual({ upToDate: view.rows, others: [] });
      expect(bench.store.dump()).toEqual(before);
    },
  );

  test('whatever the store holds, of products and beside them: no change, nothing held, no question, in each form', () => {
    fc.assert(
      fc.property(
        anyProducts,
        anyFamilies,
        fc.constantFrom(...EVERY_FORM),
        fc.integer({ min: 1, max: 3 }),
        (products, families, form, count) => {
          const bench = openConnected({ store: { locations: LOCATIONS.slice(0, count) } });
          const taken = fillStore(bench.store, products);
          expect(taken).toBeGreaterThan(0);
          fillFamilies(bench.store, families);
          bench.clock.advance(60_000);
          const before = bench.store.dump();
          const view = pull(bench, choiceOf(form, { packs: PACKS }));
          expect(view.outcome).toBe('finished');
          const { upToDate, others } = previewOf(bench);
          const readOnly = readOnlyColumns(bench, view.tab);
          expect({
            upToDate,
            others: others.map((line) => line.replace(/” is compared and never sent.*/, '')),
          }).toEqual({
            upToDate: view.rows,
            others: readOnly.map((header) => `${view.tab} 1 Column not sent “${header}`),
          });
          expect(bench.store.dump()).toEqual(before);
        },
      ),
      { numRuns: sampled(8, 500) },
    );
  });

  test('a field that the shop calls =1+1 has its name as a header, and a barcode with a comma in it is one code', () => {
    const bench = openConnected();
    writeStore(bench.store);
    define(bench, { key: 'sum', type: 'single_line_text_field', name: '=1+1' });
    const [variant] = bench.store.state.variants.all();
    inAdmin(
      bench,
      'mutation ($id: ID!, $variants: [ProductVariantsBulkInput!]!) { productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { message } } }',
      {
        id: variant?.productId,
        variants: [{ id: variant?.id, barcodes: [{ value: 'a,b' }, { value: '0850' }] }],
      },
    );
    bench.clock.advance(60_000);
    const view = pull(bench, choiceOf('csv', { packs: PACKS }));
    const [headers = [], ...rows] = sheetOf(bench, view.tab).rows;
    expect(headers).toContain('=1+1 (product.metafields.custom.sum)');
    expect(view.unshown).toBe(1);
    expect(rows.map((row) => row[headers.indexOf('Barcodes')])).toContain('[only in Shopify]');
    expect(previewOf(bench)).toEqual({ upToDate: view.rows, others: [] });
  });

  test('a generated store has something of each kind beside its products', () => {
    const has = { metafields: 0, memberships: 0, rules: 0, prices: 0, listings: 0, barcodes: 0, steps: 0 };
    for (const families of fc.sample(anyFamilies, { numRuns: 20, seed: 14 })) {
      const bench = openConnected();
      for (const products of fc.sample(anyProducts, { numRuns: 1, seed: 14 }))
        fillStore(bench.store, products);
      fillFamilies(bench.store, families);
      const { state } = bench.store;
      has.metafields += state.metafields.all().length;
      has.memberships += state.collections.all().flatMap(({ productIds }) => productIds).length;
      has.rules += state.collections.all().filter(({ ruleSet }) => ruleSet).length;
      has.prices += state.fixedPrices.all().length;
      has.steps += state.quantityRules.all().length;
      has.listings += state.catalogs.all().length;
      has.barcodes += state.variants.all().filter(({ barcodes }) => barcodes.length > 1).length;
    }
    expect(Object.entries(has).filter(([, count]) => count === 0)).toEqual([]);
  });
});
