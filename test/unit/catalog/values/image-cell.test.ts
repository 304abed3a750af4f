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
    'https://example.com/a.jpghttps://example.com/b.jpg',
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
    'https://upload.wikimedia.org/wikipedia/commons/a/a9/Mug.jpg',
    'https://commons.wikimedia.org/wiki/Special:FilePath/Mug.jpg',
    'https://github.com/acme/shop/raw/main/mug.png',
    'https://github.com/acme/shop/blob/main/mug.png?raw=true',
    'https://raw.githubusercontent.com/acme/shop/main/mug.png',
    'https://i.ibb.co/abc/mug.jpg',
    'https://i.postimg.cc/abc/mug.jpg',
    'https://i.etsystatic.com/1/r/il/a/2/il_fullxfull.jpg',
    'https://m.media-amazon.com/images/I/71.jpg',
    'https://s3.amazonaws.com/bucket/mug.jpg',
    'https://img.youtube.com/vi/abc/0.jpg',
    'https://example.ai',
    'https://example.com/image.php?id=3',
    'https://example.com/image.ashx?id=3',
    'https://http.example.com/a.jpg',
    'https://10.example.com/a.jpg',
    'https://1.2.3.4/a.jpg',
    'https://proxy.example.com/?url=https://example.com/a.jpg',
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
    ['https://acme.wetransfer.com/downloads/abc', 'WeTransfer'],
    ['https://www.dropbox.com/scl/fo/abc/x?rlkey=y&dl=1', 'Dropbox'],
    ['https://www.dropbox.com/sh/abc/x?raw=1', 'Dropbox'],
    ['https://acme-my.sharepoint.com/:i:/g/personal/x', 'OneDrive'],
    ['https://onedrive.live.com/?id=abc', 'OneDrive'],
    ['https://www.icloud.com/photos/#abc', 'iCloud'],
    ['https://www.canva.com/design/abc/view', 'Canva'],
    ['https://www.figma.com/file/abc', 'Figma'],
    ['https://mega.nz/file/abc#x', 'MEGA'],
    ['https://prnt.sc/abc', 'Lightshot'],
    ['https://de.pinterest.com/pin/1/', 'Pinterest'],
    ['https://images.app.goo.gl/abc', 'Google Search'],
    ['https://x.com/acme/status/1/photo/1', 'X'],
  ])('that leads to a page is refused with the cure: %s', (cell, name) => {
    expect(problem(cell)).toContain(`is a page of ${name} and no image file. `);
    expect(problem(cell)).toContain('Shopify admin under Content ▸ Files');
  });

  test.each([
    [
      'https://commons.wikimedia.org/wiki/File:Mug.jpg',
      'Wikipedia',
      'begins with https://upload.wikimedia.org',
    ],
    [
      'https://de.m.wikipedia.org/wiki/Datei:Mug.jpg',
      'Wikipedia',
      'begins with https://upload.wikimedia.org',
    ],
    ['https://github.com/acme/shop/blob/main/mug.png', 'GitHub', 'Write raw in place of blob'],
    ['https://gitlab.com/acme/shop/-/blob/main/mug.png', 'GitLab', 'Write raw in place of blob'],
    ['https://ibb.co/abc', 'ImgBB', 'begins with https://i.ibb.co'],
    ['https://postimg.cc/abc', 'Postimages', 'begins with https://i.postimg.cc'],
    ['https://www.etsy.com/listing/1/mug', 'Etsy', 'begins with https://i.etsystatic.com'],
    ['https://www.amazon.co.uk/dp/B1', 'Amazon', 'begins with https://m.media-amazon.com'],
    [
      'https://admin.shopify.com/store/acme/content/files/1',
      'Shopify admin',
      'begins with https://cdn.shopify.com',
    ],
    [
      'https://acme.myshopify.com/admin/settings/files',
      'Shopify admin',
      'begins with https://cdn.shopify.com',
    ],
  ])('that leads to a page says where the image itself is: %s', (cell, name, cure) => {
    expect(problem(cell)).toContain(`is a page of ${name} and no image file. `);
    expect(problem(cell)).toContain(cure);
  });

  test.each([
    'http://localhost/a.jpg',
    'http://localhost:3000/a.jpg',
    'https://nas/a.jpg',
    'https://printer.local/a.jpg',
    'https://192.168.1.20/a.jpg',
    'https://user:word@10.0.0.1:8080/a.jpg',
    'https://172.20.0.1/a.jpg',
    'http://127.0.0.1/a.jpg',
    'http://[::1]/a.jpg',
    'http://[fd00::1]:80/a.jpg',
  ])('that only one’s own network reaches is refused: %s', (cell) => {
    expect(problem(cell)).toMatch(/^is an address that Shopify cannot reach from outside\. Upload the image/);
  });

  test.each([
    ['https://example.com/a.jpg;', 'ends in “;”. Remove that sign'],
    ['https://cdn.shopify.com/s/files/a.jpg?v=1,', 'ends in “,”. Remove that sign'],
    ['https://https://example.com/a.jpg', 'begins with https:// twice. Remove one of them'],
    ['http://https//example.com/a.jpg', 'begins with https:// twice. Remove one of them'],
    ['https:///a.jpg', 'is not a web address that begins with https:// or http://'],
  ])('that was mistyped says where: %s', (cell, said) => {
    expect(problem(cell)).toBe(said);
  });

  test('with characters that nobody sees is read without them', () => {
    expect(read('\ufeffhttps://example.com/a\u200b.jpg\u200b ')).toEqual({
      value: 'https://example.com/a.jpg',
    });
  });

  test.each('tif TIFF heic svg svgz pdf psd zip html txt json csv xml mp3 ico raw aspx docx exe'.split(' '))(
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
