import { type Answered, openStore } from '../open-store';

const create = `mutation ($productId: ID!, $media: [CreateMediaInput!]!) {
  productCreateMedia(productId: $productId, media: $media) {
    media { id alt mediaContentType status } mediaUserErrors { field message code } } }`;
const variantMedia = (
  root: string,
  input: string,
): string => `mutation ($productId: ID!, $pairs: [${input}!]!) {
  ${root}(productId: $productId, variantMedia: $pairs) {
    productVariants { media(first: 5) { nodes { alt } } } userErrors { field message code } } }`;
const append = variantMedia('productVariantAppendMedia', 'ProductVariantAppendMediaInput');
const detach = variantMedia('productVariantDetachMedia', 'ProductVariantDetachMediaInput');

const image = (name: string) => ({
  originalSource: `https://example.com/${name}.jpg`,
  mediaContentType: 'IMAGE',
  alt: name,
});

function openWithMedia() {
  const open = openStore();
  const product = open.ask(
    'mutation { productCreate(product: { title: "Mug" }) { product { id variants(first: 1) { nodes { id } } } } }',
  ).product;
  const productId: string = product.id;
  const { media } = open.ask(create, { productId, media: [image('front'), image('back')] });
  const ids: string[] = media.map((one: Answered) => one.id);
  const alts = () => open.store.dump().products[0]?.media.map((one) => one.alt);
  return { ...open, productId, variantId: product.variants.nodes[0].id as string, ids, alts };
}

test('the good entries of a list of media are added although others are refused', () => {
  const { ask, productId, alts } = openWithMedia();
  const media = [image('side'), { ...image('bad'), originalSource: 'bad' }];
  expect(ask(create, { productId, media }).mediaUserErrors).toEqual([
    { field: ['media', '1', 'originalSource'], message: 'Image URL is invalid', code: 'INVALID' },
  ]);
  expect(alts()).toEqual(['front', 'back', 'side']);
});

test('the same URL again is another file', () => {
  const { ask, productId, ids } = openWithMedia();
  const [again] = ask(create, { productId, media: [image('front')] }).media;
  expect(ids).not.toContain(again.id);
});

test('media are reordered by moves counted from 0', () => {
  const { ask, productId, ids, alts } = openWithMedia();
  const reorder =
    'mutation ($id: ID!, $moves: [MoveInput!]!) { productReorderMedia(id: $id, moves: $moves) { job { id } mediaUserErrors { message } } }';
  ask(reorder, { id: productId, moves: [{ id: ids[1], newPosition: '0' }] });
  expect(alts()).toEqual(['back', 'front']);
});

test('alt text is changed through the file, once it is ready', () => {
  const { ask, ids, alts, wait } = openWithMedia();
  const update =
    'mutation ($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { files { alt } userErrors { code } } }';
  const files = [{ id: ids[0], alt: 'The front' }];
  expect(ask(update, { files }).userErrors).toEqual([{ code: 'NON_READY_STATE' }]);
  wait(60_000);
  expect(ask(update, { files }).files).toEqual([{ alt: 'The front' }]);
  expect(alts()).toEqual(['The front', 'back']);
});

test('a variant carries one image of its product, which must be ready', () => {
  const { ask, productId, variantId, ids, wait } = openWithMedia();
  const pairs = [{ variantId, mediaIds: [ids[0]] }];
  expect(ask(append, { productId, pairs }).userErrors).toMatchObject([{ code: 'NON_READY_MEDIA' }]);
  wait(60_000);
  expect(ask(append, { productId, pairs }).productVariants[0].media.nodes).toEqual([{ alt: 'front' }]);
  expect(ask(append, { productId, pairs }).userErrors).toMatchObject([
    { code: 'PRODUCT_VARIANT_ALREADY_HAS_MEDIA' },
  ]);
  expect(ask(detach, { productId, pairs }).productVariants[0].media.nodes).toEqual([]);
});

test('deleted media leave the product and its variants', () => {
  const { ask, productId, variantId, ids, wait, alts, store } = openWithMedia();
  wait(60_000);
  ask(append, { productId, pairs: [{ variantId, mediaIds: [ids[0]] }] });
  ask(
    'mutation ($id: ID!, $ids: [ID!]!) { productDeleteMedia(productId: $id, mediaIds: $ids) { deletedMediaIds mediaUserErrors { message } } }',
    { id: productId, ids: [ids[0]] },
  );
  expect(alts()).toEqual(['back']);
  expect(store.state.variants.get(variantId)?.mediaIds).toEqual([]);
});

test.each([
  ['https://example.com/a.txt', 'UNSUPPORTED_IMAGE_FILE_TYPE'],
  ['https://example.com/a.JSON?v=1', 'UNSUPPORTED_IMAGE_FILE_TYPE'],
  ['https://example.com/a.csv', 'UNSUPPORTED_IMAGE_FILE_TYPE'],
  ['https://commons.wikimedia.org/wiki/File:Mug.jpg', 'IMAGE_DOWNLOAD_FAILURE'],
  ['http://localhost/a.jpg', 'IMAGE_DOWNLOAD_FAILURE'],
  ['https://192.168.0.9/a.jpg', 'IMAGE_DOWNLOAD_FAILURE'],
])('no image comes of %s', (originalSource, code) => {
  const open = openWithMedia();
  open.ask(create, { productId: open.productId, media: [{ ...image('x'), originalSource }] });
  open.wait(10_000);
  const { nodes } = open.ask(
    'query ($id: ID!) { product(id: $id) { media(first: 9) { nodes { status mediaErrors { code } } } } }',
    { id: open.productId },
  ).media;
  expect(nodes.map(({ status }: Answered) => status)).toEqual(['READY', 'READY', 'FAILED']);
  expect(nodes[2].mediaErrors).toEqual([{ code }]);
});
