import { openShop, type Shop, type Tabs } from './shop-and-sheet';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price', 'Variant Image'];

/** One variant a row, each with a value of its own. */
const thread = (count: number, image: (n: number) => string = () => ''): Tabs => ({
  Products: [
    HEADER,
    ...Array.from({ length: count }, (_, n) => [
      'thread',
      n === 0 ? 'Thread' : '',
      n === 0 ? 'Colour' : '',
      `Colour ${n + 1}`,
      `${n + 1}.00`,
      image(n),
    ]),
  ],
});

const colours = (shop: Shop) => shop.product('thread').variants.map(({ price }) => price);
const expected = (count: number) => Array.from({ length: count }, (_, n) => `${n + 1}.00`);
const statuses = (rows: Record<string, string>) => [
  ...new Set(Object.values(rows).map((said) => said.split(' ')[0])),
];

describe('a new product of which an option has more values than a request takes', () => {
  test.each([250, 251, 520])('is created whole with %i values', (count) => {
    const shop = openShop();
    let rows: Record<string, string> = {};
    const sent = shop.mutationsOf(() => {
      rows = shop.sync(thread(count));
    });
    expect(colours(shop)).toEqual(expected(count));
    expect(statuses(rows)).toEqual(['created']);
    expect(sent).toEqual(count > 250 ? ['productSet', 'productVariantsBulkCreate'] : ['productSet']);
    expect(shop.mutationsOf(() => shop.sync(thread(count)))).toEqual([]);
  });

  test('says the same in a preview as in the sync', () => {
    const shop = openShop();
    const preview = shop.preview(thread(270));
    expect(shop.sync(thread(270))).toEqual(preview);
  });

  test('uploads the images of all its variants once', () => {
    const shop = openShop();
    const tabs = thread(260, (n) => (n < 255 ? '' : `https://images.example.com/${n === 255 ? 'a' : n}.jpg`));
    shop.sync(tabs);
    shop.pass(10_000);
    shop.sync(tabs);
    expect(shop.product('thread').media).toHaveLength(5);
    expect(shop.mutationsOf(() => shop.sync(tabs))).toEqual([]);
  });

  test('is finished by the next run where this one breaks off in between', () => {
    const shop = openShop();
    shop.sync(thread(270), {}, 1);
    expect(colours(shop)).toHaveLength(250);
    expect(statuses(shop.sync(thread(270)))).toEqual(['unchanged', 'created']);
    expect(colours(shop)).toEqual(expected(270));
  });
});

describe('a product with more variants than Shopify takes', () => {
  const SENTENCE =
    'A product in Shopify has 2,048 variants at most, and this one would have 2,049. Make several products of it, each with a handle of its own.';

  test('is refused before anything is sent, in a sentence', () => {
    const shop = openShop();
    let rows: Record<string, string> = {};
    expect(
      shop.mutationsOf(() => {
        rows = shop.sync(thread(2049));
      }),
    ).toEqual([]);
    expect(rows['Products:2']).toBe(`error ${SENTENCE}`);
    expect(rows['Products:3']).toMatch(/^skipped Not created: row 2/);
  });

  test('that is there keeps what it has, and only the new rows are told', () => {
    const shop = openShop();
    shop.sync(thread(3));
    let rows: Record<string, string> = {};
    expect(
      shop.mutationsOf(() => {
        rows = shop.sync(thread(2049));
      }),
    ).toEqual([]);
    expect(rows['Products:2']).toBe('unchanged');
    expect(rows['Products:2050']).toBe(`error ${SENTENCE}`);
    expect(colours(shop)).toHaveLength(3);
  });
});
