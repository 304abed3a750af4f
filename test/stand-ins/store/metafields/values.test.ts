import { metafieldTypes } from '../../../../local/store/shop/rules/metafields/metafield-types';
import { type OpenStore, openStore } from '../open-store';

const set = `mutation ($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) { metafields { value } userErrors { field message code elementIndex } } }`;
const define = `mutation ($definition: MetafieldDefinitionInput!) {
  metafieldDefinitionCreate(definition: $definition) { createdDefinition { id } userErrors { message code } } }`;

function openWithProduct() {
  const open = openStore();
  const { product } = open.ask(
    'mutation { productCreate(product: { title: "Mug" }) { product { id variants(first: 1) { nodes { id } } } } }',
  );
  const write = (type: string | undefined, value: string, key = 'field') =>
    open.ask(set, { metafields: [{ ownerId: product.id, namespace: 'custom', key, type, value }] });
  return {
    ...open,
    productId: product.id as string,
    variantId: product.variants.nodes[0].id as string,
    write,
  };
}

const plainDefinition = { name: 'Field', namespace: 'custom', key: 'field', ownerType: 'PRODUCT' };

function defineField({ ask }: Pick<OpenStore, 'ask'>, definition: object) {
  const { userErrors } = ask(define, { definition: { ...plainDefinition, ...definition } });
  expect(userErrors).toEqual([]);
}

const text = JSON.stringify;

describe('a value is held to its type', () => {
  test.each([
    ['boolean', 'true', 'yes'],
    ['number_integer', '5', '5.5'],
    ['number_integer', '9007199254740991', '9007199254740992'],
    ['number_decimal', '5.25', '1,5'],
    ['number_decimal', '9999999999999.5', '10000000000000'],
    ['date', '2026-02-28', '2026-02-30'],
    ['date_time', '2026-02-28T10:00:00', '2026-02-28'],
    ['color', '#00ff00', 'green'],
    ['url', 'https://example.com', 'example.com'],
    ['json', '{"a":1}', '{a:1}'],
    ['single_line_text_field', 'one', 'one\ntwo'],
    ['money', text({ amount: '5.00', currency_code: 'USD' }), '5.00'],
    ['dimension', text({ value: 12.5, unit: 'cm' }), '12.5 cm'],
    ['dimension', text({ value: 12.5, unit: 'CENTIMETERS' }), text({ value: 12.5, unit: 'parsec' })],
    ['weight', text({ value: '2', unit: 'kg' }), text({ value: 'two', unit: 'kg' })],
    ['volume', text({ value: 1, unit: 'ml' }), text({ value: 1, unit: 'kg' })],
    ['power', text({ value: 1, unit: 'WATTS' }), text({ value: 1 })],
    ['rating', text({ value: '4', scale_min: '1', scale_max: '5' }), text({ value: '4' })],
    [
      'rating',
      text({ value: '5', scale_min: '1', scale_max: '5' }),
      text({ value: '6', scale_min: '1', scale_max: '5' }),
    ],
    ['link', text({ text: 'Here', url: 'https://example.com' }), 'https://example.com'],
    ['rich_text_field', text({ type: 'root', children: [] }), 'Plain words'],
    ['language', 'pt-BR', 'Portuguese'],
    ['metaobject_reference', 'gid://shopify/Metaobject/1', 'gid://shopify/Product/1'],
    ['product_reference', 'OWN', 'gid://shopify/Product/1'],
    ['variant_reference', 'OWN VARIANT', 'OWN'],
    ['list.number_integer', '[1,2]', '[1,"two"]'],
    ['list.single_line_text_field', '["a","b"]', 'a, b'],
    ['list.color', '["#00ff00"]', '["green"]'],
    ['list.product_reference', '["OWN"]', '["gid://shopify/Product/1"]'],
    ['list.dimension', text([{ value: 1, unit: 'mm' }]), '[1]'],
  ])('%s takes %s and refuses %s', (type, good, bad) => {
    const { write, productId, variantId } = openWithProduct();
    const own = (value: string) => value.replace('OWN VARIANT', variantId).replace('OWN', productId);
    expect(write(type, own(good)).userErrors).toEqual([]);
    expect(write(type, own(bad))).toMatchObject({
      metafields: [],
      userErrors: [{ field: ['metafields', '0', 'value'], code: 'INVALID_VALUE', elementIndex: null }],
    });
  });

  test('every type is offered with its category and the validations that it takes', () => {
    const { ask } = openStore();
    const types = ask(
      '{ metafieldDefinitionTypes { name category supportsDefinitionMigrations supportedValidations { name type } } }',
    );
    expect(types.map(({ name }: { name: string }) => name)).toEqual(metafieldTypes);
    expect(types.find(({ name }: { name: string }) => name === 'list.weight')).toEqual({
      name: 'list.weight',
      category: 'MEASUREMENT',
      supportsDefinitionMigrations: true,
      supportedValidations: [
        { name: 'list.min', type: 'number_integer' },
        { name: 'list.max', type: 'number_integer' },
        { name: 'min', type: 'weight' },
        { name: 'max', type: 'weight' },
      ],
    });
  });
});

