import { csvOf } from '../../support/csv';
import { said, sync } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'];
const tee = (value: string, price: string) =>
  csvOf([HEADER, ['tee', 'Tee', 'Size', value, 'T-1', price], ['tee', '', '', 'M', 'T-2', '20.00']]);

/** A corrected option value and its price, beside a tab that names the variant by its ID or its SKU. */
function asking(own: string, other: string, by: 'Variant ID' | 'SKU'): Workbench {
  const bench = openWorkbench();
  bench.sync({ Products: tee('S', '10.00') });
  const id = bench.store.dump().products[0]?.variants[0]?.id ?? '';
  const name = by === 'SKU' ? 'T-1' : id.slice(id.lastIndexOf('/') + 1);
  const prices = (price: string) =>
    csvOf([
      [by, 'Price'],
      [name, price],
    ]);
  for (const [value, first, second] of [
    ['S', '10.00', '10.00'],
    ['Small', own, other],
  ] as const) {
    bench.call('chooseTabs', {
      sheetIds: bench.paste({ Products: tee(value, first), Prices: prices(second) }),
    });
    sync(bench);
    bench.clock.advance(120_000);
  }
  return bench;
}

describe.each(['Variant ID', 'SKU'] as const)(
  'beside a tab that goes by the %s, a row that corrects an option value',
  (by) => {
    test('contradicts it where both say another price, and both rows say so', () => {
      const bench = asking('11.00', '10.50', by);
      expect(said(bench, 2)).toMatch(/^Error Price says otherwise than Price in row 2 of Prices\./);
      expect(said(bench, 2, 'Prices')).toMatch(
        /^Error Price says otherwise than Price in row 2 of Products\./,
      );
      expect(bench.store.dump().products[0]?.variants[0]?.price).toBe('10.00');
    });

    test('contradicts it too where only its own price was edited', () => {
      const bench = asking('11.00', '10.00', by);
      expect(said(bench, 2)).toMatch(/^Error Price says otherwise than Price in row 2 of Prices\./);
      expect(bench.store.dump().products[0]?.variants[0]?.price).toBe('10.00');
    });

    test('waits with it where both say the same', () => {
      const bench = asking('11.00', '11.00', by);
      expect(said(bench, 2)).toMatch(
        /^Held .*Price 10\.00 → 11\.00 waits until its option value is renamed\./,
      );
      expect(bench.store.dump().products[0]?.variants[0]?.price).toBe('10.00');
    });
  },
);
