import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { files, imageAt, mug, openMug, productOf, shown, withoutScope } from '../../support/images-of-mug';
import { undoLast } from '../../support/running';
import { saidOf, type Workbench } from '../../support/workbench';

const [A, B, C, D, E] = ['a', 'b', 'c', 'd', 'e'].map(imageAt) as [string, string, string, string, string];
const BROKEN = 'https://images.invalid/d.jpg';
const stays = (bench: Workbench) => expect(files(bench)).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);

describe('a row that says another address has its image replaced', () => {
  test('in its place, with its alt text and on its variant, as the preview said, and back by an undo', () => {
    const bench = openMug();
    const asked = mug(A, D, C);
    const preview = saidOf(bench.sync(asked, '--preview'));
    expect(preview['Products:3']).toBe('updated Image b.jpg → d.jpg.');
    stays(bench);
    const [first] = productOf(bench).media.nodes;
    expect(saidOf(bench.sync(asked))).toEqual(preview);
    expect(files(bench)).toEqual(['a.jpg', 'd.jpg', 'c.jpg']);
    expect(productOf(bench).media.nodes[0]).toEqual(first);
    expect(shown(bench)).toBe('d.jpg');
    expect(productOf(bench).media.nodes[1]?.alt).toBe('Back');
    for (const said of Object.values(saidOf(bench.sync(asked)))) expect(said).toMatch(/^not-compared /);
    for (const said of Object.values(saidOf(bench.sync(asked, '--preview')))) expect(said).toBe('unchanged');
    undoLast(bench);
    expect(files(bench)).toEqual(['a.jpg', 'b.jpg', 'd.jpg', 'c.jpg']);
    expect(shown(bench)).toBe('b.jpg');
    expect(productOf(bench).media.nodes[1]?.alt).toBe('Back');
    for (const _again of [1, 2]) bench.sync(asked);
    bench.sync(asked, '--preview');
    expect(files(bench)).toEqual(['a.jpg', 'b.jpg', 'd.jpg', 'c.jpg']);
  });

  /** What the rows say one sync after the other, and the images afterwards. */
  const CASES: readonly (readonly [string, readonly (readonly string[])[], string])[] = [
    ['the first', [[D, B, C]], 'd b c'],
    ['the last', [[A, B, D]], 'a b d'],
    ['two side by side', [[D, E, C]], 'd e c'],
    ['and another added behind the others', [[D, B, C, E]], 'd b c e'],
    ['beside a row that is gone elsewhere, whose image stays', [[D, B]], 'd b c'],
    [
      'and once more by another',
      [
        [A, D, C],
        [A, E, C],
      ],
      'a e c',
    ],
    [
      'and typed as it was again',
      [
        [A, D, C],
        [A, B, C],
      ],
      'a b c',
    ],
    [
      'while others change places',
      [
        [A, D, C],
        [C, A, D],
      ],
      'c a d',
    ],
    [
      'by one that the product has already, unlisted',
      [
        [A, C],
        [A, B],
      ],
      'a b',
    ],
    ['never where another row took its address', [[B, A, C]], 'b a c'],
    ['never where a row is gone and another is new elsewhere', [[B, C, D]], 'a b c d'],
    ['never where it is not clear by which', [[D, E, B, C]], 'a d e b c'],
    [
      'never once the row went by without it',
      [
        [A, C],
        [A, C, D],
      ],
      'a b c d',
    ],
    ['never by the address that Shopify serves it under', [[A, 'SERVED', C]], 'a b c'],
    ['but not the one that is removed by name', [[A, `[delete] ${B}`, D]], 'a d'],
  ];
  test.each(CASES)('%s', (_, steps, wanted) => {
    const bench = openMug();
    const served = productOf(bench).media.nodes[1]?.image?.url ?? '';
    for (const cells of steps) {
      bench.sync(mug(...cells.map((cell) => (cell === 'SERVED' ? served : cell))));
      bench.clock.advance(60_000);
    }
    const names = files(bench).map((name) => name.replace(/(_[0-9a-f-]{36})?\.jpg$/, ''));
    expect(names.join(' ')).toBe(wanted);
  });

  test.each([
    ['others change places in the same sync', [C, A, D], 'c a b d', 'b.jpg stays in Shopify'],
    ['a row is gone elsewhere', [B, C, D], 'a b c d', 'a.jpg stays in Shopify'],
    ['not as many came as went', [D, C, E], 'a b d c e', 'a.jpg and 1 more stay in Shopify'],
  ])(
    'where %s it is not clear which one it replaces: it is added, and its row names what stays',
    (_, cells, wanted, says) => {
      const bench = openMug();
      const at = cells.findLastIndex((cell) => cell === D || cell === E);
      const preview = saidOf(bench.sync(mug(...cells), '--preview'));
      const said = saidOf(bench.sync(mug(...cells)))[`Products:${at + 2}`] ?? '';
      expect(said).toContain(says);
      expect(said).toMatch(/To take (it|one) off, type \[delete\] and its address into an image cell\./);
      expect(preview[`Products:${at + 2}`]).toContain(says);
      bench.clock.advance(60_000);
      bench.sync(mug(...cells));
      expect(
        files(bench)
          .map((name) => name.replace('.jpg', ''))
          .join(' '),
      ).toBe(wanted);
    },
  );

  test('not by one that Shopify cannot fetch: the old one stays where it was, and the row says so', () => {
    const bench = openMug();
    const said = saidOf(bench.sync(mug(A, BROKEN, C)))['Products:3'];
    const words =
      'error Shopify could not fetch this image (Image could not be downloaded), so b.jpg was not replaced. Open the address in a private window: it must show the image alone. Then change it, or write #again at its end to send it once more.';
    expect(said).toBe(words);
    expect(files(bench)).toEqual(['a.jpg', 'b.jpg', 'c.jpg', '']);
    expect(shown(bench)).toBe('b.jpg');
    bench.clock.advance(60_000);
    for (const more of [[], ['--preview'], []])
      expect(saidOf(bench.sync(mug(A, BROKEN, C), ...more))['Products:3']).toBe(words);
    bench.sync(mug(A, D, C));
    expect(files(bench)).toEqual(['a.jpg', 'd.jpg', 'c.jpg', '']);
    expect(shown(bench)).toBe('d.jpg');
  });

  test('only with the scope for files: without it nothing is added, and both ways are said', () => {
    const bench = openMug();
    const scope = withoutScope(bench);
    const said = saidOf(bench.sync(mug(A, D, C)))['Products:3'] ?? '';
    expect(said).toMatch(/^skipped The image was not replaced\. Give .* a row of its own .*write_files/);
    expect(said.length).toBeLessThanOrEqual(310);
    stays(bench);
    scope.grant();
    bench.sync(mug(A, D, C));
    expect(files(bench)).toEqual(['a.jpg', 'd.jpg', 'c.jpg']);
  });

  test('only once every row of the product can be read', () => {
    const bench = openMug();
    const said = saidOf(bench.sync(mug(A, D, 'not an address')))['Products:3'] ?? '';
    expect(said).toMatch(/^skipped The image waits: .* row 4 has an error/);
    stays(bench);
    bench.sync(mug(A, D, E));
    expect(files(bench)).toEqual(['a.jpg', 'd.jpg', 'e.jpg']);
  });

  test('not where most images of a tab are to go at once, until a person has seen how many', () => {
    const bench = openMug();
    const report = bench.sync(mug(...[A, B, C].map((url) => url.replace('images.', 'cdn.'))), '--hold');
    const ids = () => productOf(bench).media.nodes.map(({ id }) => id);
    const before = ids();
    stays(bench);
    expect(Object.values(saidOf(report)).join()).toMatch(/3 of the 3 images of this tab are to be replaced/);
    const preview = bench.call<RunSummary>('previewSync');
    const keys = preview.ok ? preview.value.held.shown.map(({ key }) => key) : [];
    expect(bench.call('confirmHeld', { keys })).toMatchObject({ ok: true });
    stays(bench);
    expect(ids().filter((id) => before.includes(id))).toEqual([]);
  });

  test('with the alt text that its own cell says, and together with the image of its variant', () => {
    const bench = openMug();
    const tab = (image: string, alt: string, ofVariant: string) => ({
      Products: csvOf([
        ['Handle', 'Title', 'Image Src', 'Image Alt Text', 'Variant Image'],
        ['mug', 'Mug', A, '', ''],
        ['mug', '', image, alt, ofVariant],
        ['mug', '', C, '', ''],
      ]),
    });
    bench.sync(tab(B, '', ''));
    bench.sync(tab(D, 'Front', ''));
    expect(productOf(bench).media.nodes[1]?.alt).toBe('Front');
    bench.sync(mug(A, E, C));
    expect(files(bench)).toEqual(['a.jpg', 'e.jpg', 'c.jpg']);
    expect(shown(bench)).toBe('e.jpg');
  });

  test('not where a variant’s cell names the old one: it stays beside the new one, and the row says what to do', () => {
    const bench = openMug();
    const rows = (second: string, variant: string) => ({
      Products: csvOf([
        ['Handle', 'Title', 'Price', 'Image Src', 'Variant Image'],
        ['mug', 'Mug', '5', A, variant],
        ['mug', '', '', second, ''],
        ['mug', '', '', C, ''],
      ]),
    });
    bench.sync(rows(B, B));
    const asked = rows(D, B);
    const words =
      'b.jpg stays on the product: Variant Image of row 2 names it. Give that cell another image; then type [delete] and the old address into an image cell.';
    expect(saidOf(bench.sync(asked, '--preview'))['Products:3']).toContain(words);
    const said = saidOf(bench.sync(asked))['Products:3'];
    expect(said).toMatch(/^updated Image added/);
    expect(said).toContain(words);
    bench.clock.advance(60_000);
    expect(files(bench)).toEqual(['a.jpg', 'd.jpg', 'b.jpg', 'c.jpg']);
    expect(shown(bench)).toBe('b.jpg');
    bench.sync(rows(D, D));
    expect(shown(bench)).toBe('d.jpg');
    bench.sync(rows(`[delete] ${B}`, D));
    expect(files(bench)).toEqual(['a.jpg', 'd.jpg', 'c.jpg']);
  });
});
