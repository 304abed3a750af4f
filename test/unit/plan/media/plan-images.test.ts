import { openShop, type Tabs } from '../shop-and-sheet';

const HEADER = [
  'Handle',
  'Title',
  'Option1 Name',
  'Option1 Value',
  'Image Src',
  'Image Alt Text',
  'Variant Image',
];
const URL = 'https://cdn.example.com/photos';
const tee = (image: string, alt: string, variantImage = '', second = ''): Tabs => ({
  Products: [
    HEADER,
    ['tee', 'Tee', 'Size', 'S', image && `${URL}/${image}`, alt, variantImage && `${URL}/${variantImage}`],
    ['tee', '', '', 'M', second && `${URL}/${second}`, '', ''],
  ],
});
const mediaOf = (shop: ReturnType<typeof openShop>) =>
  shop
    .product('tee')
    .media.map(({ originalSource, alt }) => [originalSource.replace(`${URL}/`, ''), alt ?? '']);

describe('images', () => {
  test('are created with the product, in their order and with their alt texts', () => {
    const shop = openShop();
    shop.sync(tee('a.jpg', 'Front', '', 'b.jpg'));
    expect(mediaOf(shop)).toEqual([
      ['a.jpg', 'Front'],
      ['b.jpg', ''],
    ]);
  });

  test('are sent once, however often the sheet shows them', () => {
    const shop = openShop();
    const tabs = tee('a.jpg', 'Front', 'v.jpg', 'b.jpg');
    shop.sync(tabs);
    expect(shop.mutationsOf(() => shop.sync(tabs))).toEqual([]);
    expect(mediaOf(shop)).toHaveLength(3);
  });

  test('of a product whose creation was never answered are known again once Shopify is done with them', () => {
    const shop = openShop();
    shop.sync(tee('a.jpg', ''));
    shop.forget();
    shop.base.put({ kind: 'creation', handle: 'tee' });
    expect(shop.sync(tee('a.jpg', ''))['Products:2']).toMatch(
      /^skipped Shopify is still working on an image/,
    );
    shop.pass(5_000);
    expect(shop.mutationsOf(() => shop.sync(tee('a.jpg', '')))).toEqual([]);
    expect(shop.sync(tee('a.jpg', 'Front'))['Products:2']).toBe('updated Image alt text (empty) → Front.');
    expect(mediaOf(shop)).toEqual([['a.jpg', 'Front']]);
  });

  test('that a new and an existing variant are given at once are uploaded once', () => {
    const shop = openShop();
    const sizes = (...rows: readonly (readonly string[])[]): Tabs => ({
      Products: [HEADER, ...rows.map((row) => [...row])],
    });
    const small = (image: string) => ['tee', 'Tee', 'Size', 'S', '', '', image && `${URL}/${image}`];
    shop.sync(sizes(small('')));
    const both = sizes(small('new.jpg'), ['tee', '', '', 'M', '', '', `${URL}/new.jpg`]);
    shop.sync(both);
    expect(mediaOf(shop)).toEqual([['new.jpg', '']]);
    expect(shop.mutationsOf(() => shop.sync(both))).toEqual([]);
  });

  test('that a variant brings get the alt text of the product’s row as well', () => {
    const shop = openShop();
    shop.sync(tee('', ''));
    const tabs = tee('new.jpg', 'Front', 'new.jpg');
    shop.sync(tabs);
    expect(mediaOf(shop)).toEqual([['new.jpg', 'Front']]);
    expect(shop.mutationsOf(() => shop.sync(tabs))).toEqual([]);
  });

  test('that the sheet gains are added, and those that it loses stay', () => {
    const shop = openShop();
    shop.sync(tee('a.jpg', 'Front'));
    shop.sync(tee('', ''));
    expect(shop.sync(tee('c.jpg', 'Side'))['Products:2']).toBe('updated Image added.');
    expect(mediaOf(shop)).toEqual([
      ['a.jpg', 'Front'],
      ['c.jpg', 'Side'],
    ]);
    expect(shop.mutationsOf(() => shop.sync(tee('c.jpg', 'Side')))).toEqual([]);
  });

  test('get a new alt text without being sent again', () => {
    const shop = openShop();
    shop.sync(tee('a.jpg', 'Front'));
    expect(shop.mutationsOf(() => shop.sync(tee('a.jpg', 'Back')))).toEqual(['productUpdateMedia']);
    expect(mediaOf(shop)).toEqual([['a.jpg', 'Back']]);
    expect(shop.mutationsOf(() => shop.sync(tee('a.jpg', '')))).toEqual([]);
  });

  test('of a product whose history is not known are found again by their file names', () => {
    const shop = openShop();
    const tabs = tee('a.jpg', 'Front', '', 'b.jpg');
    shop.sync(tabs);
    shop.forget();
    expect(shop.mutationsOf(() => shop.sync(tabs))).toEqual([]);
    expect(shop.mutationsOf(() => shop.sync(tabs))).toEqual([]);
  });

  test('that cannot be told from those of such a product are left alone, and the row says so', () => {
    const shop = openShop();
    shop.sync(tee('a.jpg', 'Front'));
    shop.forget();
    shop.pass(5_000);
    const sent = shop.mutationsOf(() =>
      expect(shop.sync(tee('z.jpg', ''))['Products:2']).toBe(
        'not-synced The image was left alone: no image of the product in Shopify has this file name. To add it, write #again at the end of its address.',
      ),
    );
    expect(sent).toEqual([]);
    expect(shop.mutationsOf(() => shop.sync(tee('z.jpg', '')))).toEqual([]);
  });
});

