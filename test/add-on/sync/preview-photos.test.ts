import type { PreviewSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { imageAt } from '../../support/images-of-mug';
import { answered } from '../../support/running';
import { openWorkbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price', 'Image Src', 'Variant Image'];
const rows = (price: string, title: string) =>
  csvOf([
    HEADER,
    ['mug', title, 'Size', 'S', price, imageAt('a'), ''],
    ['mug', '', '', 'M', price, imageAt('b'), imageAt('c')],
    ['plain', `Plain ${title}`, '', '', price, '', ''],
    ['video', `Video ${title}`, '', '', price, 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', ''],
  ]);

const photosOf = ({ changes = [] }: PreviewSummary) =>
  changes.map(({ product, variant, field, photo = '' }) =>
    [product, variant, field, /\/([a-z]+)\.jpg\?.*width=160$/.exec(photo)?.[1] ?? photo]
      .filter(Boolean)
      .join(' '),
  );

test('a change is shown with the photo that customers see of its item, where the tab has columns of images', () => {
  const bench = openWorkbench();
  bench.sync({ Products: rows('5.00', 'Mug') });
  bench.clock.advance(60_000);
  bench.sync({ Products: rows('5.00', 'Mug') });
  const before = bench.requests.counts().total;
  bench.paste({ Products: rows('6.00', 'Mug') });
  const plain = answered(bench.call<PreviewSummary>('previewSync'));
  const asked = bench.requests.counts().total - before;
  const preview = answered(bench.call<PreviewSummary>('previewSync', { changes: true }));
  expect(bench.requests.counts().total - before).toBe(2 * asked);
  expect(plain.changes).toBeUndefined();
  expect(photosOf(preview).sort()).toEqual(
    ['Mug M Price c', 'Mug S Price a', 'Plain Mug Price', 'Video Mug Price'].sort(),
  );
});

test('nothing stands in its place where no image was read', () => {
  const bench = openWorkbench();
  bench.sync({ Products: rows('5.00', 'Mug') });
  bench.clock.advance(60_000);
  bench.call('chooseTabs', {
    sheetIds: bench.paste({
      Products: csvOf([
        ['Handle', 'Title'],
        ['mug', 'Cup'],
      ]),
    }),
  });
  expect(photosOf(answered(bench.call<PreviewSummary>('previewSync', { changes: true })))).toEqual([
    'Cup S Title',
  ]);
});
