import type { RunSummary, RunView } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { inAdmin } from '../../support/in-admin';
import { sheetOf } from '../../support/running';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const imagesOf = ({ store }: Workbench) => store.dump().products[0]?.media.length;
const HEADER = ['Handle', 'Title', 'Image Src', 'Image Position', 'Variant Image'];
const SITE = 'https://images.example.com';
const sheet = (...rows: readonly (readonly string[])[]) => ({ Products: csvOf([HEADER, ...rows]) });
const mug = (images: readonly string[], variant = '', places = images.map((_, index) => String(index + 1))) =>
  sheet(
    ['mug', 'Mug', images[0] ?? '', places[0] ?? '', variant],
    ...images.slice(1).map((image, index) => ['mug', '', image, places[index + 1] ?? '', '']),
  );

/** As an export of the store shows its images today. */
function exported({ store }: Workbench, version: number): string[] {
  const query =
    '{ products(first: 1) { nodes { media(first: 20) { nodes { ... on MediaImage { image { url } } } } } } }';
  const { products } = store.execute({ query }).data as {
    products: { nodes: { media: { nodes: { image: { url: string } }[] } }[] };
  };
  return (products.nodes[0]?.media.nodes ?? []).map(({ image }) =>
    image.url.replace(/\?v=\d+/, `?v=${version}`),
  );
}

const uploads = ({ store }: Workbench) => store.dump().products[0]?.media.length;

test('an export that comes back three times uploads nothing, and the rows are up to date', () => {
  const bench = openWorkbench();
  bench.sync(mug([`${SITE}/a.jpg`, `${SITE}/b.jpg`], `${SITE}/v.jpg`));
  for (const version of [111, 222, 333]) {
    bench.clock.advance(60_000);
    const [a = '', b = '', v = ''] = exported(bench, version);
    const back = mug([a, b, v], v);
    expect(Object.values(saidOf(bench.sync(back, '--preview')))).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    for (const said of Object.values(saidOf(bench.sync(back))))
      expect(said).toMatch(/^(unchanged$|not-compared )/);
    expect(uploads(bench)).toBe(3);
  }
});

test('an image that Shopify could not fetch is said in the next preview and at each sync until its cell changes', () => {
  const bench = openWorkbench();
  const broken = mug(['https://images.invalid/a.jpg', `${SITE}/b.jpg`]);
  bench.sync(broken);
  bench.clock.advance(60_000);
  const preview = saidOf(bench.sync(broken, '--preview'));
  expect(preview['Products:2']).toMatch(/^error Shopify could not fetch this image/);
  expect(preview['Products:3']).toBe('unchanged');
  // The second row asks for nothing new, so that a sync does not look at it again.
  for (const _ of [1, 2])
    expect(saidOf(bench.sync(broken))).toEqual({
      ...preview,
      'Products:3': expect.stringMatching(/^not-compared /),
    });
  const mended = mug([`${SITE}/a.jpg`, `${SITE}/b.jpg`]);
  expect(saidOf(bench.sync(mended))['Products:2']).toMatch(/^updated Image added\./);
  bench.clock.advance(60_000);
  expect(saidOf(bench.sync(mended))['Products:2']).toMatch(/^not-compared /);
});

test('an image order that changed is sent, as the preview said, and given back by an undo', () => {
  const bench = openWorkbench();
  const images = [`${SITE}/a.jpg`, `${SITE}/b.jpg`];
  bench.sync(mug(images));
  bench.clock.advance(60_000);
  const turned = mug(images, '', ['2', '1']);
  const preview = saidOf(bench.sync(turned, '--preview'));
  expect(Object.values(preview)).toEqual(['updated Image position 1 → 2.', 'updated Image position 2 → 1.']);
  expect(saidOf(bench.sync(turned))).toEqual(preview);
  const files = () => exported(bench, 0).map((cell) => cell.replace(/.*\/|\?.*/g, ''));
  expect(files()).toEqual(['b.jpg', 'a.jpg']);
  for (const said of Object.values(saidOf(bench.sync(turned)))) expect(said).toMatch(/^not-compared /);
  const runs = bench.call<readonly RunView[]>('listRuns');
  expect(bench.call('undoRun', { run: runs.ok && runs.value[0]?.number })).toMatchObject({ ok: true });
  expect(files()).toEqual(['a.jpg', 'b.jpg']);
  // The cells still ask for the order that was undone.
  expect(Object.values(saidOf(bench.sync(turned, '--preview'))).join()).toContain('differs Image position');
  bench.sync(turned);
  expect(files()).toEqual(['a.jpg', 'b.jpg']);
});

