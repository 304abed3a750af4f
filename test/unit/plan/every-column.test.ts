import { COLUMNS, type ColumnKey, columnOf } from '../../../src/catalog/columns/columns';
import { recogniseTab } from '../../../src/catalog/tab/layout';
import { openShop, type Shop, type Tabs } from './shop-and-sheet';

const URL = 'https://cdn.example.com/photos';

/** What a cell says first, and what it says then, on the row of a product that Shopify has. */
type Edit = readonly [before: string, after: string, beside?: Readonly<Record<string, string>>];

/** Columns that say which item a row is, or what is to be done with it, have tests of their own. */
const NO_VALUE = 'names the item, or says what to do with it';

const EDITS: Readonly<Record<ColumnKey, Edit | typeof NO_VALUE>> = {
  productId: NO_VALUE,
  handle: NO_VALUE,
  variantId: NO_VALUE,
  command: NO_VALUE,
  tagsCommand: NO_VALUE,
  topRow: NO_VALUE,
  delete: NO_VALUE,
  variantCommand: NO_VALUE,
  imageCommand: NO_VALUE,
  weight: NO_VALUE,
  catalog: NO_VALUE,
  catalogMinimum: NO_VALUE,
  catalogMaximum: NO_VALUE,
  catalogIncrement: NO_VALUE,
  catalogQuantityPrices: NO_VALUE,
  title: ['Mug', 'Cup'],
  descriptionHtml: ['<p>Blue</p>', '<p>Red</p>'],
  vendor: ['Acme', 'Other'],
  productType: ['Cups', 'Mugs'],
  tags: ['new', 'new, sale'],
  collections: ['Summer', 'Summer, Winter'],
  status: ['active', 'archived'],
  category: ['aa-1', 'aa-2'],
  seoTitle: ['Mug', 'Cup'],
  seoDescription: ['Mug', 'Cup'],
  published: ['FALSE', 'TRUE'],
  publishedAt: ['2026-11-01', '2026-11-02'],
  channels: ['Point of Sale', 'Online Store, Point of Sale'],
  giftCard: ['FALSE', 'TRUE'],
  option1Name: ['Size', 'Volume'],
  option2Name: ['', 'Colour'],
  option3Name: ['', 'Colour'],
  option1Order: ['S', 'S, M'],
  option2Order: ['', 'Red'],
  option3Order: ['', 'Red'],
  option1Value: ['S', 'M'],
  option2Value: ['', 'Red'],
  option3Value: ['', 'Red'],
  sku: ['M-1', 'M-2'],
  barcode: ['B-1', 'B-2'],
  barcodes: ['B-1', 'B-1,B-3'],
  price: ['10', '11'],
  compareAtPrice: ['20', '21'],
  cost: ['5', '6'],
  taxable: ['TRUE', 'FALSE'],
  inventoryPolicy: ['deny', 'continue'],
  tracked: ['shopify', '[clear]'],
  requiresShipping: ['TRUE', 'FALSE'],
  grams: ['100', '200'],
  weightValue: ['1', '2', { 'Weight unit': 'kg' }],
  weightUnit: ['kg', 'lb', { Weight: '1' }],
  harmonizedSystemCode: ['610910', '611020'],
  countryCodeOfOrigin: ['PT', 'DE'],
  provinceCodeOfOrigin: ['ON', 'QC', { 'Country of origin': 'CA' }],
  variantImage: [`${URL}/a.jpg`, `${URL}/b.jpg`],
  imageSrc: [`${URL}/a.jpg`, `${URL}/b.jpg`],
  imagePosition: ['1', '3', { 'Product image URL': `${URL}/a.jpg` }],
  imageAltText: ['Front', 'Back', { 'Product image URL': `${URL}/a.jpg` }],
  location: NO_VALUE,
  available: ['3', '4', { 'Inventory tracker': 'shopify' }],
  onHand: ['3', '4', { 'Inventory tracker': 'shopify' }],
  availableAdjust: ['', '4', { 'Inventory tracker': 'shopify' }],
  onHandAdjust: ['', '4', { 'Inventory tracker': 'shopify' }],
};

