import fc from 'fast-check';
import { sampled } from '../../support/sampled';
import { createClient } from './edges/client';
import { type OpenStore, openStore, setProduct, shirt } from './open-store';

const noLag = { searchLagMs: 0 };

const product = (title: string, more: Record<string, unknown> = {}) => ({ title, ...more });

const one = (sku: string, price = '10', more: Record<string, unknown> = {}) => ({
  productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
  variants: [{ optionValues: [{ optionName: 'Title', name: 'Default Title' }], sku, price, ...more }],
});

const catalog = [
  product('Green Hoodie', {
    handle: 'hoodie',
    vendor: 'Snowdevil',
    tags: ['Winter', 'Sale 2026'],
    ...one('HOOD-1', '49.90'),
  }),
  product('Green Mug', {
    handle: 'mug',
    vendor: 'Icedevil',
    tags: ['Kitchen'],
    status: 'DRAFT',
    ...one('MUG-1', '12'),
  }),
  product('Hoodie of green wool', {
    handle: 'wool',
    productType: 'Ski Wear',
    ...one('HOOD-12', '99', { compareAtPrice: '120' }),
  }),
];

function stocked(options = {}): OpenStore {
  const open = openStore({ ...noLag, ...options });
  for (const input of catalog) open.ask(setProduct, { input });
  return open;
}

const find = `query ($query: String) { products(first: 50, query: $query) { nodes { handle } } }`;

const handles = (open: OpenStore, query: string): string[] =>
  open.ask(find, { query }).nodes.map(({ handle }: { handle: string }) => handle);

