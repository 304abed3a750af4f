import { typeInto } from '../../../local/apps-script/runtime/person';
import { PACKS } from '../../../src/catalog/writing/forms';
import { sheetOf } from '../../support/running';
import { setQuantities } from '../markets/quantities';
import { addCatalog, fix, unfix } from '../markets/shop';
import { choiceOf, openConnected, previewOf, pull } from '../pull/pulling';
import { writeStore } from '../tabs/exports/written-store';
import { cellOf, placeOf, refresh, saidNextTo } from './refreshing';

const SKU = ['SKU', 'LS-S'] as const;

/** A tab with the prices of a market and of a company, just got from Shopify. */
function openPulled() {
  const bench = openConnected();
  writeStore(bench.store);
  addCatalog(bench, { title: 'Germany', currency: 'EUR', percent: -10 });
  addCatalog(bench, { title: 'Acme', company: 'Acme', currency: 'USD' });
  fix(bench, 'Germany', 'LS-S', '70', '80');
  fix(bench, 'Acme', 'LS-S', '60');
  setQuantities(bench, 'Acme', 'LS-S', { rule: [6, 60, 6], prices: { 12: '55.00' } });
  bench.clock.advance(600_000);
  const { tab } = pull(bench, choiceOf('csv', { packs: PACKS }));
  bench.clock.advance(60_000);
  const at = (header: string) => cellOf(bench, tab, header, SKU);
  const type = (header: string, text: string) =>
    typeInto(
      bench.runtime.state.workbook,
      sheetOf(bench, tab),
      placeOf(bench, tab, header, SKU),
      text,
      bench.clock.now(),
    );
  return { bench, tab, at, type };
}

describe('prices and quantities of markets and companies, refreshed,', () => {
  test('are left alone where nothing moved in Shopify', () => {
    const { bench, tab } = openPulled();
    const before = JSON.stringify(sheetOf(bench, tab));
    expect(refresh(bench)).toMatchObject({ outcome: 'finished', cells: 0, left: 0, conflicts: 0 });
    expect(JSON.stringify(sheetOf(bench, tab))).toBe(before);
  });

  test('take what somebody set in Shopify, and a preview right after has nothing', () => {
    const { bench, tab, at } = openPulled();
    fix(bench, 'Germany', 'LS-S', '72.5', '85');
    fix(bench, 'Acme', 'LS-S', '58');
    setQuantities(bench, 'Acme', 'LS-S', { rule: [12, 120, 12], prices: { 24: '50.00', 48: '45.00' } });
    expect(refresh(bench)).toMatchObject({ outcome: 'finished', left: 0, conflicts: 0 });
    expect(at('Price / Germany')).toBe(72.5);
    expect(at('Compare At Price / Germany')).toBe(85);
    expect(at('Price / Acme')).toBe(58);
    expect([at('Minimum / Acme'), at('Maximum / Acme'), at('Increment / Acme')].map(Number)).toEqual([
      12, 120, 12,
    ]);
    expect(at('Quantity prices / Acme')).toBe('24: 50.00, 48: 45.00');
    expect(saidNextTo(bench, tab, SKU)).toContain('from Shopify');
    expect(previewOf(bench).others).toEqual([]);
    expect(refresh(bench).cells).toBe(0);
  });

  test('empty the cell of a price that is no longer fixed, and never write the relative one', () => {
    const { bench, at } = openPulled();
    unfix(bench, 'Germany', 'LS-S');
    expect(refresh(bench)).toMatchObject({ outcome: 'finished', left: 0, conflicts: 0 });
    expect([at('Price / Germany'), at('Compare At Price / Germany')]).toEqual(['', '']);
    expect(previewOf(bench).others).toEqual([]);
  });

  test('stay as somebody edited them, and both changes are told', () => {
    const { bench, at, type } = openPulled();
    type('Quantity prices / Acme', '12: 54.00');
    type('Minimum / Acme', '3');
    setQuantities(bench, 'Acme', 'LS-S', { prices: { 24: '50.00' } });
    expect(refresh(bench)).toMatchObject({ outcome: 'finished', cells: 0, conflicts: 1 });
    expect(at('Quantity prices / Acme')).toBe('12: 54.00');
    expect(Number(at('Minimum / Acme'))).toBe(3);
  });
});
