import type { PreviewSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { answered } from '../../support/running';
import { connectAndPreview, openWorkbench } from '../../support/workbench';

const prices = (price: string) =>
  csvOf([
    ['SKU', 'Price'],
    ['C-1', price],
  ]);

/** What a preview calls the product of each line. */
const namesIn = ({ runtime }: ReturnType<typeof openWorkbench>) =>
  runtime.state.workbook.sheets
    .find(({ name }) => name === 'Sync preview')
    ?.rows.slice(2)
    .map((cells) => cells[1])
    .filter(Boolean);

test('a spreadsheet of prices alone names its rows by the titles of their products, at no further request', () => {
  const made = openWorkbench();
  const products = [
    ['Handle', 'Title', 'SKU', 'Price'],
    ['cup-317', 'Blue cup', 'C-1', '5'],
  ];
  made.sync({ Products: csvOf(products) });
  // Another spreadsheet of the same store, which has never heard of the product.
  const bench = openWorkbench({ store: { saved: made.store.save() } });
  bench.sync({ Prices: prices('5') });
  connectAndPreview(bench, bench.paste({ Prices: prices('7') }));
  expect(namesIn(bench)).toEqual(['Blue cup']);
  // Of the product itself nothing is read.
  expect(Object.keys(bench.requests.counts().byOperation)).not.toContain('Products');
});

describe('a cell that was never synced and differs from Shopify is asked about by the title of its product', () => {
  const made = openWorkbench();
  made.sync({
    Products: csvOf([
      ['Handle', 'Title', 'SKU', 'Option1 Name', 'Option1 Value', 'Price'],
      ['cup-317', 'Blue cup', 'C-1', 'Size', 'Small', '5'],
      ['cup-317', '', 'C-2', 'Size', 'Large', '6'],
    ]),
  });
  const id = made.store.dump().products[0]?.variants[0]?.id.replace(/.*\//, '') ?? '';
  const sheets: Readonly<Record<string, readonly (readonly string[])[]>> = {
    SKU: [
      ['SKU', 'Price'],
      ['C-1', '7'],
    ],
    'Variant ID': [
      ['Variant ID', 'Price'],
      [id, '7'],
    ],
    Handle: [
      ['Handle', 'Option1 Name', 'Option1 Value', 'Price'],
      ['cup-317', 'Size', 'Small', '7'],
    ],
  };
  test.each(Object.keys(sheets))('where its row goes by %s', (name) => {
    const bench = openWorkbench({ store: { saved: made.store.save() } });
    connectAndPreview(bench, bench.paste({ Prices: csvOf(sheets[name] ?? []) }));
    const { unsynced } = answered(bench.call<PreviewSummary>('previewSync'));
    expect(unsynced.prices.shown.map((cell) => cell.name)).toEqual([
      name === 'SKU' ? 'Blue cup · Small (C-1)' : expect.stringMatching(/^Blue cup · Small/),
    ]);
  });
});
