import fc from 'fast-check';
import { buildVariantFields } from '../../../../src/catalog/building/build-variant';
import { cellOfValue } from '../../../../src/catalog/columns/cell-kinds';
import { type ColumnKey, columnOf, type FieldKey } from '../../../../src/catalog/columns/columns';
import { parseRows } from '../../../../src/catalog/reading/parse-rows';
import type { ParsedRow } from '../../../../src/catalog/reading/parsed-row';
import type { FieldValue } from '../../../../src/catalog/values/cell';
import { currencyDecimals } from '../../../../src/catalog/values/money';
import { parseLocale } from '../../../../src/catalog/values/read-number';
import type { Weight, WeightUnit } from '../../../../src/catalog/values/weight';
import { canonical, canonicalCell, categoryIdOf } from '../../../../src/plan/compare/canonical';
import { type PutCell, putInSheet } from '../../../../src/sync/execution/put-in-sheet';
import type { Services } from '../../../../src/sync/ground/services';
import { identitiesOf } from '../../../../src/sync/tabs/row-finder';
import { sampled } from '../../../support/sampled';
import { layoutOf, type Spreadsheet, spreadsheet } from '../../google/adapters';

const HARD = ['01234', '1e5', '8.9E+12', 'TRUE', 'false', '1/2', '3-5', '5 May', '10:30', '=1+1', '+1', '-5'];
const HARDER = [
  '5%',
  '1,5',
  '1.50',
  '$5',
  '@x',
  "'n Sync",
  "''",
  '[clear]',
  '#N/A',
  'Caf\ufffd',
  'a\u00a0b',
  ' a ',
];

const anyText = fc.oneof(fc.constantFrom(...HARD, ...HARDER), fc.string({ maxLength: 12 }));
const isSomething = (text: string) => text.trim() !== '';
const anyMoney = fc
  .oneof(fc.nat({ max: 99_999_999 }), fc.constantFrom(0, 1, 123_456))
  .map((cents) => (cents / 100).toFixed(2));
const anyUnit = fc.constantFrom<WeightUnit>('GRAMS', 'KILOGRAMS', 'OUNCES', 'POUNDS');
const anyWeight = fc.record({
  value: fc.oneof(
    fc.nat({ max: 5_000 }),
    fc.nat({ max: 50_000 }).map((value) => value / 1_000),
  ),
  unit: anyUnit,
}) as fc.Arbitrary<Weight>;
const words = (...each: readonly FieldValue[]) => fc.constantFrom(...each);

/** What stands in the cell, and what Shopify may have of it. */
const CELLS: Readonly<
  Record<string, readonly [key: ColumnKey, typed: string, store: fc.Arbitrary<FieldValue | null>]>
> = {
  Title: ['title', 'Hat', anyText],
  'Body (HTML)': ['descriptionHtml', '<p>x</p>', anyText],
  Vendor: ['vendor', 'Acme', anyText],
  Type: ['productType', 'Hats', anyText],
  Tags: ['tags', 'a, b', fc.array(anyText.filter(isSomething), { maxLength: 4 })],
  Status: ['status', 'active', words('ACTIVE', 'DRAFT', 'ARCHIVED', 'UNLISTED', 'SOMETHING_NEW')],
  Category: [
    'category',
    'aa-1',
    words(
      'gid://shopify/TaxonomyCategory/aa-1-13',
      'gid://shopify/TaxonomyCategory/na',
      'gid://shopify/TaxonomyCategory/odd',
    ),
  ],
  'SEO Title': ['seoTitle', 'Hat', anyText],
  'SEO Description': ['seoDescription', 'Hat', anyText],
  Published: ['published', 'TRUE', fc.boolean()],
  SKU: ['sku', 'H-1', anyText],
  Barcode: ['barcode', 'B-1', anyText],
  Price: ['price', '5', anyMoney],
  'Compare-at price': ['compareAtPrice', '9', fc.oneof(anyMoney, fc.constant(null))],
  'Cost per item': ['cost', '2', fc.oneof(anyMoney, words('0.001', '99999999999999999.99'))],
  'Charge tax': ['taxable', 'TRUE', fc.boolean()],
  'Continue selling when out of stock': ['inventoryPolicy', 'deny', words('DENY', 'CONTINUE')],
  'Inventory tracker': ['tracked', 'shopify', fc.boolean()],
  'Requires shipping': ['requiresShipping', 'FALSE', fc.boolean()],
  'HS Code': ['harmonizedSystemCode', '123456', words('010121', '0101211', '1234567')],
  'Country of origin': ['countryCodeOfOrigin', 'PT', words('NO', 'DE', 'XX')],
  'Province of origin': ['provinceCodeOfOrigin', 'ON', words('QC', '01', '1E1', 'TRUE')],
  'Image alt text': ['imageAltText', 'A hat', anyText],
  Available: ['available', '5', fc.integer({ min: -1e9, max: 1e9 })],
  'On hand': ['onHand', '5', fc.integer({ min: 0, max: 1e9 })],
};

