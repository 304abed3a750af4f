import { csvOf } from '../support/csv';
import type { Scenario } from './scenarios';

const IMAGES = 'https://images.example.com';
const HEADER = [
  ...['Handle', 'Title', 'Tags', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'],
  ...['Inventory tracker', 'Inventory quantity', 'Image Src', 'Delete'],
];
const products = (...rows: readonly (readonly string[])[]) =>
  csvOf([HEADER, ...rows.map((row) => [...row, ...Array(HEADER.length - row.length).fill('')])]);
const images = (handle: string, ...cells: readonly string[]) =>
  cells.map((cell) => [handle, '', '', '', '', '', '', '', '', cell]);
const address = (name: string) => `${IMAGES}/${name}.jpg`;

const STILL = Array.from({ length: 8 }, (_, index) => [
  ...[
    `item-${index}`,
    `Item ${index}`,
    '',
    '',
    '',
    `I-${index}`,
    '10.00',
    'shopify',
    '5',
    address(`i${index}`),
  ],
]);

/** Cells that count, images that change places, and some that go. */
const counted: Scenario = {
  name: 'counted cells, images that turn round, and removals',
  requests: [
    ...['productVariantsBulkUpdate', 'productReorderMedia', 'fileUpdate', 'tagsAdd', 'tagsRemove'],
    ...['productUpdate', 'nodes', 'nodes'],
  ],
  ordersImages: true,
  before: {
    Products: products(
      ['cup', 'Cup', 'a, b', '', '', 'C-1', '10.00', 'shopify', '4', address('c1')],
      ...images('cup', address('c2'), address('c3'), address('c4')),
      ['tin', 'Tin', 'a', '', '', 'T-1', '20.00', 'shopify', '5', address('t1')],
      ...images('tin', address('t2')),
      ...STILL,
    ),
  },
  after: {
    Products: products(
      ['cup', 'Cup', '+n, -a', '', '', 'C-1', '+5 %', 'shopify', '4', address('c3')],
      ...images('cup', address('c1'), `[delete] ${address('c2')}`, address('c4')),
      ['tin', 'Best tin', 'a', '', '', 'T-1', '*1.2', 'shopify', '7', address('t2')],
      ...images('tin', address('t1')),
      ...STILL.map((row, index) => row.map((cell) => (cell === '10.00' && index < 4 ? '-10 %' : cell))),
    ),
  },
};

/** What a person confirms by name: the end of a product and of a variant, and another name of an option. */
const confirmed: Scenario = {
  name: 'deletions and an option that is renamed, which somebody confirms',
  requests: [
    'productDelete',
    'productVariantsBulkDelete',
    'productOptionUpdate',
    'nodes',
    'productVariantsBulkUpdate',
  ],
  confirms: true,
  before: {
    Products: products(
      ['hat', 'Hat', '', 'Size', 'S', 'H-S', '5.00', 'shopify', '3', ''],
      ['hat', '', '', '', 'M', 'H-M', '6.00', 'shopify', '4', ''],
      ['cap', 'Cap', 'x', '', '', 'C-1', '7.00', 'shopify', '5', address('cap')],
      ['tee', 'Tee', '', 'Size', 'S', 'T-S', '9.00', 'shopify', '7', ''],
      ['tee', '', '', '', 'M', 'T-M', '9.50', 'shopify', '8', ''],
      ...STILL,
    ),
  },
  after: {
    Products: products(
      ['hat', 'Hat', '', 'Size', 'S', 'H-S', '5.50', 'shopify', '3', ''],
      ['hat', '', '', '', 'M', 'H-M', '6.00', 'shopify', '4', '', '[delete]'],
      ['cap', 'Cap', 'x', '', '', 'C-1', '7.00', 'shopify', '5', address('cap'), '[delete]'],
      ['tee', 'Tee', '', 'Fit', 'S', 'T-S', '9.00', 'shopify', '7', ''],
      ['tee', '', '', '', 'M', 'T-M', '9.50', 'shopify', '8', ''],
      ...STILL.map((row, index) =>
        index === 2 ? row.map((cell) => (cell === 'Item 2' ? 'Thing' : cell)) : row,
      ),
    ),
  },
};

export const lifeScenarios: readonly Scenario[] = [counted, confirmed];