const ROW: Readonly<Record<string, string>> = {
  Handle: 'mug',
  Title: 'Mug',
  Status: 'active',
  'Option1 Name': 'Size',
  'Option1 Value': 'S',
  SKU: 'M-1',
  Price: '10',
};

/** A shop with all that cells name. */
function openSeeded(): Shop {
  const shop = openShop();
  for (const title of ['Summer', 'Winter'])
    shop.execute(
      'mutation ($input: CollectionInput!) { collectionCreate(input: $input) { collection { id } } }',
      { input: { title } },
    );
  return shop;
}

const nameOf = (key: ColumnKey) => (columnOf(key).headers[0] ?? key).replace('<Location>', 'Shop location');

function sheetOf(key: ColumnKey, cell: string, [, , beside]: Edit): Tabs {
  const row = { ...ROW, ...beside, [nameOf(key)]: cell };
  const second: string[] = Object.keys(row).map((name) =>
    name === 'Product image URL' || name === 'Image Src'
      ? `${URL}/second.jpg`
      : name === 'Image Position'
        ? '2'
        : '',
  );
  second[0] = 'mug';
  const rows = [Object.keys(row), Object.values(row)];
  return { Products: key.startsWith('image') ? [...rows, second] : rows };
}

const stored = ({ embedded }: Shop) => JSON.stringify(embedded.dump());
const shownBy = (said: string | undefined) =>
  /^(updated|differs|not-synced|skipped|conflict|error|unchanged) \S/.test(said ?? '');

const edits = Object.entries(EDITS).flatMap(([key, edit]) =>
  edit === NO_VALUE ? [] : [{ key: key as ColumnKey, edit: edit as Edit, name: nameOf(key as ColumnKey) }],
);

describe('an edited cell of a product that Shopify has arrives there, or its row says why not', () => {
  test.each(edits)('$name', ({ key, edit }) => {
    const shop = openSeeded();
    expect(Object.values(shop.sync(sheetOf(key, edit[0], edit)))).toContainEqual(
      expect.stringMatching(/^created/),
    );
    const before = stored(shop);
    const said = shop.sync(sheetOf(key, edit[1], edit));
    expect([said['Products:2'], stored(shop) !== before || shownBy(said['Products:2'])]).toEqual([
      said['Products:2'],
      true,
    ]);
    expect(said['Products:2']).toMatch(
      /^(updated|differs|not-synced|skipped|conflict|error|created|unchanged \S)/,
    );
  });
});

describe('a cell that was empty and says something at last is compared too', () => {
  test.each(edits)('$name', ({ key, edit }) => {
    const shop = openSeeded();
    shop.sync(sheetOf(key, nameOf(key) in ROW ? edit[0] : '', edit));
    const said = shop.sync(sheetOf(key, edit[1], edit));
    expect(said['Products:2']).toMatch(
      /^(updated|differs|not-synced|skipped|conflict|error|created|unchanged \S)/,
    );
  });
});

/** What is sent without `old → new`, and what the row says instead. */
const SHOWN_OTHERWISE: Partial<Record<ColumnKey, RegExp>> = {
  // A page of text: the message has no room for it.
  descriptionHtml: /^updated Body \(HTML\)\./,
  barcodes: /^updated Barcodes B-1 → B-1, B-3\./,
  tags: /Tags added: sale\./,
  collections: /Collections added: Winter\./,
  channels: /Channels added: Online Store\./,
  publishedAt: /Published at 2026-11-01T00:00:00\S* → 2026-11-02T00:00:00/,
  published: /(Published|Will be published) to the Online Store\./,
  // An image takes the place of the one whose row it is.
  imageSrc: /^updated Image \S+ → \S+\./,
  variantImage: /^updated Variant image: b\.jpg\./,
  option1Name: /^updated Options Size → Volume\./,
  option2Name: /^error /,
  option3Name: /^error /,
  // Its product has one variant.
  option1Order: /^error Option1 Value Order: Size has no value M\. Its values are S\./,
  option2Order: /^error Option2 Value Order: this product has no option 2 in Shopify\./,
  option3Order: /^error Option3 Value Order: this product has no option 3 in Shopify\./,
  // Under the name of its option.
  option1Value: /^updated Size S → M\./,
  option2Value: /^error /,
  option3Value: /^error /,
  giftCard: /^differs Gift Card: Shopify has FALSE, the sheet TRUE\./,
  // Added to what Shopify has.
  availableAdjust: /: 0 \+ 4 = 4\./,
  onHandAdjust: /: 0 \+ 4 = 4\./,
  imagePosition: /Image position 1 → 2\./,
};