const WEIGHTS: Readonly<Record<string, { readonly header: string; readonly typed: string }>> = {
  grams: { header: 'Variant Grams', typed: '1000' },
  weight: { header: 'Weight', typed: '1.5' },
};

const shop = { currencyCode: 'USD' } as const;

/** What the cells of a tab say of these values, in canonical form. */
function saidIn(row: ParsedRow | undefined, key: ColumnKey | 'weight'): string | undefined {
  const cell = key === 'weight' ? row && buildVariantFields(row).weight?.cell : row?.cells[key];
  const said = cell && canonicalCell(key as FieldKey, cell);
  return key === 'category' && said ? (categoryIdOf(said) ?? said) : said;
}

test.each(['en_US', 'de_DE'])(
  'whatever Shopify has, a cell that takes it says just that, or it is left alone: %s',
  (locale) => {
    fc.assert(
      fc.property(
        fc.constantFrom('@', ''),
        fc.constantFrom('grams', 'weight'),
        fc.constantFrom('g', 'kg', 'oz', 'lb'),
        anyWeight,
        fc.tuple(...Object.values(CELLS).map(([, , store]) => store)),
        (format, weightKind, unit, weight, values) => {
          const own = WEIGHTS[weightKind]!;
          const header = ['Handle', own.header, 'Weight unit', ...Object.keys(CELLS)];
          const typed = ['hat', own.typed, unit, ...Object.values(CELLS).map(([, cell]) => cell)];
          const opened = spreadsheet({ Own: [header] }, { maxColumns: 40 });
          opened.state.workbook.locale = locale;
          const read = () => {
            const layout = layoutOf(opened.sheets, 11);
            const { rows } = opened.sheets.tabs.read(11, layout);
            const context = {
              locale: parseLocale(locale),
              currencyCode: 'USD',
              currencyDecimals: currencyDecimals('USD'),
            };
            const [row] = parseRows({ sheetId: 11, tab: 'Own', layout, rows }, context).rows;
            return { layout, rows, row };
          };
          opened.evaluate(`
            const range = SpreadsheetApp.getActive().getSheetByName('Own').getRange(2, 1, 1, ${header.length});
            if ('${format}') range.setNumberFormat('${format}');
            range.setValues([${JSON.stringify(locale === 'de_DE' ? typed.map((text) => text.replace('.', ',')) : typed)}]);`);
          const { layout, rows, row } = read();
          const ref = { sheetId: 11, tab: 'Own', row: 2 };
          const asked = [
            { key: 'weight' as const, column: own.header, to: weight as FieldValue | null },
            ...Object.entries(CELLS).map(([column, [key]], index) => ({
              key,
              column,
              to: values[index] ?? null,
            })),
          ];
          const cells = asked.map(({ key, column, to }): PutCell & { readonly key: ColumnKey | 'weight' } => {
            const cell = key === 'weight' ? buildVariantFields(row!).weight!.cell : row!.cells[key]!;
            return { key, ref, column, sheet: canonicalCell(key as FieldKey, cell)!, to };
          });
          const tab = {
            ...{ sheetId: 11, name: 'Own', layout, status: [], named: new Set<string>() },
            identities: identitiesOf(rows, layout),
          };
          const before = opened.cells('Own')[1];
          const services = {
            ...proxied(opened.sheets),
            spreadsheet: { locale: () => locale, timeZone: () => 'UTC' },
          };
          const put = putInSheet(
            services as unknown as Services,
            { tabs: [tab], shop: shop as never },
            cells,
          );
          const after = read().row;
          const now = opened.cells('Own')[1];
          for (const cell of cells) {
            const { key, column, to } = cell;
            const outcome = put.get(cell);
            const said = saidIn(after, key);
            const index = header.indexOf(column);
            if (typeof outcome === 'object') {
              const isEmpty = cellOfValue(columnOf(key), to) === '';
              expect([column, to, said]).toEqual([
                column,
                to,
                isEmpty ? undefined : canonical(key as FieldKey, to),
              ]);
              expect(key === 'category' ? said : (outcome.says ?? undefined)).toBe(said);
            } else {
              expect([column, to, outcome]).toEqual([column, to, 'unsayable']);
              expect(now?.[index]).toEqual(before?.[index]);
            }
          }
        },
      ),
      { numRuns: sampled(8, 250) },
    );
  },
);

/** Each call is an execution of its own, which hands over copies. */
function proxied({ tabs, cells }: Spreadsheet['sheets']): Pick<Services, 'tabs' | 'cells'> {
  return {
    tabs,
    cells: {
      ...cells,
      write: (sheetId, asked) => {
        const written = cells.write(sheetId, asked);
        return asked.filter(({ row, index }) =>
          written.some((one) => one.row === row && one.index === index),
        );
      },
    },
  };
}
