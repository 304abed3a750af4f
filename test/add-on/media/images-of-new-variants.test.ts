import { csvOf } from '../../support/csv';
import { said, sync, undoLast } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

const SITE = 'https://shop.example';
const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'];
const file = (
  ...more: readonly (readonly [size: string, image: string, ofVariant: string, end?: string])[]
) =>
  csvOf([
    [...HEADER, 'Image Src', 'Variant Image', 'Delete'],
    ['cap', 'Cap', 'Size', 'S', 'C-S', '5.00', `${SITE}/a.jpg`, `${SITE}/a.jpg`, ''],
    ...more.map(([size, image, ofVariant, end = '']) => [
      ...['cap', '', '', size, `C-${size}`, '5.00'],
      ...[image, ofVariant, end],
    ]),
  ]);
const L = ['L', `${SITE}/b.jpg`, `${SITE}/b.jpg`] as const;

/** A cap in two sizes, each with an image of its own. */
function begin(): Workbench {
  const bench = openWorkbench();
  bench.sync({ Products: file(L) });
  bench.clock.advance(120_000);
  return bench;
}

const nameOf = (url: string) => url.replace(/^.*\/|\?.*$/g, '');

/** The product's images, and `C-L b.jpg` of each variant. */
function imagesOf({ store }: Workbench) {
  const { data } = store.execute({
    query: `{ products(first: 1) { nodes { media(first: 20) { nodes { ... on MediaImage { image { url } } } }
      variants(first: 20) { nodes { sku image { url } } } } } }`,
  }) as unknown as {
    data: {
      products: {
        nodes: {
          media: { nodes: { image: { url: string } | null }[] };
          variants: { nodes: { sku: string; image: { url: string } | null }[] };
        }[];
      };
    };
  };
  const [product] = data.products.nodes;
  return {
    files: product?.media.nodes.map(({ image }) => (image ? nameOf(image.url) : '…')),
    shown: product?.variants.nodes.map(({ sku, image }) => `${sku} ${image ? nameOf(image.url) : 'none'}`),
    urls: product?.media.nodes.map(({ image }) => image?.url ?? ''),
  };
}

describe('a variant that is added to a product with an image that the product has', () => {
  const WAYS: Readonly<Record<string, (urls: readonly string[]) => string>> = {
    'as its address is typed': () => `${SITE}/b.jpg`,
    'as a later export names it': ([, b = '']) => b.replace(/\?v=\d+/, '?v=99'),
    'in another size': ([, b = '']) => b.replace('b.jpg', 'b_600x600.jpg'),
  };

  test.each(Object.entries(WAYS))('shows that one, %s, and nothing is uploaded', (_, write) => {
    const bench = begin();
    const address = write(imagesOf(bench).urls ?? []);
    bench.sync({ Products: file(L, ['XL', '', address], ['M', '', address]) });
    expect(imagesOf(bench)).toMatchObject({
      files: ['a.jpg', 'b.jpg'],
      shown: ['C-S a.jpg', 'C-L b.jpg', 'C-XL b.jpg', 'C-M b.jpg'],
    });
    bench.clock.advance(120_000);
    sync(bench);
    expect(imagesOf(bench).files).toEqual(['a.jpg', 'b.jpg']);
    expect(said(bench, 4)).toMatch(/^No change to send/);
  });

  test('shows one that comes with it, which is uploaded once', () => {
    const bench = begin();
    bench.sync({ Products: file(L, ['XL', `${SITE}/c.jpg`, `${SITE}/c.jpg`], ['M', '', `${SITE}/c.jpg`]) });
    bench.clock.advance(120_000);
    sync(bench);
    expect(imagesOf(bench)).toMatchObject({
      files: ['a.jpg', 'b.jpg', 'c.jpg'],
      shown: ['C-S a.jpg', 'C-L b.jpg', 'C-XL c.jpg', 'C-M c.jpg'],
    });
  });

  test('is created at once where Shopify is still at work on it, and shows it after the next sync', () => {
    const bench = begin();
    const { files } = bench.store.state;
    for (const each of files.all()) files.put({ ...each, uploadedAtMs: bench.clock.now() + 60_000 });
    bench.sync({ Products: file(L, ['XL', '', `${SITE}/b.jpg`]) });
    expect(said(bench, 4)).toMatch(/^Created .*still working on an image/);
    bench.clock.advance(120_000);
    sync(bench);
    expect(imagesOf(bench)).toMatchObject({
      files: ['a.jpg', 'b.jpg'],
      shown: ['C-S a.jpg', 'C-L b.jpg', 'C-XL b.jpg'],
    });
  });
});

test('a variant that an undo creates again shows the image that its product still has', () => {
  const bench = begin();
  bench.sync({ Products: file([...L, '[delete]']) }, '--confirm-held');
  expect(imagesOf(bench)).toMatchObject({ files: ['a.jpg', 'b.jpg'], shown: ['C-S a.jpg'] });
  bench.clock.advance(120_000);
  undoLast(bench);
  expect(imagesOf(bench)).toMatchObject({
    files: ['a.jpg', 'b.jpg'],
    shown: ['C-S a.jpg', 'C-L b.jpg'],
  });
});
