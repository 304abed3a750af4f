import { openStore } from './open-store';

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
