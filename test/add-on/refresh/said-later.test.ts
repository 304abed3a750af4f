import type { Overview, RunSummary } from '../../../src/answers/answers';
import { answered, sheetOf } from '../../support/running';
import { openConnected } from '../pull/pulling';
import { writeStore } from '../tabs/exports/written-store';
import { moveProduct, moveVariant } from './moving';
import { cellOf, placeOf, pulled, refresh } from './refreshing';

const HANDLE = 'linen-shirt';
const SKU = ['SKU', 'LS-S'] as const;

/** A price that changed in both, and a title that changed in Shopify alone. */
function changed() {
  const bench = openConnected();
  writeStore(bench.store);
  bench.clock.advance(60_000);
  const tab = pulled(bench, 'csv');
  moveProduct(bench, HANDLE, { title: 'Linen blouse' });
  moveVariant(bench, HANDLE, 0, { price: '91.50' });
  const { row, column } = placeOf(bench, tab, 'Price', SKU);
  (sheetOf(bench, tab).rows[row - 1] ?? [])[column - 1] = 88;
  return { bench, tab };
}

describe('what a refresh found changed in both', () => {
  test.each([
    ['shopify', 91.5, '91.50'],
    ['sheet', 88, '88.00'],
  ] as const)('is decided from its list at once: %s', (side, cell, price) => {
    const { bench, tab } = changed();
    // Nothing is sent before a person has seen a first preview.
    bench.call('previewSync');
    const { questions } = refresh(bench);
    expect(questions).toMatchObject({
      count: 1,
      shown: [{ column: 'Price', sheet: '88.00', shopify: '91.50' }],
    });
    const keys = questions.shown.map(({ key }) => key);
    const run = answered(bench.call<RunSummary>('resolveConflicts', { run: null, side, keys }));
    expect(run).toMatchObject({ outcome: 'finished', conflicts: { count: 0 } });
    expect(cellOf(bench, tab, 'Price', SKU)).toBe(cell);
    expect(bench.store.dump().products[0]?.variants[0]?.price).toBe(price);
  });

  test('is no question where the settings choose a side for good', () => {
    const { bench } = changed();
    const { settings } = answered(bench.call<Overview>('getOverview'));
    const onConflict = { ...settings.onConflict, prices: 'sheet' };
    answered(bench.call('saveSettings', { ...settings, onConflict }));
    expect(refresh(bench)).toMatchObject({ conflicts: 1, questions: { count: 0 } });
  });
});

describe('a refresh', () => {
  test('is told to whoever opens the sidebar later', () => {
    const { bench } = changed();
    expect(answered(bench.call<Overview>('getOverview')).refresh).toBeNull();
    const { words } = refresh(bench);
    expect(answered(bench.call<Overview>('getOverview')).refresh).toMatchObject({ words, conflicts: 1 });
  });

  test('has a line in the history tab where it wrote something, and none where it did not', () => {
    const { bench } = changed();
    refresh(bench);
    const lines = () =>
      sheetOf(bench, 'Sync history')
        .rows.slice(2)
        .map((row) => row.map(String));
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toEqual(expect.arrayContaining(['R1', 'Refresh: 1 cell of the sheet']));
    refresh(bench);
    expect(lines()).toHaveLength(1);
    moveProduct(bench, HANDLE, { title: 'Linen coat' });
    refresh(bench);
    expect(lines().map(([run]) => run)).toEqual(['R2', 'R1']);
  });
});
