import { csvOf } from '../../support/csv';
import { previewSum } from '../../support/foreseen';
import { openWorkbench, saidOf } from '../../support/workbench';

const HEADER = [
  'Handle',
  'Title',
  'Option1 Name',
  'Option1 Value',
  'SKU',
  'Price',
  'Inventory tracker',
  'Inventory quantity',
  'Published',
];
const rows = (price: string, quantity: string, count: number) =>
  Array.from({ length: count }, (_, index) => [
    [`p-${index}`, `Product ${index}`, 'Size', 'S', `S-${index}`, price, 'shopify', quantity, 'TRUE'],
    [`p-${index}`, '', '', 'M', `M-${index}`, price, 'shopify', '', ''],
  ]).flat();
const file = (price: string, quantity: string, count: number) =>
  csvOf([HEADER, ...rows(price, quantity, count)]);

test('a preview says by kind what would be created and changed, and Send changes does just that', () => {
  const bench = openWorkbench();
  const first = bench.sync({ Products: file('10', '4', 3) }, '--preview');
  expect(first.planned).toMatchObject({
    create: { products: 3, variants: 6, stockLevels: 3, images: 0 },
    change: { prices: 0, stockLevels: 0 },
    publish: 3,
    words: '3 products, 6 variants, 3 stock levels to create; 3 products to publish',
  });
  expect(previewSum(bench)).toBe(`To send: ${first.planned?.words}.`);
  bench.sync({ Products: file('10', '4', 3) });
  const second = bench.sync({ Products: file('11', '5', 4) }, '--preview');
  const words =
    '1 product, 2 variants, 1 stock level to create; 3 products, 6 variants: 6 prices (+10.0 % on average), 3 stock levels to change; 1 product to publish';
  expect(second.planned?.words).toBe(words);
  const sent = bench.sync({ Products: file('11', '5', 4) });
  expect(sent.planned).toBeUndefined();
  expect(bench.sync({ Products: file('11', '5', 4) }, '--preview').planned?.words).toBe('');
});

test('a preview speaks of what will not be sent, and a run of what was not', () => {
  const bench = openWorkbench();
  const untracked = csvOf([
    ['Handle', 'Title', 'Price', 'Inventory tracker', 'Inventory quantity', 'Product category'],
    ['mug', 'Mug', '9', '', '5', 'No such category'],
  ]);
  const foreseen = Object.values(saidOf(bench.sync({ Products: untracked }, '--preview')))[0];
  expect(foreseen).toMatch('Inventory quantity will not be sent:');
  expect(foreseen).toMatch('so it will be left alone.');
  const done = Object.values(saidOf(bench.sync({ Products: untracked })))[0];
  expect(done).toMatch('Inventory quantity was not sent:');
  expect(Object.values(saidOf(bench.sync({ Products: untracked }, '--preview')))[0]).toMatch(
    'will not be sent',
  );
});
