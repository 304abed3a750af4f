import { CELL_KINDS } from '../../../../src/catalog/columns/cell-kinds';

const read = (cell: string) => CELL_KINDS.url.parse(cell);
const problem = (cell: string) => {
  const parsed = read(cell);
  return 'problem' in parsed ? parsed.problem : 'taken';
};

describe('an image cell', () => {
  test.each([
    'https://example.com/a.jpg;https://example.com/b.jpg',
    'https://example.com/a.jpg, https://example.com/b.jpg',
    'https://example.com/a.jpg\nhttps://example.com/b.jpg',
    'https://example.com/a.jpg https://example.com/b.jpg',
    'https://example.com/a.jpg|https://example.com/b.png',
    'https://example.com/a.jpg;b.jpg',
    'https://example.com/a.JPG?v=1; b.jpg',
    'a.jpg;b.jpg',
    'a.jpg, b.png',
  ])('that holds several addresses is told to hold one: %s', (cell) => {
    expect(problem(cell)).toBe('holds several addresses. Give each image a row of its own');
  });

  test.each([
    'https://res.example.com/w_100,h_100,c_fill/a.jpg',
    'https://example.com/a.jpg;jsessionid=1',
    'https://example.com/i.php?files=a.jpg',
    'https://example.com/a,b.jpg',
    'http://example.com/a.jpg',
    'HTTPS://example.com/a.jpg',
    'https://example.com/photo',
    'https://www.dropbox.com/s/abc/a.jpg?raw=1',
    'https://www.dropbox.com/scl/fi/abc/a.jpg?rlkey=x&dl=1',
    'https://dl.dropboxusercontent.com/s/abc/a.jpg',
    'https://drive.google.com/uc?export=download&id=abc',
    'https://lh3.googleusercontent.com/d/abc',
    'https://i.imgur.com/abc.jpg',
    'https://images.unsplash.com/photo-1?w=800',
    'https://cdn.shopify.com/s/files/1/1/2/files/logo.svg?v=1',
    'https://shop.example.com/cdn/shop/files/photo.heic',
    'https://example.com/a.webp#new',
  ])('that Shopify can fetch is taken: %s', (cell) => {
    expect(read(cell)).toEqual({ value: cell });
  });

  test.each([
    ['https://drive.google.com/file/d/abc/view?usp=sharing', 'Google Drive'],
    ['https://drive.google.com/open?id=abc', 'Google Drive'],
    ['https://drive.google.com/drive/folders/abc', 'Google Drive'],
    ['https://docs.google.com/document/d/abc', 'Google Drive'],
    ['https://photos.app.goo.gl/abc', 'Google Photos'],
    ['https://photos.google.com/photo/abc', 'Google Photos'],
    ['https://www.dropbox.com/s/abc/a.jpg?dl=0', 'Dropbox'],
    ['https://www.dropbox.com/scl/fi/abc/a.jpg?rlkey=x&dl=0', 'Dropbox'],
    ['https://dropbox.com/s/abc/a.jpg', 'Dropbox'],
    ['https://1drv.ms/i/s!abc', 'OneDrive'],
    ['https://share.icloud.com/photos/abc', 'iCloud'],
    ['https://imgur.com/gallery/abc', 'Imgur'],
    ['https://www.instagram.com/p/abc/', 'Instagram'],
    ['https://we.tl/t-abc', 'WeTransfer'],
  ])('that leads to a page is refused with the cure: %s', (cell, name) => {
    expect(problem(cell)).toContain(`is a page of ${name} and no image file. `);
    expect(problem(cell)).toContain('Shopify admin under Content ▸ Files');
  });

  test.each(['tif', 'TIFF', 'heic', 'svg', 'pdf', 'psd', 'mp4', 'zip', 'html'])(
    'that leads to a .%s file is refused with the cure',
    (ending) => {
      expect(problem(`https://example.com/a.${ending}?v=1`)).toBe(
        `is a .${ending.toLowerCase()} file. Save the image as JPG, PNG, GIF or WebP, and type that address`,
      );
    },
  );

  test.each([
    ['https://example.com/my mug.jpg', 'has a blank in it. Write %20 in its place'],
    ['example.com/a.jpg', 'is not a web address that begins with https:// or http://'],
    ['data:image/png;base64,iVBORw0KGgo=', 'is not a web address that begins with https:// or http://'],
    ['ftp://example.com/a.jpg', 'is not a web address that begins with https:// or http://'],
  ])('that is no address is refused: %s', (cell, said) => {
    expect(problem(cell)).toBe(said);
  });
});
