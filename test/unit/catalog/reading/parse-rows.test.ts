import fc from 'fast-check';
import { COLUMNS } from '../../../../src/catalog/columns/columns';
import { parseRows } from '../../../../src/catalog/reading/parse-rows';
import { recogniseTab } from '../../../../src/catalog/tab/layout';
import type { RawCell } from '../../../../src/catalog/values/cell';
import { parseLocale } from '../../../../src/catalog/values/read-number';
import { type Place, parseTab } from '../catalog-of';

/** What one cell under a header becomes: the cell, or the sentence that refuses it. */
function read(header: string, cell: RawCell, place?: Place): unknown {
  const headers = header === 'Handle' ? ['Handle', 'Title'] : ['Handle', header];
  const [row] = parseTab([headers, header === 'Handle' ? [cell, 'x'] : ['hat', cell]], place).rows;
  const issue = row?.issues[0];
  if (issue) return issue.message;
  const [key] = Object.keys(row?.cells ?? {}).filter(
    (name) => name !== (header === 'Handle' ? 'title' : 'handle'),
  );
  return row?.cells[key as keyof typeof row.cells];
}

const value = (of: unknown) => ({ kind: 'value', value: of });

describe('a cell', () => {
  test('that is empty asks for nothing', () => {
    for (const empty of ['', ' ', '\t\n']) expect(read('Vendor', empty)).toEqual({ kind: 'blank' });
  });

  test('that says [clear] empties the field', () => {
    for (const word of ['[clear]', ' [CLEAR] ']) expect(read('Vendor', word)).toEqual({ kind: 'clear' });
  });

  test('that says [clear] is refused where Shopify knows no empty value', () => {
    for (const header of ['Handle', 'Price', 'Status', 'Option1 Value', 'Variant Taxable'])
      expect(read(header, '[clear]')).toBe(
        `${header} cannot be emptied in Shopify. Type a value, or leave the cell blank.`,
      );
  });

  test('under a header that the tab does not have is absent', () => {
    const [row] = parseTab([
      ['Handle', 'Vendor'],
      ['hat', ''],
    ]).rows;
    expect(Object.keys(row?.cells ?? {})).toEqual(['handle', 'vendor']);
  });

  test.each(['#N/A', '#REF!', '#VALUE!', '#NAME?', '#DIV/0!', '#NUM!', '#ERROR!', 'Loading...'])(
    'that shows %s is a formula to mend, in any column',
    (shown) => {
      for (const header of ['Handle', 'Title', 'Price', 'Tags', 'Body (HTML)', 'Image Src'])
        expect(read(header, shown)).toBe(`${header} shows “${shown}”. Mend the formula.`);
    },
  );

  test.each([
    ['Title', '=A2&" "&B2'],
    ['Title', '=VLOOKUP(A2,Names!A:B,2)'],
    ['Vendor', '=$C$1'],
    ['Image Src', '=IMAGE("https://example.com/a.jpg")'],
    ['SKU', '="00123"'],
    ['Barcode', ' = "4006381333931"'],
    ['Price', '=10+2.5'],
    ['Variant Inventory Qty', '=SUM(B2:B9)'],
    ['Variant Grams', '=-250'],
  ])('that holds a formula as text is not sent as it stands: %s %s', (header, typed) => {
    expect(read(header, typed)).toBe(
      `${header} “${typed.trim()}” is a formula in plain text, which nothing computes. Type its result.`,
    );
  });

  test.each([
    ['Title', '= is a sign'],
    ['Title', '=D'],
    ['Tags', '=sale'],
    ['Vendor', '=A2b'],
  ])('that merely begins with = is text: %s %s', (header, typed) => {
    expect(read(header, typed)).not.toEqual(expect.any(String));
  });

  test.each([
    ['Price', '+5', 'may be the price itself or what to add. Type the price that you mean, without +'],
    [
      'Cost per item',
      '＋ 1.50',
      'may be the price itself or what to add. Type the price that you mean, without +',
    ],
    [
      'Available',
      '+4',
      'may be the number itself or what to add. Type it without +; what to add belongs into an Adjust column',
    ],
  ])('of %s that says %s may be a change, and is not guessed', (header, typed, problem) => {
    expect(read(header, typed)).toBe(`${header} “${typed}” ${problem}.`);
  });

  test('that is added may begin with +', () => {
    expect(read('Variant Inventory Adjust', '+4')).toEqual(value(4));
  });

  test.each([
    ['99999999999', 'is beyond 1,000,000,000. Type a number such as 250'],
    ['-3', 'is negative. Type a weight of 0 or more'],
    ['heavy', 'is not a weight. Type a number such as 250'],
  ])('of a weight that says %s is told what is wrong with it', (typed, problem) => {
    expect(read('Variant Grams', typed)).toBe(`Variant Grams “${typed}” ${problem}.`);
  });

  test('that became a date is refused in every column', () => {
    for (const header of ['Option1 Value', 'SKU', 'Title', 'Price', 'Barcode'])
      expect(read(header, { date: '2026-03-05' })).toBe(
        `${header}: the spreadsheet made a date of “2026-03-05”. Format the cell as plain text and type it again.`,
      );
  });
});

