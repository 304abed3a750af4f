import { SAME_BUT_FOR_QUERY } from '../../../src/plan/media/known-images';
import { openShop, type Shop, type Tabs } from './shop-and-sheet';

const HEADER = [
  'Handle',
  'Title',
  'Option1 Name',
  'Option1 Value',
  'Image Src',
  'Image Alt Text',
  'Variant Image',
];
const SITE = 'https://images.example.com';

/** One row for each image, of which the last is the variant's own. */
function sheet(images: readonly string[], variant = '', alt = ''): Tabs {
  return {
    Products: [
      HEADER,
      ['tee', 'Tee', 'Size', 'S', images[0] ?? '', alt, variant],
      ...images.slice(1).map((image) => ['tee', '', '', '', image, '', '']),
    ],
  };
}

/** The addresses that an export shows, in the product's order. */
function exported(shop: Shop, version: number): string[] {
  const { productByIdentifier: product } = shop.execute(
    '{ productByIdentifier(identifier: { handle: "tee" }) { media(first: 50) { nodes { ... on MediaImage { image { url } } } } } }',
  ) as { productByIdentifier: { media: { nodes: { image: { url: string } }[] } } };
  return product.media.nodes.map(({ image }) => image.url.replace(/v=\d+/, `v=${version}`));
}

const count = (shop: Shop) => shop.product('tee').media.length;

/** Uploads are what is sent of images; a mutation that names no image is none. */
function quiet(shop: Shop, tabs: Tabs): string {
  let said = '';
  expect(
    shop.mutationsOf(() => {
      said = shop.sync(tabs)['Products:2'] ?? '';
    }),
  ).toEqual([]);
  return said;
}

describe('an export that comes back to the sheet', () => {
  test('uploads nothing, however often, whatever stands behind the question mark', () => {
    const shop = openShop();
    shop.sync(sheet([`${SITE}/front.jpg`, `${SITE}/back.jpg`], `${SITE}/small.jpg`));
    shop.pass(5_000);
    for (const version of [1, 2, 3]) {
      const [front = '', back = '', small = ''] = exported(shop, version);
      expect(quiet(shop, sheet([front, back, small], small))).toBe('unchanged');
      expect(count(shop)).toBe(3);
    }
  });

  test('uploads nothing to a product whose history is not known', () => {
    const shop = openShop();
    shop.sync(sheet([`${SITE}/front.jpg`, `${SITE}/back.jpg`]));
    shop.pass(5_000);
    shop.forget();
    for (const version of [1, 2]) quiet(shop, sheet(exported(shop, version)));
  });

  test('uploads nothing where it shows the shop’s own domain, or a size of the image', () => {
    const shop = openShop();
    shop.sync(sheet([`${SITE}/front.jpg`, `${SITE}/back.jpg`], `${SITE}/back.jpg`));
    shop.pass(5_000);
    const own = exported(shop, 9).map((url) =>
      url.replace(/^.*\/files\/(?=\w+\.jpg)/, 'https://shop.example.com/cdn/shop/files/'),
    );
    quiet(shop, sheet(own, own[1]));
    const sized = exported(shop, 9).map((url) => url.replace('.jpg', '_600x600_crop_center@2x.jpg'));
    quiet(shop, sheet(sized, sized[1]?.replace('_600x600_crop_center@2x', '_large')));
  });

  test('still uploads what is another file', () => {
    const shop = openShop();
    shop.sync(sheet([`${SITE}/front.jpg`]));
    shop.pass(5_000);
    const [front = ''] = exported(shop, 1);
    const other = front.replace('front', 'side');
    const renamed = front.replace('front', 'front_f7a1c2d4-1111-4222-8333-444455556666');
    const foreign = front.replace(/\/files\/1\/\d+/, '/files/1/9999');
    for (const [index, image] of [other, renamed, foreign].entries()) {
      const images = [front, ...[other, renamed, foreign].slice(0, index), image];
      expect(shop.mutationsOf(() => shop.sync(sheet(images)))).toEqual(['productUpdate']);
    }
    expect(count(shop)).toBe(4);
  });

  test('keeps alt texts with their images', () => {
    const shop = openShop();
    shop.sync(sheet([`${SITE}/front.jpg`], '', 'Front'));
    shop.pass(5_000);
    const [front = ''] = exported(shop, 7);
    quiet(shop, sheet([front], '', 'Front'));
    expect(shop.mutationsOf(() => shop.sync(sheet([front.replace('v=7', 'v=8')], '', 'Back')))).toEqual([
      'productUpdateMedia',
    ]);
  });
});