test('an image that is added between others is put there, as the preview said, and an order that a colleague made is left', () => {
  const bench = openWorkbench();
  const [a, b, c] = ['a', 'b', 'c'].map((name) => `${SITE}/${name}.jpg`) as [string, string, string];
  bench.sync(mug([a, b]));
  const wider = mug([a, c, b]);
  const preview = saidOf(bench.sync(wider, '--preview'));
  expect(Object.values(preview)).toEqual([
    'unchanged',
    'updated An image will be added. Image position 3 → 2.',
    'updated Image position 2 → 3.',
  ]);
  const told = JSON.stringify(saidOf(bench.sync(wider))).replace('Image added', 'An image will be added');
  expect(JSON.parse(told)).toEqual(preview);
  bench.clock.advance(60_000);
  const files = () => exported(bench, 0).map((cell) => cell.replace(/.*\/|\?.*/g, ''));
  expect(files()).toEqual(['a.jpg', 'c.jpg', 'b.jpg']);
  const query = '{ products(first: 1) { nodes { id media(first: 9) { nodes { id } } } } }';
  const { products } = bench.store.execute({ query }).data as never as {
    products: { nodes: [{ id: string; media: { nodes: [{ id: string }] } }] };
  };
  const [{ id, media }] = products.nodes;
  bench.store.execute({
    query:
      'mutation ($id: ID!, $moves: [MoveInput!]!) { productReorderMedia(id: $id, moves: $moves) { job { id } } }',
    variables: { id, moves: [{ id: media.nodes[0].id, newPosition: '2' }] },
  });
  expect(Object.values(saidOf(bench.sync(wider, '--preview')))[0]).toBe(
    'differs Image position: Shopify has 3, the sheet 1.',
  );
  const asked = Object.values(saidOf(bench.sync(mug([b, a, c]))));
  expect(asked.join()).toMatch(/conflict Image position: you changed it to \d and it became \d in Shopify/);
  expect(files()).toEqual(['c.jpg', 'b.jpg', 'a.jpg']);
});

test('a variant image that a colleague changed is asked about, and keeping Shopify’s puts its address into the cell', () => {
  const bench = openWorkbench();
  const images = ['a', 'b', 'c'].map((name) => `${SITE}/${name}.jpg`);
  bench.sync(mug(images, images[0]));
  bench.clock.advance(60_000);
  const found = bench.store.execute({
    query:
      '{ products(first: 1) { nodes { id media(first: 9) { nodes { id } } variants(first: 1) { nodes { id } } } } }',
  }).data as never as {
    products: {
      nodes: [{ id: string; media: { nodes: { id: string }[] }; variants: { nodes: [{ id: string }] } }];
    };
  };
  const [{ id, media, variants }] = found.products.nodes;
  const { errors } = bench.store.execute({
    query: `mutation ($id: ID!, $variants: [ProductVariantsBulkInput!]!) {
      productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { message } } }`,
    variables: { id, variants: [{ id: variants.nodes[0].id, mediaId: media.nodes[2]?.id }] },
  });
  expect(errors).toBeUndefined();
  const asked = bench.sync(mug(images, images[1]));
  expect(saidOf(asked)['Products:2']).toBe(
    'conflict Variant Image: you changed it to b.jpg and it became c.jpg in Shopify. Choose a side in the sidebar.',
  );
  const preview = bench.call<RunSummary>('previewSync');
  const [question] = preview.ok ? preview.value.conflicts.shown : [];
  expect(question).toMatchObject({ sheet: 'b.jpg', shopify: 'c.jpg' });
  const kept = bench.call<RunSummary>('resolveConflicts', { side: 'shopify', keys: [question?.key] });
  expect(kept.ok).toBe(true);
  const cell = String(bench.runtime.state.workbook.sheets[0]?.rows[1]?.[4]);
  expect(cell).toBe(exported(bench, 0)[2]?.replace(/v=0$/, cell.slice(cell.indexOf('v='))));
  const after = bench.call<RunSummary>('previewSync');
  expect(after.ok && [after.value.conflicts.count, after.value.totals]).toEqual([
    0,
    expect.objectContaining({ unchanged: 3 }),
  ]);
});

