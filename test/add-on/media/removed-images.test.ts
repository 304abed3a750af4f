import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { files, imageAt, mug, openMug, productOf, shown, withoutScope } from '../../support/images-of-mug';
import { undoLast } from '../../support/running';
import { saidOf } from '../../support/workbench';

const [A, B, C] = ['a', 'b', 'c'].map(imageAt) as [string, string, string];

describe('an image is taken off its product', () => {
  test.each([
    ['by the word before its address', `[delete] ${B}`],
    ['by the word behind its address', `${B} [DELETE]`],
    ['by the word in place of its address', '[delete]'],
  ])('%s, as the preview said, and comes back by an undo to its place, alt text and variant', (_, cell) => {
    const bench = openMug();
    const asked = mug(A, cell, C);
    const preview = saidOf(bench.sync(asked, '--preview'));
    expect(preview['Products:3']).toBe('updated An image will be removed: b.jpg.');
    expect(files(bench)).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
    expect(saidOf(bench.sync(asked))['Products:3']).toBe('updated Image removed: b.jpg.');
    expect(files(bench)).toEqual(['a.jpg', 'c.jpg']);
    expect(shown(bench)).toBe('');
    for (const said of Object.values(saidOf(bench.sync(asked)))) expect(said).toMatch(/^not-compared /);
    undoLast(bench);
    expect(files(bench)).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
    expect(shown(bench)).toBe('b.jpg');
    expect(productOf(bench).media.nodes[1]?.alt).toBe('Back');
    // The cells still ask for it.
    for (const _again of [1, 2]) bench.sync(asked);
    bench.sync(asked, '--preview');
    expect(files(bench)).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
  });

  test('by Matrixify’s command', () => {
    const bench = openMug();
    const tab = csvOf([
      ['ID', 'Handle', 'Title', 'Image Src', 'Image Command', 'Variant ID'],
      ['', 'mug', 'Mug', A, 'MERGE', ''],
      ['', 'mug', '', C, 'DELETE', ''],
    ]);
    bench.sync({ Products: tab });
    expect(files(bench)).toEqual(['a.jpg', 'b.jpg']);
  });

  test('never by absence, also beside a word whose image is gone already', () => {
    const bench = openMug();
    bench.sync(mug(A, B));
    expect(files(bench)).toHaveLength(3);
    bench.sync(mug(A, '[delete]'));
    expect(files(bench)).toEqual(['a.jpg', 'c.jpg']);
    // The row of an image that is deleted now goes for nothing.
    bench.sync(mug('[delete]'));
    bench.sync(mug('[delete]'), '--preview');
    expect(files(bench)).toEqual(['a.jpg', 'c.jpg']);
  });

  test.each([
    ['the first', [`[delete] ${A}`, B, C], 0],
    ['the last', [A, B, `[delete] ${C}`], 2],
  ])(
    'and %s, typed again without the word, is not sent again by itself, which its row says',
    (_, cells, at) => {
      const bench = openMug();
      bench.sync(mug(...cells), '--hold');
      const left = files(bench);
      for (const _again of [1, 2])
        expect(saidOf(bench.sync(mug(A, B, C)))[`Products:${at + 2}`]).toBe(
          'not-synced The image was left alone: no image of the product in Shopify has this file name. To add it, write #again at the end of its address.',
        );
      expect(files(bench)).toEqual(left);
      const again = [A, B, C].map((url, index) => (index === at ? `${url}#again` : url));
      bench.sync(mug(...again));
      bench.clock.advance(60_000);
      expect(files(bench)).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
    },
  );

  test('only where it is clear which one is meant', () => {
    const bench = openMug();
    const said = saidOf(bench.sync(mug(A, '[delete]')));
    expect(said['Products:3']).toMatch(/^skipped Which image\? 2 images are gone from these rows/);
    expect(files(bench)).toHaveLength(3);
    expect(saidOf(bench.sync(mug(A, B, C, '[delete]')))['Products:5']).toMatch(
      /^skipped Which image\? No image is gone/,
    );
    expect(saidOf(bench.sync(mug(A, B, C, `[delete] ${A}`)))['Products:5']).toMatch(/names the same image/);
    expect(saidOf(bench.sync(mug(A, B, C, `[delete] ${imageAt('z')}`)))['Products:5']).toMatch(
      /^unchanged The product has no such image/,
    );
    expect(files(bench)).toHaveLength(3);
  });

  test('and names the row whose variant still shows the image that is meant', () => {
    const bench = openMug();
    const header = ['Handle', 'Title', 'Price', 'Image Src', 'Variant Image'];
    const rows = (second: string, variant: string) => ({
      Products: csvOf([
        header,
        ['mug', 'Mug', '5', A, variant],
        ['mug', '', '', second, ''],
        ['mug', '', '', C, ''],
      ]),
    });
    bench.sync(rows(B, B));
    const said = saidOf(bench.sync(rows('[delete]', B)))['Products:3'];
    expect(said).toBe(
      'skipped Image Src was not removed: row 2 still names b.jpg as the image of a variant. Type another address or [clear] there.',
    );
    expect(files(bench)).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
    bench.sync(rows('[delete]', '[clear]'));
    expect(files(bench)).toEqual(['a.jpg', 'c.jpg']);
  });

  test('only with the scope for files: without it both ways are said, and it goes once the scope is there', () => {
    const bench = openMug();
    const scope = withoutScope(bench);
    for (const cell of [`[delete] ${B}`, '[delete]']) {
      const told = saidOf(bench.sync(mug(A, cell, C)))['Products:3'];
      expect(told).toMatch(
        /^skipped Image Src was not removed\. Remove it in Shopify admin, or .*write_files/,
      );
      expect(told?.length).toBeLessThanOrEqual(310);
    }
    expect(files(bench)).toHaveLength(3);
    scope.grant();
    bench.sync(mug(A, '[delete]', C));
    expect(files(bench)).toEqual(['a.jpg', 'c.jpg']);
  });

  test('not where most images of a tab are to go at once, until a person has seen how many', () => {
    const bench = openMug();
    const report = bench.sync(mug(`[delete] ${A}`, `[delete] ${B}`, `[delete] ${C}`), '--hold');
    expect(files(bench)).toHaveLength(3);
    expect(Object.values(saidOf(report)).join()).toMatch(/3 of the 3 images of this tab are to be removed/);
    const preview = bench.call<RunSummary>('previewSync');
    const keys = preview.ok ? preview.value.held.shown.map(({ key }) => key) : [];
    expect(bench.call('confirmHeld', { keys })).toMatchObject({ ok: true });
    expect(files(bench)).toEqual([]);
  });

  test('and not from a column of variants', () => {
    const bench = openMug();
    const tab = csvOf([
      ['Handle', 'Title', 'Image Src', 'Variant Image'],
      ['mug', 'Mug', A, `[delete] ${B}`],
    ]);
    expect(saidOf(bench.sync({ Products: tab }))['Products:2']).toMatch(/^error Variant Image/);
    expect(files(bench)).toHaveLength(3);
  });
});
