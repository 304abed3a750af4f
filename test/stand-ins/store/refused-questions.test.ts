import { openStore } from './open-store';

const open = () => {
  const { store } = openStore();
  return (query: string, variables: Record<string, unknown> = {}) => store.execute({ query, variables });
};

describe('a page of both ends', () => {
  const CONNECTIONS = [
    'products',
    'productVariants',
    'collections',
    'locations',
    'inventoryItems',
    'files',
    'bulkOperations',
    'publications',
    'priceLists',
    'markets',
    'catalogs',
  ];

  test.each(CONNECTIONS)('is refused: %s', (name) => {
    const ask = open();
    const { data, errors } = ask(`{ ${name}(first: 1, last: 1) { nodes { id } } }`);
    expect(errors).toMatchObject([
      {
        message: 'providing both first and last is not supported',
        extensions: { code: 'BAD_REQUEST' },
        path: [name],
      },
    ]);
    expect(data?.[name] ?? null).toBeNull();
    expect(ask(`{ ${name}(last: 1) { nodes { id } } }`).errors).toBeUndefined();
  });

  test('is refused below a record as well', () => {
    const { ask, store } = openStore();
    ask('mutation { productCreate(product: { title: "Mug" }) { product { id } } }');
    const { errors } = store.execute({
      query: '{ products(first: 1) { nodes { variants(first: 1, last: 2) { nodes { id } } } } }',
    });
    expect(errors).toMatchObject([{ path: ['products', 'nodes', 0, 'variants'] }]);
  });
});

describe('a time in a search that is none', () => {
  test.each([
    ['products', 'created_at:not-a-date', 'created_at'],
    ['products', "updated_at:>'yesterday'", 'updated_at'],
    ['products', 'mug AND (published_at:<=2026-13-45 OR tag:x)', 'published_at'],
    ['products', 'NOT created_at:24.12.2026', 'created_at'],
    ['productVariants', 'updated_at:soon', 'updated_at'],
    ['bulkOperations', 'created_at:not-a-date', 'created_at'],
    ['collections', 'updated_at:1/2/2026', 'updated_at'],
    ['productsCount', 'created_at:x', 'created_at'],
  ])('is refused with the name of the filter: %s %s', (name, query, filter) => {
    const page = name.endsWith('Count') ? '' : 'first: 1, ';
    const fields = name.endsWith('Count') ? 'count' : 'nodes { id }';
    const { errors } = open()(`query ($query: String) { ${name}(${page}query: $query) { ${fields} } }`, {
      query,
    });
    expect(errors).toMatchObject([
      {
        message: `Invalid timestamp for query filter \`${filter}\`.`,
        extensions: { code: 'BAD_REQUEST' },
        path: [name],
      },
    ]);
  });

  test.each([
    '2026',
    '2026-11',
    '2026-11-22',
    '2026-11-22T09:00:00Z',
    '>2026-11-22T09:00:00+02:00',
    "'2026-11-22T09:00:00+02:00'",
    '<now',
    '*',
    '>=2026-01-01',
  ])('is none of those that Shopify reads: %s', (value) => {
    expect(
      open()('query ($q: String) { products(first: 1, query: $q) { nodes { id } } }', {
        q: `created_at:${value}`,
      }).errors,
    ).toBeUndefined();
  });
});

