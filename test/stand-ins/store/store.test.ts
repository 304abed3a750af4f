import fc from 'fast-check';
import { connection } from '../../../local/store/graphql/connections';
import { createTable, type Journal } from '../../../local/store/shop/state/table';
import { openStore, setProduct, shirt } from './open-store';

test('a saved store goes on as if it had never stopped', () => {
  const { ask, store } = openStore();
  ask(setProduct, { input: shirt });
  const saved = JSON.parse(JSON.stringify(store.save()));
  const again = openStore({ saved });
  expect(again.store.dump()).toEqual(store.dump());
  expect(again.ask(setProduct, { input: { title: 'Cap' } }).product.id).toBe(
    ask(setProduct, { input: { title: 'Cap' } }).product.id,
  );
});

test('a media file is uploaded, processed and then served from the CDN, and the dump knows its source', () => {
  const { ask, store, wait } = openStore();
  const originalSource = 'https://example.com/images/red%20shirt.jpg';
  const media = [{ originalSource, mediaContentType: 'IMAGE', alt: 'Red' }];
  const create = `mutation ($media: [CreateMediaInput!]) { productCreate(product: { title: "Shirt" }, media: $media) {
    product { media(first: 1) { nodes { id status ... on MediaImage { image { url } } } } } } }`;
  const [uploaded] = ask(create, { media }).product.media.nodes;
  expect(uploaded).toMatchObject({ status: 'UPLOADED', image: null });
  const read = 'query ($id: ID!) { node(id: $id) { ... on MediaImage { status image { url } } } }';
  wait(500);
  expect(ask(read, { id: uploaded.id })).toEqual({ status: 'PROCESSING', image: null });
  wait(60_000);
  const ready = ask(read, { id: uploaded.id });
  expect(ready.status).toBe('READY');
  expect(ready.image.url).toMatch(
    /^https:\/\/cdn\.shopify\.com\/s\/files\/1\/[\d/]+\/files\/red_shirt\.jpg\?v=\d+$/,
  );
  expect(store.dump().products[0]?.media).toEqual([{ originalSource, alt: 'Red' }]);
});

test('a sku is found by search, a handle by its identifier', () => {
  const { ask, wait } = openStore();
  ask(setProduct, { input: shirt });
  wait(60_000);
  const search = 'query ($query: String!) { productVariants(first: 5, query: $query) { nodes { sku } } }';
  const query = 'sku:"SHIRT-S-RED" OR sku:"SHIRT-M-RED"';
  expect(ask(search, { query }).nodes).toEqual([{ sku: 'SHIRT-S-RED' }, { sku: 'SHIRT-M-RED' }]);
  const byHandle =
    'query ($handle: String!) { productByIdentifier(identifier: { handle: $handle }) { title } }';
  expect(ask(byHandle, { handle: 'shirt' })).toEqual({ title: 'Shirt' });
});

test('a category is found by its name and comes with its real id', () => {
  const search =
    'query ($search: String!) { taxonomy { categories(first: 5, search: $search) { nodes { id fullName } } } }';
  expect(openStore().ask(search, { search: 't-shirts' }).categories.nodes).toEqual([
    {
      id: 'gid://shopify/TaxonomyCategory/aa-1-13-8',
      fullName: 'Apparel & Accessories > Clothing > Clothing Tops > T-Shirts',
    },
  ]);
});

describe('a connection', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_one, index) => ({ id: `gid://shopify/Product/${index}` }));

  test('shows every row once, page by page, in both directions', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 9 }), (count, first) => {
        const all = rows(count);
        const forwards: string[] = [];
        for (
          let page = connection(all, { first });
          ;
          page = connection(all, { first, after: page.pageInfo.endCursor })
        ) {
          forwards.push(...page.nodes.map((node) => node.id));
          if (!page.pageInfo.hasNextPage) break;
        }
        expect(forwards).toEqual(all.map((row) => row.id));
        const { nodes } = connection(all, { last: first });
        expect(nodes).toEqual(all.slice(-first));
      }),
    );
  });
});

describe('a table', () => {
  test('is as it was after its journal is played back', () => {
    const write = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      value: fc.option(fc.constantFrom('x', 'y')),
    });
    fc.assert(
      fc.property(fc.array(write), fc.array(write), (before, after) => {
        let journal: Journal | undefined;
        const table = createTable<{ id: string; value: string }>(() => journal, {
          value: (row) => row.value,
        });
        const apply = (writes: typeof before): void => {
          for (const { id, value } of writes) {
            if (value === null) table.delete(id);
            else table.put({ id, value });
          }
        };
        const seen = (): unknown => [
          ...['a', 'b', 'c'].map((id) => table.get(id)),
          table
            .find('value', 'x')
            .map((row) => row.id)
            .sort(),
        ];
        apply(before);
        const start = seen();
        journal = [];
        apply(after);
        for (const undo of journal.reverse()) undo();
        expect(seen()).toEqual(start);
      }),
    );
  });
});
