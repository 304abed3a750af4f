import { imageAt, mug, openMug, productOf } from '../../support/images-of-mug';
import { rowsOf } from '../../support/running';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';
import { choiceOf, previewOf, pull } from '../pull/pulling';

const [A, B, C] = ['a', 'b', 'c'].map(imageAt) as [string, string, string];
const VIDEO = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
const SHORT = 'https://youtu.be/dQw4w9WgXcQ?si=1';
const OTHER = 'https://vimeo.com/123456789';
/** The product's media in short: `v` for a video. */
const kinds = (bench: Workbench) =>
  productOf(bench).media.nodes.map(({ id, image }) =>
    id.includes('Video') ? 'v' : (/(\w)\.jpg/.exec(image?.url ?? '')?.[1] ?? '?'),
  );

/** Syncs one sheet after the other. */
function syncedWith(...sheets: readonly (readonly string[])[]): Workbench {
  const bench = openMug();
  for (const cells of sheets) {
    bench.sync(mug(...cells), '--hold');
    bench.clock.advance(60_000);
  }
  return bench;
}

describe('a link of YouTube or Vimeo among the images', () => {
  test('comes with a new product, in its place, and is not sent again however it is written', () => {
    const bench = openWorkbench();
    bench.sync(mug(A, VIDEO, B));
    bench.clock.advance(60_000);
    expect(kinds(bench)).toEqual(['a', 'v', 'b']);
    expect(Object.values(saidOf(bench.sync(mug(A, SHORT, B), '--preview'))).join()).not.toMatch(
      /updated|error/,
    );
    bench.sync(mug(A, SHORT, B));
    expect(kinds(bench)).toEqual(['a', 'v', 'b']);
  });

  test.each([
    ['is added behind the others', [[A, B, C, VIDEO]], 'abcv'],
    ['is added in its place', [[A, VIDEO, B, C]], 'avbc'],
    [
      'changes places',
      [
        [A, B, C, VIDEO],
        [VIDEO, A, B, C],
      ],
      'vabc',
    ],
    [
      'is removed by the word',
      [
        [A, B, C, VIDEO],
        [A, B, C, `[delete] ${SHORT}`],
      ],
      'abc',
    ],
    [
      'stays where its row is gone',
      [
        [A, B, C, VIDEO],
        [A, B, C],
      ],
      'abcv',
    ],
    ['takes the place of an image', [[A, B, VIDEO]], 'abv'],
    [
      'is replaced by another',
      [
        [A, B, C, VIDEO],
        [A, B, C, OTHER],
      ],
      'abcv',
    ],
  ])('%s', (_, sheets, wanted) => {
    const bench = syncedWith(...sheets);
    expect(kinds(bench).join('')).toBe(wanted);
    expect(saidOf(bench.sync(mug(...(sheets[sheets.length - 1] ?? []))))['Products:2']).toMatch(
      /^(not-compared|unchanged)/,
    );
  });

  test('is got from Shopify, and a preview right after finds nothing to send', () => {
    const bench = syncedWith([A, OTHER, B, C]);
    const { tab } = pull(bench, choiceOf('csv'));
    expect(JSON.stringify(rowsOf(bench, tab ?? ''))).toContain(OTHER);
    const { others } = previewOf(bench);
    expect(others.filter((line) => /Updated|Error|Held/.test(line))).toEqual([]);
  });

  test('does not take the place of an image that a variant shows', () => {
    const bench = openMug();
    expect(saidOf(bench.sync(mug(A, VIDEO, C)))['Products:3']).toMatch(/no variant can show a video/);
    expect(kinds(bench)).toEqual(['a', 'b', 'c']);
  });

  test('is called a video by its rows, and not by its number alone', () => {
    const bench = openMug();
    const said = (...cells: readonly string[]) => {
      const rows = Object.values(saidOf(bench.sync(mug(...cells), '--hold')));
      bench.clock.advance(60_000);
      return rows.filter((row) => row !== 'unchanged' && !row.includes('Last compared'));
    };
    expect(said(A, B, C, VIDEO)).toEqual(['updated Video added.']);
    expect(said(A, B, C, OTHER)).toEqual(['updated YouTube video dQw4w9WgXcQ → Vimeo video 123456789.']);
    expect(said(A, B, C, imageAt('d'))).toEqual(['updated Image Vimeo video 123456789 → d.jpg.']);
    expect(said(A, B, C, imageAt('d'), VIDEO)).toEqual(['updated Video added.']);
    expect(said(A, B, C, imageAt('d'), `[delete] ${VIDEO}`)).toEqual([
      'updated Video removed: YouTube video dQw4w9WgXcQ.',
    ]);
    expect(said(A, B, C, imageAt('d'), VIDEO)).toEqual([
      'not-synced The video was left alone: the product does not have it in Shopify. To add it, write #again at the end of its link.',
    ]);
    expect(said(A, B, C, imageAt('d'), `${VIDEO}#again`)).toEqual(['updated Video added.']);
    expect(kinds(bench).join('')).toBe('abcdv');
  });
});
