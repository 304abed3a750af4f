import { openStore } from '../open-store';

const create = `mutation ($product: ProductCreateInput!, $media: [CreateMediaInput!]) {
  productCreate(product: $product, media: $media) {
    product { id title handle vendor status tags descriptionHtml totalVariants hasOnlyDefaultVariant
      variants(first: 5) { nodes { title price sku selectedOptions { name value } } } }
    userErrors { field message }
  }
}`;

const update = `mutation ($product: ProductUpdateInput!) {
  productUpdate(product: $product) { product { id title handle tags vendor } userErrors { field message } }
}`;

describe('productCreate', () => {
  test('makes one default variant where no options are given', () => {
    const { product } = openStore().ask(create, { product: { title: 'Mug' } });
    expect(product).toMatchObject({ handle: 'mug', status: 'ACTIVE', hasOnlyDefaultVariant: true });
    expect(product.variants.nodes).toEqual([
      {
        title: 'Default Title',
        price: '0.00',
        sku: null,
        selectedOptions: [{ name: 'Title', value: 'Default Title' }],
      },
    ]);
  });

  test('gives a generated handle that is taken a number, and refuses an explicit one', () => {
    const { ask } = openStore();
    ask(create, { product: { title: 'Mug' } });
    expect(ask(create, { product: { title: 'Mug' } }).product.handle).toBe('mug-1');
    const { product, userErrors } = ask(create, { product: { title: 'Another', handle: 'mug' } });
    expect(product).toBeNull();
    expect(userErrors).toEqual([
      { field: ['input', 'handle'], message: "Handle 'mug' already in use. Please provide a new handle." },
    ]);
  });

  test('keeps a merchant’s HTML byte for byte', () => {
    const descriptionHtml =
      '<p class="a">Fish &amp; chips<br/>\n<b>hot</b></p> <img src="https://example.com/a.jpg">';
    expect(
      openStore().ask(create, { product: { title: 'Fish', descriptionHtml } }).product.descriptionHtml,
    ).toBe(descriptionHtml);
  });

  test('writes nothing when it answers errors', () => {
    const { ask, store } = openStore();
    const media = [{ originalSource: 'not a url', mediaContentType: 'IMAGE' }];
    const { product, userErrors } = ask(create, { product: { title: '' }, media });
    expect(product).toBeNull();
    expect(userErrors).toEqual([
      { field: ['title'], message: "Title can't be blank" },
      { field: ['media', '0', 'originalSource'], message: 'Image URL is invalid' },
    ]);
    expect(store.dump().products).toEqual([]);
  });
});

describe('productUpdate', () => {
  test('changes what is given and leaves the rest', () => {
    const { ask } = openStore();
    const { id } = ask(create, { product: { title: 'Mug', vendor: 'Acme', tags: ['a'] } }).product;
    const { product } = ask(update, { product: { id, title: 'Big mug' } });
    expect(product).toMatchObject({ title: 'Big mug', handle: 'mug', vendor: 'Acme', tags: ['a'] });
  });

  test('answers the product as it was when it refuses', () => {
    const { ask } = openStore();
    const { id } = ask(create, { product: { title: 'Mug' } }).product;
    const { product, userErrors } = ask(update, { product: { id, title: 'x'.repeat(256), vendor: 'Other' } });
    expect(product).toMatchObject({ title: 'Mug', vendor: 'embedded-store' });
    expect(userErrors).toEqual([
      { field: ['title'], message: 'Title is too long (maximum is 255 characters)' },
    ]);
  });
});

describe('productDelete', () => {
  const remove = `mutation ($id: ID!, $sync: Boolean!) {
    productDelete(input: { id: $id }, synchronous: $sync) {
      deletedProductId productDeleteOperation { id status } userErrors { field message } } }`;

  test('takes the variants and their stock with it', () => {
    const { ask, store } = openStore();
    const { id } = ask(create, { product: { title: 'Mug' } }).product;
    expect(ask(remove, { id, sync: true }).deletedProductId).toBe(id);
    expect(
      [store.state.variants, store.state.inventoryItems, store.state.inventoryLevels].map((one) => one.all()),
    ).toEqual([[], [], []]);
  });

  test('runs in the background where asked to', () => {
    const { ask, wait } = openStore();
    const { id } = ask(create, { product: { title: 'Mug' } }).product;
    expect(ask(remove, { id, sync: false }).productDeleteOperation.status).toBe('CREATED');
    expect(ask('query ($id: ID!) { product(id: $id) { id } }', { id })).toEqual({ id });
    wait(60_000);
    expect(ask('query ($id: ID!) { product(id: $id) { id } }', { id })).toBeNull();
  });
});

describe('tags', () => {
  const add =
    'mutation ($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { ... on Product { tags } } userErrors { message } } }';
  const take =
    'mutation ($id: ID!, $tags: [String!]!) { tagsRemove(id: $id, tags: $tags) { node { ... on Product { tags } } userErrors { message } } }';

  test('keep the first spelling, and are removed whatever their case', () => {
    const { ask } = openStore();
    const { id } = ask(create, { product: { title: 'Mug', tags: ['Red', 'big   sale'] } }).product;
    expect(ask(add, { id, tags: ['RED', 'new, hot'] }).node.tags).toEqual([
      'big   sale',
      'hot',
      'new',
      'Red',
    ]);
    expect(ask(take, { id, tags: ['red'] }).node.tags).toEqual(['big   sale', 'hot', 'new']);
  });
});
