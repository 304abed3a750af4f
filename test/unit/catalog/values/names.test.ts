import fc from 'fast-check';
import { freeHandle, handleFrom } from '../../../../local/store/shop/normalise/handle';
import { asHandle } from '../../../../src/catalog/values/names';

describe('the handle that Shopify makes', () => {
  test.each([
    ['Red Mug', 'red-mug'],
    ['  Red   Mug!  ', 'red-mug'],
    ['Nhẫn 1', 'nhẫn-1'],
    ['nha\u0302\u0303n-1', 'nhẫn-1'],
    ['Café', 'cafe'],
    ['Cafe\u0301', 'cafe'],
    ['Grønn kopp', 'gronn-kopp'],
    ['Weißbier-Glas', 'weissbier-glas'],
    ['GROẞE Tasse', 'grosse-tasse'],
    ['Ærøskøbing', 'aeroskobing'],
    ['Łódź', 'lodz'],
    ['Đá', 'da'],
    ['Þór Ðað', 'thor-dad'],
    ['Œuvre', 'oeuvre'],
    ['İstanbul ışık', 'istanbul-isik'],
    ['2×4', '2x4'],
    ['Ťažký ŋ ŧ ħ', 'tazky-ng-t-h'],
    ['Țară și ơi', 'țară și ơi'.replace(/ /g, '-').replace('ă', 'a')],
    ['東京 300 %', '東京-300'],
    ['Кружка', 'кружка'],
    ['เสื้อยืด', 'เสื้อยืด'],
    ['무료 배송', '무료-배송'],
    ['New Era® Cap', 'new-era®-cap'],
    ['L’Été "chic"', 'lete-chic'],
    ['a b-c_d.e', 'a-b-c_d-e'],
    ['---', ''],
    ['%%%', ''],
  ])('of %s is %s', (typed, handle) => {
    expect(asHandle(typed)).toBe(handle);
  });

  test('stays as it is, whatever it was made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(asHandle(asHandle(typed))).toBe(asHandle(typed));
      }),
    );
  });

  test('is one rule in the add-on and in the embedded store', () => {
    expect(handleFrom).toBe(asHandle);
  });
});

test.each([
  ['mug', ['mug'], 'mug-1'],
  ['mug', ['mug', 'mug-1'], 'mug-2'],
  ['mug-2', ['mug-2'], 'mug-3'],
  ['mug-2', ['mug-2', 'mug-3'], 'mug-4'],
  ['mug-41', ['mug-41'], 'mug-42'],
  ['mug2', ['mug2'], 'mug2-1'],
  ['', [], 'product'],
  ['', ['product'], 'product-1'],
])('a generated handle %s beside %s becomes %s', (wanted, taken, handle) => {
  expect(freeHandle(wanted, (each) => taken.includes(each as never))).toBe(handle);
});
