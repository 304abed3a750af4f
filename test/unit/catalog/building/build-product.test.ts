import type { DesiredProduct } from '../../../../src/catalog/building/desired';
import { valueCell } from '../../../../src/catalog/values/cell';
import { catalogOf, issuesOf, type TabRows } from '../catalog-of';

const productsOf = (...rows: TabRows) => catalogOf({ Products: rows }).products;

function productOf(...rows: TabRows): DesiredProduct {
  const products = productsOf(...rows);
  expect(products).toHaveLength(1);
  return products[0] as DesiredProduct;
}

const complaints = (...rows: TabRows) => issuesOf(catalogOf({ Products: rows }));

const rowNumbers = (items: readonly { readonly ref: { readonly row: number } }[]) =>
  items.map(({ ref }) => ref.row);

const OPTIONS = [
  'Handle',
  'Title',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Price',
];

describe('the rows of one handle', () => {
  test('are one product, its fields from the row that has the title', () => {
    const { ref, rows, fields, variants } = productOf(
      OPTIONS,
      ['tee', 'Tee', 'Size', 'S', 'Color', 'Red', '10'],
      ['tee', '', '', 'M', '', 'Red', '11'],
      ['tee', '', '', 'S', '', 'Blue', '12'],
    );
    expect([ref.row, rows.map(({ row }) => row)]).toEqual([2, [2, 3, 4]]);
    expect(fields.title?.cell).toEqual({ kind: 'value', value: 'Tee' });
    expect(variants.map(({ optionValues }) => optionValues)).toEqual([
      ['S', 'Red'],
      ['M', 'Red'],
      ['S', 'Blue'],
    ]);
  });

  test('need not stand together, and handles differ by more than case', () => {
    const products = productsOf(
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value'],
      ['tee', 'Tee', 'Size', 'S'],
      ['hat', 'Hat', 'Size', 'S'],
      ['TEE', '', '', 'M'],
    );
    expect(products.map(({ rows }) => rows.map(({ row }) => row))).toEqual([[2, 4], [3]]);
  });

  test('may repeat the product on every row; the first says what it is', () => {
    const { fields, optionNames, variants } = productOf(
      ['Handle', 'Title', 'Vendor', 'Option1 Name', 'Option1 Value'],
      ['tee', 'Tee', 'Acme', 'Size', 'S'],
      ['tee', 'Tee', 'Acme', 'Size', 'M'],
    );
    expect(fields.vendor?.ref.row).toBe(2);
    expect([optionNames, rowNumbers(variants)]).toEqual([['Size'], [2, 3]]);
  });

  test('that only show images are no variants, even with a title and a status', () => {
    const { variants, images } = productOf(
      ['Handle', 'Title', 'Status', 'Price', 'Image Src', 'Image Alt Text'],
      ['tee', 'Tee', 'active', '10', 'https://a.b/1.jpg', 'Front'],
      ['tee', 'Tee', 'active', '', 'https://a.b/2.jpg', ''],
    );
    expect(rowNumbers(variants)).toEqual([2]);
    expect(images).toMatchObject([
      { url: 'https://a.b/1.jpg', alt: { kind: 'value', value: 'Front' } },
      { url: 'https://a.b/2.jpg', alt: { kind: 'blank' } },
    ]);
  });

  test('mean the product of an ID where only the first of them has it', () => {
    const product = productOf(
      ['Product ID', 'Handle', 'Title', 'Option1 Name', 'Option1 Value'],
      ['7', 'tee', 'Tee', 'Size', 'S'],
      ['', 'tee', '', '', 'M'],
    );
    expect(product.productId).toBe('gid://shopify/Product/7');
    expect(rowNumbers(product.variants)).toEqual([2, 3]);
  });

  test('without a handle are told to name one', () => {
    expect(complaints(['Handle', 'Title'], ['', 'Hat'])).toEqual({
      'Products:2': 'This row has no handle. Type the handle of its product.',
    });
  });

  test('in two tabs are one product, of which each tab may say its part', () => {
    const catalog = catalogOf({
      Texts: [
        ['Handle', 'Title', 'Vendor'],
        ['Tee', 'A tee', 'Acme'],
      ],
      Sizes: [
        ['Handle', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'],
        ['tee', 'Size', 'S', 'T-S', '9'],
        ['tee', '', 'M', 'T-M', '9.50'],
      ],
      Codes: [
        ['Handle', 'SKU', 'Barcode'],
        ['tee', 'T-M', '850064060010'],
      ],
    });
    expect(issuesOf(catalog)).toEqual({});
    expect(catalog.products).toHaveLength(1);
    const [tee] = catalog.products;
    expect(tee?.fields).toMatchObject({
      title: { cell: valueCell('A tee') },
      vendor: { cell: valueCell('Acme') },
    });
    expect(tee?.variants.map(({ sku, rows }) => [sku, rows.length])).toEqual([
      ['T-S', 1],
      ['T-M', 2],
    ]);
    expect(tee?.variants[1]?.fields.barcode?.cell).toEqual(valueCell('850064060010'));
    expect(tee?.rows.map(({ tab, row }) => `${tab}:${row}`).sort()).toEqual([
      'Codes:2',
      'Sizes:2',
      'Sizes:3',
      'Texts:2',
    ]);
  });

  test('in two tabs that disagree are refused in both, each naming the other cell', () => {
    const header = ['Handle', 'Title', 'SKU', 'Price'];
    const catalog = catalogOf({
      Summer: [header, ['tee', 'Tee', 'T-1', '9'], ['hat', 'Hat', 'H-1', '5']],
      Winter: [header, ['Tee', 'Tee', 'T-1', '8'], ['hat', 'Cap', '', '']],
    });
    expect(issuesOf(catalog)).toEqual({
      'Summer:2': 'Price says otherwise than Price in row 2 of Winter. Make them equal or empty one.',
      'Winter:2': 'Price says otherwise than Price in row 2 of Summer. Make them equal or empty one.',
      'Summer:3': 'Title says otherwise than Title in row 3 of Winter. Make them equal or empty one.',
      'Winter:3': 'Title says otherwise than Title in row 3 of Summer. Make them equal or empty one.',
    });
    for (const { fields, variants } of catalog.products) {
      expect(fields).toEqual({});
      expect(variants.flatMap((variant) => Object.keys(variant.fields))).toEqual([]);
    }
  });

  test('in two tabs whose options or variants cannot be told are refused in the second', () => {
    const header = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price'];
    const sizes = [header, ['tee', 'Tee', 'Size', 'S', '9'], ['tee', '', '', 'M', '9']];
    const colours = [header, ['tee', 'Tee', 'Colour', 'Red', '9']];
    expect(issuesOf(catalogOf({ Sizes: sizes, Colours: colours }))).toEqual({
      'Colours:2':
        'The options here are Colour; in row 2 of Sizes they are Size. Make the names and their order equal.',
    });
    const price = [
      ['Handle', 'Title', 'Price'],
      ['tee', 'Tee', '9'],
    ];
    expect(issuesOf(catalogOf({ Sizes: sizes, One: price }))).toEqual({
      'One:2':
        'This product has several variants in another tab and this row does not say which. Add the option columns or a SKU.',
    });
  });
});

describe('a product without options', () => {
  test.each([
    ['no option columns', ['Handle', 'Title', 'Price'], ['hat', 'Hat', '5']],
    [
      'empty ones',
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price'],
      ['hat', 'Hat', '', '', '5'],
    ],
    [
      'Shopify’s placeholder',
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price'],
      ['hat', 'Hat', 'Title', 'Default Title', '5'],
    ],
    [
      'the placeholder in another case',
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price'],
      ['hat', 'Hat', 'title', 'default title', '5'],
    ],
  ])('has %s', (_, header, row) => {
    const { optionNames, variants } = productOf(header, row);
    expect(optionNames).toEqual([]);
    expect(variants).toHaveLength(1);
  });

  test('has no second variant', () => {
    expect(
      complaints(
        ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price'],
        ['hat', 'Hat', 'Title', 'Default Title', '5'],
        ['hat', '', '', '', '6'],
      ),
    ).toEqual({
      'Products:2': 'This handle has “Default Title” twice, here and in row 3. Change or remove one of them.',
      'Products:3': 'This handle has “Default Title” twice, here and in row 2. Change or remove one of them.',
    });
  });

  test('may have no variant row at all', () => {
    expect(productOf(['Handle', 'Title', 'Price'], ['hat', 'Hat', '']).variants).toEqual([]);
  });
});

describe('an option', () => {
  test('may be called Title, where its values say more than the placeholder', () => {
    const { optionNames, variants } = productOf(
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value'],
      ['print', 'Print', 'Title', 'Dawn'],
      ['print', '', '', 'Dusk'],
    );
    expect(optionNames).toEqual(['Title']);
    expect(variants.map(({ optionValues }) => optionValues)).toEqual([['Dawn'], ['Dusk']]);
  });

  test('is taken from the first row where later ones leave its name out', () => {
    expect(
      productOf(OPTIONS, ['t', 'T', 'Size', 'S', '', '', ''], ['t', '', '', 'M', '', '', '']).optionNames,
    ).toEqual(['Size']);
  });

  test('value without a name is asked for it', () => {
    expect(complaints(OPTIONS, ['tee', 'Tee', '', 'S', '', '', '10'])).toEqual({
      'Products:2': '“S” has no option name. Type one under Option1 Name in row 2.',
    });
    expect(complaints(['Handle', 'Title', 'Option1 Value'], ['tee', 'Tee', 'S'])).toEqual({
      'Products:2': '“S” has no option name. Type one under Option1 Name in row 2.',
    });
    expect(complaints(OPTIONS, ['tee', 'Tee', 'Size', 'S', '', 'Red', '10'])).toEqual({
      'Products:2': "Option2 Value “Red” has no option name in the product's first row. Type one there.",
    });
  });

  test('name without a value is asked for it', () => {
    expect(
      complaints(OPTIONS, ['tee', 'Tee', 'Size', 'S', '', '', '1'], ['tee', '', '', '', '', '', '2']),
    ).toEqual({ 'Products:3': "Option1 Value is empty. Type this variant's Size." });
  });

  test('value that stands twice is refused on both rows, without case', () => {
    expect(
      complaints(OPTIONS, ['tee', 'Tee', 'Size', 'S', '', '', ''], ['tee', '', '', 's', '', '', '']),
    ).toEqual({
      'Products:2': 'This handle has “S” twice, here and in row 3. Change or remove one of them.',
      'Products:3': 'This handle has “s” twice, here and in row 2. Change or remove one of them.',
    });
  });

  test('that a date took the place of is one complaint, not two', () => {
    expect(complaints(OPTIONS, ['tee', 'Tee', 'Size', { date: '2026-05-03' }, '', '', '10'])).toEqual({
      'Products:2':
        'Option1 Value: the spreadsheet made a date of “2026-05-03”. Format the cell as plain text and type it again.',
    });
  });
});

describe('images', () => {
  const header = ['Handle', 'Title', 'Image Src', 'Image Position', 'Image Alt Text', 'Variant Image'];
  const urls = (product: DesiredProduct) => product.images.map(({ url }) => url.replace('https://a.b/', ''));

  test('stand in the order of their rows', () => {
    expect(
      urls(
        productOf(header, ['t', 'T', 'https://a.b/1', '', '', ''], ['t', '', 'https://a.b/2', '', '', '']),
      ),
    ).toEqual(['1', '2']);
  });

  test('stand in the order of their positions, where they have them', () => {
    const product = productOf(
      header,
      ['t', 'T', 'https://a.b/3', '3', '', ''],
      ['t', '', 'https://a.b/1', '1', '', ''],
      ['t', '', 'https://a.b/2', '2', '', ''],
    );
    expect(urls(product)).toEqual(['1', '2', '3']);
  });

  test('of one address are one image', () => {
    const product = productOf(
      header,
      ['t', 'T', 'https://a.b/1', '1', 'One', 'https://a.b/1'],
      ['t', '', 'https://a.b/1', '2', '', ''],
    );
    expect(product.images).toMatchObject([{ url: 'https://a.b/1', alt: { kind: 'value', value: 'One' } }]);
  });

  test('that only a variant shows come last', () => {
    const product = productOf(
      ['Handle', 'Title', 'Price', 'Image Src', 'Variant Image'],
      ['t', 'T', '5', 'https://a.b/1', 'https://a.b/v'],
      ['t', '', '', 'https://a.b/2', ''],
    );
    expect(urls(product)).toEqual(['1', '2', 'v']);
    expect(product.variants[0]?.imageUrl?.cell).toEqual({ kind: 'value', value: 'https://a.b/v' });
  });
});

describe('a row that cannot be read', () => {
  test('asks for nothing, and its product knows of it', () => {
    const product = productOf(
      OPTIONS,
      ['tee', 'Tee', 'Size', 'S', '', '', '10'],
      ['tee', '', '', 'M', '', '', 'free'],
    );
    expect(rowNumbers(product.variants)).toEqual([2]);
    expect(product.badRows.map(({ row }) => row)).toEqual([3]);
  });
});

describe('a weight', () => {
  const header = ['Handle', 'Title', 'Variant Grams', 'Variant Weight Unit', 'Price'];
  const weightOf = (grams: string, unit: string) =>
    productOf(header, ['t', 'T', grams, unit, '1']).variants[0]?.fields.weight?.cell;

  test.each([
    ['0.0', 'kg', { value: 0, unit: 'KILOGRAMS' }],
    ['1500', 'kg', { value: 1.5, unit: 'KILOGRAMS' }],
    ['454', 'lb', { value: 1.0009, unit: 'POUNDS' }],
    ['250', '', { value: 250, unit: 'GRAMS' }],
  ])('of %s grams shown in “%s” is %j', (grams, unit, value) => {
    expect(weightOf(grams, unit)).toEqual({ kind: 'value', value });
  });

  test('without grams asks for nothing', () => {
    expect(weightOf('', 'kg')).toBeUndefined();
  });

  test.each([
    ['of the product', ['Handle', 'Title', 'Price', 'Delete'], ['tee', 'Tee', '9', '[delete]']],
    [
      'of a variant',
      ['Handle', 'Option1 Name', 'Option1 Value', 'Price', 'Delete'],
      ['tee', 'Size', 'S', '9', '[delete]'],
    ],
  ])('in a row that contradicts another tab ask for no deletion %s', (_what, header, row) => {
    const one = catalogOf({ One: [header, row] });
    const asked = (catalog: typeof one) =>
      catalog.products.flatMap(({ deletes, variants }) => [deletes, ...variants.map((each) => each.deletes)]);
    expect(asked(one)).toContainEqual(expect.objectContaining({ column: 'Delete' }));
    const other = row.map((cell) => (cell === '9' ? '8' : cell.replace('[delete]', '')));
    const both = catalogOf({ One: [header, row], Two: [header, other] });
    expect(Object.keys(issuesOf(both))).toEqual(['One:2', 'Two:2']);
    expect(asked(both).filter(Boolean)).toEqual([]);
  });

  test.each([
    [
      'in another tab',
      {
        Three: [
          ['Handle', 'Image Src'],
          ['tee', 'https://a.example/x.jpg'],
        ],
      },
      [],
    ],
    ['in the same tab', {}, [['tee', '', '', 'https://a.example/x.jpg']]],
    [
      'in another size',
      {
        Three: [
          ['Handle', 'Image Src'],
          ['tee', 'https://cdn.shopify.com/s/files/1/x_100x.jpg'],
        ],
      },
      [],
    ],
  ])('keep an image of a contradicting row that a good row names too, %s', (_where, more, rows) => {
    const url =
      Object.keys(more).length > 0 && _where.includes('size')
        ? 'https://cdn.shopify.com/s/files/1/x.jpg'
        : 'https://a.example/x.jpg';
    const header = ['Handle', 'Title', 'Vendor', 'Image Src'];
    const catalog = catalogOf({
      One: [header, ['tee', 'Tee', 'Acme', url], ...rows],
      Two: [header, ['tee', 'Cap', '', 'https://a.example/y.jpg']],
      ...more,
    });
    expect(Object.keys(issuesOf(catalog))).toEqual(['One:2', 'Two:2']);
    expect(catalog.products[0]?.images.map(({ ref }) => `${ref.tab}:${ref.row}`)).toEqual([
      rows.length > 0 ? 'One:3' : 'Three:2',
    ]);
  });

  test('send no variant image of a row that contradicts another tab', () => {
    const header = ['Handle', 'Option1 Name', 'Option1 Value', 'Price', 'Variant Image'];
    const row = ['tee', 'Size', 'S', '9', 'https://a.example/x.jpg'];
    const imagesOf = (catalog: ReturnType<typeof catalogOf>) =>
      catalog.products.flatMap(({ variants }) => variants.flatMap(({ imageUrl }) => imageUrl ?? []));
    expect(imagesOf(catalogOf({ One: [header, row] }))).toHaveLength(1);
    const other = ['tee', 'Size', 'S', '8', ''];
    expect(imagesOf(catalogOf({ One: [header, row], Two: [header, other] }))).toEqual([]);
  });

  test('join the variant image of another tab, and refuse two that are not the same', () => {
    const options = ['Handle', 'Option1 Name', 'Option1 Value'];
    const tee = ['tee', 'Size', 'S'];
    const first = [
      [...options, 'Title'],
      [...tee, 'Tee'],
    ];
    const tab = (image: string) => [
      [...options, 'Variant Image'],
      [...tee, image],
    ];
    const said = (tabs: Parameters<typeof catalogOf>[0]) => {
      const { products, issues } = catalogOf(tabs);
      const images = products.flatMap(({ variants }) => variants.map(({ imageUrl }) => imageUrl?.cell));
      return { images, rows: issues.map(({ ref }) => ref.tab).sort() };
    };
    const [x, y] = ['https://a.example/x.jpg', 'https://a.example/y.jpg'];
    expect(said({ First: first, Two: tab(x) })).toEqual({
      images: [{ kind: 'value', value: x }],
      rows: [],
    });
    expect(said({ First: first, Two: tab(x), Three: tab(x) })).toEqual({
      images: [{ kind: 'value', value: x }],
      rows: [],
    });
    expect(said({ First: first, Two: tab(x), Three: tab('') }).images).toEqual([{ kind: 'value', value: x }]);
    expect(said({ First: first, Two: tab(x), Three: tab(y) })).toEqual({
      images: [undefined],
      rows: ['Three', 'Two'],
    });
    expect(said({ First: first, Two: tab(x), Three: tab('[clear]') }).rows).toEqual(['Three', 'Two']);
  });
});
