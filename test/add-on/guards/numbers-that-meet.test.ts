import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf } from '../../support/workbench';

test('a delivery of the same number to two locations is added', () => {
  const bench = openWorkbench({ store: { locations: ['Shop', 'Warehouse'] } });
  bench.sync({
    Products: csvOf([
      ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker'],
      ['k1', 'One', 'K1', '5.00', 'shopify'],
      ['k2', 'Two', 'K2', '6.00', 'shopify'],
    ]),
  });
  const tab = (header: string, ...[a, b, c, d]: readonly string[]) =>
    csvOf([
      ['SKU', 'Location', header],
      ['K1', 'Shop', a ?? ''],
      ['K1', 'Warehouse', b ?? ''],
      ['K2', 'Shop', c ?? ''],
      ['K2', 'Warehouse', d ?? ''],
    ]);
  bench.sync({ Inventory: tab('Available', '1', '30', '2', '40') });
  const { totals } = bench.sync({ Delivery: tab('Variant Inventory Adjust', '6', '6', '8', '8') }, '--hold');
  expect(totals).toMatchObject({ updated: 4, skipped: 0 });
});

test.each([
  ['a count of each', ['9', '14', '8', '21', '5', '16'], 6],
  ['a delivery that is like the stock of others', ['20', '3', '12', '4', '30', '9'], 0],
])('numbers to add: %s', (_, numbers, held) => {
  const bench = openWorkbench();
  const stock = ['10', '14', '7', '22', '5', '18'];
  const rows = stock.map((count, index) => [
    `i${index}`,
    `Item ${index}`,
    `S${index}`,
    '5.00',
    'shopify',
    count,
  ]);
  bench.sync({
    Products: csvOf([
      ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'],
      ...rows,
    ]),
  });
  const adjust = csvOf([
    ['SKU', 'Variant Inventory Adjust'],
    ...numbers.map((added, index) => [`S${index}`, added]),
  ]);
  const report = bench.sync({ Adjust: adjust }, '--hold');
  expect(report.totals).toMatchObject({ skipped: held, updated: 6 - held });
  if (held > 0) expect(saidOf(report)['Adjust:2']).toContain('Type counts into a stock column.');
});

test('the end of a sale on a ladder of prices goes through, in each size', () => {
  const bench = openWorkbench();
  const tab = (isOn: boolean) =>
    csvOf([
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price', 'Compare-at price'],
      ...[19, 29, 39, 49].flatMap((price, product) =>
        ['XS', 'S', 'M', 'L', 'XL'].map((size) => {
          const [now, full] = product === 3 ? [49, ''] : isOn ? [price, price + 10] : [price + 10, '[clear]'];
          return [
            `p${product}`,
            `P ${product}`,
            'Size',
            size,
            `${product}-${size}`,
            `${now}.00`,
            String(full),
          ];
        }),
      ),
    ]);
  bench.sync({ Products: tab(true) });
  expect(bench.sync({ Products: tab(false) }, '--hold').totals).toMatchObject({ updated: 15, skipped: 0 });
});

test.each([', ', '; ', ' | ', ' '])('a barcode cell with several codes is an error: “%s”', (between) => {
  const bench = openWorkbench();
  const tab = (barcode: string) =>
    csvOf([
      ['Handle', 'Title', 'Barcode', 'Price'],
      ['a', 'A', barcode, '5.00'],
    ]);
  bench.sync({ Products: tab('4006381333931') });
  const report = bench.sync({ Products: tab(`4006381333931${between}4006381333948`) });
  expect(saidOf(report)['Products:2']).toMatch(
    /^error .*holds several codes\. Type one, or type them under a column Barcodes\./,
  );
  expect(bench.store.dump().products[0]?.variants[0]?.barcode).toBe('4006381333931');
});