describe('an address of which only the query is new', () => {
  test('is the image that Shopify has, and the row says so once, with the way out', () => {
    const shop = openShop();
    shop.sync(sheet([`${SITE}/i.php?id=1`]));
    expect(quiet(shop, sheet([`${SITE}/i.php?id=2`]))).toBe(`unchanged ${SAME_BUT_FOR_QUERY}`);
    expect(quiet(shop, sheet([`${SITE}/i.php?id=2`]))).toBe('unchanged');
    expect(SAME_BUT_FOR_QUERY.length).toBeLessThan(300);
  });

  test('is another image once the person says so, and is fetched without that mark', () => {
    const shop = openShop();
    shop.sync(sheet([`${SITE}/i.php?id=1`]));
    const other = sheet([`${SITE}/i.php?id=2#new`]);
    expect(shop.sync(other)['Products:2']).toBe('updated Image added.');
    expect(shop.product('tee').media.map(({ originalSource }) => originalSource)).toEqual([
      `${SITE}/i.php?id=1`,
      `${SITE}/i.php?id=2`,
    ]);
    quiet(shop, other);
  });

  test('is another image where the first stands in the sheet as well', () => {
    const shop = openShop();
    shop.sync(sheet([`${SITE}/i.php?id=1`]));
    shop.sync(sheet([`${SITE}/i.php?id=1`, `${SITE}/i.php?id=2`]));
    expect(count(shop)).toBe(2);
    const fresh = openShop();
    fresh.sync(sheet([`${SITE}/i.php?id=1`, `${SITE}/i.php?id=2`]));
    expect(count(fresh)).toBe(2);
  });

  test('is the image that a variant has, and the row says so once', () => {
    const shop = openShop();
    shop.sync(sheet([], `${SITE}/i.jpg?sig=a`));
    expect(quiet(shop, sheet([], `${SITE}/i.jpg?sig=b`))).toBe(`unchanged ${SAME_BUT_FOR_QUERY}`);
    expect(quiet(shop, sheet([], `${SITE}/i.jpg?sig=b`))).toBe('unchanged');
    expect(shop.sync(sheet([], `${SITE}/i.jpg?sig=c#new`))['Products:2']).toBe(
      'updated Variant image: i.jpg.',
    );
    expect(count(shop)).toBe(2);
  });

  test('takes http and https for one', () => {
    const shop = openShop();
    shop.sync(sheet([`${SITE}/a.jpg`]));
    expect(quiet(shop, sheet([`${SITE}/a.jpg`.replace('https', 'http')]))).toBe('unchanged');
  });
});

test('an image and a size of it in one sheet are uploaded once, and two files named like sizes are two', () => {
  const cdn = 'https://cdn.shopify.com/s/files/1/0001/0002/0003/files';
  const shop = openShop();
  const tabs = sheet([`${cdn}/mug.jpg?v=1`], `${cdn}/mug_100x100.jpg?v=1`);
  shop.sync(tabs);
  expect(count(shop)).toBe(1);
  expect(
    shop.execute('{ productVariants(first: 5) { nodes { media(first: 5) { nodes { id } } } } }'),
  ).toMatchObject({ productVariants: { nodes: [{ media: { nodes: [{}] } }] } });
  quiet(shop, tabs);
  const other = openShop();
  other.sync(sheet([`${cdn}/chart_small.jpg`, `${cdn}/chart_large.jpg`]));
  expect(count(other)).toBe(2);
});

test('a file name with blanks and other letters is found again in a shop whose history is not known', () => {
  const shop = openShop();
  const tabs = sheet([`${SITE}/my%20mug%20(1).jpg?x=1`]);
  shop.sync(tabs);
  shop.pass(5_000);
  shop.forget();
  quiet(shop, tabs);
});

