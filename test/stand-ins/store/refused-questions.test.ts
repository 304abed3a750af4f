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
