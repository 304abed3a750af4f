import { catalogOf, issuesOf } from '../catalog-of';

const PRODUCTS = [
  ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'],
  ['hat', 'Hat', 'H-1', '', 'shopify', ''],
];

function variantsOf(tabs: Parameters<typeof catalogOf>[0]) {
  const catalog = catalogOf(tabs);
  expect(issuesOf(catalog)).toEqual({});
  return { joined: catalog.products.flatMap(({ variants }) => variants), alone: catalog.variants };
}

describe('a row of a Prices tab', () => {
  test('gives its price to the product row with its SKU', () => {
    const { joined, alone } = variantsOf({
      Products: PRODUCTS,
      Prices: [
        ['SKU', 'Price'],
        ['H-1', '5'],
      ],
    });
    expect(joined[0]?.fields.price).toMatchObject({
      cell: { kind: 'value', value: '5.00' },
      ref: { tab: 'Prices' },
    });
    expect(alone).toEqual([]);
  });

  test('gives its price to the product row with its variant ID', () => {
    const { joined } = variantsOf({
      Products: [
        ['Handle', 'Title', 'Variant ID'],
        ['hat', 'Hat', '7'],
      ],
      Prices: [
        ['ID', 'Price'],
        ['7', '5'],
      ],
    });
    expect(joined[0]?.fields.price?.cell).toEqual({ kind: 'value', value: '5.00' });
  });

  test('stands alone where no product row has its SKU', () => {
    const { joined, alone } = variantsOf({
      Products: PRODUCTS,
      Prices: [
        ['SKU', 'Price'],
        ['H-9', '5'],
      ],
    });
    expect(joined[0]?.fields.price?.cell.kind).toBe('blank');
    expect(alone).toMatchObject([{ sku: 'H-9', fields: { price: { cell: { value: '5.00' } } } }]);
  });

  test('stands alone where several product rows have its SKU', () => {
    const twice = [
      ['Handle', 'Title', 'SKU'],
      ['hat', 'Hat', 'S'],
      ['cap', 'Cap', 'S'],
    ];
    expect(
      variantsOf({
        Products: twice,
        Prices: [
          ['SKU', 'Price'],
          ['S', '5'],
        ],
      }).alone,
    ).toHaveLength(1);
  });

  test('that is blank leaves the price of the product row alone', () => {
    const priced = [
      ['Handle', 'Title', 'SKU', 'Price'],
      ['hat', 'Hat', 'H-1', '9'],
    ];
    const { joined } = variantsOf({
      Products: priced,
      Prices: [
        ['SKU', 'Price'],
        ['H-1', ''],
      ],
    });
    expect(joined[0]?.fields.price?.cell).toEqual({ kind: 'value', value: '9.00' });
  });

  test('may say the same as the product row in other digits', () => {
    const priced = [
      ['Handle', 'Title', 'SKU', 'Price'],
      ['hat', 'Hat', 'H-1', '9'],
    ];
    variantsOf({
      Products: priced,
      Prices: [
        ['SKU', 'Price'],
        ['H-1', 9],
      ],
    });
  });

  test('that contradicts the product row is refused with it, each naming the other', () => {
    const priced = [
      ['Handle', 'Title', 'SKU', 'Variant Price'],
      ['hat', 'Hat', 'H-1', '9'],
    ];
    const catalog = catalogOf({
      Products: priced,
      Prices: [
        ['SKU', 'Price'],
        ['H-1', '8'],
      ],
    });
    expect(issuesOf(catalog)).toEqual({
      'Products:2':
        'Variant Price says otherwise than Price in row 2 of Prices. Make them equal or empty one.',
      'Prices:2':
        'Price says otherwise than Variant Price in row 2 of Products. Make them equal or empty one.',
    });
    expect(catalog.products[0]?.badRows).toMatchObject([
      { tab: 'Products', row: 2 },
      { tab: 'Prices', row: 2 },
    ]);
    expect(catalog.products[0]?.variants[0]?.fields.price).toBeUndefined();
  });

  test('needs an ID or a SKU', () => {
    expect(
      issuesOf(
        catalogOf({
          Prices: [
            ['SKU', 'Price'],
            ['', '5'],
          ],
        }),
      ),
    ).toEqual({
      'Prices:2': 'This row has neither an ID nor a SKU. Type the SKU of the variant.',
    });
  });

  test('that says the same SKU twice is refused where the prices differ', () => {
    expect(
      issuesOf(
        catalogOf({
          Prices: [
            ['SKU', 'Price'],
            ['A', '5'],
            ['A', '6'],
            ['B', '1'],
            ['B', '1'],
          ],
        }),
      ),
    ).toEqual({
      'Prices:2': 'Price says otherwise than Price in row 3. Make them equal or empty one.',
      'Prices:3': 'Price says otherwise than Price in row 2. Make them equal or empty one.',
    });
  });
});

describe('rows of an Inventory tab', () => {
  const header = ['SKU', 'Location', 'Available'];

  test('give one quantity for each location to the product row with their SKU', () => {
    const { joined } = variantsOf({
      Products: PRODUCTS,
      Inventory: [header, ['H-1', 'Main', '5'], ['H-1', 'Cellar', '7']],
    });
    const said = joined[0]?.stock.filter(({ quantity }) => quantity.kind === 'value');
    expect(said).toMatchObject([
      { location: 'Main', quantity: { value: 5 }, ref: { row: 2 } },
      { location: 'Cellar', quantity: { value: 7 }, ref: { row: 3 } },
    ]);
  });

  test('that contradict each other at one location are refused, however it is written', () => {
    expect(issuesOf(catalogOf({ Inventory: [header, ['H-1', 'Main', '5'], ['H-1', 'main ', '6']] }))).toEqual(
      {
        'Inventory:2': 'Available says otherwise than Available in row 3. Make them equal or empty one.',
        'Inventory:3': 'Available says otherwise than Available in row 2. Make them equal or empty one.',
      },
    );
  });
});

test('a row that is in no contradiction asks for what it says, also where a refused row says the same', () => {
  const catalog = catalogOf({
    Products: [
      ['Handle', 'Title', 'SKU', 'Price', 'Inventory quantity'],
      ['hat', 'Hat', 'H-1', '11', '5'],
    ],
    Prices: [
      ['SKU', 'Price'],
      ['H-1', '10'],
    ],
    More: [
      ['Handle', 'Title', 'SKU', 'Available'],
      ['hat', 'Hat', 'H-1', '5'],
    ],
  });
  const [product] = catalog.products;
  const [variant] = product?.variants ?? [];
  expect(Object.keys(issuesOf(catalog)).sort()).toEqual(['Prices:2', 'Products:2']);
  expect(product?.fields.title).toMatchObject({ cell: { value: 'Hat' }, ref: { tab: 'More' } });
  expect(variant?.stock).toMatchObject([{ quantity: { value: 5 }, ref: { tab: 'More' } }]);
  expect(variant?.fields.price).toBeUndefined();
});