describe('an edited cell is shown old → new in the preview and by the run', () => {
  test.each(edits)('$name', ({ key, edit }) => {
    const shop = openSeeded();
    shop.sync(sheetOf(key, edit[0], edit));
    const after = sheetOf(key, edit[1], edit);
    const told = [shop.preview(after), shop.sync(after)].map((rows) => Object.values(rows).join(' '));
    for (const said of told)
      expect(said).toMatch(SHOWN_OTHERWISE[key] ?? /^updated [\w ·-]+ \S+( \w+)? → \S+( \w+)?\./);
  });
});

test('every column of the table is here', () => {
  expect(Object.keys(EDITS).sort()).toEqual(COLUMNS.map(({ key }) => key).sort());
});

test('an option’s name or an alt text that reaches nothing is said', () => {
  const header = [
    'Handle',
    'Title',
    'Option1 Name',
    'Option1 Value',
    'Price',
    'Product image URL',
    'Image alt text',
  ];
  const said = openShop().sync({
    Products: [
      header,
      ['mug', 'Mug', 'Size', 'S', '5', `${URL}/a.jpg`, 'Front'],
      ['mug', '', 'Colour', 'M', '5', '', 'Back'],
    ],
  });
  expect(said['Products:3']).toContain(
    'Option1 Name on this row was left out: row 2 speaks for the product.',
  );
  expect(said['Products:3']).toContain('Image alt text was left out: this row names no image.');
});

test('a level’s other location is another level, and one that the shop has not is an error', () => {
  const shop = openShop();
  const stock = (location: string) => ({
    Stock: [
      ['SKU', 'Location', 'Available'],
      ['M-1', location, '3'],
    ],
  });
  shop.sync(sheetOf('available', '3', ['', '', { 'Inventory tracker': 'shopify' }]));
  shop.sync(stock('Shop location'));
  expect(shop.sync(stock('Elsewhere'))['Stock:2']).toMatch(/^error .*Elsewhere/);
});

test('Gift Card differs for as long as the cell says otherwise, and nothing is sent', () => {
  const shop = openShop();
  const edit: Edit = ['FALSE', 'TRUE'];
  shop.sync(sheetOf('giftCard', 'FALSE', edit));
  const differs =
    'differs Gift Card: Shopify has FALSE, the sheet TRUE. Shopify sets it once, when a product is created. Correct the cell, or make a new product in Shopify admin.';
  const sent = shop.mutationsOf(() => {
    for (const _ of ['at once', 'later'])
      expect(shop.sync(sheetOf('giftCard', 'TRUE', edit))['Products:2']).toBe(differs);
    expect(shop.sync(sheetOf('giftCard', 'FALSE', edit))['Products:2']).toBe('unchanged');
  });
  expect(sent).toEqual([]);
  expect(shop.mutationsOf(() => shop.sync(sheetOf('giftCard', 'FALSE', edit)))).toEqual([]);
});

test.each([
  ['Inventory', ['Handle', 'Title', 'SKU', 'Location', 'Available', 'Gift Card'], ['Title', 'Gift Card']],
  ['Inventory', ['SKU', 'Location', 'Available', 'Image alt text'], ['Image alt text']],
  ['Prices', ['SKU', 'Price', 'Variant Image'], ['Variant Image']],
  ['Variants', ['SKU', 'Barcode', 'Variant Image', 'Vendor'], ['Vendor', 'Variant Image']],
])(
  'in a tab of variants alone, columns that reach nothing are listed as not synced: %s %j',
  (_, header, unsynced) => {
    const recognition = recogniseTab([header]);
    expect(recognition).toMatchObject({ kind: 'recognised', layout: { unsynced } });
    if (recognition.kind !== 'recognised') return;
    expect(recognition.layout.columns.map((column) => column.header)).toEqual(
      header.filter((name) => !unsynced.includes(name)),
    );
  },
);