describe('a search for products', () => {
  const open = stocked();

  test.each([
    ['', ['hoodie', 'mug', 'wool']],
    ['green', ['hoodie', 'mug', 'wool']],
    ['GREEN hoodie', ['hoodie', 'wool']],
    ['title:green hoodie', ['hoodie', 'wool']],
    ['title:"green hoodie"', ['hoodie']],
    ["title:'Hoodie of Green Wool'", ['wool']],
    ['title:hood*', ['hoodie', 'wool']],
    ['title:hood', []],
    ['tag:winter', ['hoodie']],
    ['tag:"Sale 2026"', ['hoodie']],
    ['tag_not:winter', ['mug', 'wool']],
    ['-tag:winter', ['mug', 'wool']],
    ['NOT tag:winter', ['mug', 'wool']],
    ['sku:HOOD-1', ['hoodie']],
    ['sku:hood', ['hoodie', 'wool']],
    ['sku:HOOD*', ['hoodie', 'wool']],
    ['sku:"HOOD-1" OR sku:"MUG-1"', ['hoodie', 'mug']],
    ['handle:mug', ['mug']],
    ['handle:mug,wool', ['mug', 'wool']],
    ['status:draft', ['mug']],
    ['status:active,draft', ['hoodie', 'mug', 'wool']],
    ['vendor:Snowdevil OR vendor:Icedevil', ['hoodie', 'mug']],
    ['vendor:Icedevil OR vendor:Snowdevil AND title:hoodie', ['hoodie']],
    ['title:green (tag:kitchen OR tag:winter)', ['hoodie', 'mug']],
    ['product_type:"Ski Wear"', ['wool']],
    ['product_type:*', ['wool']],
    ['price:12', ['mug']],
    ['price:>12 price:<=49.90', ['hoodie']],
    ['is_price_reduced:true', ['wool']],
    ['created_at:<=now', ['hoodie', 'mug', 'wool']],
    ['created_at:2026', ['hoodie', 'mug', 'wool']],
    ["created_at:>'2026-11-23T00:00:00Z'", []],
    ['id:>=1 id:<=999999999999999', ['hoodie', 'mug', 'wool']],
    ['id:0', []],
    ['title:\\(green', ['hoodie', 'mug', 'wool']],
  ])('for %j finds %j', (query, found) => {
    expect(handles(open, query)).toEqual(found);
  });

  test.each([
    ['tag:(winter', []],
    ['tag:("winter"', []],
    ['(hoodie', ['hoodie', 'wool']],
    ['tag:winter OR', ['hoodie']],
    [')', ['hoodie', 'mug', 'wool']],
  ])('makes of the malformed %j what it can', (query, found) => {
    expect(handles(open, query)).toEqual(found);
  });

  test('never throws, whatever is asked', () => {
    const pieces = fc.constantFrom(
      ' ',
      ':',
      '(',
      ')',
      '"',
      "'",
      '\\',
      '-',
      '*',
      '>',
      '<=',
      'OR',
      'AND',
      'NOT',
      'tag',
      'sku',
      'é',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (parts) => {
        expect(handles(open, parts.join(''))).toEqual(expect.any(Array));
      }),
    );
  });

  test('finds every SKU that is quoted and escaped, among others perhaps', () => {
    const sku = fc.stringMatching(/^[A-Za-z0-9 .:()"'\\/_-]{0,20}[A-Za-z0-9]$/);
    fc.assert(
      fc.property(sku, (text) => {
        const fresh = openStore(noLag);
        fresh.ask(setProduct, { input: product('Thing', { handle: 'thing', ...one(text) }) });
        expect(handles(fresh, `sku:"${text.replace(/["\\]/g, '\\$&')}"`)).toEqual(['thing']);
      }),
      { numRuns: sampled(15, 500) },
    );
  });
});

describe('a field that is no filter', () => {
  test('is ignored, so that everything is found, and warned of', () => {
    const open = stocked();
    const answer = open.graphql(find, { query: 'colour:green tag:winter' });
    expect(answer.data?.products).toEqual({ nodes: [{ handle: 'hoodie' }] });
    expect(handles(open, 'colour:green')).toHaveLength(3);
    expect(answer.extensions?.search).toEqual([
      {
        path: ['products'],
        query: 'colour:green tag:winter',
        parsed: {
          and: [
            { field: 'colour', match_all: 'green' },
            { field: 'tag', match_all: 'winter' },
          ],
        },
        warnings: [
          { field: 'colour', message: 'Invalid search field for this query.', code: 'invalid_field' },
        ],
      },
    ]);
  });

  test('is what follows a colon in an unquoted time', () => {
    const { extensions } = stocked().graphql(find, { query: 'updated_at:>=2026-09-25T02:45:22Z' });
    expect(extensions?.search).toMatchObject([{ warnings: [{ field: '45' }] }]);
  });
});

describe('the header Shopify-Search-Query-Debug', () => {
  test('makes the answer tell how a search was understood', () => {
    const client = createClient();
    const ask = (headers = {}) => {
      const answer = client.graphql(
        '{ found: products(first: 1, query: "tag:a OR tag:b") { nodes { id } } }',
        { headers },
      );
      if ('failure' in answer) throw new Error(answer.failure);
      return JSON.parse(answer.body).extensions;
    };
    expect(ask().search).toBeUndefined();
    expect(ask({ 'shopify-search-query-debug': '1' })).toMatchObject({
      cost: { requestedQueryCost: expect.any(Number) },
      search: [
        {
          path: ['found'],
          parsed: {
            or: [
              { field: 'tag', match_all: 'a' },
              { field: 'tag', match_all: 'b' },
            ],
          },
        },
      ],
    });
  });
});

describe('the index', () => {
  const lag = { searchLagMs: 2_000, derivedSearchLagMs: 5_000 };

  test('does not know a new product for a while, which look-ups do', () => {
    const open = openStore(lag);
    const { id } = open.ask(setProduct, { input: shirt }).product;
    expect(handles(open, 'title:shirt')).toEqual([]);
    expect(open.ask('query ($id: ID!) { nodes(ids: [$id]) { id } }', { id })).toEqual([{ id }]);
    expect(open.ask('{ productByIdentifier(identifier: { handle: "shirt" }) { id } }')).toEqual({ id });
    expect(open.ask('{ products(first: 5) { nodes { id } } }').nodes).toEqual([{ id }]);
    open.wait(2_000);
    expect(handles(open, 'title:shirt')).toEqual(['shirt']);
  });

  test('finds a changed product by what it said before, and shows what it says now', () => {
    const open = openStore(lag);
    const { id } = open.ask(setProduct, { input: shirt }).product;
    open.wait(60_000);
    const rename =
      'mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }';
    open.ask(rename, { product: { id, title: 'Trousers' } });
    const titles = (query: string) =>
      open
        .ask('query ($query: String) { products(first: 5, query: $query) { nodes { title } } }', { query })
        .nodes.map(({ title }: { title: string }) => title);
    expect(titles('title:shirt')).toEqual(['Trousers']);
    expect(titles('title:trousers')).toEqual([]);
    open.wait(2_000);
    expect(titles('title:shirt')).toEqual([]);
    expect(titles('title:trousers')).toEqual(['Trousers']);
  });

  test("learns of a variant's new SKU later than of a product's own fields", () => {
    const open = openStore(lag);
    open.ask(setProduct, { input: shirt });
    open.wait(2_000);
    expect(handles(open, 'title:shirt')).toEqual(['shirt']);
    expect(handles(open, 'sku:SHIRT-S-RED')).toEqual([]);
    open.wait(3_000);
    expect(handles(open, 'sku:SHIRT-S-RED')).toEqual(['shirt']);
  });

  test('never shows what is gone', () => {
    const open = openStore(lag);
    const { id } = open.ask(setProduct, { input: shirt }).product;
    open.wait(60_000);
    open.ask('mutation ($id: ID!) { productDelete(input: { id: $id }) { deletedProductId } }', { id });
    expect(handles(open, 'title:shirt')).toEqual([]);
  });

  test('forgets what an undone write would have changed', () => {
    const open = openStore(lag);
    open.ask(setProduct, { input: shirt });
    open.wait(60_000);
    const bad = { ...shirt, variants: [...shirt.variants, { optionValues: [], price: '-1' }] };
    open.graphql(setProduct, { identifier: { handle: 'shirt' }, input: bad });
    expect(handles(open, 'sku:SHIRT-S-RED')).toEqual(['shirt']);
    open.wait(60_000);
    expect(handles(open, 'sku:SHIRT-S-RED')).toEqual(['shirt']);
  });

  test('has caught up once the lag is over: searches answer as an index without lag', () => {
    const words = fc.constantFrom('red', 'blue', 'mug', 'shirt');
    const edits = fc.array(fc.tuple(fc.nat(3), words, words), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(edits, words, (writes, asked) => {
        const [late, prompt] = [openStore(lag), openStore(noLag)];
        for (const open of [late, prompt]) {
          for (const [number, title, tag] of writes) {
            const handle = `p-${number}`;
            open.ask(setProduct, { identifier: { handle }, input: { title, tags: [tag], handle } });
            open.wait(700);
          }
        }
        late.wait(5_000);
        expect(handles(late, `title:${asked} OR tag:${asked}`)).toEqual(
          handles(prompt, `title:${asked} OR tag:${asked}`),
        );
      }),
      { numRuns: sampled(8, 250) },
    );
  });
});

describe('other searches', () => {
  test('find variants, inventory items and locations by their filters', () => {
    const open = stocked({ locations: ['Berlin', 'Porto'] });
    const nodes = (root: string, query: string, field: string): unknown[] =>
      open
        .ask(`query ($query: String) { ${root}(first: 10, query: $query) { nodes { ${field} } } }`, { query })
        .nodes.map((node: Record<string, unknown>) => node[field]);
    expect(nodes('productVariants', 'sku:"HOOD-1" OR sku:"MUG-1"', 'sku')).toEqual(['HOOD-1', 'MUG-1']);
    expect(nodes('productVariants', 'product_status:draft', 'sku')).toEqual(['MUG-1']);
    expect(nodes('productVariants', 'vendor:snowdevil', 'sku')).toEqual(['HOOD-1']);
    expect(nodes('inventoryItems', 'sku:mug tracked:false', 'sku')).toEqual(['MUG-1']);
    expect(nodes('locations', 'name:porto', 'name')).toEqual(['Porto']);
    expect(open.ask('{ productsCount(query: "title:green") { count precision } }')).toEqual({
      count: 3,
      precision: 'EXACT',
    });
    expect(open.ask('{ productsCount(limit: 1) { count precision } }')).toEqual({
      count: 1,
      precision: 'AT_LEAST',
    });
  });
});

test('files are found by where they are used, variants by whether stock is kept of them, products by their channels', () => {
  const { ask, wait, store } = openStore();
  const { product } = ask(
    `mutation { productCreate(product: { title: "Mug", status: ACTIVE }, media: [{ originalSource: "https://example.com/a.jpg", mediaContentType: IMAGE }]) {
      product { id } } }`,
  );
  ask('mutation { productCreate(product: { title: "Cup", status: DRAFT }) { product { id } } }');
  ask(
    'mutation { fileCreate(files: [{ originalSource: "https://example.com/b.jpg", contentType: IMAGE }]) { files { id } } }',
  );
  wait(60_000);
  const count = (name: string, query: string) =>
    ask(`query ($query: String) { ${name}(first: 9, query: $query) { nodes { id } } }`, { query }).nodes
      .length;
  const number = (product.id as string).split('/').at(-1);
  expect([count('files', 'used_in:product'), count('files', 'used_in:none')]).toEqual([1, 1]);
  expect([count('files', `product_id:${number}`), count('files', 'product_id:1')]).toEqual([1, 0]);
  expect([count('files', 'status:ready'), count('files', 'status:failed')]).toEqual([2, 0]);
  expect([count('productVariants', 'managed:true'), count('productVariants', 'managed:false')]).toEqual([
    count('productVariants', 'managed_by:shopify'),
    2 - count('productVariants', 'managed_by:shopify'),
  ]);
  expect([count('products', 'bundles:true'), count('products', 'bundles:false')]).toEqual([0, 2]);
  expect(count('productVariants', 'exclude_composite:true')).toBe(2);
  const [publication] = store.state.publications.all();
  ask(
    'mutation ($id: ID!, $input: [PublicationInput!]!) { publishablePublish(id: $id, input: $input) { userErrors { message } } }',
    { id: product.id, input: [{ publicationId: publication?.id }] },
  );
  wait(60_000);
  const channel = publication?.id.split('/').at(-1);
  expect([
    count('products', `published_status:${channel}-published`),
    count('products', `published_status:${channel}-hidden`),
    count('products', `publishable_status:${channel}-approved`),
    count('products', `publication_ids:${channel}`),
    count('products', 'published_status:online_store_channel'),
    count('products', 'published_status:unavailable'),
  ]).toEqual([1, 1, 1, 1, 2, 1]);
});
