import { type Answered, openStore } from '../open-store';

const RED = 'gid://shopify/Metaobject/101';
const BLUE = 'gid://shopify/Metaobject/102';
const COLOR = { namespace: 'shopify', key: 'color-pattern' };
const OPTIONS =
  'options { name linkedMetafield { namespace key } optionValues { name linkedMetafieldValue } }';

const create = `mutation ($options: [OptionCreateInput!]!) {
  productCreate(product: { title: "Shirt", productOptions: $options }) {
    product { id ${OPTIONS} } userErrors { field message } } }`;
const bulkCreate = `mutation ($id: ID!, $values: [VariantOptionValueInput!]!) {
  productVariantsBulkCreate(productId: $id, variants: [{ optionValues: $values }]) {
    productVariants { title } userErrors { field message code } } }`;
const set = `mutation ($id: ID!, $options: [OptionSetInput!]!, $variants: [ProductVariantSetInput!]!) {
  productSet(identifier: { id: $id }, input: { productOptions: $options, variants: $variants }) {
    product { ${OPTIONS} variants(first: 5) { nodes { id } } } userErrors { field message code } } }`;
const optionsCreate = `mutation ($id: ID!, $options: [OptionCreateInput!]!) {
  productOptionsCreate(productId: $id, options: $options) { product { ${OPTIONS} } userErrors { field code } } }`;

/** As the Color of a category makes it. */
function openLinked() {
  const open = openStore();
  const color = { name: 'Color', linkedMetafield: { ...COLOR, values: [RED, BLUE] } };
  const { product } = open.ask(create, { options: [color] });
  return { ...open, id: product.id as string, options: product.options as Answered };
}

test('an option that is linked to a metafield says so, and each value which metaobject it stands for', () => {
  expect(openLinked().options).toEqual([
    {
      name: 'Color',
      linkedMetafield: COLOR,
      optionValues: [
        { name: '101', linkedMetafieldValue: RED },
        { name: '102', linkedMetafieldValue: BLUE },
      ],
    },
  ]);
});

test('an option that is not linked says so', () => {
  const { product } = openStore().ask(create, { options: [{ name: 'Size', values: [{ name: 'S' }] }] });
  expect(product.options).toEqual([
    { name: 'Size', linkedMetafield: null, optionValues: [{ name: 'S', linkedMetafieldValue: null }] },
  ]);
});

describe('a plain value', () => {
  test.each(['Red', '102'])('of a linked option is refused for a new variant: %s', (name) => {
    const { ask, id } = openLinked();
    expect(ask(bulkCreate, { id, values: [{ optionName: 'Color', name }] }).userErrors).toEqual([
      {
        field: ['variants', '0', 'optionValues', '0'],
        message: 'Cannot set name for an option value linked to a metafield.',
        code: 'CANNOT_SET_NAME_FOR_LINKED_OPTION_VALUE',
      },
    ]);
  });

  test('of a linked option is refused by productSet', () => {
    const { ask, id } = openLinked();
    const { userErrors } = ask(set, {
      id,
      options: [{ name: 'Color', values: [{ name: 'Red' }] }],
      variants: [{ optionValues: [{ optionName: 'Color', name: 'Red' }] }],
    });
    expect(userErrors).toMatchObject([
      { field: ['input', 'productOptions', '0'], code: 'CANNOT_COMBINE_LINKED_AND_NONLINKED_OPTION_VALUES' },
    ]);
  });

  test('of a linked option is refused by productOptionUpdate', () => {
    const { ask, id } = openLinked();
    const { options } = ask('query ($id: ID!) { product(id: $id) { options { id } } }', { id });
    const { userErrors } = ask(
      `mutation ($id: ID!, $option: OptionUpdateInput!) { productOptionUpdate(productId: $id, option: $option,
        optionValuesToAdd: [{ name: "Green" }]) { userErrors { code } } }`,
      { id, option: { id: options[0].id } },
    );
    expect(userErrors).toEqual([{ code: 'CANNOT_COMBINE_LINKED_AND_NONLINKED_OPTION_VALUES' }]);
  });
});

test('a metaobject makes a variant of a linked option, and a new value where it has none', () => {
  const { ask, id } = openLinked();
  const made = (metaobject: string) =>
    ask(bulkCreate, { id, values: [{ optionName: 'Color', linkedMetafieldValue: metaobject }] });
  expect(made(BLUE)).toEqual({ productVariants: [{ title: '102' }], userErrors: [] });
  expect(made('gid://shopify/Metaobject/103').productVariants).toEqual([{ title: '103' }]);
});

test.each([
  [
    'values of both kinds',
    { name: 'Color', linkedMetafield: COLOR, values: [{ name: 'Red' }, { linkedMetafieldValue: RED }] },
    'CANNOT_COMBINE_LINKED_METAFIELD_AND_OPTION_VALUES',
  ],
  ['no values', { name: 'Color', linkedMetafield: COLOR }, 'MISSING_METAFIELD_VALUES_FOR_LINKED_OPTION'],
  [
    'a value that is no metaobject',
    { name: 'Color', linkedMetafield: { ...COLOR, values: ['Red'] } },
    'INVALID_METAFIELD_VALUE_FOR_LINKED_OPTION',
  ],
  [
    'a metafield that nobody defined',
    { name: 'Color', linkedMetafield: { namespace: 'custom', key: 'color', values: [RED] } },
    'LINKED_METAFIELD_DEFINITION_NOT_FOUND',
  ],
  [
    'a metaobject without a link',
    { name: 'Color', values: [{ linkedMetafieldValue: RED }] },
    'LINKED_METAFIELD_VALUE_WITHOUT_LINKED_OPTION',
  ],
])('an option with %s is not created', (_, option, code) => {
  const { ask } = openStore();
  const { product } = ask('mutation { productCreate(product: { title: "Shirt" }) { product { id } } }');
  const { userErrors } = ask(optionsCreate, { id: product.id, options: [option] });
  expect(userErrors).toEqual([{ field: ['options', '0'], code }]);
});

test('one metafield is linked to one option', () => {
  const { ask, id } = openLinked();
  const again = { name: 'Other color', linkedMetafield: { ...COLOR, values: [RED] } };
  expect(ask(optionsCreate, { id, options: [again] }).userErrors).toMatchObject([
    { code: 'OPTION_LINKED_METAFIELD_ALREADY_TAKEN' },
  ]);
});
