import { createStore } from '../../../../local/store/embedded-store';
import { openStore } from '../open-store';

const create = `mutation ($files: [FileCreateInput!]!) { fileCreate(files: $files) {
  files { __typename id fileStatus ... on GenericFile { url mimeType } ... on MediaImage { mimeType } } userErrors { field message code } } }`;
const update = `mutation ($files: [FileUpdateInput!]!) { fileUpdate(files: $files) {
  files { id alt fileStatus ... on MediaImage { image { url width } preview { image { width } } } } userErrors { field message code } } }`;
const remove =
  'mutation ($ids: [ID!]!) { fileDelete(fileIds: $ids) { deletedFileIds userErrors { field message code } } }';
const address = (name: string) => `https://example.com/${name}`;

/** A product whose only image is ready and shown by its variant. */
function openWithImage(accessScopes?: readonly string[]) {
  const open = openStore(accessScopes ? { accessScopes } : {});
  const { product } = open.ask(
    `mutation ($media: [CreateMediaInput!]) { productCreate(product: { title: "Mug" }, media: $media) {
      product { id media(first: 1) { nodes { id } } variants(first: 1) { nodes { id } } } } }`,
    { media: [{ originalSource: address('600x400/front.jpg'), mediaContentType: 'IMAGE', alt: 'Front' }] },
  );
  open.wait(5000);
  const [productId, id, variantId] = [product.id, product.media.nodes[0].id, product.variants.nodes[0].id];
  open.ask(
    'mutation ($p: ID!, $v: [ProductVariantAppendMediaInput!]!) { productVariantAppendMedia(productId: $p, variantMedia: $v) { userErrors { message } } }',
    { p: productId, v: [{ variantId, mediaIds: [id] }] },
  );
  const shown = () => ({
    ofProduct: open.store.state.products.get(productId)?.mediaIds,
    ofVariant: open.store.state.variants.get(variantId)?.mediaIds,
  });
  return { ...open, productId, id: id as string, variantId, shown };
}

describe('fileCreate', () => {
  test('tells the kind by the name where none is given, and a model is a plain file then', () => {
    const { ask } = openStore();
    const files = ['a.png', 'b.mp4', 'c.pdf', 'd', 'e.glb'].map((name) => ({
      originalSource: address(name),
    }));
    const kinds = ask(create, { files }).files.map(({ __typename }: { __typename: string }) => __typename);
    expect(kinds).toEqual(['MediaImage', 'Video', 'GenericFile', 'GenericFile', 'GenericFile']);
  });

  test('answers no address and no type of a file until it is ready', () => {
    const { ask, wait } = openStore();
    const [file] = ask(create, { files: [{ originalSource: address('c.pdf') }] }).files;
    expect(file).toMatchObject({ fileStatus: 'UPLOADED', url: null, mimeType: null });
    wait(5000);
    const read = 'query ($id: ID!) { node(id: $id) { ... on GenericFile { url mimeType } } }';
    expect(ask(read, { id: file.id })).toMatchObject({
      url: expect.stringContaining('/c.pdf'),
      mimeType: 'application/pdf',
    });
  });

  test.each([
    [{ originalSource: 'data:image/png;base64,iVBO' }, 'originalSource', 'File URL is invalid'],
    [
      { originalSource: address('a.png'), filename: 'a.jpg' },
      'filename',
      'Provided filename extension must match original source.',
    ],
    [
      { originalSource: address('a.PNG'), filename: 'a.png' },
      'filename',
      'Provided filename extension must match original source.',
    ],
    [
      { originalSource: address('a.png'), duplicateResolutionMode: 'REPLACE' },
      'duplicateResolutionMode',
      "Duplicate resolution mode 'REPLACE' is not supported for 'MISSING' media type.",
    ],
    [
      { originalSource: address('a.png'), contentType: 'IMAGE', duplicateResolutionMode: 'REPLACE' },
      'filename',
      'Missing filename argument when attempting to use REPLACE duplicate mode.',
    ],
    [{ originalSource: address('a.png'), alt: 'x'.repeat(513) }, 'alt', expect.stringContaining('512')],
  ])('refuses %j', (file, field, message) => {
    const { ask, store } = openStore();
    const good = { originalSource: address('good.png') };
    expect(ask(create, { files: [good, file] })).toMatchObject({
      files: [],
      userErrors: [{ field: ['files', '1', field], message }],
    });
    expect(store.state.files.all()).toEqual([]);
  });

  test('ends with an error of the request for an address that is empty or too long', () => {
    const { graphql } = openStore();
    for (const originalSource of ['', address('a'.repeat(2048))]) {
      expect(graphql(create, { files: [{ originalSource }] }).errors).toMatchObject([
        { extensions: { code: 'INVALID_FIELD_ARGUMENTS' } },
      ]);
    }
  });

  test('renames a file whose name is taken, refuses it, or puts it in the other’s place', () => {
    const { ask, store } = openStore();
    const file = { originalSource: address('a.png'), filename: 'a.png', contentType: 'IMAGE' };
    const send = (mode?: string) => ask(create, { files: [{ ...file, duplicateResolutionMode: mode }] });
    const [first] = send().files;
    expect(send('RAISE_ERROR').userErrors).toMatchObject([{ code: 'FILENAME_ALREADY_EXISTS' }]);
    expect(send('REPLACE').files).toMatchObject([{ id: first.id }]);
    send();
    expect(store.state.files.all().map(({ filename }) => filename)).toEqual([
      'a.png',
      expect.stringMatching(/^a_[\da-f-]{36}\.png$/),
    ]);
  });
});