describe('the alt text of an image that two rows name', () => {
  const two = (first: string, second: string): Tabs => ({
    Products: [
      HEADER,
      ['tee', 'Tee', 'Size', 'S', `${URL}/a.jpg`, first, ''],
      ['tee', '', '', 'M', `${URL}/a.jpg`, second, ''],
    ],
  });

  test.each([
    ['Front', 'Front', 'Front'],
    ['Front', '', 'Front'],
    ['', 'Front', 'Front'],
  ])('%p and %p is %p, whichever row says it', (first, second, alt) => {
    const shop = openShop();
    shop.sync(two('Old', 'Old'));
    shop.pass(5_000);
    shop.sync(two(first, second));
    expect(mediaOf(shop)).toEqual([['a.jpg', alt]]);
  });

  test('is an error on both rows where they contradict each other, and is not sent', () => {
    const shop = openShop();
    shop.sync(two('Old', 'Old'));
    shop.pass(5_000);
    const said = shop.sync(two('Front', 'Back'));
    expect(said['Products:2']).toMatch(/^error Image Alt Text contradicts row 3, which names the same image/);
    expect(said['Products:3']).toMatch(/^error Image Alt Text contradicts row 2, which names the same image/);
    expect(mediaOf(shop)).toEqual([['a.jpg', 'Old']]);
  });
});

describe('the image of a variant', () => {
  test('is not sent again to a product whose history is not known, however often it is synced', () => {
    const shop = openShop();
    const tabs = tee('a.jpg', 'Front', 'v.jpg');
    shop.sync(tabs);
    shop.forget();
    for (const _ of [1, 2, 3]) expect(shop.mutationsOf(() => shop.sync(tabs))).toEqual([]);
  });

  test('that changes is uploaded once', () => {
    const shop = openShop();
    shop.sync(tee('a.jpg', 'Front', 'v.jpg'));
    const tabs = tee('a.jpg', 'Front', 'w.jpg');
    shop.sync(tabs);
    expect(mediaOf(shop).map(([name]) => name)).toEqual(['a.jpg', 'v.jpg', 'w.jpg']);
    expect(shop.mutationsOf(() => shop.sync(tabs))).toEqual([]);
  });

  test('that was one of the product’s images already is not uploaded', () => {
    const shop = openShop();
    shop.sync(tee('a.jpg', 'Front', '', 'b.jpg'));
    const tabs = tee('a.jpg', 'Front', 'b.jpg', 'b.jpg');
    expect(shop.mutationsOf(() => shop.sync(tabs))).toEqual(['productVariantsBulkUpdate']);
    expect(mediaOf(shop)).toHaveLength(2);
    expect(shop.mutationsOf(() => shop.sync(tabs))).toEqual([]);
  });

  test('of a new variant is uploaded once', () => {
    const shop = openShop();
    shop.sync(tee('a.jpg', 'Front'));
    const grown: Tabs = {
      Products: [...(tee('a.jpg', 'Front').Products ?? []), ['tee', '', '', 'L', '', '', `${URL}/l.jpg`]],
    };
    shop.sync(grown);
    expect(mediaOf(shop).map(([name]) => name)).toEqual(['a.jpg', 'l.jpg']);
    expect(shop.mutationsOf(() => shop.sync(grown))).toEqual([]);
  });
});
