import type { PreviewSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { imageAt } from '../../support/images-of-mug';
import { answered } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

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

const asksForPhotos = ({ wire }: Workbench) => wire.filter((text) => text.includes('query Photos(')).length;

describe('where the tab has no column of images', () => {
  const opened = () => {
    const bench = openWorkbench();
    bench.sync({ Products: rows('5.00', 'Mug') });
    bench.clock.advance(60_000);
    return bench;
  };
  const previewOf = (bench: Workbench, tabs: Readonly<Record<string, string>>) => {
    bench.call('chooseTabs', { sheetIds: bench.paste(tabs) });
    return answered(bench.call<PreviewSummary>('previewSync', { changes: true }));
  };

  test('the photos are those that the store has, read by one request', () => {
    const bench = opened();
    const products = csvOf([
      ['Handle', 'Title'],
      ['mug', 'Cup'],
      ['mug', ''],
      ['plain', 'Plain'],
      ['video', 'Film'],
    ]);
    expect(photosOf(previewOf(bench, { Products: products })).sort()).toEqual(
      ['Cup S Title a', 'Film Title', 'Plain Title'].sort(),
    );
    expect(asksForPhotos(bench)).toBe(1);
  });

  test('a variant has its own, also by its SKU in a tab of prices', () => {
    const bench = openWorkbench();
    const file = csvOf([
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price', 'Image Src', 'Variant Image'],
      ['mug', 'Mug', 'Size', 'S', 'M-S', '5.00', imageAt('a'), ''],
      ['mug', '', '', 'M', 'M-M', '5.00', '', imageAt('c')],
    ]);
    bench.sync({ Products: file });
    bench.clock.advance(60_000);
    bench.sync({ Products: file });
    const prices = csvOf([
      ['SKU', 'Price'],
      ['M-S', '6.00'],
      ['M-M', '6.00'],
    ]);
    expect(photosOf(previewOf(bench, { Prices: prices })).sort()).toEqual(['Mug M Price c', 'Mug S Price a']);
  });

  test('a preview without the page asks for none, and one without changes neither', () => {
    const bench = opened();
    const tabs = {
      Products: csvOf([
        ['Handle', 'Title'],
        ['mug', 'Mug'],
      ]),
    };
    expect(photosOf(previewOf(bench, tabs))).toEqual([]);
    answered(bench.call<PreviewSummary>('previewSync'));
    expect(asksForPhotos(bench)).toBe(0);
  });
});
