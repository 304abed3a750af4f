import { choiceKey } from '../../../../src/plan/model/conflict';
import { openShop, type Shop, type Tabs } from '../shop-and-sheet';

const SITE = 'https://images.example.com';
const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Image Src', 'Variant Image'];
const FILES = ['a.jpg', 'b.jpg', 'c.jpg'];

/** One row for each image of the product; the first is of its variant. */
const tee = (variantImage: string): Tabs => ({
  Products: [
    HEADER,
    ...FILES.map((file, index) => [
      'tee',
      index === 0 ? 'Tee' : '',
      index === 0 ? 'Size' : '',
      index === 0 ? 'S' : '',
      `${SITE}/${file}`,
      index === 0 && variantImage ? `${SITE}/${variantImage}` : '',
    ]),
  ],
});

function synced(variantImage: string): Shop {
  const shop = openShop();
  shop.sync(tee(variantImage));
  shop.pass(60_000);
  return shop;
}

interface Tee {
  readonly id: string;
  readonly media: { nodes: readonly { readonly id: string; readonly image: { readonly url: string } }[] };
  readonly variants: {
    nodes: readonly { readonly id: string; readonly image: { readonly url: string } | null }[];
  };
}

const FOUND = `{ productByIdentifier(identifier: { handle: "tee" }) {
  id media(first: 9) { nodes { ... on MediaImage { id image { url } } } } variants(first: 1) { nodes { id image { url } } } } }`;

const look = (shop: Shop) => (shop.execute(FOUND) as { productByIdentifier: Tee }).productByIdentifier;

/** A colleague gives the variant another image in Shopify admin, or takes it away. */
function inShopify(shop: Shop, file: string | null): void {
  const { id: productId, media, variants } = look(shop);
  const [variant] = variants.nodes;
  const change = (field: string, mediaId: string | undefined) => {
    const answer = shop.execute(
      `mutation ($productId: ID!, $variantMedia: [ProductVariant${field}MediaInput!]!) {
        productVariant${field}Media(productId: $productId, variantMedia: $variantMedia) { userErrors { message } } }`,
      { productId, variantMedia: [{ variantId: variant?.id, mediaIds: [mediaId] }] },
    );
    expect(answer).toEqual({ [`productVariant${field}Media`]: { userErrors: [] } });
  };
  const idOf = (url: string) => media.nodes.find(({ image }) => image.url.includes(url))?.id;
  if (variant?.image) change('Detach', idOf(variant.image.url));
  if (file) change('Append', idOf(`/${file}`));
}

/** The file that Shopify shows for the variant. */
const shown = (shop: Shop): string | undefined =>
  /\/(\w+\.jpg)/.exec(look(shop).variants.nodes[0]?.image?.url ?? '')?.[1];

const keyOf = (shop: Shop, tabs: Tabs) => {
  const { conflicts, unsynced } = shop.plan(tabs);
  return [...conflicts, ...unsynced][0]?.key ?? '';
};

/** Remembered, what the sheet says now, what Shopify shows now; status, and the file that Shopify shows afterwards. */
test.each([
  ['a.jpg', 'b.jpg', 'a.jpg', 'updated', 'b.jpg'],
  ['a.jpg', 'b.jpg', 'b.jpg', 'unchanged', 'b.jpg'],
  ['a.jpg', 'b.jpg', 'c.jpg', 'conflict', 'c.jpg'],
  ['a.jpg', 'b.jpg', null, 'conflict', undefined],
  ['a.jpg', 'a.jpg', 'c.jpg', 'not-compared|unchanged', 'c.jpg'],
  ['', 'b.jpg', null, 'updated', 'b.jpg'],
  ['', 'b.jpg', 'c.jpg', 'skipped', 'c.jpg'],
  ['', 'b.jpg', 'b.jpg', 'unchanged', 'b.jpg'],
] as const)(
  'a variant image that was %p, is %p in the sheet and %p in Shopify, ends as %s',
  (was, sheet, store, status, after) => {
    const shop = synced(was);
    if (store !== (was || null)) inShopify(shop, store);
    const said = shop.sync(tee(sheet))['Products:2'];
    expect(said).toMatch(new RegExp(`^(${status})`));
    shop.pass(60_000);
    expect(shown(shop)).toBe(after);
  },
);

test('a variant image that changed on both sides names both files and asks', () => {
  const shop = synced('a.jpg');
  inShopify(shop, 'c.jpg');
  expect(shop.sync(tee('b.jpg'))['Products:2']).toBe(
    'conflict Variant Image: you changed it to b.jpg and it became c.jpg in Shopify. Choose a side in the sidebar.',
  );
});

test('a side that is chosen for a variant image is done, and asked no more', () => {
  for (const side of ['sheet', 'shopify'] as const) {
    const shop = synced('a.jpg');
    inShopify(shop, 'c.jpg');
    shop.confirmed.add(choiceKey(side, keyOf(shop, tee('b.jpg'))));
    shop.sync(tee('b.jpg'));
    shop.pass(60_000);
    expect(shown(shop)).toBe(side === 'sheet' ? 'b.jpg' : 'c.jpg');
    shop.confirmed.clear();
    expect(shop.plan(tee('b.jpg'))).toMatchObject({ conflicts: [], actions: [] });
  }
});

test('a setting that chooses a side for good counts for variant images too', () => {
  for (const [side, after] of [
    ['sheet', 'b.jpg'],
    ['shopify', 'c.jpg'],
  ] as const) {
    const shop = synced('a.jpg');
    inShopify(shop, 'c.jpg');
    shop.sync(tee('b.jpg'), { onConflict: { products: side, inventory: 'ask', prices: 'ask' } });
    shop.pass(60_000);
    expect(shown(shop)).toBe(after);
  }
});
