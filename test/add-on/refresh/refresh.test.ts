import { typeInto } from '../../../local/apps-script/runtime/person';
import { sheetOf } from '../../support/running';
import type { Workbench } from '../../support/workbench';
import { EVERY_FORM, openConnected, previewOf } from '../pull/pulling';
import { writeStore } from '../tabs/exports/written-store';
import { deleteProduct, moveProduct, moveVariant } from './moving';
import { cellOf, placeOf, pulled, refresh, saidNextTo } from './refreshing';

const HANDLE = 'linen-shirt';
const SKU = ['SKU', 'LS-S'] as const;

function openPulled(form: Parameters<typeof pulled>[1] = 'csv') {
  const bench = openConnected();
  writeStore(bench.store);
  bench.clock.advance(60_000);
  return { bench, tab: pulled(bench, form) };
}

function type(bench: Workbench, tab: string, place: { row: number; column: number }, text: string) {
  typeInto(bench.runtime.state.workbook, sheetOf(bench, tab), place, text, bench.clock.now());
}

const cells = (bench: Workbench, tab: string) => JSON.stringify(sheetOf(bench, tab));

describe('a tab that is refreshed', () => {
  test.each(EVERY_FORM)('as %s: nothing is written where nothing changed in Shopify', (form) => {
    const { bench, tab } = openPulled(form);
    const before = cells(bench, tab);
    expect(refresh(bench)).toMatchObject({ outcome: 'finished', cells: 0, left: 0, conflicts: 0 });
    expect(cells(bench, tab)).toBe(before);
  });

  test('takes what moved in Shopify, and a preview right after has nothing', () => {
    const { bench, tab } = openPulled();
    moveProduct(bench, HANDLE, {
      ...{ title: 'Linen blouse', tags: ['winter'], status: 'DRAFT', vendor: '', productType: '=1+1' },
      descriptionHtml: '<p>Warm</p>',
      seo: { title: 'Buy it', description: '' },
    });
    moveVariant(bench, HANDLE, 0, { price: '91.50', compareAtPrice: null, barcode: '00417' });
    const wire = bench.wire.length;
    const dump = bench.store.dump();
    expect(refresh(bench)).toMatchObject({ outcome: 'finished', left: 0, conflicts: 0 });
    expect(bench.wire.slice(wire).filter((text) => text.includes('mutation'))).toEqual([]);
    expect(bench.store.dump()).toEqual(dump);
    expect(cellOf(bench, tab, 'Title', SKU)).toBe('Linen blouse');
    expect(cellOf(bench, tab, 'Vendor', SKU)).toBe('');
    expect(cellOf(bench, tab, 'Type', SKU)).toBe('=1+1');
    expect(cellOf(bench, tab, 'Price', SKU)).toBe(91.5);
    expect(cellOf(bench, tab, 'Compare-at price', SKU)).toBe('');
    expect(cellOf(bench, tab, 'Barcode', SKU)).toBe('00417');
    expect(saidNextTo(bench, tab, SKU)).toMatch(
      /^Up to date Title Linen shirt → Linen blouse, from Shopify\. Description was taken from Shopify\./,
    );
    expect(previewOf(bench).others).toEqual([]);
    const after = cells(bench, tab);
    expect(refresh(bench).cells).toBe(0);
    expect(cells(bench, tab)).toBe(after);
  });

  test('fills a cell that was empty in both, and leaves one alone that a person emptied', () => {
    const { bench, tab } = openPulled();
    const sku = ['SKU', '00123'] as const;
    moveVariant(bench, HANDLE, 1, { compareAtPrice: '120.00', barcode: '12345670', price: '99.00' });
    type(bench, tab, placeOf(bench, tab, 'Price', sku), '');
    refresh(bench);
    expect(cellOf(bench, tab, 'Compare-at price', sku)).toBe(120);
    expect(cellOf(bench, tab, 'Barcode', sku)).toBe('12345670');
    expect(cellOf(bench, tab, 'Price', sku)).toBe('');
  });

  test('keeps what was edited, and says where both moved', () => {
    const { bench, tab } = openPulled();
    type(bench, tab, placeOf(bench, tab, 'Price', SKU), '80');
    type(bench, tab, placeOf(bench, tab, 'Title', SKU), 'My shirt');
    moveVariant(bench, HANDLE, 0, { price: '91.50', barcode: '00417' });
    expect(refresh(bench)).toMatchObject({ conflicts: 1, cells: 1 });
    expect(cellOf(bench, tab, 'Price', SKU)).toBe(80);
    expect(cellOf(bench, tab, 'Title', SKU)).toBe('My shirt');
    expect(cellOf(bench, tab, 'Barcode', SKU)).toBe('00417');
    expect(saidNextTo(bench, tab, SKU)).toMatch(
      /^Changed in both .*you changed it to 80\.00 and it became 91\.50/,
    );
  });

  test.each([
    ['holds a formula', '=42.5*2'],
    ['is filled by one', undefined],
  ])('leaves a cell alone that %s, and its row says so', (_, formula) => {
    const { bench, tab } = openPulled();
    const place = placeOf(bench, tab, 'Price', SKU);
    const sheet = sheetOf(bench, tab);
    if (formula) {
      type(bench, tab, place, formula);
      sheet.rows[place.row - 1]![place.column - 1] = 85;
    } else {
      const above = { ...place, row: place.row - 1 };
      type(bench, tab, { ...above, column: place.column }, '=ARRAYFORMULA(Z1:Z9)');
      sheet.rows[above.row - 1]![above.column - 1] = 'Price';
    }
    moveVariant(bench, HANDLE, 0, { price: '91.50' });
    expect(refresh(bench)).toMatchObject({ cells: 0, left: 1 });
    expect(cellOf(bench, tab, 'Price', SKU)).toBe(85);
    expect(saidNextTo(bench, tab, SKU)).toMatch(
      /^Differs Price: Shopify has 91\.50, the sheet 85\.00\. .*formula/,
    );
  });

  test('says in one line what it took, what stays, what is asked and what is gone, each with what to do next', () => {
    const { bench, tab } = openPulled();
    expect(refresh(bench).words).toBe('Shopify has nothing new: no cell was written.');
    type(bench, tab, placeOf(bench, tab, 'Title', SKU), 'My own shirt');
    expect(refresh(bench).words).toBe(
      'Shopify has nothing new: no cell was written. What you edited in 1 row stays: choose Sync now to send it.',
    );
    moveProduct(bench, HANDLE, { vendor: 'Bolt' });
    moveVariant(bench, HANDLE, 0, { price: '91.50' });
    expect(refresh(bench).words).toBe(
      '2 cells took Shopify’s value. What you edited in 1 row stays: choose Sync now to send it.',
    );
    moveProduct(bench, HANDLE, { title: 'Their shirt' });
    expect(refresh(bench).words).toBe('1 cell changed in both: preview changes to choose a side.');
    deleteProduct(bench, HANDLE);
    expect(refresh(bench).words).toMatch(
      /^Shopify has nothing new: no cell was written\. \d rows? with an error, or gone in Shopify: read what stands next to them\.$/,
    );
  });

  test('marks what is gone in its status and deletes no row', () => {
    const { bench, tab } = openPulled();
    const rows = sheetOf(bench, tab).rows.length;
    deleteProduct(bench, HANDLE);
    refresh(bench);
    expect(sheetOf(bench, tab).rows).toHaveLength(rows);
    expect(saidNextTo(bench, tab, SKU)).toMatch(/no longer in Shopify/);
  });
});
