import fc from 'fast-check';
import type { AmountKind } from '../../../../src/catalog/columns/amount-kinds';
import {
  CELL_KINDS,
  type CellKindName,
  cellKind,
  cellOfValue,
} from '../../../../src/catalog/columns/cell-kinds';
import type { MetafieldKind } from '../../../../src/catalog/columns/metafield-kinds';
import type { QuantityPricesKind } from '../../../../src/catalog/columns/quantity-kinds';
import type { FieldValue, ParseContext, Parsed } from '../../../../src/catalog/values/cell';
import { currencyDecimals } from '../../../../src/catalog/values/money';
import { parseLocale } from '../../../../src/catalog/values/read-number';
import { categoryIdOf } from '../../../../src/plan/compare/canonical';

type Typed = string | number | boolean;

const words = (...cells: readonly Typed[]) => fc.constantFrom(...cells);
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  words("'0085", ' a  b ', 'é', 'e\u0301', '1E5', '=x'),
);
const wholeNumber = fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), words('12', '1,234', '-3', '1 000'));
const decimal = fc.oneof(
  fc.integer({ min: 0, max: 1e9 }).map((number) => number / 1000),
  fc.integer({ min: 0, max: 1e9 }).map((number) => number / 100),
  words(0, '5.00', '5,00', '1,234.50', '1.234,50', 0.1 + 0.2, '12'),
);
const id = (type: string) =>
  fc.bigInt({ min: 1n, max: 10n ** 15n }).map((number) => `gid://shopify/${type}/${number}`);

/** Kinds of the column table; those of metafields have a test of their own. */
type OwnKind = Exclude<
  CellKindName,
  MetafieldKind | AmountKind | QuantityPricesKind | 'meta_untyped' | 'unplaced'
>;

/** What people type, so that each kind reads some of it. */
const TYPED: Readonly<Record<OwnKind, fc.Arbitrary<Typed>>> = {
  identifier: anyText,
  barcode: fc.oneof(anyText, words('012345678905', 4006381333931)),
  barcodes: fc.oneof(
    words('012345678905', '111, 222', "'007,8", 4006381333931),
    fc.array(anyText).map(String),
  ),
  option: anyText,
  imageAddress: words('https://a.example.com/b.jpg', '[delete]', '[Delete] https://a.example.com/b.jpg'),
  name: anyText,
  productId: fc.oneof(id('Product'), words('7', 7, "'7")),
  variantId: fc.oneof(id('ProductVariant'), words('7', 7)),
  text: anyText,
  location: anyText,
  altText: anyText,
  longText: anyText,
  category: fc.oneof(anyText, words('aa-1-13', 'gid://shopify/TaxonomyCategory/aa-1-13', 'Apparel > Hats')),
  html: anyText,
  tags: fc
    .array(
      fc.string({ unit: 'grapheme' }).map((text) => text.replace(/,/g, '')),
      { minLength: 1 },
    )
    .map((tags) => tags.join(',')),
  valueOrder: fc.oneof(
    words('S, M, L', '1,5 l\n0,5 l', 's,S', 'Red,,Blue'),
    fc.array(anyText).map((names) => names.join('\n')),
  ),
  entryNames: fc.oneof(
    words(
      'black; white',
      'shopify--color-pattern.black, White',
      '7\n8',
      '["black"]',
      'gid://shopify/Metaobject/7',
    ),
    fc.array(anyText).map((names) => names.join('\n')),
  ),
  shownText: anyText,
  groups: words('Sale', 'sale, winter', 'Hats, caps, Winter', '7', 'Same'),
  money: decimal,
  quantity: wholeNumber,
  adjustment: wholeNumber,
  weightNumber: decimal,
  weight: decimal,
  weightUnit: words('g', 'KG', 'Ounces', 'lbs', 'lb'),
  boolean: words(true, false, 'TRUE', 'false'),
  status: words('active', 'DRAFT', 'Archived', 'unlisted'),
  inventoryPolicy: words('deny', 'Continue', true, false),
  tracker: words('shopify', 'Shopify'),
  hsCode: words('6109.10', '610910', '01 01 21'),
  countryCode: words('pt', 'DE'),
  provinceCode: words('on', 'QC', '13'),
  url: words(
    'https://a.example/b.jpg',
    ' HTTPS://A.example/b c.jpg ',
    'https://cdn.shopify.com/s/files/1/x_100x100.png?v=1',
  ),
  orderedAtLeast: wholeNumber,
  orderedAtMost: wholeNumber,
  position: words(1, '2', 30),
  deletion: words('[delete]', '[DELETE]'),
  command: words('merge', 'NEW', 'update', 'Ignore', 'delete'),
  variantCommand: words('MERGE', 'new', 'update', 'DELETE'),
  imageCommand: words('MERGE', 'new'),
  tagsCommand: words('merge', 'REPLACE', 'delete'),
};

