import { csvOf } from '../../support/csv';
import { openWorkbench } from '../../support/workbench';

/** Two tabs contradict each other in a title, and a third names the same item by its Variant ID. */
test('a row of prices of a product that other rows contradict themselves about says that it was not sent', () => {
  const bench = openWorkbench();
  const products = (price: string) =>
    csvOf([
      ['Handle', 'Title', 'SKU', 'Price'],
      ['hat', 'Hat', 'H-1', price],
    ]);
  bench.sync({ Products: products('20.00') });
  const [hat] = bench.store.dump().products;
  const number = (id = '') => id.slice(id.lastIndexOf('/') + 1);
  const variants = (price: string) =>
    csvOf([
      ['Variant ID', 'Price'],
      [number(hat?.variants[0]?.id), price],
    ]);
  const titles = (title: string) =>
    csvOf([
      ['Product ID', 'Title'],
      [number(hat?.id), title],
    ]);
  bench.sync({ Products: products('20.00'), Variants: variants('20.00'), Titles: titles('Hat') });

  const sheets = bench.runtime.state.workbook.sheets;
  const tab = (wanted: string) => sheets.find(({ name }) => name === wanted)?.rows ?? [];
  const ids = ['Products', 'Variants', 'Titles'].map(
    (own) => sheets.find(({ name }) => name === own)?.id ?? 0,
  );
  tab('Products')[1]![3] = '21.00';
  tab('Variants')[1]![1] = '21.00';
  tab('Titles')[1]![1] = 'Hut';
  bench.drive(ids, '--hold');

  expect(tab('Variants')[1]?.slice(2, 4)).toEqual([
    'Held',
    'Not sent: other rows of this product contradict each other. Mend them first.',
  ]);
  expect(tab('Products')[1]?.[4]).toBe('Error');
  expect(bench.store.dump().products[0]?.variants[0]?.price).toBe('20.00');

  tab('Titles')[1]![1] = 'Hat';
  bench.drive(ids, '--hold');
  expect(bench.store.dump().products[0]?.variants[0]?.price).toBe('21.00');
  expect(tab('Variants')[1]?.[2]).toBe('Updated');
});
