import fc from 'fast-check';
import { answered, sheetOf } from '../../support/running';
import { sampled } from '../../support/sampled';
import { writeStore } from '../tabs/exports/written-store';
import { anyProducts, fillStore } from './any-store';
import { choiceOf, EVERY_FORM, estimate, openConnected, previewOf, pull } from './pulling';

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

  test('whatever the store holds: no change, nothing held, no question, in each form', () => {
    fc.assert(
      fc.property(
        anyProducts,
        fc.constantFrom(...EVERY_FORM),
        fc.integer({ min: 1, max: 3 }),
        (products, form, count) => {
          const bench = openConnected({ store: { locations: LOCATIONS.slice(0, count) } });
          const taken = fillStore(bench.store, products);
          expect(taken).toBeGreaterThan(0);
          bench.clock.advance(60_000);
          const before = bench.store.dump();
          const view = pull(bench, choiceOf(form));
          expect(view.outcome).toBe('finished');
          expect(previewOf(bench)).toEqual({ upToDate: view.rows, others: [] });
          expect(bench.store.dump()).toEqual(before);
        },
      ),
      { numRuns: sampled(8, 500) },
    );
  });
});
