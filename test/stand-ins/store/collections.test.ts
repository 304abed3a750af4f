import { createStore } from '../../../local/store/embedded-store';
import { openStore } from './open-store';

const createProduct =
  'mutation ($product: ProductCreateInput!) { productCreate(product: $product) { product { id } userErrors { message } } }';
const create = `mutation ($input: CollectionInput, $collection: CollectionCreateInput) {
  collectionCreate(input: $input, collection: $collection) { collection { id handle } userErrors { field message } } }`;
const update = `mutation ($input: CollectionInput, $collection: CollectionUpdateInput) {
  collectionUpdate(input: $input, collection: $collection) { collection { id handle } job { done } userErrors { field message } } }`;
const titles = `query ($id: ID!, $sort: ProductCollectionSortKeys) { collection(id: $id) {
  products(first: 20, sortKey: $sort) { nodes { title } } } }`;

/** Three products: an old blue mug, a new blue cup, a red bowl. */
function openWithProducts() {
  const open = openStore();
  const made = (product: object): string => open.ask(createProduct, { product }).product.id;
  const mug = made({ title: 'Mug', vendor: 'Old', tags: ['blue'], productType: 'Cups' });
  const cup = made({ title: 'Cup', vendor: 'New', tags: ['blue', 'sale'], productType: 'Cups' });
  const bowl = made({ title: 'Bowl', vendor: 'New', tags: ['red'] });
  const shown = (id: string, sort?: string): string[] => {
    open.wait(10);
    return open.ask(titles, { id, sort }).products.nodes.map(({ title }: { title: string }) => title);
  };
  const from = (...sources: object[]): string => {
    const { collection, userErrors } = open.ask(create, { collection: { title: 'Of sources', sources } });
    expect(userErrors).toEqual([]);
    return collection.id;
  };
  return { ...open, mug, cup, bowl, shown, from };
}

const tagged = (...values: string[]) => ({
  productTag: { relation: 'TAGGED_WITH', matchType: 'ANY', values },
});
const conditions = (inclusion: object, exclusion?: object) => ({
  source: { title: 'Own', inclusion, exclusion },
});

