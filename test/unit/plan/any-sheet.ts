import fc from 'fast-check';
import type { Tabs } from './shop-and-sheet';

/** The columns of a product export that the add-on syncs. */
export const HEADER = [
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Status,Published,SEO Title,Option1 Name,Option1 Value,Variant SKU',
  'Variant Barcode,Variant Price,Variant Compare At Price,Cost per item,Variant Grams,Variant Weight Unit',
  'Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Taxable',
  'Variant Requires Shipping,Image Src,Image Alt Text,Variant Image',
]
  .join(',')
  .split(',');

const blankOr = (cells: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), cells);
const word = fc.stringMatching(/^[A-Za-zÄé0-9][A-Za-zÄé0-9 &'<>-]{0,12}$/);
const price = fc.integer({ min: 0, max: 99999 }).map((cents) => (cents / 100).toFixed(2));
const image = fc.constantFrom('a', 'b', 'c', 'd').map((name) => `https://images.example.com/${name}.jpg`);

/** What stands under each header of a product's first row; later rows leave the product's own columns blank. */
const CELLS: Record<string, fc.Arbitrary<string>> = {
  Title: word,
  'Body (HTML)': blankOr(fc.constantFrom('<p>Hi</p>', ' plain & simple ', '<b>a</b>\r\n<br/>', '<p>ü</p>')),
  Vendor: blankOr(word),
  Type: blankOr(word),
  Tags: blankOr(fc.constantFrom('b, a', 'A,a,B', 'new', ' x ,, y ')),
  Status: blankOr(fc.constantFrom('active', 'Draft', 'ARCHIVED')),
  Published: fc.constantFrom('', 'true', 'FALSE'),
  'SEO Title': blankOr(word),
  'Variant SKU': blankOr(fc.constantFrom('A-1', "'007", 'é 1', 'B"2', 'x\\y')),
  'Variant Barcode': blankOr(fc.constantFrom("'0850064060010", '4006381333931')),
  'Variant Price': blankOr(price),
  'Variant Compare At Price': blankOr(price),
  'Cost per item': blankOr(price),
  'Variant Grams': blankOr(fc.constantFrom('0', '0.0', '454', '1500')),
  'Variant Weight Unit': fc.constantFrom('', 'kg', 'lb', 'g', 'oz'),
  'Variant Inventory Tracker': fc.constantFrom('', 'shopify'),
  'Variant Inventory Qty': blankOr(fc.constantFrom('0', '5', '-2')),
  'Variant Inventory Policy': fc.constantFrom('', 'deny', 'CONTINUE'),
  'Variant Taxable': fc.constantFrom('', 'true', 'False'),
  'Variant Requires Shipping': fc.constantFrom('', 'TRUE', 'false'),
  'Image Src': blankOr(image),
  'Image Alt Text': blankOr(word),
  'Variant Image': blankOr(image),
};
const VARIANT_CELLS = Object.keys(CELLS).filter((header) => /^(Variant|Cost|Image)/.test(header));

type Row = Readonly<Record<string, string>>;

const product = (handle: string): fc.Arbitrary<readonly Row[]> =>
  fc.integer({ min: 0, max: 3 }).chain((sizes) => {
    const first = fc.record(CELLS);
    const others = fc.record(
      Object.fromEntries(VARIANT_CELLS.map((header) => [header, CELLS[header] as fc.Arbitrary<string>])),
    );
    return fc
      .tuple(
        first,
        fc.array(others, { minLength: Math.max(0, sizes - 1), maxLength: Math.max(0, sizes - 1) }),
      )
      .map(([top, rest]) =>
        [top, ...rest].map((cells, index) => ({
          ...cells,
          // The alt text of no image is said to reach nothing.
          'Image Alt Text': cells['Image Src'] ? (cells['Image Alt Text'] ?? '') : '',
          Handle: handle,
          'Option1 Name': sizes > 0 && index === 0 ? 'Size' : '',
          'Option1 Value': sizes > 0 ? `Size ${index}` : '',
        })),
      );
  });

/** Three products, of one to three variants each, with any of these cells. */
export const sheet: fc.Arbitrary<Tabs> = fc
  .tuple(product('one'), product('Two & a half'), product('drei-é®'))
  .map((products) => ({
    Products: [HEADER, ...products.flat().map((row: Row) => HEADER.map((header) => row[header] ?? ''))],
  }));