describe('fileUpdate', () => {
  test('detaches a file from a product and its variants and keeps it, and attaches it again', () => {
    const { ask, id, productId, shown, store } = openWithImage();
    ask(update, { files: [{ id, referencesToRemove: [productId] }] });
    expect(shown()).toEqual({ ofProduct: [], ofVariant: [] });
    expect(store.state.files.get(id)).toBeDefined();
    ask(update, { files: [{ id, referencesToAdd: [productId] }] });
    expect(shown()).toEqual({ ofProduct: [id], ofVariant: [] });
  });

  test('replaces the picture under the same id: ready all along, the old preview first', () => {
    const { ask, id, wait } = openWithImage();
    const files = [{ id, originalSource: address('300x200/back.jpg') }];
    expect(ask(update, { files }).files).toMatchObject([
      { id, fileStatus: 'READY', image: null, preview: { image: { width: 600 } } },
    ]);
    wait(5000);
    const read = 'query ($id: ID!) { node(id: $id) { ... on MediaImage { image { width } } } }';
    expect(ask(read, { id }).image).toEqual({ width: 300 });
  });

  test('a picture that cannot be fetched makes the file fail after a while', () => {
    const { ask, id, wait } = openWithImage();
    ask(update, { files: [{ id, originalSource: 'https://shop.invalid/back.jpg' }] });
    wait(5000);
    expect(ask('query ($id: ID!) { node(id: $id) { ... on MediaImage { fileStatus } } }', { id })).toEqual({
      fileStatus: 'FAILED',
    });
  });

  test.each([
    [{ originalSource: address('x.jpg'), previewImageSource: address('y.jpg') }, ['INVALID', 'INVALID']],
    [{ filename: 'front.png' }, ['INVALID_FILENAME_EXTENSION']],
    [{ originalSource: 'no address' }, ['INVALID_IMAGE_SOURCE_URL']],
    [{ referencesToAdd: ['gid://shopify/Product/1'] }, ['REFERENCE_TARGET_DOES_NOT_EXIST']],
    [{ alt: 'x'.repeat(513) }, ['ALT_VALUE_LIMIT_EXCEEDED']],
  ])('refuses %j and changes nothing', (wrong, codes) => {
    const { ask, id, store } = openWithImage();
    const before = store.state.files.get(id);
    const { files, userErrors } = ask(update, { files: [{ id, ...wrong }] });
    expect(files).toEqual([]);
    expect(userErrors.map(({ code }: { code: string }) => code)).toEqual(codes);
    expect(store.state.files.get(id)).toEqual(before);
  });

  test('names all files that are not there, and changes none that is not ready', () => {
    const { ask, id } = openWithImage();
    const missing = ['gid://shopify/MediaImage/1', 'gid://shopify/MediaImage/2'];
    expect(ask(update, { files: [{ id }, ...missing.map((one) => ({ id: one }))] }).userErrors).toEqual([
      {
        field: ['files'],
        message: 'File ids ["gid://shopify/MediaImage/1", "gid://shopify/MediaImage/2"] do not exist.',
        code: 'FILE_DOES_NOT_EXIST',
      },
    ]);
    const [fresh] = ask(create, { files: [{ originalSource: address('new.png') }] }).files;
    expect(ask(update, { files: [{ id: fresh.id, alt: 'x' }] }).userErrors).toMatchObject([
      { code: 'NON_READY_STATE' },
    ]);
  });

  test('changes neither the address nor the name of an external video', () => {
    const { ask, productId, wait } = openWithImage();
    const video = { originalSource: 'https://youtu.be/dQw4w9WgXcQ', mediaContentType: 'EXTERNAL_VIDEO' };
    const [{ id }] = ask(
      'mutation ($p: ID!, $m: [CreateMediaInput!]!) { productCreateMedia(productId: $p, media: $m) { media { id } } }',
      { p: productId, m: [video] },
    ).media;
    wait(5000);
    expect(ask(update, { files: [{ id, originalSource: address('a.mp4') }] }).userErrors).toMatchObject([
      { field: ['files', '0', 'originalSource'], code: 'INVALID' },
    ]);
    expect(ask(update, { files: [{ id, filename: 'a.mp4' }] }).userErrors).toMatchObject([
      { code: 'UNSUPPORTED_MEDIA_TYPE_FOR_FILENAME_UPDATE' },
    ]);
  });

  test('needs the scope for products where it changes what a product shows', () => {
    const { graphql, store, id, productId } = openWithImage();
    store.state.installation = { ...store.state.installation, accessScopes: ['write_files'] };
    expect(graphql(update, { files: [{ id, referencesToRemove: [productId] }] }).errors).toMatchObject([
      { message: 'Access denied: Missing permission to manage products.' },
    ]);
  });
});