describe('an identifier', () => {
  test('is read as displayed, without spaces around it', () => {
    expect(read('SKU', ' 00123 ')).toEqual(value('00123'));
    expect(read('Barcode', 850064060010)).toEqual(value('850064060010'));
    expect(read('Handle', 'new-era®-cap')).toEqual(value('new-era®-cap'));
  });

  test('loses the apostrophe that Shopify writes before a barcode', () => {
    expect(read('Variant Barcode', "'0850064060010")).toEqual(value('0850064060010'));
    expect(read('SKU', "'007")).toEqual(value('007'));
  });

  test.each(['8.9012E+12', '9E+12', '8,90E+12'])('that shows %s has lost digits', (shown) => {
    expect(read('Barcode', shown)).toBe(
      `Barcode “${shown}” lost digits: the spreadsheet shortened it. Format the column as plain text and type it again.`,
    );
  });

  test('that merely has an E between digits is one', () => {
    expect(read('SKU', '1E5')).toEqual(value('1E5'));
    expect(read('SKU', '12E3')).toEqual(value('12E3'));
  });

  test('of more than 255 characters is refused', () => {
    expect(read('SKU', 'x'.repeat(256))).toBe(
      `SKU “${'x'.repeat(57)}…” is 256 characters long. Shopify allows 255.`,
    );
  });
});

describe('a barcode that came as a number', () => {
  test('is taken as it is, with a doubt where a UPC would have one digit more', () => {
    expect(read('Barcode', 12345678901)).toMatchObject({
      ...value('12345678901'),
      doubt:
        'Barcode 12345678901 has 11 digits and came as a number: a leading zero may be missing. Format the column as plain text.',
    });
    for (const [header, cell] of [
      ['Barcode', '12345678901'],
      ['Barcode', 850064060010],
    ] as const)
      expect(read(header, cell)).toEqual(value(String(cell)));
  });
});

describe('an option value', () => {
  test.each(['25/26', '29/30', "'90s", '1E5', '007', '½'])('%s is taken as it stands', (text) => {
    expect(read('Option1 Value', text)).toEqual(value(text));
  });
});

