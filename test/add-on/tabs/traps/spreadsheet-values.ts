import { DRAFT, HEADER, product, type Trap, variants } from './trap';

export const SPREADSHEET_VALUES: readonly Trap[] = [
  {
    trap: 'a barcode in scientific notation has lost its digits',
    sheet: [HEADER, ['hat', 'Hat', '', '', 'H-1', '5', '8901234567890123456']],
    args: ['--convert'],
    says: {
      2: 'error Barcode “8.90123E+18” lost digits: the spreadsheet shortened it. Format the column as plain text and type it again.',
    },
  },
  {
    trap: 'a size that the spreadsheet took for a date is not sent as one',
    sheet: [HEADER, ['tee', 'Tee', 'Size', '3/5', 'T', '5', '']],
    args: ['--convert'],
    says: {
      2: 'error Option1 Value: the spreadsheet made a date of “3/5”. Format the cell as plain text and type it again.',
    },
  },
  {
    trap: 'a size such as 25/26 stays text where the cell is text',
    sheet: [HEADER, ['tee', 'Tee', 'Size', '25/26', 'T', '5', '']],
    says: { 2: DRAFT },
    sends: { productSet: 1 },
    leaves: (bench) => expect(variants(bench)[0]?.options).toEqual({ Size: '25/26' }),
  },
  {
    trap: 'leading zeros and an apostrophe before a barcode arrive as they should',
    sheet: [HEADER, ['hat', 'Hat', '', '', '00123', '5', "'0850064060010"]],
    says: { 2: DRAFT },
    sends: { productSet: 1 },
    leaves: (bench) => expect(variants(bench)[0]).toMatchObject({ sku: '00123', barcode: '0850064060010' }),
  },
  {
    trap: 'a decimal comma is read where the spreadsheet writes one',
    sheet: [HEADER, ['hat', 'Hat', '', '', 'H-1', '4,20', ''], ['cap', 'Cap', '', '', 'C-1', '1.234,56', '']],
    args: ['--locale', 'de_DE'],
    says: { 2: DRAFT, 3: DRAFT },
    sends: { productSet: 2 },
    leaves: (bench) =>
      expect([variants(bench, 0)[0]?.price, variants(bench, 1)[0]?.price]).toEqual(['4.20', '1234.56']),
  },
  {
    trap: 'a price that can be read in two ways is not guessed',
    sheet: [HEADER, ['hat', 'Hat', '', '', 'H-1', '1.234', '']],
    says: {
      2: 'error Price “1.234” can be read as 1.234 or 1234. Type it as a number without grouping.',
    },
  },
  {
    trap: 'a price that is a percentage is not sent as a fraction',
    sheet: [HEADER, ['hat', 'Hat', '', '', 'H-1', '12%', ''], ['cap', 'Cap', '', '', 'C-1', '0.12', '']],
    args: ['--convert'],
    says: {
      2: 'error Price shows 12%: the cell is formatted as a percentage. Format it as a number and type it again.',
      3: DRAFT,
    },
    sends: { productSet: 1 },
  },
  {
    trap: 'a price with more decimals than the currency is not rounded',
    sheet: [HEADER, ['hat', 'Hat', '', '', 'H-1', '4.1999', '']],
    says: { 2: 'error Price “4.1999” has more than the 2 decimals of USD. Round it.' },
  },
  {
    trap: 'a price that falls by a decimal place is held',
    before: [HEADER, ['hat', 'Hat', '', '', 'H-1', '50.00', '']],
    sheet: [HEADER, ['hat', 'Hat', '', '', 'H-1', '5.00', '']],
    args: ['--hold'],
    says: {
      2: 'skipped Price 50.00 → 5.00 is held: it goes down by 90 %. Confirm it in the sidebar, or change the cell.',
    },
  },
  {
    trap: 'words for yes and no that Shopify does not write are not guessed',
    sheet: [
      ['Handle', 'Title', 'Price', 'Charge tax'],
      ['hat', 'Hat', '5.00', 'yes'],
      ['cap', 'Cap', '5.00', 'False'],
    ],
    says: { 2: 'error Charge tax “yes” must be TRUE or FALSE.', 3: DRAFT },
    sends: { productSet: 1 },
  },
  {
    trap: 'a status that Shopify does not have says which there are',
    sheet: [
      ['Handle', 'Title', 'Price', 'Status'],
      ['hat', 'Hat', '5.00', 'Live'],
      ['cap', 'Cap', '5.00', 'ACTIVE'],
    ],
    says: { 2: 'error Status “Live” must be active, draft, archived or unlisted.', 3: 'created' },
    sends: { productSet: 1 },
  },
  {
    trap: 'a quantity that is no whole number is refused, and a negative one is not',
    sheet: [
      ['Handle', 'Title', 'Price', 'Inventory tracker', 'Inventory quantity'],
      ['hat', 'Hat', '5.00', 'shopify', '3.5'],
      ['cap', 'Cap', '5.00', 'shopify', '-2'],
      ['mug', 'Mug', '5.00', 'amazon', '2'],
    ],
    says: {
      2: 'error Inventory quantity “3.5” is not a whole number. Type a quantity such as 12.',
      3: DRAFT,
      4: 'error Inventory tracker “amazon” must be shopify, or empty.',
    },
    sends: { productSet: 1 },
  },
  {
    trap: 'an image that has a name and no address is refused',
    sheet: [
      ['Handle', 'Title', 'Image Src'],
      ['hat', 'Hat', 'hat.jpg'],
    ],
    says: { 2: 'error Image Src “hat.jpg” is not a web address that begins with https:// or http://.' },
  },
  {
    trap: 'a weight without a unit is no number of grams',
    sheet: [
      ['Handle', 'Title', 'Weight'],
      ['hat', 'Hat', '1.5'],
    ],
    says: { 2: 'error Weight has no unit. Type g, kg, oz or lb in a Weight unit column.' },
  },
  {
    trap: 'HTML, umlauts and quotes arrive letter for letter',
    sheet: [
      ['Handle', 'Title', 'Price', 'Body (HTML)'],
      ['hat', 'Hüt “groß” & Co. 帽', '5.00', '<p class="a">Für &amp; “alle”</p>'],
    ],
    says: { 2: DRAFT },
    sends: { productSet: 1 },
    leaves: (bench) =>
      expect(product(bench)).toMatchObject({
        title: 'Hüt “groß” & Co. 帽',
        descriptionHtml: '<p class="a">Für &amp; “alle”</p>',
      }),
  },
  {
    trap: 'a gift card is not turned into a product',
    sheet: [
      ['Handle', 'Title', 'Gift Card'],
      ['gift', 'Gift', 'TRUE'],
    ],
    says: {
      2: 'not-synced New gift cards are not synced. Create it in Shopify admin; its row is synced from then on.',
    },
  },
];
