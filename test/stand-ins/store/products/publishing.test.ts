import { openStore } from '../open-store';

const publish = `mutation ($id: ID!, $input: [PublicationInput!]!) { publishablePublish(id: $id, input: $input) {
  publishable { ... on Product { resourcePublicationsCount { count } } } userErrors { field message } } }`;

function openWithProduct(status: string) {
  const open = openStore();
  const create =
    'mutation ($status: ProductStatus) { productCreate(product: { title: "Mug", status: $status }) { product { id } } }';
  const id: string = open.ask(create, { status }).product.id;
  const publications = open.ask('{ publications(first: 5) { nodes { id } } }').nodes as { id: string }[];
  return { ...open, id, input: publications.slice(0, 2).map((one) => ({ publicationId: one.id })) };
}

test('a product made through the API is published nowhere until it is published', () => {
  const { ask, id, input } = openWithProduct('ACTIVE');
  expect(
    ask('query ($id: ID!) { product(id: $id) { resourcePublicationsCount { count } } }', { id }),
  ).toEqual({
    resourcePublicationsCount: { count: 0 },
  });
  expect(ask(publish, { id, input }).publishable).toEqual({ resourcePublicationsCount: { count: 2 } });
});

test('a draft counts as published nowhere', () => {
  const { ask, id, input } = openWithProduct('DRAFT');
  expect(ask(publish, { id, input })).toEqual({
    publishable: { resourcePublicationsCount: { count: 0 } },
    userErrors: [],
  });
});

test('a publication that does not exist is refused with its place', () => {
  const { ask, id } = openWithProduct('ACTIVE');
  const input = [{ publicationId: 'gid://shopify/Publication/1' }];
  expect(ask(publish, { id, input }).userErrors).toEqual([
    { field: ['input', '0', 'publicationId'], message: 'Publication does not exist or is not publishable' },
  ]);
});

test('the Online Store is told from other channels by its app, whatever its catalog is called', () => {
  const { ask } = openStore();
  const { nodes } = ask(
    `{ publications(first: 10, catalogType: APP) { nodes { catalog { ... on AppCatalog { title apps(first: 1) { nodes { handle } } } } } } }`,
  ) as { nodes: { catalog: { title: string; apps: { nodes: { handle: string }[] } } }[] };
  const handles = nodes.map(({ catalog }) => catalog.apps.nodes[0]?.handle);
  expect(handles.filter((handle) => handle === 'online_store')).toHaveLength(1);
  expect(nodes[0]?.catalog.title).toMatch(/^Channel Catalog \d+$/);
});

test('taken off the Online Store, a product is published there no more', () => {
  const { ask, id, input } = openWithProduct('ACTIVE');
  const unpublish = publish.replaceAll('publishablePublish', 'publishableUnpublish');
  ask(publish, { id, input });
  const seen = 'query ($id: ID!) { product(id: $id) { publishedAt resourcePublicationsCount { count } } }';
  expect(ask(seen, { id }).publishedAt).not.toBeNull();
  expect(ask(unpublish, { id, input: input.slice(0, 1) }).userErrors).toEqual([]);
  expect(ask(seen, { id })).toEqual({ publishedAt: null, resourcePublicationsCount: { count: 1 } });
});

test('a draft keeps the channels that it was put on, and shows them where asked for more than is published', () => {
  const { ask, id, input } = openWithProduct('DRAFT');
  ask(publish, { id, input });
  const staged =
    'query ($id: ID!) { product(id: $id) { resourcePublicationsV2(first: 9, onlyPublished: false) { nodes { isPublished } } } }';
  expect(ask(staged, { id }).resourcePublicationsV2.nodes).toEqual([
    { isPublished: false },
    { isPublished: false },
  ]);
});

test('a date in the future publishes on the Online Store when it comes, and is refused by other channels', () => {
  const { ask, id, input, wait } = openWithProduct('ACTIVE');
  const publishDate = '2026-11-23T00:00:00Z';
  const [onlineStore, other] = input;
  expect(ask(publish, { id, input: [{ ...other, publishDate }] }).userErrors).toMatchObject([
    { field: ['input', '0', 'publishDate'] },
  ]);
  expect(ask(publish, { id, input: [{ ...onlineStore, publishDate }] })).toEqual({
    publishable: { resourcePublicationsCount: { count: 0 } },
    userErrors: [],
  });
  const seen = 'query ($id: ID!) { product(id: $id) { publishedAt resourcePublicationsCount { count } } }';
  wait(24 * 3_600_000);
  expect(ask(seen, { id })).toEqual({ publishedAt: publishDate, resourcePublicationsCount: { count: 1 } });
});