describe('a value', () => {
  test.each([
    ['Price', '19.9', '19.90'],
    ['Price', 19.9, '19.90'],
    ['Cost per item', '5', '5.00'],
    ['Variant Taxable', 'TRUE', true],
    ['Variant Taxable', 'false', false],
    ['Variant Taxable', true, true],
    ['Variant Requires Shipping', ' True ', true],
    ['Status', 'Active', 'ACTIVE'],
    ['Status', 'DRAFT', 'DRAFT'],
    ['Status', 'unlisted', 'UNLISTED'],
    ['Variant Inventory Policy', 'DENY', 'DENY'],
    ['Continue selling when out of stock', 'continue', 'CONTINUE'],
    ['Continue selling when out of stock', true, 'CONTINUE'],
    ['Inventory tracker', 'Shopify', true],
    ['Variant Weight Unit', 'lb', 'POUNDS'],
    ['Variant Grams', '453.5', 453.5],
    ['Variant Inventory Qty', '12', 12],
    ['Variant Inventory Qty', '-3', -3],
    ['Variant Inventory Qty', 7, 7],
    ['Image Position', '2', 2],
    ['COO', 'de', 'DE'],
    ['Tags', 'Summer, sale , SUMMER,,', ['Summer', 'sale']],
    ['Image Src', ' https://example.com/a.jpg ', 'https://example.com/a.jpg'],
    ['Variant ID', '42', 'gid://shopify/ProductVariant/42'],
    ['Variant ID', "'42", 'gid://shopify/ProductVariant/42'],
    ['Product ID', 'gid://shopify/Product/42', 'gid://shopify/Product/42'],
    ['Body (HTML)', ' <p>Hi</p>\n', ' <p>Hi</p>\n'],
    ['Title', " '90s Tee ", "'90s Tee"],
  ] as const)('under %s, %j becomes %j', (header, cell, expected) => {
    expect(read(header, cell)).toEqual(value(expected));
  });

  test.each([
    ['Price', 'free', 'Price “free” is not a price. Type a number such as 19.90.'],
    ['Price', true, 'Price “TRUE” is not a price. Type a number such as 19.90.'],
    ['Price', '-5', 'Price “-5” is negative. Type a price of 0 or more.'],
    ['Price', '1.234', 'Price “1.234” can be read as 1.234 or 1234. Type it as a number without grouping.'],
    ['Price', 19.999, 'Price “19.999” has more than the 2 decimals of USD. Round it.'],
    [
      'Variant Inventory Qty',
      '2.5',
      'Variant Inventory Qty “2.5” is not a whole number. Type a quantity such as 12.',
    ],
    [
      'Variant Inventory Qty',
      'many',
      'Variant Inventory Qty “many” is not a whole number. Type a quantity such as 12.',
    ],
    ['Available', 2e9, 'Available “2000000000” is beyond 1,000,000,000, the most Shopify keeps.'],
    ['Status', 'live', 'Status “live” must be active, draft, archived or unlisted.'],
    ['Variant Taxable', 'yes', 'Variant Taxable “yes” must be TRUE or FALSE.'],
    ['Inventory tracker', 'amazon', 'Inventory tracker “amazon” must be shopify, or empty.'],
    ['Variant Grams', 'heavy', 'Variant Grams “heavy” is not a weight. Type a number such as 250.'],
    ['Variant Weight Unit', 'stone', 'Variant Weight Unit “stone” must be g, kg, oz or lb.'],
    ['COO', 'Germany', 'COO “Germany” is not a two-letter country code such as DE.'],
    ['Image Src', 'a.jpg', 'Image Src “a.jpg” is not a web address that begins with https:// or http://.'],
    [
      'Variant ID',
      'abc',
      'Variant ID “abc” is not a Shopify ProductVariant ID. Leave it empty to match by handle or SKU.',
    ],
    ['Tags', 'x'.repeat(256), `Tags “${'x'.repeat(57)}…” holds a tag of 256 characters. Shopify allows 255.`],
  ] as const)('under %s, %j is refused with what to do', (header, cell, sentence) => {
    expect(read(header, cell)).toBe(sentence);
  });

  test('written with a decimal comma is read so in a German spreadsheet', () => {
    const place = { locale: 'de_DE', currencyCode: 'EUR' };
    expect(read('Price', '1.234,50', place)).toEqual(value('1234.50'));
    expect(read('Variant Grams', '0,5', place)).toEqual(value(0.5));
  });

  test.each([
    ['Variant Grams', '1.500', '1.5 or 1500'],
    ['Variant Inventory Qty', '1.000', '1 or 1000'],
    ['Variant Inventory Adjust', '-2.000', '-2 or -2000'],
  ])('under %s, %j is refused with both readings where a comma writes decimals', (header, cell, both) => {
    expect(read(header, cell, { locale: 'de_DE', currencyCode: 'EUR' })).toBe(
      `${header} “${cell}” can be read as ${both}. Type it as a number without grouping.`,
    );
    expect(read(header, Number(cell), { locale: 'de_DE', currencyCode: 'EUR' })).toEqual(value(Number(cell)));
  });

  test('is refused where the spreadsheet groups the digits of what should be text', () => {
    const { layout, rows } = parseTab([
      ['Handle', 'Title'],
      ['hat', 'x'],
    ]);
    const grid = { sheetId: 1, tab: 'Products', layout };
    const cells = { row: 2, cells: ['hat', 1984], texts: ['hat', '1,984'] };
    const context = { locale: parseLocale('en_US'), currencyCode: 'USD', currencyDecimals: 2 };
    expect(rows[0]?.issues).toEqual([]);
    expect(parseRows({ ...grid, rows: [cells] }, context).rows[0]?.issues[0]?.message).toBe(
      'Title “1,984” was taken for a number. Format the column as plain text.',
    );
  });

  test('is named in full where the format of its cell rounds it', () => {
    const { layout } = parseTab([
      ['SKU', 'Available'],
      ['A', '1'],
    ]);
    const context = { locale: parseLocale('en_US'), currencyCode: 'USD', currencyDecimals: 2 };
    const rows = [{ row: 2, cells: ['A', 1.5], texts: ['A', '2'] }];
    expect(parseRows({ sheetId: 1, tab: 'Stock', layout, rows }, context).rows[0]?.issues[0]?.message).toBe(
      'Available “1.5” is not a whole number. Type a quantity such as 12.',
    );
  });
});

