import { csvOf } from '../../support/csv';
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
