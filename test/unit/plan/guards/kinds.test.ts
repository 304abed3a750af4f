import { shopifyFields } from '../../../../src/catalog/columns/columns';
import {
  decidesSale,
  hasFewValues,
  isMoney,
  isNumeric,
  tellsItemsApart,
} from '../../../../src/plan/guards/kinds';

const PIECES = [
  ...shopifyFields().map(({ key }) => key),
  ...['stock', 'adjustment', 'image', 'altText', 'optionValue', 'new'],
];

test.each([
  ['are money', isMoney, ['cost', 'compareAtPrice', 'price']],
  ['decide whether customers see or buy an item', decidesSale, ['published', 'status', 'tracked']],
  ['should differ from item to item', tellsItemsApart, ['barcode', 'barcodes', 'handle', 'sku', 'title']],
  [
    'have few values',
    hasFewValues,
    [
      'adjustment',
      'giftCard',
      'inventoryPolicy',
      'published',
      'requiresShipping',
      'status',
      'taxable',
      'tracked',
    ],
  ],
  ['are numbers', isNumeric, ['compareAtPrice', 'cost', 'price', 'stock', 'weight']],
])('these columns %s, for the guards', (_, isOne, columns) => {
  expect(PIECES.filter(isOne).sort()).toEqual([...columns].sort());
});

test('a column whose name is known only at run time is guarded by its kind of cell', () => {
  expect(isMoney('metafield:variant:money:custom.deposit')).toBe(true);
  expect(isNumeric('metafield:variant:quantity:loyalty.points')).toBe(true);
  expect(hasFewValues('metafield:product:boolean:custom.fragile')).toBe(true);
  expect(isMoney('metafield:product:text:custom.price')).toBe(false);
});
