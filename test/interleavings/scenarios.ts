import { csvOf } from '../support/csv';

/** Two states of the tabs: the first is in step with the store, the second is what a merchant made of it since. */
export interface Scenario {
  readonly name: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly locations?: readonly string[];
  /** Root fields of what is sent for it, to fail at. */
  readonly requests: readonly string[];
  /** Somebody says yes to what is held. */
  readonly confirms?: boolean;
  /** The order of its images is what the sheet asks for. */
  readonly ordersImages?: true;
}

const IMAGES = 'https://images.example.com';

const PRODUCT_HEADER = [
  'Handle',
  'Title',
  'Tags',
  'Option1 Name',
  'Option1 Value',
  'SKU',
  'Price',
  'Inventory tracker',
  'Inventory quantity',
  'Image Src',
  'Variant Image',
];
const products = (...rows: readonly (readonly string[])[]) =>
  csvOf([
    PRODUCT_HEADER,
    ...rows.map((row) => [...row, ...Array(PRODUCT_HEADER.length - row.length).fill('')]),
  ]);

/** The requests that an edit of every kind makes, by their root field. */
export const EVERY_REQUEST = [
  'productSet',
  'productUpdate',
  'tagsAdd',
  'tagsRemove',
  'productVariantsBulkCreate',
  'productVariantsBulkUpdate',
  'inventorySetQuantities',
  'productByIdentifier',
  'nodes',
] as const;

/** An edit of every kind: fields, tags, variants, prices, stock, images, and products of their own. */
const everyKind: Scenario = {
  name: 'an edit of every kind',
  requests: EVERY_REQUEST,
  before: {
    Products: products(
      ['mug', 'Mug', 'x', '', '', 'M-1', '3.00', 'shopify', '1', ''],
      ['hat', 'Hat', 'a, b', '', '', 'H-1', '5.00', 'shopify', '3', `${IMAGES}/hat.jpg`],
      ['tee', 'Tee', '', 'Size', 'S', 'T-S', '9.00', 'shopify', '7', ''],
      ['tee', '', '', '', 'M', 'T-M', '9.50', 'shopify', '8', ''],
    ),
  },
  after: {
    Products: products(
      ['mug', 'Mug', 'x', '', '', 'M-1', '3.00', 'shopify', '1', ''],
      ['hat', 'Top hat', 'b, c', '', '', 'H-1', '5.50', 'shopify', '4', `${IMAGES}/hat.jpg`],
      ['tee', 'Tee', '', 'Size', 'S', 'T-S', '9.90', 'shopify', '6', `${IMAGES}/tee.jpg`],
      ['tee', '', '', '', 'M', 'T-M', '9.50', 'shopify', '8', '', `${IMAGES}/m.jpg`],
      ['tee', '', '', '', 'L', 'T-L', '9.70', 'shopify', '9', '', `${IMAGES}/l.jpg`],
      ['New Cap & Co', 'Cap', 'x', '', '', 'C-1', '4.00', 'shopify', '2', `${IMAGES}/cap.jpg`],
      ['sock', 'Sock', '', 'Colour', 'Red', 'S-R', '2.00', 'shopify', '5', ''],
      ['sock', '', '', '', 'Blue', 'S-B', '2.00', 'shopify', '6', ''],
    ),
  },
};

const STOCK_HEADER = ['Handle', 'SKU', 'Location', 'On hand (new)'];

function items(
  count: number,
  price: (index: number) => string,
  quantity: (index: number) => string = () => '',
): string {
  const rows = Array.from({ length: count }, (_, index) => [
    `item-${index}`,
    `Item ${index}`,
    '',
    '',
    '',
    `I-${index}`,
    price(index),
    'shopify',
    quantity(index),
    '',
  ]);
  return products(...rows);
}

function stockAt(locations: readonly string[], quantity: (index: number) => number): string {
  const rows = Array.from({ length: 20 }, (_, index) =>
    locations.map((location, at) => [`item-${index}`, `I-${index}`, location, `${quantity(index) + at}`]),
  );
  return csvOf([STOCK_HEADER, ...rows.flat()]);
}

const LOCATIONS = ['Shop', 'Warehouse'];

/** Many small edits in two tabs, at two locations. */
const stockAndPrices: Scenario = {
  name: 'stock and prices in two tabs',
  requests: ['productVariantsBulkUpdate', 'inventorySetQuantities', 'nodes'],
  locations: LOCATIONS,
  before: { Products: items(20, () => '10.00'), Stock: stockAt(LOCATIONS, (index) => 10 + index) },
  after: {
    Products: items(20, (index) => (index % 3 === 0 ? '10.00' : `${9 + (index % 3)}.50`)),
    Stock: stockAt(LOCATIONS, (index) => 10 + index + (index % 2)),
  },
};

const ADJUST_HEADER = ['SKU', 'Variant Inventory Adjust'];

/** A fifth of the quantities is set, and to the others something is added or taken away, once. */
const isSet = (index: number) => index % 5 === 0;
const ten = () => '10.00';

const adjustments: Scenario = {
  name: 'Adjust cells',
  requests: ['inventorySetQuantities', 'inventorySetQuantities', 'nodes'],
  before: { Products: items(20, ten, (index) => `${index}`), Adjust: csvOf([ADJUST_HEADER]) },
  after: {
    Products: items(20, ten, (index) => (isSet(index) ? `${index + 7}` : '')),
    Adjust: csvOf([
      ADJUST_HEADER,
      ...Array.from({ length: 20 }, (_, index) => [`I-${index}`, isSet(index) ? '' : `${(index % 7) - 3}`]),
    ]),
  },
};

/** So many prices that Shopify's bulk engine is through with them sooner. */
const manyPrices: Scenario = {
  name: 'many prices',
  requests: [
    'stagedUploadsCreate',
    'bulkOperationRunMutation',
    'bulkOperations',
    'bulkOperation',
    'productVariantsBulkUpdate',
    'nodes',
  ],
  before: { Products: items(150, () => '10.00') },
  after: { Products: items(150, (index) => `${9 + (index % 3)}.50`) },
};

export const scenarios: readonly Scenario[] = [everyKind, stockAndPrices, adjustments, manyPrices];
