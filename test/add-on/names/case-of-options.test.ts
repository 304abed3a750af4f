import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf } from '../../support/workbench';

const tee = (size: string, price = '10.00') => ({
  Products: csvOf([
    ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price'],
    ['tee', 'Tee', 'Size', size, 'T-1', price],
    ['tee', '', '', 'Large', 'T-2', '12.00'],
  ]),
});
const SAID =
  'Option values: Shopify has small, the sheet Small. It keeps its own letters: rename the value in Shopify admin, or type it as there.';

test('an option value of which only the case changed is said on its row until both write it alike', () => {
  const bench = openWorkbench();
  const sizes = () => bench.store.dump().products[0]?.variants.map(({ options }) => options.Size);
  const first = saidOf(bench.sync(tee('small')));
  expect(first['Products:2']).not.toContain('Option values');

  expect(saidOf(bench.sync(tee('Small')))).toMatchObject({
    'Products:2': `differs ${SAID}`,
    'Products:3': 'unchanged',
  });
  expect(sizes()).toEqual(['small', 'Large']);

  const requests = bench.sync(tee('Small'), '--hold');
  expect(saidOf(requests)['Products:2']).toBe(`differs ${SAID}`);
  expect(saidOf(bench.sync(tee('Small'), '--preview'))['Products:2']).toBe(`differs ${SAID}`);
  expect(saidOf(bench.sync(tee('Small', '11.00')))['Products:2']).toBe(
    `updated Price 10.00 → 11.00. ${SAID}`,
  );

  expect(saidOf(bench.sync(tee('small', '11.00')))['Products:2']).toBe('unchanged');
  expect(saidOf(bench.sync(tee('Small', '11.00')))['Products:2']).toBe(`differs ${SAID}`);
});

test('what was said once is not read again at each sync', () => {
  const bench = openWorkbench();
  bench.sync(tee('small'));
  const reads = () => bench.wire.filter((text) => /query \w*Products/.test(text)).length;
  const before = reads();
  bench.sync(tee('Small'));
  const once = reads();
  expect(once).toBeGreaterThan(before);
  bench.call('startSync', {});
  expect(reads()).toBe(once);
});
