import { type Answered, openStore, setProduct, shirt } from '../open-store';

const product = `product { options { name values optionValues { name hasVariants } } variants(first: 10) { nodes { id title } } }
  userErrors { field message code }`;
const create = `mutation ($productId: ID!, $options: [OptionCreateInput!]!, $strategy: ProductOptionCreateVariantStrategy) {
  productOptionsCreate(productId: $productId, options: $options, variantStrategy: $strategy) { ${product} } }`;
const update = `mutation ($productId: ID!, $option: OptionUpdateInput!, $add: [OptionValueCreateInput!], $gone: [ID!], $strategy: ProductOptionUpdateVariantStrategy) {
  productOptionUpdate(productId: $productId, option: $option, optionValuesToAdd: $add, optionValuesToDelete: $gone, variantStrategy: $strategy) { ${product} } }`;
const remove = `mutation ($productId: ID!, $options: [ID!]!, $strategy: ProductOptionDeleteStrategy) {
  productOptionsDelete(productId: $productId, options: $options, strategy: $strategy) { deletedOptionsIds ${product} } }`;
const reorder = `mutation ($productId: ID!, $options: [OptionReorderInput!]!) {
  productOptionsReorder(productId: $productId, options: $options) { ${product} } }`;

const titles = (answer: Answered): string[] =>
  answer.product.variants.nodes.map((one: Answered) => one.title);

function openWithShirt() {
  const open = openStore();
  const made = open.ask(setProduct, { input: shirt }).product;
  return { ...open, productId: made.id as string, options: made.options as Answered[] };
}

describe('productOptionsCreate', () => {
  const fit = [{ name: 'Fit', values: [{ name: 'Slim' }, { name: 'Wide' }] }];

  test('gives every variant the first value of the new option', () => {
    const { ask, productId } = openWithShirt();
    const answer = ask(create, { productId, options: fit });
    expect(titles(answer)).toEqual(['S / Red / Slim', 'S / Blue / Slim', 'M / Red / Slim']);
    expect(answer.product.options[2].optionValues).toEqual([
      { name: 'Slim', hasVariants: true },
      { name: 'Wide', hasVariants: false },
    ]);
  });

  test('makes the other combinations where asked to', () => {
    const { ask, productId } = openWithShirt();
    expect(titles(ask(create, { productId, options: fit, strategy: 'CREATE' }))).toHaveLength(6);
  });

  test('takes the place of the option of a default variant', () => {
    const { ask } = openStore();
    const { id } = ask('mutation { productCreate(product: { title: "Mug" }) { product { id } } }').product;
    const answer = ask(create, { productId: id, options: fit });
    expect(answer.product.options.map((one: Answered) => one.name)).toEqual(['Fit']);
    expect(titles(answer)).toEqual(['Slim']);
  });

  test('allows three options', () => {
    const { ask, productId } = openWithShirt();
    const options = [...fit, { name: 'Cut', values: [{ name: 'Long' }] }];
    expect(ask(create, { productId, options }).userErrors).toMatchObject([{ code: 'OPTIONS_OVER_LIMIT' }]);
  });
});

describe('productOptionUpdate', () => {
  test('renames an option and adds values', () => {
    const { ask, productId, options } = openWithShirt();
    const answer = ask(update, {
      productId,
      option: { id: options[1].id, name: 'Colour' },
      add: [{ name: 'Green' }],
    });
    expect(answer.product.options[1]).toMatchObject({ name: 'Colour', values: ['Red', 'Blue'] });
    expect(answer.product.options[1].optionValues).toHaveLength(3);
  });

  test('deletes a value with its variants only when told to manage them', () => {
    const { ask, productId, options } = openWithShirt();
    const variables = { productId, option: { id: options[1].id }, gone: [options[1].optionValues[1].id] };
    expect(ask(update, variables).userErrors).toMatchObject([{ code: 'OPTION_VALUE_HAS_VARIANTS' }]);
    expect(titles(ask(update, { ...variables, strategy: 'MANAGE' }))).toEqual(['S / Red', 'M / Red']);
  });
});

describe('productOptionsDelete', () => {
  test('refuses an option with several values unless told how', () => {
    const { ask, productId, options } = openWithShirt();
    const variables = { productId, options: [options[1].id] };
    expect(ask(remove, variables).userErrors).toMatchObject([
      { field: ['options', '0'], code: 'CANNOT_DELETE_OPTION_WITH_MULTIPLE_VALUES' },
    ]);
    expect(titles(ask(remove, { ...variables, strategy: 'POSITION' }))).toEqual(['S', 'M']);
  });

  test('leaves the default variant when no option is left, under its id', () => {
    const { ask, productId, options } = openWithShirt();
    const before = ask('query ($id: ID!) { product(id: $id) { variants(first: 1) { nodes { id } } } }', {
      id: productId,
    });
    const answer = ask(remove, { productId, options: options.map((one) => one.id), strategy: 'POSITION' });
    expect(answer.product.variants.nodes).toEqual([
      { id: before.variants.nodes[0].id, title: 'Default Title' },
    ]);
  });
});

test('productOptionsReorder puts options, values and variants in order', () => {
  const { ask, productId } = openWithShirt();
  const options = [{ name: 'Color', values: [{ name: 'Blue' }, { name: 'Red' }] }, { name: 'Size' }];
  expect(titles(ask(reorder, { productId, options }))).toEqual(['Blue / S', 'Red / S', 'Red / M']);
});