describe('a collection of sources', () => {
  test('takes what its conditions choose and what was chosen by hand', () => {
    const { from, shown, bowl } = openWithProducts();
    const id = from(conditions({ conditions: [tagged('blue')], selections: [{ productId: bowl }] }));
    expect(shown(id)).toEqual(['Mug', 'Cup', 'Bowl']);
  });

  test('leaves out what its exclusion names, by hand or by condition', () => {
    const { from, shown, mug } = openWithProducts();
    const all = { conditions: [tagged('blue', 'red')] };
    expect(shown(from(conditions(all, { selections: [{ productId: mug }] })))).toEqual(['Cup', 'Bowl']);
    const exclusion = {
      conditions: [{ productVendor: { relation: 'EQUALS', matchType: 'ANY', values: ['New'] } }],
    };
    expect(shown(from(conditions(all, exclusion)))).toEqual(['Mug']);
  });

  test('is the union of its sources, and of the collections that it names', () => {
    const { from, shown, bowl } = openWithProducts();
    const sale = from(conditions({ conditions: [tagged('sale')] }));
    const id = from(conditions({ selections: [{ productId: bowl }] }), {
      subCollections: { title: 'Below', collectionIds: [sale] },
    });
    expect(shown(id)).toEqual(['Cup', 'Bowl']);
  });

  test.each([
    [{ productTitle: { relation: 'STARTS_WITH', matchType: 'ANY', values: ['M', 'B'] } }, ['Mug', 'Bowl']],
    [{ productTitle: { relation: 'CONTAINS', matchType: 'ALL', values: ['u', 'p'] } }, ['Cup']],
    [{ productType: { relation: 'NOT_EQUALS', matchType: 'ANY', values: ['Cups'] } }, ['Bowl']],
    [{ productTag: { relation: 'NOT_TAGGED_WITH', matchType: 'ANY', values: ['blue'] } }, ['Bowl']],
    [{ variantInventory: { relation: 'GREATER_THAN', value: 0 } }, []],
    [{ variantCompareAtPrice: { relation: 'IS_NOT_SET' } }, ['Mug', 'Cup', 'Bowl']],
    [
      { variantPrice: { relation: 'LESS_THAN', value: { amount: '1', currencyCode: 'USD' } } },
      ['Mug', 'Cup', 'Bowl'],
    ],
    [{ productStatus: { relation: 'EQUALS', matchType: 'ANY', values: ['DRAFT'] } }, []],
  ])('evaluates %j', (condition, expected) => {
    const { from, shown } = openWithProducts();
    expect(shown(from(conditions({ conditions: [condition] })))).toEqual(expected);
  });

  test('says its sources, and older versions of the API do not show it', () => {
    const { from, ask } = openWithProducts();
    const id = from(conditions({ matchType: 'ANY', conditions: [tagged('blue')] }));
    const query = `query ($id: ID!) { collection(id: $id) { sources { __typename title ... on CollectionConditionsSource {
      inclusion { matchType conditions { __typename ... on CollectionSourceInclusionConditionProductTag { relation values } } } } } } }`;
    expect(ask(query, { id }).sources).toEqual([
      {
        __typename: 'CollectionConditionsSource',
        title: 'Own',
        inclusion: {
          matchType: 'ANY',
          conditions: [
            {
              __typename: 'CollectionSourceInclusionConditionProductTag',
              relation: 'TAGGED_WITH',
              values: ['blue'],
            },
          ],
        },
      },
    ]);
    expect(ask('query ($id: ID!) { collection(id: $id) { id } }', { id }, '2026-04')).toBeNull();
    expect(ask('{ collections(first: 5) { nodes { id } } }', {}, '2026-04').nodes).toEqual([]);
  });

  test('changes by adding and removing products, conditions and whole sources', () => {
    const { from, ask, shown, bowl } = openWithProducts();
    const id = from(conditions({ conditions: [tagged('blue')] }));
    const [{ id: source }] = ask('query ($id: ID!) { collection(id: $id) { sources { id } } }', {
      id,
    }).sources;
    const change = (inclusion: object) =>
      ask(update, { collection: { id, sourcesToUpdate: [{ condition: { id: source, inclusion } }] } });
    expect(change({ selectionsToAdd: [{ productId: bowl }] })).toMatchObject({ job: { done: false } });
    expect(shown(id)).toEqual(['Mug', 'Cup', 'Bowl']);
    change({ selectionsToRemove: [{ productId: bowl }], conditionsToCreate: [tagged('sale')] });
    expect(shown(id)).toEqual(['Cup']);
    ask(update, { collection: { id, sourcesToDelete: [source] } });
    expect(shown(id)).toEqual([]);
    expect(
      ask(update, { collection: { id, sourcesToDelete: ['gid://shopify/CollectionConditionsSource/1'] } })
        .userErrors,
    ).toHaveLength(1);
  });
});