describe('every row', () => {
  const anyCell: fc.Arbitrary<RawCell> = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.record({ date: fc.string() }),
    fc.constantFrom(
      '',
      '[clear]',
      '#N/A',
      'Default Title',
      'Title',
      '1,234',
      "'0",
      '8E+12',
      'https://a.b/c.jpg',
    ),
  );
  const headers = COLUMNS.flatMap((column) => column.headers.slice(0, 1));

  test('is parsed without throwing and is never lost, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyCell, { minLength: headers.length, maxLength: headers.length }), {
          maxLength: 5,
        }),
        (rows) => {
          const { rows: parsed, layout } = parseTab([headers, ...rows]);
          const filled = rows.flatMap((cells, index) =>
            cells.some((cell) => typeof cell !== 'string' || cell.trim() !== '') ? [index + 2] : [],
          );
          expect(parsed.map(({ ref }) => ref.row)).toEqual(filled);
          for (const row of parsed)
            expect(Object.keys(row.cells).length + row.issues.length).toBe(layout.columns.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('a cell that shows more than its value is read as shown, however often that value stands in its column', () => {
  const recognition = recogniseTab([['SKU', 'Price']]);
  if (recognition.kind !== 'recognised') throw new Error(recognition.reason);
  const shows = (row: number, text: string) => ({ row, cells: ['A1', 5], texts: [text, '5.00'] });
  const grid = { sheetId: 1, tab: 'Prices', layout: recognition.layout };
  const context = { locale: parseLocale('en_US'), currencyCode: 'USD', currencyDecimals: 2 };
  const texts = ['A1', 'EU-A1', 'A1'];
  const { rows } = parseRows({ ...grid, rows: texts.map((text, index) => shows(index + 2, text)) }, context);
  expect(rows.map(({ cells }) => cells.sku)).toEqual(texts.map(value));
});
