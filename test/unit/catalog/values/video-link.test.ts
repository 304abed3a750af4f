import { CELL_KINDS } from '../../../../src/catalog/columns/cell-kinds';
import { imageKey, looseKey } from '../../../../src/catalog/values/image-address';
import { videoLink } from '../../../../src/catalog/values/video-link';

const ID = 'dQw4w9WgXcQ';
const LINKS: readonly string[] = [
  `https://www.youtube.com/watch?v=${ID}`,
  `https://www.youtube.com/watch?app=desktop&v=${ID}&t=42s`,
  `https://m.youtube.com/watch?v=${ID}&list=PL1`,
  `https://youtu.be/${ID}`,
  `https://youtu.be/${ID}?si=abc`,
  `https://www.youtube.com/shorts/${ID}`,
  `https://www.youtube.com/embed/${ID}`,
  `https://www.youtube-nocookie.com/embed/${ID}?rel=0`,
];
const taken = (cell: string) => CELL_KINDS.imageAddress.parse(cell);

describe('a video link', () => {
  test.each(LINKS)('of YouTube is one video however it is written: %s', (link) => {
    expect(videoLink(link)?.link).toBe(LINKS[0]);
    expect(imageKey(link)).toBe(`https://youtu.be/${ID}`);
    expect(taken(link)).toEqual({ value: link });
  });

  test.each([
    'https://vimeo.com/123456789',
    'https://player.vimeo.com/video/123456789?h=1',
    'http://www.vimeo.com/123456789',
  ])('of Vimeo as well: %s', (link) => {
    expect(videoLink(link)?.link).toBe('https://vimeo.com/123456789');
    expect(taken(link)).toEqual({ value: link });
  });

  test('keeps the word of an unlisted video of Vimeo', () => {
    expect(videoLink('https://vimeo.com/123456789/0a1b2c3d4e')?.link).toBe(
      'https://vimeo.com/123456789/0a1b2c3d4e',
    );
  });

  test('tells two videos of one host apart, which differ in no more than what stands behind “?”', () => {
    const [one, other] = [
      `https://www.youtube.com/watch?v=${ID}`,
      'https://www.youtube.com/watch?v=dQw4w9WgXcq',
    ];
    expect(looseKey(one)).not.toBe(looseKey(other));
  });

  test.each([
    ['https://www.youtube.com/@acme', 'is a page of YouTube and no video. Copy the link of one video there'],
    ['https://www.youtube.com/playlist?list=PL1', 'is a page of YouTube and no video'],
    ['https://vimeo.com/features', 'is a page of Vimeo and no video'],
    ['https://www.tiktok.com/@acme/video/1', 'is a page of TikTok and no image file'],
    ['https://example.com/mug.mp4', 'is a .mp4 file. Of videos type the link at YouTube or Vimeo'],
    ['https://example.com/mug.MOV?v=1', 'is a .mov file. Of videos type the link at YouTube or Vimeo'],
  ])('of another host, and a page with no single video, are refused with what to do: %s', (cell, problem) => {
    expect(taken(cell)).toEqual({ problem: expect.stringContaining(problem) });
  });

  test('is refused as the image of a variant', () => {
    expect(CELL_KINDS.url.parse(LINKS[0] ?? '')).toEqual({
      problem: expect.stringMatching(/^is a video, which Shopify shows for no variant/),
    });
  });
});
