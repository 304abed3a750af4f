import fc from 'fast-check';
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
    expect(shop.sync(other)['Products:2']).toMatch(/^updated Image .*id=1 → .*id=2…”\.$/);
    expect(shop.product('tee').media.map(({ originalSource }) => originalSource)).toEqual([
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
  const order = (shop: Shop) => shop.product('tee').media.map(({ originalSource }) => originalSource);
  const moved = (from: number, to: number) => `Image position ${from} → ${to}.`;

  test('that changes is sent by the fewest moves, and the rows of those that move say so', () => {
    const shop = openShop();
    shop.sync(sheet([A, B, C]));
    expect(said(shop, [C, A, B])).toEqual([
      `updated ${moved(3, 1)}`,
      `updated ${moved(1, 2)}`,
      `updated ${moved(2, 3)}`,
    ]);
    expect(shop.mutationsOf(() => shop.sync(sheet([A, C, B]))).join()).toMatch(/productReorderMedia/);
    shop.sync(sheet([C, A, B]));
    expect(order(shop)).toEqual([C, A, B]);
    expect(shop.mutationsOf(() => shop.sync(sheet([C, A, B])))).toEqual([]);
  });

  test('is sent after an image that is added between others', () => {
    for (const images of [
      [A, `${SITE}/d.jpg`, B, C],
      [`${SITE}/d.jpg`, C, B, A, `${SITE}/e.jpg`],
    ]) {
      const shop = openShop();
      shop.sync(sheet([A, B, C]));
      shop.sync(sheet(images));
      expect(order(shop)).toEqual(images);
      quiet(shop, sheet(images));
    }
  });

  test('that changes while the addresses do is sent as well, and once', () => {
    const other = (url: string, version: number) => `${url}?v=${version}`;
    for (const rename of [other, (url: string) => url.replace('https', 'http')]) {
      const shop = openShop();
      shop.sync(sheet([A, B, C].map((url) => other(url, 1))));
      const now = [C, A, B].map((url) => rename(other(url, 1).slice(0, -4), 2));
      expect(said(shop, now)[0]).toContain(moved(3, 1));
      expect(order(shop)).toHaveLength(3);
      expect(said(shop, now)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    }
  });

  test('that a colleague changed is left alone and said, and asked about where the sheet changed too', () => {
    const shop = openShop();
    shop.sync(sheet([A, B, C]));
    const { productByIdentifier: product } = shop.execute(
      '{ productByIdentifier(identifier: { handle: "tee" }) { id media(first: 1) { nodes { id } } } }',
    ) as { productByIdentifier: { id: string; media: { nodes: { id: string }[] } } };
    shop.execute(
      'mutation ($id: ID!, $moves: [MoveInput!]!) { productReorderMedia(id: $id, moves: $moves) { job { id } } }',
      { id: product.id, moves: [{ id: product.media.nodes[0]?.id, newPosition: '2' }] },
    );
    expect(said(shop, [A, B, C])).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(said(shop, [A, C, B]).join()).toMatch(/conflict Image position: you changed it/);
    expect(order(shop)).toEqual([B, C, A]);
    expect(said(shop, [B, C, A])).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  test('that was never compared is held where it differs', () => {
    const shop = openShop();
    shop.sync(sheet([A, B]));
    shop.pass(5_000);
    shop.forget();
    expect(said(shop, [B, A]).join()).toMatch(/skipped Image position: .* Choose in the sidebar/);
    expect(order(shop)).toEqual([A, B]);
  });

  test('ends as the sheet has it from any order to any other, also with an image that is gone meanwhile', () => {
    const all = [A, B, C, `${SITE}/d.jpg`, `${SITE}/e.jpg`];
    const orders = fc.shuffledSubarray(all, { minLength: all.length });
    fc.assert(
      fc.property(orders, orders, fc.option(fc.constantFrom(...all)), (before, after, gone) => {
        const shop = openShop();
        shop.sync(sheet(before));
        if (gone) {
          const { productByIdentifier: product } = shop.execute(
            '{ productByIdentifier(identifier: { handle: "tee" }) { id media(first: 9) { nodes { id } } } }',
          ) as { productByIdentifier: { id: string; media: { nodes: { id: string }[] } } };
          const mediaIds = [product.media.nodes[before.indexOf(gone)]?.id];
          shop.execute(
            'mutation ($id: ID!, $mediaIds: [ID!]!) { productDeleteMedia(productId: $id, mediaIds: $mediaIds) { deletedMediaIds } }',
            { id: product.id, mediaIds },
          );
        }
        shop.sync(sheet(after));
        expect(order(shop)).toEqual(after.filter((url) => url !== gone));
        expect(shop.mutationsOf(() => shop.sync(sheet(after)))).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 8) },
    );
  });

  test('of an image that is added behind the others is as it should be', () => {
    const shop = openShop();
    shop.sync(sheet([A, B]));
    expect(said(shop, [A, B, C])).toEqual(['unchanged', 'unchanged', 'updated Image added.']);
    expect(said(shop, [A, B, C])).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });
});