describe('the order of images', () => {
  const [A, B, C] = ['a', 'b', 'c'].map((name) => `${SITE}/${name}.jpg`) as [string, string, string];
  const said = (shop: Shop, images: readonly string[]) => Object.values(shop.sync(sheet(images)));
  const moved = (place: number) =>
    `unchanged Image order is not changed in Shopify: this image is number ${place} here. Drag it there in Shopify admin.`;

  test('that changes is said once, on the rows whose image stands elsewhere in Shopify', () => {
    const shop = openShop();
    shop.sync(sheet([A, B, C]));
    expect(said(shop, [A, C, B])).toEqual(['unchanged', moved(2), moved(3)]);
    expect(said(shop, [A, C, B])).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(shop.product('tee').media.map(({ originalSource }) => originalSource)).toEqual([A, B, C]);
  });

  test('that changes while the addresses do is said as well, and once', () => {
    const other = (url: string, version: number) => `${url}?v=${version}`;
    for (const rename of [other, (url: string) => url.replace('https', 'http')]) {
      const shop = openShop();
      shop.sync(sheet([A, B, C].map((url) => other(url, 1))));
      const now = [A, C, B].map((url) => rename(other(url, 1).slice(0, -4), 2));
      const first = said(shop, now);
      expect(first[0]).not.toContain('Image order');
      expect(first[1]).toContain(moved(2).slice(10));
      expect(first[2]).toContain(moved(3).slice(10));
      expect(said(shop, now)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    }
  });

  test('that stays while the addresses change is not spoken of', () => {
    const shop = openShop();
    shop.sync(sheet([A, B].map((url) => `${url}?v=1`)));
    for (const text of said(
      shop,
      [A, C, B].map((url) => `${url}?v=2`),
    ).slice(0, 1))
      expect(text).not.toContain('Image order');
    expect(
      said(
        shop,
        [A, C, B].map((url) => `${url}?v=3`),
      ).join(),
    ).not.toContain('Image order');
  });

  test('is said of a preview as of the sync', () => {
    const shop = openShop();
    shop.sync(sheet([A, B, C]));
    const preview = shop.preview(sheet([C, A, B]));
    expect(shop.sync(sheet([C, A, B]))).toEqual(preview);
  });

  test('is not said where a person has dragged them so in Shopify, nor where it changed only there', () => {
    const shop = openShop();
    shop.sync(sheet([A, B]));
    const { productByIdentifier: product } = shop.execute(
      '{ productByIdentifier(identifier: { handle: "tee" }) { id media(first: 1) { nodes { id } } } }',
    ) as { productByIdentifier: { id: string; media: { nodes: { id: string }[] } } };
    shop.execute(
      'mutation ($id: ID!, $moves: [MoveInput!]!) { productReorderMedia(id: $id, moves: $moves) { job { id } } }',
      { id: product.id, moves: [{ id: product.media.nodes[0]?.id, newPosition: '1' }] },
    );
    expect(said(shop, [A, B])).toEqual(['unchanged', 'unchanged']);
    expect(said(shop, [B, A])).toEqual(['unchanged', 'unchanged']);
  });

  test('of an image that is added between others is said once', () => {
    const shop = openShop();
    shop.sync(sheet([A, B]));
    expect(said(shop, [A, C, B])).toEqual([
      'unchanged',
      `updated Image added. ${moved(2).slice(10)}`,
      moved(3),
    ]);
    expect(said(shop, [A, C, B])).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  test('of an image that is added behind the others is as it should be', () => {
    const shop = openShop();
    shop.sync(sheet([A, B]));
    expect(said(shop, [A, B, C])).toEqual(['unchanged', 'unchanged', 'updated Image added.']);
    expect(said(shop, [A, B, C])).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  test('of a product whose history is not known is said once', () => {
    const shop = openShop();
    shop.sync(sheet([A, B]));
    shop.pass(5_000);
    shop.forget();
    expect(said(shop, [B, A])).toEqual([moved(1), moved(2)]);
    expect(said(shop, [B, A])).toEqual(['unchanged', 'unchanged']);
  });
});
