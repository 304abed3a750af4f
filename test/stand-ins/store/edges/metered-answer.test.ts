import { bodyOf, createClient, responded, type TestClient } from './client';

const page = '{ products(first: 250) { nodes { id } } }';
const wide =
  '{ products(first: 250) { nodes { id variants(first: 250) { nodes { id metafields(first: 250) { nodes { id } } } } } } }';
const create = `mutation($product: ProductCreateInput!) {
  productCreate(product: $product) { product { id variants(first: 10) { nodes { id } } } userErrors { message } } }`;

const costIn = (answer: ReturnType<TestClient['graphql']>) => bodyOf(answer).extensions.cost;

describe('an answer', () => {
  test('says what it cost and what is left', () => {
    const client = createClient();
    const answer = client.graphql(create, { variables: { product: { title: 'Mug' } } });
    expect(costIn(answer)).toEqual({
      requestedQueryCost: 16,
      actualQueryCost: 13,
      throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1987, restoreRate: 100 },
    });
  });

  test('breaks the cost down by field when asked', () => {
    const client = createClient();
    const { fields } = costIn(client.graphql(page, { headers: { 'shopify-graphql-cost-debug': '1' } }));
    expect(fields).toContainEqual({
      path: ['products'],
      definedCost: null,
      requestedTotalCost: 13,
      requestedChildrenCost: 1,
    });
  });

  test('names the API version it was given in', () => {
    const headersOf = (client: TestClient) => responded(client.graphql(page, { version: '2025-10' })).headers;
    expect(headersOf(createClient())['X-Shopify-API-Version']).toBe('2025-10');
    const retired = createClient({ oldestApiVersion: '2026-01' });
    expect(headersOf(retired)['X-Shopify-API-Version']).toBe('2026-01');
  });
});

describe('requests that arrive together', () => {
  test('do not see one another’s refund, and later ones do', () => {
    const client = createClient();
    const left = () => {
      const answer = client.graphql(create, { variables: { product: { title: 'Mug' } } });
      return costIn(answer).throttleStatus.currentlyAvailable;
    };
    expect([left(), left(), left()]).toEqual([1987, 1971, 1955]);
    client.pass(1000);
    expect(left()).toBe(1987);
  });
});

describe('an empty bucket', () => {
  const emptied = (): TestClient => {
    const client = createClient();
    while (!bodyOf(client.graphql(page)).errors) {
      // Thirteen points at a time, all at the same moment.
    }
    return client;
  };

  test('answers 200 with THROTTLED, and nothing is executed', () => {
    const client = emptied();
    const answer = client.graphql(create, { variables: { product: { title: 'Mug' } } });
    expect(responded(answer).status).toBe(200);
    expect(bodyOf(answer)).toEqual({
      errors: [
        {
          message: 'Throttled',
          extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' },
        },
      ],
      extensions: {
        cost: {
          requestedQueryCost: 16,
          actualQueryCost: null,
          throttleStatus: {
            maximumAvailable: 2000,
            currentlyAvailable: expect.any(Number),
            restoreRate: 100,
          },
        },
      },
    });
    expect(client.store.state.products.all()).toEqual([]);
  });

  test('is paid again exactly when the missing points are restored', () => {
    const client = emptied();
    const { requestedQueryCost, throttleStatus } = costIn(client.graphql(page));
    const missing = requestedQueryCost - throttleStatus.currentlyAvailable;
    client.pass((1000 * missing) / throttleStatus.restoreRate - 10);
    expect(bodyOf(client.graphql(page)).errors).toBeDefined();
    client.pass(10);
    expect(bodyOf(client.graphql(page)).errors).toBeUndefined();
  });

  test('of one app leaves the other apps’ alone', () => {
    const other = { clientId: 'other-client', clientSecret: 'shpss_fake_other', scopes: ['read_products'] };
    const client = createClient({ apps: [other] });
    for (let request = 0; request < 160; request++) client.graphql(page);
    expect(bodyOf(client.graphql(page)).errors[0].extensions.code).toBe('THROTTLED');
    const granted = client.form('/admin/oauth/access_token', {
      grant_type: 'client_credentials',
      client_id: 'other-client',
      client_secret: 'shpss_fake_other',
    });
    const token = bodyOf(granted).access_token;
    expect(costIn(client.graphql(page, { token })).throttleStatus.currentlyAvailable).toBe(2000 - 13);
  });
});

describe('a refusal', () => {
  test('for more than 1,000 points comes before anything is charged', () => {
    const client = createClient();
    const { errors, extensions } = bodyOf(client.graphql(wide));
    expect(extensions).toBeUndefined();
    expect(errors[0].message).toMatch(
      /^Query cost is \d+, which exceeds the single query max cost limit \(1000\)/,
    );
    expect(errors[0].extensions).toMatchObject({ code: 'MAX_COST_EXCEEDED', maxCost: 1000 });
    expect(costIn(client.graphql('{ shop { name } }')).throttleStatus.currentlyAvailable).toBe(1999);
  });

  test('of an over-long input array is charged in full', () => {
    const client = createClient();
    const tags = Array.from({ length: 251 }, (_, index) => `tag-${index}`);
    const answer = client.graphql(create, { variables: { product: { title: 'Mug', tags } } });
    expect(bodyOf(answer).errors[0].extensions.code).toBe('MAX_INPUT_SIZE_EXCEEDED');
    expect(costIn(answer)).toMatchObject({ requestedQueryCost: 16, actualQueryCost: null });
    client.pass(10);
    expect(costIn(client.graphql('{ shop { name } }')).throttleStatus.currentlyAvailable).toBe(1984);
  });

  test('of a document or a variable costs nothing', () => {
    const client = createClient();
    for (const answer of [
      client.graphql('{ shop { name '),
      client.graphql('{ shop { unknownField } }'),
      client.graphql(create, { variables: { product: { title: 7 } } }),
    ]) {
      expect(responded(answer).status).toBe(200);
      expect(bodyOf(answer).errors).toHaveLength(1);
      expect(bodyOf(answer).extensions).toBeUndefined();
    }
    expect(costIn(client.graphql('{ shop { name } }')).throttleStatus.currentlyAvailable).toBe(1999);
  });

  test.each([
    ['application/json', '{"query": ', 400],
    ['application/json', '{"variables": {}}', 400],
    ['text/plain', '{ shop { name } }', 415],
    ['application/graphql', '{ shop { name } }', 200],
  ])('of a body of type %s holding %s has its status', (contentType, body, status) => {
    const client = createClient();
    const answer = client.send({
      method: 'POST',
      url: `https://${client.store.shop}/admin/api/2026-10/graphql.json`,
      headers: { 'content-type': contentType, 'x-shopify-access-token': 'shpat_embedded_store_fake_token' },
      body,
    });
    expect(responded(answer).status).toBe(status);
  });

  test.each(['/admin/api/latest/graphql.json', '/admin/api/2026-10/products.json', '/nothing'])(
    'of the path %s is a 404',
    (path) => {
      const client = createClient();
      const url = `https://${client.store.shop}${path}`;
      expect(responded(client.send({ method: 'POST', url })).status).toBe(404);
    },
  );
});
