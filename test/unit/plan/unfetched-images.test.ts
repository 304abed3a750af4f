import { openShop, type Shop, type Tabs } from './shop-and-sheet';

const HEADER = ['Handle', 'Title', 'Image Src', 'Price'];
const BROKEN = 'https://images.invalid/mug.jpg';
const GOOD = 'https://images.example.com/mug.jpg';
const mug = (image: string, price = '5.00'): Tabs => ({ Products: [HEADER, ['mug', 'Mug', image, price]] });
const said = (shop: Shop, tabs: Tabs) => shop.sync(tabs)['Products:2'];

const UNFETCHED =
  'error Shopify could not fetch this image (Image could not be downloaded), so the product does not show it. Open the address in a private window: it must show the image alone. Then change it, or write #again at its end to send it once more.';

describe('an image that Shopify could not fetch', () => {
  test('is said at the next sync and preview although nothing changed, and at each until its cell changes', () => {
    const shop = openShop();
    expect(said(shop, mug(BROKEN))).toMatch(/^created/);
    shop.pass(60_000);
    expect(shop.preview(mug(BROKEN))['Products:2']).toBe(UNFETCHED);
    for (const _ of [1, 2, 3])
      expect(shop.mutationsOf(() => expect(said(shop, mug(BROKEN))).toBe(UNFETCHED))).toEqual([]);
    expect(UNFETCHED.length).toBeLessThan(300);
    expect(said(shop, mug(GOOD))).toBe('updated Image added.');
    shop.pass(60_000);
    expect(said(shop, mug(GOOD))).toBe('unchanged');
  });

  test('is said beside what else happens to the row', () => {
    const shop = openShop();
    shop.sync(mug(BROKEN));
    shop.pass(60_000);
    const both = said(shop, mug(BROKEN, '6.00'));
    expect(both).toMatch(/^error .*Shopify could not fetch this image/);
    expect(both).toContain('Price 5.00 → 6.00.');
  });

  test('is sent once more where its address is marked, once the address is right', () => {
    const shop = openShop();
    shop.sync(mug(BROKEN));
    shop.pass(60_000);
    shop.sync(mug(BROKEN));
    expect(said(shop, mug(`${BROKEN}#again`))).toBe('updated Image added.');
  });

  test('is said of one that was added to a product', () => {
    const shop = openShop();
    shop.sync(mug(''));
    shop.sync(mug(BROKEN));
    shop.pass(60_000);
    expect(said(shop, mug(BROKEN))).toBe(UNFETCHED);
  });

  test('is no longer said once it is gone in Shopify', () => {
    const shop = openShop();
    shop.sync(mug(BROKEN));
    shop.pass(60_000);
    expect(said(shop, mug(BROKEN))).toBe(UNFETCHED);
    const { productByIdentifier: product } = shop.execute(
      '{ productByIdentifier(identifier: { handle: "mug" }) { id media(first: 1) { nodes { id } } } }',
    ) as { productByIdentifier: { id: string; media: { nodes: { id: string }[] } } };
    shop.execute(
      'mutation ($id: ID!, $ids: [ID!]!) { productDeleteMedia(productId: $id, mediaIds: $ids) { deletedMediaIds } }',
      { id: product.id, ids: product.media.nodes.map(({ id }) => id) },
    );
    expect(said(shop, mug(BROKEN))).toBe('unchanged');
  });

  test('is asked of once: what Shopify has by then costs no later run a request', () => {
    const shop = openShop();
    shop.sync(mug(GOOD));
    shop.pass(60_000);
    shop.sync(mug(GOOD));
    expect(shop.base.products().flatMap(({ unseen = [] }) => unseen)).toEqual([]);
  });

  test('is not asked of in a run of prices alone', () => {
    const shop = openShop();
    shop.sync(mug(BROKEN));
    shop.pass(60_000);
    expect(shop.sync(mug(BROKEN), { groups: ['prices'] })['Products:2']).toBe('unchanged');
  });

  test('is said in a preview of all, where it was sent before anybody looked', () => {
    const shop = openShop();
    shop.sync(mug(BROKEN));
    shop.pass(60_000);
    for (const { unseen: _, ...record } of shop.base.products()) shop.base.put(record);
    const told = said(shop, mug(BROKEN, '6.00'));
    expect(told).toMatch(/^error .*Shopify could not fetch this image, so/);
    expect(said(shop, mug(BROKEN, '6.00'))).toBe(UNFETCHED);
  });

  test('is said also of one that a variant brought', () => {
    const shop = openShop();
    const header = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Variant Image'];
    const tabs = (small: string, large?: string): Tabs => ({
      Products: [
        header,
        ['tee', 'Tee', 'Size', 'S', small],
        ...(large === undefined ? [] : [['tee', '', '', 'L', large]]),
      ],
    });
    shop.sync(tabs(''));
    shop.sync(tabs('https://images.invalid/small.jpg'));
    shop.sync(tabs('https://images.invalid/small.jpg', 'https://images.invalid/large.jpg'));
    shop.pass(60_000);
    const rows = Object.values(
      shop.sync(tabs('https://images.invalid/small.jpg', 'https://images.invalid/large.jpg')),
    );
    expect(rows).toEqual(
      [1, 2].map(() =>
        expect.stringMatching(
          /^error Shopify could not fetch this variant’s image .*, so the variant shows none of its own\./,
        ),
      ),
    );
    shop.sync(tabs(GOOD, `${GOOD}?2`));
    shop.pass(60_000);
    expect(Object.values(shop.sync(tabs(GOOD, `${GOOD}?2`)))).toEqual(['unchanged', 'unchanged']);
  });
});
