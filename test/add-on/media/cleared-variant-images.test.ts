import { csvOf } from '../../support/csv';
import { files, imageAt, openMug, productOf, shown } from '../../support/images-of-mug';
import { rowsOf, undoLast } from '../../support/running';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const [A, B, C] = ['a', 'b', 'c'].map(imageAt) as [string, string, string];
const mug = (ofVariant: string) => ({
  Products: csvOf([
    ['Handle', 'Title', 'Image Src', 'Variant Image'],
    ['mug', 'Mug', A, ofVariant],
    ['mug', '', B, ''],
    ['mug', '', C, ''],
  ]),
});

function openShowing(): Workbench {
  const bench = openMug();
  bench.sync(mug(`${C}#again`));
  bench.sync(mug(B));
  bench.clock.advance(60_000);
  expect(shown(bench)).toBe('b.jpg');
  return bench;
}

/** A colleague gives the variant another image. */
function attach(bench: Workbench, place: number): void {
  const { id, media, variants } = productOf(bench);
  bench.store.execute({
    query: `mutation ($id: ID!, $variants: [ProductVariantsBulkInput!]!) {
      productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { message } } }`,
    variables: { id, variants: [{ id: variants.nodes[0]?.id, mediaId: media.nodes[place]?.id }] },
  });
}

describe('[clear] in the cell of a variant’s image', () => {
  test('takes it off the variant alone, as the preview said, and an undo attaches it again', () => {
    const bench = openShowing();
    const preview = saidOf(bench.sync(mug('[clear]'), '--preview'))['Products:2'];
    expect(preview).toBe('updated Variant Image: b.jpg → (none).');
    expect(shown(bench)).toBe('b.jpg');
    expect(saidOf(bench.sync(mug('[clear]')))['Products:2']).toBe(preview);
    expect(shown(bench)).toBe('');
    expect(files(bench)).toHaveLength(3);
    expect(saidOf(bench.sync(mug('[clear]'), '--preview'))['Products:2']).toBe('unchanged');
    undoLast(bench);
    expect(shown(bench)).toBe('b.jpg');
    expect(saidOf(bench.sync(mug('[clear]'), '--preview'))['Products:2']).toMatch(
      /^differs Variant Image: Shopify has b\.jpg, the sheet \[clear\]/,
    );
    bench.sync(mug('[clear]'));
    expect(shown(bench)).toBe('b.jpg');
    bench.sync(mug(C));
    expect(shown(bench)).toBe('c.jpg');
  });

  test('is asked about where a colleague gave the variant another one', () => {
    const bench = openShowing();
    attach(bench, 0);
    expect(saidOf(bench.sync(mug('[clear]'), '--hold'))['Products:2']).toMatch(/^conflict Variant Image/);
    expect(shown(bench)).toBe('a.jpg');
  });

  test('is asked about where it was never compared, and is nothing to do where there is none', () => {
    const bench = openMug();
    expect(saidOf(bench.sync(mug('[clear]'), '--hold'))['Products:2']).toMatch(/^skipped Variant Image/);
    expect(shown(bench)).toBe('b.jpg');
  });

  test('ends the same where Shopify’s answer is lost, and differs once a colleague attaches another one', () => {
    const saved = openShowing().save();
    const bench = openWorkbench({ saved, store: { faults: 'productVariantDetachMedia#1: timeout-after' } });
    expect(bench.sync(mug('[clear]')).totals).toMatchObject({ error: 0 });
    expect(shown(bench)).toBe('');
    attach(bench, 2);
    expect(saidOf(bench.sync(mug('[clear]'), '--preview'))['Products:2']).toMatch(/^differs/);
  });
});

