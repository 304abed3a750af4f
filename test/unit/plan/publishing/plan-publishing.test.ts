import { openShop, type Shop, type Tabs } from '../shop-and-sheet';

const NO_PUBLICATIONS = ['write_products', 'write_inventory', 'read_locations'];
const LACKING =
  'the app in Shopify lacks the access scopes read_publications and write_publications. Add them to the app, install it again, and test the connection in the sidebar.';

const mug = (published: string, title = 'Mug', status = 'active'): Tabs => ({
  Products: [
    ['Handle', 'Title', 'Published', 'Status'],
    ['mug', title, published, status],
  ],
});

/** Whether the product was put on the Online Store, as Shopify shows it of drafts too. */
function isOnOnlineStore(shop: Shop): boolean {
  const query = `{ productByIdentifier(identifier: { handle: "mug" }) {
    resourcePublicationsV2(first: 9, onlyPublished: false) { nodes { publication { name } } } } }`;
  const { productByIdentifier } = shop.execute(query) as {
    productByIdentifier: {
      resourcePublicationsV2: { nodes: { publication: { name: string } }[] };
    };
  };
  return productByIdentifier.resourcePublicationsV2.nodes.some(
    ({ publication }) => publication.name === 'Online Store',
  );
}

/** A colleague uses Shopify admin. */
function inAdmin(shop: Shop, mutation: 'publishablePublish' | 'publishableUnpublish'): void {
  const publication = shop.embedded.state.publications.all().find(({ name }) => name === 'Online Store');
  shop.execute(
    `mutation ($id: ID!, $input: [PublicationInput!]!) { ${mutation}(id: $id, input: $input) { userErrors { message } } }`,
    { id: shop.product('mug').id, input: [{ publicationId: publication?.id }] },
  );
}

describe('a new product', () => {
  test.each([
    ['TRUE', true],
    ['FALSE', false],
    ['', false],
  ])('with Published “%s” is on the Online Store: %s', (published, expected) => {
    const shop = openShop();
    shop.sync(mug(published));
    expect(isOnOnlineStore(shop)).toBe(expected);
    expect(shop.mutationsOf(() => shop.sync(mug(published)))).toEqual([]);
  });

  test('that is a draft is put there too, for the day it becomes active', () => {
    const shop = openShop();
    shop.sync(mug('TRUE', 'Mug', 'draft'));
    expect(isOnOnlineStore(shop)).toBe(true);
    expect(shop.mutationsOf(() => shop.sync(mug('FALSE', 'Mug', 'draft')))).toEqual(['publishableUnpublish']);
    expect(isOnOnlineStore(shop)).toBe(false);
  });

  test('whose run ended right after it was created is published by the next', () => {
    const shop = openShop();
    shop.sync(mug('TRUE'), {}, 1);
    expect(isOnOnlineStore(shop)).toBe(false);
    expect(shop.sync(mug('TRUE'))).toEqual({ 'Products:2': 'updated Published to the Online Store.' });
    expect(isOnOnlineStore(shop)).toBe(true);
  });

  test('whose creation was never answered is found, and published', () => {
    const shop = openShop();
    shop.execute(
      'mutation { productSet(input: { handle: "mug", title: "Mug", status: ACTIVE }) { product { id } } }',
    );
    shop.base.put({ kind: 'creation', handle: 'mug' });
    expect(shop.sync(mug('TRUE'))).toEqual({ 'Products:2': 'created Published to the Online Store.' });
    expect(isOnOnlineStore(shop)).toBe(true);
  });
});