describe('a value that a filter does not take', () => {
  test.each([
    ['products', 'status:bogus', 'status', 'bogus'],
    ['products', 'status:active,gone', 'status', 'gone'],
    ['products', 'combined_listing_role:uncle', 'combined_listing_role', 'uncle'],
    ['productVariants', 'product_status:LOST', 'product_status', 'LOST'],
    ['collections', 'collection_type:clever', 'collection_type', 'clever'],
    ['bulkOperations', 'status:EXPIRED', 'status', 'EXPIRED'],
    ['bulkOperations', 'operation_type:read', 'operation_type', 'read'],
    ['markets', 'status:open', 'status', 'open'],
    ['products', 'published_status:bogus', 'published_status', 'bogus'],
    ['products', 'published_status:7-gone', 'published_status', '7-gone'],
    ['products', 'publishable_status:7-maybe', 'publishable_status', '7-maybe'],
    ['products', 'product_publication_status:7-lost', 'product_publication_status', '7-lost'],
    ['products', 'gift_card:perhaps', 'gift_card', 'perhaps'],
    ['products', 'bundles:1', 'bundles', '1'],
    ['products', 'is_price_reduced:yes', 'is_price_reduced', 'yes'],
    ['products', 'inventory_total:many', 'inventory_total', 'many'],
    ['products', 'inventory_total:>many', 'inventory_total', 'many'],
    ['products', 'price:cheap', 'price', 'cheap'],
    ['productVariants', 'taxable:no', 'taxable', 'no'],
    ['productVariants', 'managed:x', 'managed', 'x'],
    ['productVariants', 'inventory_quantity:few', 'inventory_quantity', 'few'],
    ['files', 'media_type:poster', 'media_type', 'poster'],
    ['files', 'status:lost', 'status', 'lost'],
  ])('is warned of, and finds nothing: %s %s', (name, query, field, value) => {
    const { data, errors, extensions } = open()(
      `query ($query: String) { ${name}(first: 1, query: $query) { nodes { id } } }`,
      { query },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ [name]: { nodes: [] } });
    expect(extensions).toMatchObject({
      search: [
        {
          query,
          warnings: [
            { field, message: `Input \`${value}\` is not an accepted value.`, code: 'invalid_value' },
          ],
        },
      ],
    });
  });

  test.each([
    ['products', 'published_status:online_store_channel'],
    ['products', 'published_status:VISIBLE'],
    ['products', 'published_status:580111-hidden'],
    ['products', 'published_status:my-channel-handle-published'],
    ['products', 'publishable_status:580111-unset'],
    ['products', 'inventory_total:>150'],
    ['products', 'price:100.57'],
    ['products', 'price:>=-1'],
    ['products', 'gift_card:TRUE'],
    ['products', 'delivery_profile_id:108179161409'],
    ['products', 'publication_ids:184111530305,184111694145'],
    ['productVariants', 'managed_by:shopify'],
    ['productVariants', 'exclude_composite:true'],
    ['productVariants', 'delivery_profile_id:108179161409'],
    ['files', 'media_type:IMAGE'],
    ['files', 'used_in:none'],
    ['files', 'status:READY'],
    ['files', 'product_id:1'],
    ['files', 'ids:1,2'],
  ])('is none of these, and the filter is known: %s %s', (name, q) => {
    const { extensions, errors } = open()(
      `query ($q: String) { ${name}(first: 1, query: $q) { nodes { id } } }`,
      { q },
    );
    expect([extensions, errors]).toEqual([undefined, undefined]);
  });

  test('is none of those that the schema lists, however they are written', () => {
    for (const status of ['active', 'ACTIVE', 'Draft', 'archived,unlisted'])
      expect(
        open()('query ($q: String) { products(first: 1, query: $q) { nodes { id } } }', {
          q: `status:${status}`,
        }).extensions,
      ).toBeUndefined();
  });
});

test('an id beside an identifier is not allowed, and the error lies on the input', () => {
  const { ask } = openStore();
  const { id } = ask('mutation { productCreate(product: { title: "Mug" }) { product { id } } }').product;
  const { userErrors } = ask(
    'mutation ($id: ID!, $input: ProductSetInput!) { productSet(identifier: { id: $id }, input: $input) { userErrors { field code } } }',
    { id, input: { id, title: 'Cup' } },
  );
  expect(userErrors).toEqual([{ field: ['input'], code: 'ID_NOT_ALLOWED' }]);
});

test('a handle that is taken is quoted as it was typed', () => {
  const { ask } = openStore();
  ask('mutation { productCreate(product: { title: "Mug" }) { product { id } } }');
  const { userErrors } = ask(
    'mutation { productCreate(product: { title: "Other", handle: "  MUG! " }) { userErrors { message } } }',
  );
  expect(userErrors).toEqual([{ message: "Handle '  MUG! ' already in use. Please provide a new handle." }]);
});
