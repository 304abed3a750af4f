import { catalogOf } from '../catalog-of';

const IMAGE = 'https://example.com/a.jpg';
const saidOfSecond = (header: string, first: string, second: string) => {
  const { skipped } = catalogOf({
    Products: [
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Image Src', header],
      ['mug', 'Mug', 'Size', 'S', '', first],
      ['mug', '', '', '', IMAGE, second],
    ],
  });
  return skipped.map(({ ref, message }) => `${ref.row} ${message}`);
};
const saying = (header: string) =>
  `3 ${header} was left out: this row shows no variant. Type it in the row of its variant, or type its option values or SKU here.`;

describe('a cell of a variant on a row that shows no variant', () => {
  test.each([
    ['Compare-at price', '20.00'],
    ['Compare-at price', '[clear]'],
    ['Cost per item', '4.00'],
    ['Cost per item', '[clear]'],
    ['Variant Grams', '150'],
    ['Continue selling when out of stock', 'TRUE'],
    ['Variant Inventory Policy', 'continue'],
    ['Inventory tracker', 'shopify'],
    ['Requires shipping', 'TRUE'],
    ['Charge tax', 'FALSE'],
    ['HS code', '610910'],
    ['Country of origin', 'DE'],
    ['Inventory quantity', '5'],
    ['Available', '5'],
    ['On hand (new)', '7'],
    ['Inventory: Main', '5'],
    ['Variant Inventory Adjust', '-2'],
    ['Variant Metafield: custom.note [single_line_text_field]', 'x'],
  ])('is said, and not left out in silence: %s %s', (header, value) => {
    expect(saidOfSecond(header, '', value)).toEqual([saying(header)]);
  });

  test.each([
    ['is what a variant of its product says as well', 'Cost per item', '4.00', '4.00'],
    ['is the 0 of a file made by hand', 'Inventory quantity', '5', '0'],
    ['is empty', 'Cost per item', '4.00', ''],
  ])('needs no word where it %s', (_, header, first, second) => {
    expect(saidOfSecond(header, first, second)).toEqual([]);
  });

  test('is said of several cells in one sentence', () => {
    const { skipped } = catalogOf({
      Products: [
        ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Cost per item', 'Variant Grams'],
        ['mug', 'Mug', 'Size', 'S', '', ''],
        ['mug', '', '', '', '4.00', '150'],
      ],
    });
    expect(skipped.map(({ message }) => message)).toEqual([
      'Cost per item, Variant Grams were left out: this row shows no variant. Type them in the row of its variant, or type its option values or SKU here.',
    ]);
  });
});