describe("a value is held to its definition's own validations", () => {
  test.each([
    ['number_integer', [['max', '5']], '5', '6', 'Value has a maximum of 5.'],
    ['number_decimal', [['min', '1.5']], '1.5', '1.4', 'Value has a minimum of 1.5.'],
    ['number_decimal', [['max_precision', '2']], '1.25', '1.255', 'Value has a maximum precision of 2.'],
    ['date', [['min', '2026-01-01']], '2026-01-01', '2025-12-31', 'Value has a minimum of 2026-01-01.'],
    ['single_line_text_field', [['regex', '^[A-Z]+$']], 'ABC', 'abc', 'Value is not the correct format.'],
    ['multi_line_text_field', [['max', '3']], 'a\nb', 'a\nbc', 'Value has a maximum length of 3.'],
    [
      'single_line_text_field',
      [['choices', '["red","blue"]']],
      'red',
      'green',
      'Value does not exist in provided choices: ["red", "blue"].',
    ],
    [
      'dimension',
      [['max', text({ value: 1, unit: 'm' })]],
      text({ value: 100, unit: 'cm' }),
      text({ value: 101, unit: 'cm' }),
      'Value has a maximum of 1 m.',
    ],
    [
      'url',
      [['allowed_domains', '["example.com"]']],
      'https://example.com/a',
      'https://example.org/a',
      'Value must be one of the following domains: ["example.com"].',
    ],
    ['list.number_integer', [['list.max', '2']], '[1,2]', '[1,2,3]', 'Value has a maximum of 2 items.'],
    ['list.number_integer', [['max', '2']], '[1,2]', '[1,3]', 'Value has a maximum of 2.'],
    [
      'list.single_line_text_field',
      [['choices', '["red"]']],
      '["red"]',
      '["red","green"]',
      'Value does not exist in provided choices: ["red"].',
    ],
  ] as const)('%s with %j takes %s and refuses %s', (type, options, good, bad, message) => {
    const { ask, write } = openWithProduct();
    defineField({ ask }, { type, validations: options.map(([name, value]) => ({ name, value })) });
    expect(write(undefined, good).userErrors).toEqual([]);
    expect(write(undefined, bad).userErrors).toMatchObject([{ message, code: 'INVALID_VALUE' }]);
  });

  test('a list has 128 items at most', () => {
    const { write } = openWithProduct();
    const items = (count: number) => text(Array.from({ length: count }, (_one, index) => index));
    expect(write('list.number_integer', items(128)).userErrors).toEqual([]);
    expect(write('list.number_integer', items(129)).userErrors).toHaveLength(1);
  });

  test('a value has 16 KB, in bytes, and had more in older versions', () => {
    const { ask, productId } = openWithProduct();
    const send = (value: string, apiVersion: string) =>
      ask(
        set,
        {
          metafields: [
            { ownerId: productId, namespace: 'custom', key: 'text', type: 'multi_line_text_field', value },
          ],
        },
        apiVersion,
      ).userErrors;
    expect(send('x'.repeat(16_384), '2026-10')).toEqual([]);
    expect(send('ü'.repeat(8_193), '2026-10')).toMatchObject([
      { field: ['metafields', '0', 'value'], code: 'TOO_LONG' },
    ]);
    expect(send('x'.repeat(20_000), '2026-01')).toEqual([]);
  });

  test('a value that has to be unique is refused on a second product, and may be written again on its own', () => {
    const { ask, write, productId } = openWithProduct();
    defineField(
      { ask },
      { type: 'single_line_text_field', capabilities: { uniqueValues: { enabled: true } } },
    );
    const other = ask('mutation { productCreate(product: { title: "Cup" }) { product { id } } }').product.id;
    const on = (ownerId: string) =>
      ask(set, { metafields: [{ ownerId, namespace: 'custom', key: 'field', value: 'A-1' }] }).userErrors;
    expect(write(undefined, 'A-1').userErrors).toEqual([]);
    expect(on(productId)).toEqual([]);
    expect(on(other)).toMatchObject([{ code: 'CAPABILITY_VIOLATION' }]);
  });

  test('a definition of a category takes the values of its products only', () => {
    const { ask, write, productId } = openWithProduct();
    const constraints = { key: 'category', values: ['ap-2'] };
    defineField({ ask }, { type: 'single_line_text_field', constraints });
    expect(write(undefined, 'x').userErrors).toMatchObject([{ code: 'INVALID_VALUE' }]);
    ask(
      'mutation ($id: ID!) { productUpdate(product: { id: $id, category: "gid://shopify/TaxonomyCategory/ap-2" }) { product { id } } }',
      { id: productId },
    );
    expect(write(undefined, 'x').userErrors).toEqual([]);
  });

  test('a product that changes its category keeps the values of the old one unless they are asked to go', () => {
    const { ask, write, productId, store } = openWithProduct();
    const change =
      'mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }';
    const into = (category: string, more: object = {}) =>
      ask(change, {
        product: { id: productId, category: `gid://shopify/TaxonomyCategory/${category}`, ...more },
      });
    defineField(
      { ask },
      { type: 'single_line_text_field', constraints: { key: 'category', values: ['ap-2'] } },
    );
    into('ap-2');
    write(undefined, 'x');
    into('aa');
    expect(store.state.metafields.all()).toHaveLength(1);
    into('aa', { deleteConflictingConstrainedMetafields: true });
    expect(store.state.metafields.all()).toEqual([]);
  });
});