describe('a collection of the old model', () => {
  test('by hand shows one source, and stays visible to older versions when products are added to it', () => {
    const { ask, shown, mug, bowl } = openWithProducts();
    const { id } = ask(create, { input: { title: 'Hand', products: [mug] } }).collection;
    const [{ id: source }] = ask('query ($id: ID!) { collection(id: $id) { sources { id } } }', {
      id,
    }).sources;
    const inclusion = { selectionsToAdd: [{ productId: bowl }] };
    ask(update, { collection: { id, sourcesToUpdate: [{ condition: { id: source, inclusion } }] } });
    expect(shown(id)).toEqual(['Mug', 'Bowl']);
    expect(ask('query ($id: ID!) { collection(id: $id) { id } }', { id }, '2026-04')).toEqual({ id });
  });

  test('is joined and left with a product, and one with conditions is passed over', () => {
    const { ask, shown, mug } = openWithProducts();
    const hand = ask(create, { input: { title: 'Hand' } }).collection.id;
    const rules = [{ column: 'TAG', relation: 'EQUALS', condition: 'red' }];
    const smart = ask(create, { input: { title: 'Red', ruleSet: { appliedDisjunctively: false, rules } } })
      .collection.id;
    const join =
      'mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }';
    ask(join, { product: { id: mug, collectionsToJoin: [hand, smart] } });
    expect([shown(hand), shown(smart)]).toEqual([['Mug'], ['Bowl']]);
    ask(join, { product: { id: mug, collectionsToLeave: [hand] } });
    expect(shown(hand)).toEqual([]);
  });

  test('is reordered move by move, and only where it is sorted by hand', () => {
    const { ask, shown, mug, cup, bowl } = openWithProducts();
    const reorder = `mutation ($id: ID!, $moves: [MoveInput!]!) { collectionReorderProducts(id: $id, moves: $moves) {
      job { done } userErrors { field code } } }`;
    const input = { title: 'Hand', products: [mug, cup, bowl] };
    const { id } = ask(create, { input: { ...input, sortOrder: 'MANUAL' } }).collection;
    const moves = [
      { id: bowl, newPosition: '0' },
      { id: cup, newPosition: '9' },
    ];
    expect(ask(reorder, { id, moves })).toEqual({ job: { done: false }, userErrors: [] });
    expect(shown(id)).toEqual(['Bowl', 'Mug', 'Cup']);
    expect(shown(id, 'TITLE')).toEqual(['Bowl', 'Cup', 'Mug']);
    const best = ask(create, { input }).collection.id;
    expect(ask(reorder, { id: best, moves }).userErrors).toEqual([
      { field: ['id'], code: 'MANUALLY_SORTED_COLLECTION' },
    ]);
  });

  test('is renamed, may leave a redirect, and takes no handle that another one has', () => {
    const { ask, store } = openWithProducts();
    const { id } = ask(create, { input: { title: 'Summer' } }).collection;
    ask(create, { input: { title: 'Winter' } });
    expect(ask(update, { input: { id, handle: 'winter' } }).userErrors).toEqual([
      { field: ['handle'], message: 'Handle has already been taken' },
    ]);
    ask(update, { input: { id, handle: 'autumn', redirectNewHandle: true } });
    expect(store.state.urlRedirects.all()).toMatchObject([
      { path: '/collections/summer', target: '/collections/autumn' },
    ]);
    expect(ask('{ collectionByHandle(handle: "autumn") { title } }')).toEqual({ title: 'Summer' });
  });

  test('is deleted with its metafields', () => {
    const { ask, store } = openWithProducts();
    const metafields = [{ namespace: 'custom', key: 'note', type: 'single_line_text_field', value: 'x' }];
    const { id } = ask(create, { input: { title: 'Gone', metafields } }).collection;
    const remove =
      'mutation ($id: ID!) { collectionDelete(input: { id: $id }) { deletedCollectionId userErrors { field message } } }';
    expect(ask(remove, { id })).toEqual({ deletedCollectionId: id, userErrors: [] });
    expect(store.state.metafields.all()).toEqual([]);
    expect(ask(remove, { id }).userErrors).toEqual([{ field: ['id'], message: 'Collection does not exist' }]);
  });
});

test('a collection has an image, whose address is the CDN’s, and loses it', () => {
  const { ask } = openWithProducts();
  const image = { src: 'https://example.com/summer.jpg', altText: 'Beach' };
  const { id } = ask(create, { input: { title: 'Summer', image } }).collection;
  const read = 'query ($id: ID!) { collection(id: $id) { image { url altText } } }';
  expect(ask(read, { id }).image).toEqual({
    url: expect.stringMatching(/^https:\/\/cdn\.shopify\.com\/.*\/summer\.jpg/),
    altText: 'Beach',
  });
  ask(update, { input: { id, image: { altText: 'Sea' } } });
  expect(ask(read, { id }).image.altText).toBe('Sea');
  ask(update, { input: { id, image: null } });
  expect(ask(read, { id }).image).toBeNull();
  expect(ask(update, { input: { id, image: { src: 'summer.jpg' } } }).userErrors).toHaveLength(1);
});

test('sources and orders are in what is saved', () => {
  const { from, store } = openWithProducts();
  from(conditions({ conditions: [tagged('blue')] }));
  const again = createStore({ now: () => 0, saved: JSON.parse(JSON.stringify(store.save())) });
  expect(again.state.collections.all()).toEqual(store.state.collections.all());
});

test('collections are counted as they are searched', () => {
  const { ask, wait } = openWithProducts();
  for (const title of ['Summer', 'Winter']) ask(create, { input: { title } });
  wait(10_000);
  const count = (query: string) => ask(`{ collectionsCount(query: "${query}") { count } }`).count;
  expect([count('handle:summer'), count('handle:spring')]).toEqual([1, 0]);
});