const GROUPS = (
  [
    ['Sale', 'sale'],
    ['Winter', 'winter-1'],
    ['Hats, caps', 'hats'],
    ['Same', 'same'],
    ['Same', 'same-1'],
    ['=x', 'x'],
  ] as const
).map(([title, handle], index) => ({ id: `gid://shopify/Collection/${index + 5}` as const, title, handle }));

const contextOf = (locale: string, currencyCode: string): ParseContext => ({
  locale: parseLocale(locale),
  currencyCode,
  currencyDecimals: currencyDecimals(currencyCode),
  groups: { one: 'collection', groups: GROUPS },
});

/** The value of a cell that a spreadsheet hands over as it is. */
function read(kind: CellKindName, typed: Typed, context: ParseContext): FieldValue | undefined {
  const { read: form, parse } = cellKind(kind);
  const parsed: Parsed = parse(form === 'text' ? String(typed) : typed, context);
  return 'value' in parsed ? parsed.value : undefined;
}

const KINDS = (Object.keys(CELL_KINDS) as CellKindName[]).filter((kind): kind is OwnKind => kind in TYPED);
const PLACES = [
  ['en_US', 'USD'],
  ['de_DE', 'EUR'],
  ['ja_JP', 'JPY'],
  ['ar_KW', 'KWD'],
  ['en_IN', 'INR'],
] as const;

describe.each(PLACES)('in %s, selling in %s', (locale, currencyCode) => {
  const context = contextOf(locale, currencyCode);

  test.each(KINDS.filter((kind) => kind !== 'weight'))(
    'a cell of %s that is written is read as its value',
    (kind) => {
      let values = 0;
      fc.assert(
        fc.property(TYPED[kind], (typed) => {
          const value = read(kind, typed, context);
          if (value === undefined || value === '') return;
          values += 1;
          const again = read(kind, cellOfValue({ kind }, value), context);
          // The ID of a category may be typed with its long beginning, which nobody needs to type.
          const same = kind === 'category' ? (categoryIdOf(String(value)) ?? value) : value;
          expect(kind === 'category' ? (categoryIdOf(String(again)) ?? again) : again).toEqual(same);
        }),
      );
      expect(values).toBeGreaterThan(0);
    },
  );
});

test('a weight is written as a number, whose unit stands in a cell of its own', () => {
  expect(cellOfValue({ kind: 'weight' }, { value: 1.5, unit: 'KILOGRAMS' })).toBe(1.5);
  expect(CELL_KINDS.weight.parse()).toHaveProperty('problem');
});

test.each(KINDS)('no value of %s is an empty cell', (kind) => {
  expect(cellOfValue({ kind }, null)).toBe('');
});

test('an item that Shopify does not track leaves the tracker empty', () => {
  expect(cellOfValue({ kind: 'tracker' }, false)).toBe('');
});

test('a status that is not known here is written in small letters, never left out', () => {
  expect(cellOfValue({ kind: 'status' }, 'SUSPENDED')).toBe('suspended');
});
