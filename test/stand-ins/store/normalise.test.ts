import fc from 'fast-check';
import { freeHandle, handleFrom } from '../../../local/store/shop/normalise/handle';
import { filenameOf } from '../../../local/store/shop/normalise/image-url';
import { moneyText } from '../../../local/store/shop/normalise/money';
import { normaliseTags } from '../../../local/store/shop/normalise/tags';

describe('money', () => {
  test.each([
    ['10', 'USD', '10.00'],
    ['10.5', 'USD', '10.50'],
    ['10.995', 'USD', '11.00'],
    ['0.004', 'USD', '0.00'],
    ['-0.001', 'USD', '0.00'],
    ['1200', 'JPY', '1200'],
    ['1.2345', 'KWD', '1.235'],
    ['99999999999999999.99', 'USD', '99999999999999999.99'],
  ])('%s in %s is written %s', (amount, currency, text) => {
    expect(moneyText(amount, currency)).toBe(text);
  });

  test('is written the same when it is written again', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.nat(99_999), (whole, fraction) => {
        const once = moneyText(`${whole}.${fraction}`, 'USD');
        expect(moneyText(once, 'USD')).toBe(once);
        expect(once).toMatch(/^\d+\.\d\d$/);
      }),
    );
  });
});

describe('tags', () => {
  test('come back the same when they are sent again', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (tags) => {
        const once = normaliseTags(tags);
        expect(normaliseTags(once)).toEqual(once);
        expect(new Set(once.map((tag) => tag.toLowerCase())).size).toBe(once.length);
      }),
    );
  });
});

describe('a handle', () => {
  test.each([
    ['Äpfel & Birnen', 'apfel-birnen'],
    ["Men's Shirt", 'mens-shirt'],
    ['  100 % Cotton  ', '100-cotton'],
  ])('of %s is %s', (title, handle) => {
    expect(handleFrom(title)).toBe(handle);
  });

  test('is the same when it is made of itself', () => {
    fc.assert(fc.property(fc.string(), (title) => handleFrom(handleFrom(title)) === handleFrom(title)));
  });

  test('takes the first number that is free', () => {
    const taken = ['mug', 'mug-1'];
    expect(freeHandle('mug', (handle) => taken.includes(handle))).toBe('mug-2');
  });
});

test('a file is named by the last part of its URL', () => {
  expect(filenameOf('https://example.com/a/Red%20Shirt.jpg?v=1')).toBe('Red_Shirt.jpg');
});