test.each([
  ['a list', `${SITE}/a.jpg;${SITE}/b.jpg`, 'Give each image a row of its own'],
  ['a page of Google Drive', 'https://drive.google.com/file/d/1/view', 'Upload the image in Shopify admin'],
  ['a TIFF file', `${SITE}/a.tiff`, 'Save the image as JPG'],
])('%s in an image cell is refused with the cure, before anything is sent', (_, cell, cure) => {
  const bench = openWorkbench();
  const said = saidOf(bench.sync(mug([cell])))['Products:2'] ?? '';
  expect(said).toMatch(/^error Image Src/);
  expect(said).toContain(cure);
  expect(said.length).toBeLessThan(300);
  expect(bench.store.dump().products).toEqual([]);
});

describe('a variant image', () => {
  const OPTIONS = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Image Src', 'Variant Image'];
  test.each<[string, readonly string[], readonly (readonly string[])[], number]>([
    [
      'alone',
      OPTIONS,
      [
        ['mug', 'Mug', 'Size', 'S', '', ''],
        ['mug', '', '', '', '', `${SITE}/v.jpg`],
      ],
      0,
    ],
    [
      'beside an image',
      OPTIONS,
      [
        ['mug', 'Mug', 'Size', 'S', '', ''],
        ['mug', '', '', '', `${SITE}/a.jpg`, `${SITE}/v.jpg`],
      ],
      1,
    ],
    [
      'of a product without options',
      OPTIONS,
      [
        ['mug', 'Mug', '', '', '', ''],
        ['mug', '', '', '', '', `${SITE}/v.jpg`],
      ],
      0,
    ],
  ])('on a row that shows no variant is said and not sent, at each sync: %s', (_, header, rows, images) => {
    const bench = openWorkbench();
    for (const _time of [1, 2]) {
      const said = saidOf(bench.sync({ Products: csvOf([header, ...rows]) }));
      expect(said['Products:3']).toContain(
        'Variant Image was left out: this row shows no variant. Type it in the row of its variant, or under Image Src for an image of the product.',
      );
      expect(imagesOf(bench)).toBe(images);
      bench.clock.advance(60_000);
    }
  });

  test('of the only variant needs nothing beside it on the first row', () => {
    const bench = openWorkbench();
    bench.sync({ Products: csvOf([OPTIONS, ['mug', 'Mug', '', '', '', `${SITE}/v.jpg`]]) });
    expect(imagesOf(bench)).toBe(1);
  });

  const CELLS = [
    'Handle',
    'Title',
    'Option1 Name',
    'Option1 Value',
    'Price',
    'Image Src',
    'Image Alt Text',
    'Variant Image',
  ];
  const firstOf = [['mug', 'Mug', 'Size', 'S', '5', '', '', '']];
  const own = [`${SITE}/v.jpg`, 'A mug', `${SITE}/v.jpg`];

  test.each<[string, readonly (readonly string[])[]]>([
    ['that is there', [['mug', 'Mug', 'Size', 'S', '5', ...own]]],
    ['that is new', [...firstOf, ['mug', '', '', 'M', '5', ...own]]],
    [
      'that is there, the image in another row',
      [
        ['mug', 'Mug', 'Size', 'S', '5', '', '', `${SITE}/v.jpg`],
        ['mug', '', '', '', '', `${SITE}/v.jpg`, 'A mug', ''],
      ],
    ],
  ])('brought by a variant %s has its alt text after one run', (_, rows) => {
    const bench = openWorkbench();
    bench.sync({ Products: csvOf([CELLS, ...firstOf]) });
    bench.clock.advance(60_000);
    bench.sync({ Products: csvOf([CELLS, ...rows]) });
    const [product] = bench.store.dump().products;
    expect(product?.media).toHaveLength(1);
    expect(product?.media[0]).toMatchObject({ alt: 'A mug' });
  });

  test('brought by a variant stands at its place after one run, and each row says so', () => {
    const bench = openWorkbench();
    const places = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Image Src', 'Variant Image'];
    bench.sync({ Products: csvOf([places, ['mug', 'Mug', 'Size', 'S', `${SITE}/a.jpg`, '']]) });
    bench.clock.advance(60_000);
    const rows = [
      ['mug', 'Mug', 'Size', 'S', `${SITE}/v.jpg`, `${SITE}/v.jpg`],
      ['mug', '', '', '', `${SITE}/a.jpg`, ''],
    ];
    const said = saidOf(bench.sync({ Products: csvOf([places, ...rows]) }));
    expect(said['Products:2']).toMatch(/^updated Variant image: v\.jpg\. Image position 2 → 1\./);
    expect(said['Products:3']).toBe('updated Image position 1 → 2.');
    const [a, v] = exported(bench, 1).reverse();
    expect([v, a].map((url) => url?.replace(/.*\//, '').slice(0, 1))).toEqual(['v', 'a']);
  });
});

test('what is said of an image names a column that its tab has', () => {
  const bench = openWorkbench();
  const header = ['Handle', 'Title', 'Image Src', 'Image Position', 'Image Alt Text', 'Variant Image'];
  const rows = (alt: string) => csvOf([header, ['mug', 'Mug', `${SITE}/a.jpg`, '1', alt, `${SITE}/b.jpg`]]);
  bench.sync({ Products: rows('one') });
  bench.clock.advance(60_000);
  const [product] = bench.store.dump().products;
  const { products } = inAdmin<{ products: { nodes: { media: { nodes: { id: string }[] } }[] } }>(
    bench,
    '{ products(first: 1) { nodes { media(first: 5) { nodes { id } } } } }',
  );
  const media = products.nodes[0]?.media.nodes.map(({ id }) => id) ?? [];
  const referencesToRemove = [product?.id];
  inAdmin(
    bench,
    'mutation ($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { userErrors { message } } }',
    {
      files: [
        { id: media[0], alt: 'theirs' },
        { id: media[1], referencesToRemove },
      ],
    },
  );
  bench.sync({ Products: rows('one') }, '--hold', '--preview');
  const lines = sheetOf(bench, 'Sync preview').rows.map((row) => row.map(String));
  const said = lines.filter((line) =>
    line.some((cell) => /Shopify has theirs|was removed in Shopify/.test(cell)),
  );
  expect(said.length).toBeGreaterThan(0);
  for (const line of said) expect(line.some((cell) => header.includes(cell))).toBe(true);
});

test('an address in other capitals, or with a fragment on Shopify’s CDN, uploads nothing again', () => {
  const bench = openWorkbench();
  const cdn = 'https://cdn.shopify.com/s/files/1/0001/0002/files/c.jpg';
  const rows = (one: string, other: string) =>
    csvOf([
      ['Handle', 'Title', 'Image Src'],
      ['mug', 'Mug', one],
      ['mug', '', other],
    ]);
  bench.sync({ Products: rows('HTTPS://SHOP.example/a.jpg', cdn) });
  expect(imagesOf(bench)).toBe(2);
  for (const [one, other] of [
    ['https://shop.example/a.jpg', `${cdn}#gallery`],
    ['Https://shop.EXAMPLE/a.jpg', `${cdn.replace('https', 'HTTPS')}#`],
  ]) {
    bench.clock.advance(60_000);
    const said = saidOf(bench.sync({ Products: rows(one ?? '', other ?? '') }));
    expect([said, imagesOf(bench)]).toEqual([
      {
        'Products:2': expect.stringMatching(/^(unchanged|not-compared)/),
        'Products:3': expect.stringMatching(/^(unchanged|not-compared)/),
      },
      2,
    ]);
  }
});
