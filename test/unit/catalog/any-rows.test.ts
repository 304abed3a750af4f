import fc from 'fast-check';
import type { RawCell } from '../../../src/catalog/values/cell';
import { MATRIXIFY_HEADER } from '../../add-on/tabs/matrixify-sheet';
import { sampled } from '../../support/sampled';
import { anyRows } from './any-cell';
import { catalogOf } from './catalog-of';

const INVENTORY =
  'Handle|Title|Option1 Name|Option1 Value|SKU|HS Code|COO|Location|Available (not editable)|On hand (new)';
const PLAIN = 'SKU|Price|Compare-at price|Inventory: Main|Inventory: Cellar|Weight|Weight unit';

const isFilled = (cell: RawCell) => typeof cell !== 'string' || cell.trim() !== '';

describe.each([
  ['a Matrixify sheet', MATRIXIFY_HEADER],
  ['an inventory export', INVENTORY.split('|')],
  ['a plain tab', PLAIN.split('|')],
])('rows of %s, whatever stands in them', (_, header) => {
  test('never throw and are never lost', () => {
    fc.assert(
      fc.property(anyRows(header.length), (rows) => {
        const catalog = catalogOf({ Sheet: [header, ...rows] });
        const answered = new Set(catalog.rows.map(({ row }) => row));
        const spoken = [
          ...catalog.products.flatMap((product) => product.rows),
          ...catalog.variants.flatMap((variant) => variant.rows),
          ...catalog.issues.map(({ ref }) => ref),
          ...catalog.skipped.map(({ ref }) => ref),
        ].map(({ row }) => row);
        for (const row of answered) expect(spoken).toContain(row);
        expect(new Set(spoken).size).toBe(answered.size);
      }),
      { numRuns: sampled(20, 1_000) },
    );
  });

  test('are all answered where a synced column holds anything', () => {
    fc.assert(
      fc.property(anyRows(header.length), (rows) => {
        const { rows: answered } = catalogOf({ Sheet: [header, ...rows] });
        const keys = new Set(answered.map(({ row }) => row));
        rows.forEach((cells, index) => {
          const first = cells[Math.max(0, header.indexOf('Handle'))] as RawCell;
          if (isFilled(first)) expect(keys).toContain(index + 2);
        });
      }),
      { numRuns: sampled(20, 1_000) },
    );
  });

  test('ask for no value that is blank, and for none of a row that is refused or left alone', () => {
    fc.assert(
      fc.property(anyRows(header.length), (rows) => {
        const catalog = catalogOf({ Sheet: [header, ...rows] });
        const quiet = new Set([...catalog.issues, ...catalog.skipped].map(({ ref }) => ref.row));
        const variants = [...catalog.products.flatMap((product) => product.variants), ...catalog.variants];
        for (const { fields, stock } of [
          ...variants,
          ...catalog.products.map((product) => ({ ...product, stock: [] })),
        ]) {
          for (const value of [
            ...Object.values(fields),
            ...stock.map((level) => ({ ...level, cell: level.quantity })),
          ]) {
            if (!value || value.cell.kind === 'blank') continue;
            expect(quiet).not.toContain(value.ref.row);
            const cell = rows[value.ref.row - 2]?.[header.indexOf(value.column)];
            expect(cell === undefined || isFilled(cell)).toBe(true);
          }
        }
      }),
      { numRuns: sampled(20, 1_000) },
    );
  });
});
