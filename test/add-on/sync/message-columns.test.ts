import type { PreviewSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { previewLines } from '../../support/foreseen';
import { inAdmin } from '../../support/in-admin';
import { answered, sheetOf } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

type Rows = readonly (readonly string[])[];

interface Kind {
  readonly tabs: Readonly<Record<string, Rows>>;
  /** The tabs as they are edited then. */
  readonly edited?: Readonly<Record<string, Rows>>;
  /** What happens in Shopify, or to the tabs, before the preview. */
  readonly happens?: (bench: Workbench) => void;
  readonly says: RegExp;
  /** The header of the cell that it is about; empty where it is about several. */
  readonly column: string;
}

const TWO: Rows = [
  ['URL handle', 'Title', 'Variant SKU', 'Price'],
  ['hat', 'Hat', 'H-1', '5.00'],
  ['mug', 'Mug', 'M-1', '9.00'],
];
const COLOURS: Rows = [
  ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price'],
  ['hat', 'Hat', 'Colour', 'Red', '5.00'],
  ['hat', '', '', 'Blue', '5.00'],
];
const PRICES: Rows = [
  ['Variant SKU', 'Price'],
  ['H-1', '5.00'],
  ['M-1', '9.00'],
];
const COSTS: Rows = [
  ['Variant SKU', 'Compare-at price'],
  ['H-1', '15.00'],
  ['M-1', '19.00'],
];
const STOCK: Rows = [['SKU', 'Price'], ...PRICES.slice(1)];

const replaced = (rows: Rows, from: string, to: string): Rows =>
  rows.map((cells) => cells.map((cell) => (cell === from ? to : cell)));

function rename(bench: Workbench, handle: string, to: string): void {
  const { id } = bench.store.dump().products.find((product) => product.handle === handle)!;
  const document =
    'mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }';
  inAdmin(bench, document, { product: { id, handle: to, redirectNewHandle: false } });
}

function resku(bench: Workbench, sku: string, to: string): void {
  const product = bench.store
    .dump()
    .products.find(({ variants }) => variants.some((each) => each.sku === sku))!;
  const variant = product.variants.find((each) => each.sku === sku)!;
  const document =
    'mutation ($id: ID!, $variants: [ProductVariantsBulkInput!]!) { productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { message } } }';
  inAdmin(bench, document, {
    id: product.id,
    variants: [{ id: variant.id, inventoryItem: { sku: to } }],
  });
}

function copyLastRow(bench: Workbench): void {
  const sheet = sheetOf(bench, 'Products');
  const last = sheet.rows[sheet.rows.length - 1] ?? [];
  sheet.maxRows += 1;
  sheet.rows.push(last.map((cell) => (cell === 'Blue' ? 'Green' : cell)));
}

function clearIds(bench: Workbench): void {
  const { rows } = sheetOf(bench, 'Products');
  const id = (rows[0] ?? []).indexOf('Shopify ID');
  for (const cells of rows.slice(1)) cells[id] = '';
}

const swapped = (rows: Rows, column: number): Rows =>
  rows.map((cells, row) =>
    cells.map((cell, index) => (index === column && row > 0 ? (rows[3 - row]?.[column] ?? '') : cell)),
  );

const KINDS: Readonly<Record<string, Kind>> = {
  'a handle that another product has by now': {
    tabs: { Products: TWO },
    happens(bench) {
      rename(bench, 'hat', 'old-hat');
      rename(bench, 'mug', 'hat');
    },
    edited: { Products: replaced(TWO, '5.00', '6.00') },
    says: /“hat” was the product/,
    column: 'URL handle',
  },
  'a handle that Shopify has otherwise': {
    tabs: { Products: TWO },
    happens: (bench) => rename(bench, 'hat', 'old-hat'),
    edited: { Products: replaced(TWO, '5.00', '6.00') },
    says: /Shopify has old-hat, the sheet hat/,
    column: 'URL handle',
  },
  'handles that were sorted apart': {
    tabs: { Products: TWO },
    edited: { Products: swapped(TWO, 0) },
    says: /^This row was .* at the last sync and now finds/,
    column: 'URL handle',
  },
  'SKUs that were sorted apart in a tab of prices': {
    tabs: { Products: TWO, Costs: COSTS },
    edited: { Costs: swapped(COSTS, 0) },
    says: /^This row was .* at the last sync and now finds/,
    column: 'Variant SKU',
  },
  'a SKU that Shopify gave another variant': {
    tabs: { Products: TWO, Stock: STOCK },
    happens(bench) {
      resku(bench, 'H-1', 'H-2');
      resku(bench, 'M-1', 'H-1');
    },
    edited: { Stock: replaced(STOCK, '5.00', '6.00') },
    says: /“H-1” was the variant/,
    column: 'SKU',
  },
  'a SKU of a row of prices that was typed over': {
    tabs: { Products: TWO, Prices: PRICES },
    edited: { Prices: replaced(PRICES, 'H-1', 'H-9') },
    says: /^By its Shopify ID this row is/,
    column: 'Variant SKU',
  },
  'a handle that was typed over in half of its rows': {
    tabs: { Products: COLOURS },
    edited: {
      Products: COLOURS.map((cells, row) => (row === 2 ? ['cap', 'Cap', ...cells.slice(2)] : cells)),
    },
    says: /at the last sync/,
    column: 'Handle',
  },
  'an option value that was typed over': {
    tabs: { Products: COLOURS },
    edited: { Products: replaced(COLOURS, 'Blue', 'Navy') },
    says: /^This row was “Blue” at the last sync/,
    column: 'Option1 Value',
  },
  'a row that was copied with its Shopify ID': {
    tabs: { Products: COLOURS },
    happens: copyLastRow,
    says: /^This row carries the Shopify ID of row 3/,
    column: 'Shopify ID',
  },
  'a handle that Shopify does not have': {
    tabs: {
      Products: [
        ['URL handle', 'Price'],
        ['cap', '5.00'],
      ],
    },
    says: /^Shopify has no product “cap”/,
    column: 'URL handle',
  },
  'a handle without a letter': {
    tabs: {
      Products: [
        ['URL handle', 'Title', 'Price'],
        ['---', 'Cap', '5.00'],
      ],
    },
    says: /has no letter and no digit/,
    column: 'URL handle',
  },
  'an ID that Shopify does not have': {
    tabs: {
      Products: [
        ['Product ID', 'Title'],
        ['123', 'Cap'],
      ],
    },
    says: /ID/,
    column: 'Product ID',
  },
  'a SKU that Shopify does not have': {
    tabs: {
      Prices: [
        ['Variant SKU', 'Price'],
        ['C-1', '5.00'],
      ],
    },
    says: /C-1/,
    column: 'Variant SKU',
  },
  'a new product whose SKU another has': {
    tabs: { Products: TWO },
    edited: {
      Products: [
        ['Handle', 'Title', 'Variant SKU', 'Price'],
        ['cap', 'Cap', 'H-1', '5.00'],
      ],
    },
    happens: (bench) => clearIds(bench),
    says: /SKU “?H-1/,
    column: 'Variant SKU',
  },
  'an item that is gone, which is no matter of one cell': {
    tabs: { Products: TWO },
    happens(bench) {
      const { id } = bench.store.dump().products[0]!;
      inAdmin(
        bench,
        'mutation ($input: ProductDeleteInput!) { productDelete(input: $input) { userErrors { message } } }',
        {
          input: { id },
        },
      );
    },
    edited: { Products: replaced(TWO, '5.00', '6.00') },
    says: /is no longer in Shopify/,
    column: '',
  },
};

describe('what a row is told of one cell names the column of that cell, as the sheet has it:', () => {
  test.each(Object.entries(KINDS))('%s', (_, { tabs, edited, happens, says, column }) => {
    const bench = openWorkbench();
    const asFiles = (each: Readonly<Record<string, Rows>>) =>
      Object.fromEntries(Object.entries(each).map(([tab, rows]) => [tab, csvOf(rows)]));
    bench.sync(asFiles(tabs));
    bench.clock.advance(60_000);
    happens?.(bench);
    if (edited) bench.paste(asFiles(edited));
    answered(bench.call<PreviewSummary>('previewSync'));
    const lines = previewLines(bench).filter(({ Why = '' }) => says.test(Why));
    expect(lines).not.toEqual([]);
    expect([...new Set(lines.map(({ Field }) => Field))]).toEqual([column]);
  });
});
