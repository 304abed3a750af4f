import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf } from '../../support/workbench';

const HEADER = [
  ...['Handle', 'Title', 'SKU', 'Price', 'Compare-at price', 'Cost per item', 'Status', 'Inventory tracker'],
  'Inventory quantity',
];

test('a row with six bad cells tells some wholly and names the columns of the others', () => {
  const row = ['mug', 'Mug', 'M1', 'abc', 'twelve', '€5', 'aktive', 'foo', '1.5'];
  const said = saidOf(openWorkbench().sync({ Products: csvOf([HEADER, row]) }))['Products:2'] ?? '';
  expect(said).toMatch(/\. … and \d more: Status, Inventory tracker, Inventory quantity\.$/);
  expect(said).toContain('“twelve” is not a price. Type a number such as 19.90. Cost per item');
  expect(said.replace(/^error /, '').length).toBeLessThanOrEqual(300);
});