describe('metafields in the input of a product or variant', () => {
  const bad = [{ namespace: 'custom', key: 'field', type: 'number_integer', value: 'many' }];

  test('are held to the same rules, and nothing of the product is written', () => {
    const { ask, store, productId } = openWithProduct();
    const create =
      'mutation ($product: ProductCreateInput!) { productCreate(product: $product) { product { id } userErrors { field message } } }';
    expect(ask(create, { product: { title: 'Cup', metafields: bad } })).toEqual({
      product: null,
      userErrors: [{ field: ['metafields', '0', 'value'], message: 'Value must be an integer.' }],
    });
    const update =
      'mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }';
    expect(
      ask(update, { product: { id: productId, title: 'New', metafields: bad } }).userErrors,
    ).toHaveLength(1);
    expect(store.state.products.all().map(({ title }) => title)).toEqual(['Mug']);
  });

  test('are named with the variant that has them', () => {
    const { ask, productId, variantId } = openWithProduct();
    const bulk = `mutation ($id: ID!, $variants: [ProductVariantsBulkInput!]!) {
      productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { field message code } } }`;
    expect(ask(bulk, { id: productId, variants: [{ id: variantId, metafields: bad }] }).userErrors).toEqual([
      {
        field: ['variants', '0', 'metafields', '0', 'value'],
        message: 'Value must be an integer.',
        code: 'INVALID_INPUT',
      },
    ]);
  });

  test('make productSet answer INVALID_METAFIELD', () => {
    const { ask } = openWithProduct();
    const productSet =
      'mutation ($input: ProductSetInput!) { productSet(input: $input, synchronous: true) { userErrors { field code } } }';
    expect(ask(productSet, { input: { title: 'Cup', metafields: bad } }).userErrors).toEqual([
      { field: ['input', 'metafields', '0', 'value'], code: 'INVALID_METAFIELD' },
    ]);
  });
});
