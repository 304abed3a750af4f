import { fakeAccessToken } from '../../../local/store/embedded-store';
import { openStore } from './open-store';

const codes = (answer: {
  errors?: readonly { extensions?: Readonly<Record<string, unknown>> }[];
}): unknown[] => (answer.errors ?? []).map((error) => error.extensions?.code);

describe('a document', () => {
  const { graphql } = openStore();

  test.each([
    ['{ product(id: "gid://shopify/Product/1") { colour } }', 'undefinedField'],
    ['{ product(id: "gid://shopify/Product/1", colour: 1) { id } }', 'argumentNotAccepted'],
    ['{ product { id } }', 'missingRequiredArguments'],
    ['{ shop }', 'selectionMismatch'],
    ['{ shop { name { first } } }', 'selectionMismatch'],
    ['{ shop { ...Missing } }', 'useAndDefineFragment'],
    ['query ($id: ID!) { shop { name } }', 'variableNotUsed'],
    ['{ product(id: $id) { id } }', 'variableNotDefined'],
    ['query ($id: String!) { product(id: $id) { id } }', 'variableMismatch'],
    [
      'mutation { tagsAdd(id: "gid://shopify/Product/1", tags: ["a"]) @unknown { node { id } } }',
      'undefinedDirective',
    ],
    ['mutation { productCreate(product: { colour: 1 }) { product { id } } }', 'argumentNotAccepted'],
  ])('%s is refused as %s', (query, code) => {
    expect(codes(graphql(query))).toEqual([code]);
  });

  test('that does not parse says where', () => {
    expect(graphql('query {').errors).toEqual([
      { message: 'syntax error, unexpected end of file at [1, 7]', locations: [{ line: 1, column: 7 }] },
    ]);
  });

  test('may name a root that the schema knows and the store does not model', () => {
    expect(graphql('{ orders(first: 1) { nodes { id } } }')).toMatchObject({
      errors: [
        {
          message: 'The query orders is not implemented in the embedded store',
          extensions: { code: 'NOT_IMPLEMENTED' },
        },
      ],
    });
  });

  test('may ask for a field that the store does not model', () => {
    const answer = graphql('{ shop { name richTextEditorUrl } }');
    expect(codes(answer)).toEqual(['NOT_IMPLEMENTED']);
  });
});

describe('variables', () => {
  const { graphql } = openStore();
  const create =
    'mutation ($product: ProductCreateInput!) { productCreate(product: $product) { product { id } } }';

  test('are refused with every problem and the value that was sent', () => {
    const product = { title: 1, status: 'ENABLED', colour: 'red' };
    const [error] = graphql(create, { product }).errors ?? [];
    expect(error?.message).toBe(
      'Variable $product of type ProductCreateInput! was provided invalid value for ' +
        'colour (Field is not defined on ProductCreateInput), ' +
        'status (Expected "ENABLED" to be one of: ACTIVE, ARCHIVED, DRAFT, UNLISTED), ' +
        'title (Could not coerce value 1 to String)',
    );
    expect(error?.extensions).toMatchObject({ code: 'INVALID_VARIABLE', value: product });
  });

  test('know no unlisted products before 2025-10', () => {
    const [error] = graphql(create, { product: { status: 'UNLISTED' } }, '2025-07').errors ?? [];
    expect(error?.message).toContain('Expected "UNLISTED" to be one of: ACTIVE, ARCHIVED, DRAFT)');
  });

  test('may hold 250 entries in a list, 2,048 in a list of variants', () => {
    const ids = Array.from({ length: 251 }, (_one, index) => `gid://shopify/Product/${index + 1}`);
    expect(graphql('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toMatchObject({
      errors: [
        {
          message: 'The input array size of 251 is greater than the maximum allowed of 250.',
          path: ['nodes', 'ids'],
          extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' },
        },
      ],
    });
  });
});

describe('access scopes', () => {
  test('that are missing deny the field and name what it needs', () => {
    const { graphql } = openStore({ accessScopes: ['read_products'] });
    expect(graphql('{ locations(first: 1) { nodes { id } } shop { name } }')).toMatchObject({
      data: null,
      errors: [{ path: ['locations'], extensions: { code: 'ACCESS_DENIED' } }],
    });
    const denied = graphql('mutation { productCreate(product: { title: "a" }) { product { id } } }');
    expect(denied.errors?.[0]?.message).toMatch(
      /^Access denied for productCreate field\. Required access: `write_products` access scope/,
    );
  });

  test('to write include those to read', () => {
    const { graphql } = openStore({ accessScopes: ['write_products'] });
    expect(graphql('{ products(first: 1) { nodes { id } } }').errors).toBeUndefined();
  });
});

test('a wrong token is answered with 401 and a text', () => {
  const { store } = openStore();
  const send = (token: string) =>
    store.send({
      method: 'POST',
      url: `https://${store.shop}/admin/api/2026-10/graphql.json`,
      headers: { 'x-shopify-access-token': token, 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ shop { name } }' }),
    });
  expect(send('shpat_wrong')).toMatchObject({
    status: 401,
    body: expect.stringContaining('[API] Invalid API key or access token'),
  });
  expect(send(fakeAccessToken)).toMatchObject({ status: 200 });
});

test('an id of another type than the field takes is not found', () => {
  const { graphql } = openStore();
  expect(graphql('{ product(id: "gid://shopify/ProductVariant/1") { id } }')).toMatchObject({
    data: { product: null },
    errors: [
      {
        message: 'Invalid id: gid://shopify/ProductVariant/1',
        path: ['product'],
        extensions: { code: 'RESOURCE_NOT_FOUND' },
      },
    ],
  });
});
