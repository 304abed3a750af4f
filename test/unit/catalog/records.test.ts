import { catalogOf, issuesOf } from './catalog-of';

const HEADER = [
  'ID',
  'Handle',
  'Command',
  'Title',
  'Top Row',
  'Option1 Name',
  'Option1 Value',
  'Image Src',
  'Body HTML',
];
const productsOf = (...rows: (readonly string[])[]) => catalogOf({ Sheet: [HEADER, ...rows] });
const shape = ({ products }: ReturnType<typeof productsOf>) =>
  products.map(({ handle, rows }) => [handle, rows.map(({ row }) => row)]);

describe('a record of a Matrixify sheet', () => {
  test('goes on below where ID, Handle and Title are blank', () => {
    const catalog = productsOf(
      ['1', 'hat', '', 'Hat', 'TRUE', 'Size', 'S', '', ''],
      ['', '', '', '', '', '', 'M', '', ''],
      ['', '', '', 'Hat', '', '', '', 'https://a.example/1.jpg', ''],
      ['', 'cap', '', 'Cap', '', 'Size', 'S', '', ''],
      ['', '', '', '', '', '', 'L', '', ''],
    );
    expect(shape(catalog)).toEqual([
      ['hat', [2, 3, 4]],
      ['cap', [5, 6]],
    ]);
    expect(catalog.products.map(({ variants }) => variants.length)).toEqual([2, 2]);
  });

  test('ends where a row has a title of its own', () => {
    const catalog = productsOf(
      ['1', 'hat', '', 'Hat', '', '', '', '', ''],
      ['', '', '', 'Cap', '', '', '', '', ''],
    );
    expect(shape(catalog)).toEqual([['hat', [2]]]);
    expect(issuesOf(catalog)).toEqual({
      'Sheet:3': 'This row has no handle. Type the handle of its product.',
    });
  });

  test('does not swallow rows below an ID that cannot be read', () => {
    const catalog = productsOf(
      ['1', 'hat', '', 'Hat', '', 'Size', 'S', '', ''],
      ['x1', '', '', '', '', 'Size', 'S', '', ''],
      ['', '', '', '', '', '', 'M', '', ''],
    );
    expect(shape(catalog)).toEqual([['hat', [2]]]);
    expect(Object.keys(issuesOf(catalog))).toEqual(['Sheet:3', 'Sheet:4']);
  });

  test('has its fields on the Top Row, wherever that stands', () => {
    const catalog = productsOf(
      ['1', 'hat', '', 'Hat', 'FALSE', 'Size', 'S', '', ''],
      ['1', 'hat', '', 'Hat', 'TRUE', 'Size', 'M', '', '<p>Warm</p>'],
    );
    expect(catalog.products[0]?.fields.descriptionHtml?.cell).toEqual({
      kind: 'value',
      value: '<p>Warm</p>',
    });
    expect(catalog.products[0]?.ref.row).toBe(3);
  });

  test('is left alone as a whole where one of its rows asks to be deleted', () => {
    const catalog = productsOf(
      ['1', 'hat', 'MERGE', 'Hat', '', 'Size', 'S', '', ''],
      ['1', 'hat', 'REPLACE', 'Hat', '', 'Size', 'M', '', ''],
      ['2', 'cap', '', 'Cap', '', '', '', '', ''],
    );
    expect(shape(catalog)).toEqual([['cap', [4]]]);
    expect(Object.keys(issuesOf(catalog))).toEqual(['Sheet:3']);
    expect(catalog.skipped).toMatchObject([
      {
        ref: { row: 2 },
        message: 'Left alone: the command in row 3 was refused. Mend that row first.',
      },
    ]);
  });

  test('belongs to its tab: elsewhere a row without a handle is nobody’s', () => {
    const plain = catalogOf({
      Products: [
        ['Handle', 'Title', 'Option1 Name', 'Option1 Value'],
        ['hat', 'Hat', 'Size', 'S'],
        ['', '', '', 'M'],
      ],
    });
    expect(issuesOf(plain)).toEqual({
      'Products:3': 'This row has no handle. Type the handle of its product.',
    });
  });
});

describe('a weight', () => {
  const weightOf = (weight: string, unit: string) => {
    const catalog = catalogOf({
      Products: [
        ['Handle', 'Variant Price', 'Variant Weight', 'Variant Weight Unit'],
        ['hat', '5', weight, unit],
      ],
    });
    return {
      weight: catalog.products[0]?.variants[0]?.fields.weight?.cell,
      said: issuesOf(catalog)['Products:2'],
    };
  };

  test('is a number in the unit beside it', () => {
    expect(weightOf('1.5', 'lb').weight).toEqual({ kind: 'value', value: { value: 1.5, unit: 'POUNDS' } });
  });

  test('without a unit is refused, because pounds and kilograms look the same', () => {
    expect(weightOf('1.5', '').said).toBe(
      'Variant Weight has no unit. Type g, kg, oz or lb in a Weight unit column.',
    );
    expect(weightOf('0', '').said).toBeUndefined();
  });
});
