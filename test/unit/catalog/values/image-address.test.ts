import fc from 'fast-check';
import {
  fetchedAddress,
  imageKey,
  isServedAs,
  isSizeOf,
  looseKey,
  withoutSize,
} from '../../../../src/catalog/values/image-address';

const CDN = 'https://cdn.shopify.com/s/files/1/0928/9125/0994/files';
const OWN = 'https://shop.example.com/cdn/shop/files';

describe('on Shopify’s CDN an address means the file and no more of it', () => {
  test.each([
    [`${CDN}/mug.jpg?v=1710000000`, `${CDN}/mug.jpg?v=1720000000`],
    [`${CDN}/mug.jpg`, `${CDN}/mug.jpg?v=1&width=800`],
    [`${CDN}/mug.jpg`, `${CDN}/mug_100x100.jpg`],
    [`${CDN}/mug.jpg`, `${CDN}/mug_100x.jpg?v=2`],
    [`${CDN}/mug.jpg`, `${CDN}/mug_x240.png`.replace('.png', '.jpg')],
    [`${CDN}/mug.jpg`, `${CDN}/mug_large.jpg`],
    [`${CDN}/mug.jpg`, `${CDN}/mug_1024x1024@2x.progressive.jpg`],
    [`${CDN}/mug.jpg`, `${CDN}/mug_600x600_crop_center.jpg?v=3`],
    [`${OWN}/mug.jpg`, `${OWN}/mug_grande.jpg?v=4`],
    [`${CDN}/m%C3%BCg.jpg`, `${CDN}/müg.jpg`],
    [
      'https://old.myshopify.com/cdn/shop/files/mug.jpg?v=1',
      'http://old.myshopify.com/cdn/shop/files/mug.jpg',
    ],
    [`${CDN}/mug.jpg`, `${CDN.replace('https://cdn.shopify.com', 'HTTPS://CDN.Shopify.com')}/mug.jpg`],
    [`${CDN}/mug.jpg`, `${CDN}/mug.jpg#`],
    [`${CDN}/mug.jpg`, `${CDN}/mug.jpg?v=1#gallery`],
    [`${OWN}/mug.jpg`, `${OWN}/mug.jpg#MediaGallery-1`],
  ])('%s and %s are one image', (whole, other) => {
    expect(isSizeOf(other, whole)).toBe(true);
    expect(looseKey(other)).toBe(looseKey(whole));
  });

  test.each([
    [`${CDN}/mug.jpg`, `${CDN}/mug_f7a1c2d4-1111-4222-8333-444455556666.jpg`],
    [`${CDN}/mug.jpg`, `${CDN}/mug-2.jpg`],
    [`${CDN}/mug.jpg`, `${CDN}/mug_blue.jpg`],
    [`${CDN}/mug.jpg`, `${CDN}/mug.png`],
    [`${CDN}/mug.jpg`, `${CDN.replace('0994', '0995')}/mug.jpg`],
    [`${CDN}/mug.jpg?v=1`, `${CDN}/mug.jpg?v=2#new`],
    [`${CDN}/mug.jpg`, `${CDN}/mug.jpg#New-2`],
    [`${CDN}/mug.jpg`, `${CDN}/mug.jpg#again`],
    ['https://example.com/mug.jpg', 'https://example.com/mug_large.jpg'],
  ])('%s and %s are two', (one, other) => {
    expect(looseKey(other)).not.toBe(looseKey(one));
  });

  test('a file is served under the shop’s domain and under Shopify’s', () => {
    expect(isServedAs(`${OWN}/mug.jpg?v=9`, `${CDN}/mug.jpg?v=1`)).toBe(true);
    expect(isServedAs(`${CDN.replace('0994', '0995')}/mug.jpg`, `${CDN}/mug.jpg`)).toBe(false);
    expect(isServedAs('https://example.com/files/mug.jpg', `${CDN}/mug.jpg`)).toBe(false);
  });
});

test.each([
  ['HTTPS://Example.COM/A.jpg?x=Y', 'https://example.com/A.jpg?x=Y'],
  ['Http://example.com/A.jpg#new', 'http://example.com/A.jpg'],
  ['https://EXAMPLE.com', 'https://example.com'],
  ['https://Me:Word@Example.com/a.jpg', 'https://Me:Word@example.com/a.jpg'],
])('capitals before the first slash make no other image, and %s is asked for as %s', (typed, asked) => {
  expect(imageKey(typed)).toBe(imageKey(asked + (typed.includes('#') ? '#new' : '')));
  expect(fetchedAddress(typed)).toBe(asked);
});

test('elsewhere the whole address is remembered, because a query may be all that tells two images apart', () => {
  for (const address of [
    'https://example.com/i.php?id=1',
    'https://example.com/a_large.jpg',
    'http://a/b?c#d',
  ])
    expect([imageKey(address), withoutSize(address)]).toEqual([address, address]);
});

test('a key is its own key, whatever the address', () => {
  const name = fc.stringMatching(/^[a-z0-9_%@.x-]{1,20}\.(jpg|png)$/);
  const host = fc.constantFrom(CDN, OWN, 'https://burst.shopifycdn.com/photos', 'https://example.com/cdn');
  fc.assert(
    fc.property(host, name, fc.webQueryParameters(), (folder, file, query) => {
      const address = `${folder}/${file}?${query}`;
      expect(imageKey(imageKey(address))).toBe(imageKey(address));
      expect(looseKey(withoutSize(address))).toBe(looseKey(address));
      expect(isSizeOf(address, imageKey(address))).toBe(true);
    }),
  );
});