test('a deleted file leaves the products and variants that showed it', () => {
  const { ask, id, shown } = openWithImage();
  expect(ask(remove, { ids: [id] })).toEqual({ deletedFileIds: [id], userErrors: [] });
  expect(shown()).toEqual({ ofProduct: [], ofVariant: [] });
  expect(ask(remove, { ids: [id] })).toEqual({
    deletedFileIds: null,
    userErrors: [
      { field: ['fileIds'], message: `File id ${id} does not exist.`, code: 'FILE_DOES_NOT_EXIST' },
    ],
  });
});

test('moving a photo that the product does not have moves nothing and says nothing', () => {
  const { ask, productId, shown, id } = openWithImage();
  const reorder =
    'mutation ($id: ID!, $moves: [MoveInput!]!) { productReorderMedia(id: $id, moves: $moves) { job { done } mediaUserErrors { code } } }';
  const moves = [{ id: 'gid://shopify/MediaImage/1', newPosition: '0' }];
  expect(ask(reorder, { id: productId, moves })).toEqual({ job: { done: false }, mediaUserErrors: [] });
  expect(shown().ofProduct).toEqual([id]);
});

test('a replaced picture is in what is saved', () => {
  const { ask, id, store } = openWithImage();
  ask(update, { files: [{ id, originalSource: address('300x200/back.jpg') }] });
  const again = createStore({ now: () => 0, saved: JSON.parse(JSON.stringify(store.save())) });
  expect(again.state.files.all()).toEqual(store.state.files.all());
});

test('files are listed by name where that is asked', () => {
  const { ask } = openStore();
  ask(create, { files: ['b.png', 'a.png'].map((name) => ({ originalSource: address(name), alt: name })) });
  const alts = ask('{ files(first: 5, sortKey: FILENAME) { nodes { alt } } }').nodes;
  expect(alts).toEqual([{ alt: 'a.png' }, { alt: 'b.png' }]);
});