describe('an existing product', () => {
  test('follows the cell on and off the Online Store', () => {
    const shop = openShop();
    shop.sync(mug('TRUE'));
    expect(shop.sync(mug('FALSE'))).toEqual({ 'Products:2': 'updated Taken off the Online Store.' });
    expect(isOnOnlineStore(shop)).toBe(false);
    expect(shop.sync(mug('TRUE'))).toEqual({ 'Products:2': 'updated Published to the Online Store.' });
    expect(isOnOnlineStore(shop)).toBe(true);
  });

  test('is left where it is by a blank cell and by a tab without the column', () => {
    const shop = openShop();
    shop.sync(mug('TRUE'));
    shop.sync(mug('', 'Cup'));
    shop.sync({
      Products: [
        ['Handle', 'Title'],
        ['mug', 'Bowl'],
      ],
    });
    expect(shop.product('mug').title).toBe('Bowl');
    expect(isOnOnlineStore(shop)).toBe(true);
  });

  test('that somebody took off stays off, and the row says so', () => {
    const shop = openShop();
    shop.sync(mug('TRUE'));
    inAdmin(shop, 'publishableUnpublish');
    expect(shop.sync(mug('TRUE', 'Cup'))).toEqual({
      'Products:2': 'updated Title Mug → Cup. Published: Shopify has FALSE, the sheet TRUE.',
    });
    expect(isOnOnlineStore(shop)).toBe(false);
  });

  test('that was never synced is held where the two sides differ, and adopted where they agree', () => {
    const shop = openShop();
    shop.sync(mug('TRUE'));
    shop.forget();
    const held = shop.sync(mug('FALSE'));
    expect(held['Products:2']).toBe(
      'skipped Published: Shopify has TRUE, the sheet FALSE. Choose in the sidebar which one counts.',
    );
    expect(isOnOnlineStore(shop)).toBe(true);
    shop.forget();
    expect(shop.sync(mug('TRUE'))).toEqual({ 'Products:2': 'unchanged' });
  });

  test('says in Shopify’s words why it could not be published', () => {
    const shop = openShop();
    shop.sync(mug('FALSE'));
    const publications = shop.embedded.state.publications;
    for (const { id } of publications.all()) publications.delete(id);
    expect(shop.sync(mug('TRUE'))['Products:2']).toBe(
      'error Shopify refused: Publication does not exist or is not publishable.',
    );
  });
});

describe('an app without the scopes for publishing', () => {
  function openWithout(): { readonly shop: Shop; grant(): void } {
    const shop = openShop();
    const granted = shop.facts.publishing;
    shop.facts.publishing = openShop({ accessScopes: NO_PUBLICATIONS }).facts.publishing;
    return {
      shop,
      grant: () => {
        shop.facts.publishing = granted;
      },
    };
  }

  test('creates and says what is missing, reads nothing after that, and publishes once it may', () => {
    const { shop, grant } = openWithout();
    const created = { 'Products:2': `created Not published: ${LACKING}` };
    expect(shop.preview(mug('TRUE'))).toEqual(created);
    expect(shop.sync(mug('TRUE'))).toEqual(created);
    expect(shop.plan(mug('TRUE'))).toMatchObject({ actions: [], outcomes: [] });
    grant();
    expect(shop.sync(mug('TRUE'))).toEqual({ 'Products:2': 'updated Published to the Online Store.' });
  });

  test('leaves an existing product alone, says so once for each value of the cell, and asks once it may', () => {
    const { shop, grant } = openWithout();
    shop.sync({
      Products: [
        ['Handle', 'Title', 'Status'],
        ['mug', 'Mug', 'active'],
      ],
    });
    shop.forget();
    const left = { 'Products:2': `not-synced Published was left alone: ${LACKING}` };
    expect(shop.sync(mug('TRUE'))).toEqual(left);
    expect(shop.plan(mug('TRUE'))).toMatchObject({ actions: [], outcomes: [] });
    expect(shop.sync(mug('FALSE'))).toEqual(left);
    expect(shop.sync(mug('TRUE'))).toEqual(left);
    grant();
    expect(shop.sync(mug('TRUE'))['Products:2']).toBe(
      'skipped Published: Shopify has FALSE, the sheet TRUE. Choose in the sidebar which one counts.',
    );
  });

  test('remembers what is still to be done of a product that it published before', () => {
    const { shop, grant } = openWithout();
    const missing = shop.facts.publishing;
    grant();
    shop.sync(mug('TRUE'));
    shop.facts.publishing = missing;
    shop.sync(mug('FALSE'));
    expect(isOnOnlineStore(shop)).toBe(true);
    grant();
    expect(shop.sync(mug('FALSE'))).toEqual({ 'Products:2': 'updated Taken off the Online Store.' });
  });
});

test('a shop without an Online Store is told so', () => {
  const shop = openShop();
  shop.facts.publishing = { kind: 'no-online-store' };
  expect(shop.sync(mug('TRUE'))['Products:2']).toBe(
    'created Not published: the shop has no Online Store. Add that sales channel in Shopify admin.',
  );
});

test('the Online Store is found by its app, and only where the app may publish', () => {
  const online = (shop: Shop) =>
    shop.embedded.state.publications.all().find(({ name }) => name === 'Online Store');
  const shop = openShop();
  expect(shop.facts.publishing).toEqual({ kind: 'possible', onlineStore: online(shop)?.id });
  expect(openShop({ accessScopes: NO_PUBLICATIONS }).facts.publishing).toEqual({
    kind: 'missing-scopes',
    scopes: ['read_publications', 'write_publications'],
  });
});