describe('another image for a variant', () => {
  const NEW = imageAt('new');

  test.each([
    ['one of its product', C, 'c.jpg', ['a.jpg', 'b.jpg', 'c.jpg']],
    ['one that Shopify does not have yet', NEW, 'new.jpg', ['a.jpg', 'b.jpg', 'c.jpg', 'new.jpg']],
  ])(
    '%s is given up again by an undo, and the cell, which still asks for it, differs',
    (_, url, name, all) => {
      const bench = openShowing();
      bench.sync(mug(url));
      bench.clock.advance(60_000);
      expect(shown(bench)).toBe(name);
      undoLast(bench);
      expect(shown(bench)).toBe('b.jpg');
      expect(files(bench)).toEqual(all);
      for (const _again of [1, 2]) bench.sync(mug(url));
      expect(shown(bench)).toBe('b.jpg');
      expect(saidOf(bench.sync(mug(url), '--preview'))['Products:2']).toMatch(
        new RegExp(`^differs Variant Image: Shopify has b.jpg, the sheet ${name}`),
      );
      bench.sync(mug(B));
      expect(saidOf(bench.sync(mug(B), '--preview'))['Products:2']).toBe('unchanged');
    },
  );

  test('is left by an undo where a colleague chose a third one, or took the old one off the product', () => {
    const chosen = openShowing();
    chosen.sync(mug(C));
    attach(chosen, 0);
    undoLast(chosen);
    expect(shown(chosen)).toBe('a.jpg');
    const gone = openShowing();
    gone.sync(mug(C));
    const { id, media } = productOf(gone);
    gone.store.execute({
      query:
        'mutation ($id: ID!, $ids: [ID!]!) { productDeleteMedia(productId: $id, mediaIds: $ids) { deletedMediaIds } }',
      variables: { id, ids: [media.nodes[1]?.id] },
    });
    undoLast(gone);
    expect(shown(gone)).toBe('c.jpg');
    expect(rowsOf(gone, 'Products')[1]?.join(' ')).toContain(
      'b.jpg is no longer among the images of the product, so it was left alone.',
    );
  });
});

test('the first image that a row names for a variant is no more in step than what Shopify shows', () => {
  const bench = openMug();
  const first = saidOf(bench.sync(mug(C)))['Products:2'];
  expect(first).toMatch(/^not-synced .*was left alone: it was never compared .* write #again/);
  expect(shown(bench)).toBe('b.jpg');
  expect(saidOf(bench.sync(mug(`${C}#again`)))['Products:2']).toBe('updated Variant image: c.jpg.');
  bench.clock.advance(60_000);
  expect(shown(bench)).toMatch(/^c/);
  const same = openMug();
  expect(saidOf(same.sync(mug(B)))['Products:2']).toBe('unchanged');
  const lacking = openMug();
  expect(saidOf(lacking.sync(mug(imageAt('d'))))['Products:2']).toMatch(/^not-synced .*never compared/);
  expect(files(lacking)).toHaveLength(3);
});

describe('a variant’s image in another tab than its product', () => {
  const tabs = (ofVariant: string, third = '') => ({
    ...mug(''),
    More: csvOf([
      ['Handle', 'Variant Image'],
      ['mug', ofVariant],
    ]),
    ...(third && {
      Third: csvOf([
        ['Handle', 'Variant Image'],
        ['mug', third],
      ]),
    }),
  });

  test('is sent, as its row says', () => {
    const bench = openMug();
    bench.sync(tabs(B));
    bench.clock.advance(60_000);
    expect(saidOf(bench.sync(tabs(A)))['More:2']).toBe('updated Variant image: a.jpg.');
    expect(shown(bench)).toBe('a.jpg');
    expect(saidOf(bench.sync(tabs(A), '--preview'))['More:2']).toBe('unchanged');
  });

  test('is refused in both where two tabs name two images, and neither is sent', () => {
    const bench = openMug();
    bench.sync(tabs(B));
    const before = shown(bench);
    const said = saidOf(bench.sync(tabs(A, C)));
    expect(said['More:2']).toMatch(
      /^error Variant Image says otherwise than Variant Image in row 2 of Third/,
    );
    expect(said['Third:2']).toMatch(/^error Variant Image says otherwise/);
    expect(shown(bench)).toBe(before);
    expect(files(bench)).toHaveLength(3);
  });
});
