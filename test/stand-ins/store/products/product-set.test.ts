import { type Answered, openStore, setProduct, shirt } from '../open-store';

const titles = (product: Answered): string[] => product.variants.nodes.map((one: Answered) => one.title);

describe('productSet', () => {
  test('creates a product with options and variants', () => {
    const { product, userErrors } = openStore().ask(setProduct, { input: shirt });
    expect(userErrors).toEqual([]);
    expect(titles(product)).toEqual(['S / Red', 'S / Blue', 'M / Red']);
    expect(product.variants.nodes[0]).toMatchObject({
      sku: 'SHIRT-S-RED',
      price: '10.00',
      inventoryItem: { tracked: true },
    });
    expect(product.options.map((option: Answered) => option.values)).toEqual([
      ['S', 'M'],
      ['Red', 'Blue'],
    ]);
  });

  test('deletes the variants that the list leaves out and keeps the ids of the others', () => {
    const { ask } = openStore();
    const before = ask(setProduct, { input: shirt }).product;
    const input = { ...shirt, variants: shirt.variants.slice(1) };
    const after = ask(setProduct, { identifier: { id: before.id }, input }).product;
    expect(titles(after)).toEqual(['S / Blue', 'M / Red']);
    expect(after.variants.nodes.map((one: Answered) => one.id)).toEqual(
      before.variants.nodes.slice(1).map((one: Answered) => one.id),
    );
  });

  test('leaves variants and tags alone when their lists are not given', () => {
    const { ask } = openStore();
    const { id } = ask(setProduct, { input: { ...shirt, tags: ['a'] } }).product;
    const { product } = ask(setProduct, { identifier: { id }, input: { title: 'Blouse' } });
    expect(product).toMatchObject({ title: 'Blouse', tags: ['a'] });
    expect(titles(product)).toHaveLength(3);
  });

  test('creates or updates by handle', () => {
    const { ask } = openStore();
    const first = ask(setProduct, { identifier: { handle: 'cap' }, input: { title: 'Cap' } }).product;
    const second = ask(setProduct, { identifier: { handle: 'cap' }, input: { title: 'Hat' } }).product;
    expect(second).toMatchObject({ id: first.id, title: 'Hat', handle: 'cap' });
  });

  test('refuses a duplicate variant and writes nothing', () => {
    const { ask, store } = openStore();
    const input = { ...shirt, variants: [...shirt.variants, shirt.variants[0]] };
    const { product, userErrors } = ask(setProduct, { input });
    expect(product).toBeNull();
    expect(userErrors).toMatchObject([
      {
        field: ['input', 'variants', '3'],
        message: "The variant 'S / Red' already exists. Please change at least one option value.",
      },
    ]);
    expect(store.dump().products).toEqual([]);
  });

  test('wants options and variants together', () => {
    const { variants, productOptions, ...rest } = shirt;
    const { ask } = openStore();
    const codes = (input: object): string[] =>
      ask(setProduct, { input }).userErrors.map((one: Answered) => one.code);
    expect(codes({ ...rest, productOptions })).toEqual(['VARIANTS_INPUT_MISSING']);
    expect(codes({ ...rest, variants })).toEqual(['PRODUCT_OPTIONS_INPUT_MISSING']);
  });

  test('runs in the background where asked to, and the operation tells how it went', () => {
    const { ask, wait } = openStore();
    const { product, productSetOperation } = ask(setProduct, { input: shirt, synchronous: false });
    expect(product).toBeNull();
    expect(productSetOperation).toMatchObject({ status: 'CREATED', product: null });
    wait(10_000);
    const operation = ask('query ($id: ID!) { productOperation(id: $id) { status product { handle } } }', {
      id: productSetOperation.id,
    });
    expect(operation).toEqual({ status: 'COMPLETE', product: { handle: 'shirt' } });
  });
});
