import { type CellKindName, cellKind } from '../../../../src/catalog/columns/cell-kinds';
import { CELL_CHOICES } from '../../../../src/catalog/columns/cell-words';
import { recogniseTab } from '../../../../src/catalog/tab/layout';
import { tabTemplates } from '../../../../src/catalog/tab/tab-templates';
import { parseLocale } from '../../../../src/catalog/values/read-number';

const headersOf = (choice: Parameters<typeof tabTemplates>[0]) =>
  Object.fromEntries(
    tabTemplates(choice).map(({ name, columns }) => [name, columns.map(({ header }) => header)]),
  );

describe('the tabs that are set up', () => {
  test.each([{}, { prices: true }, { inventory: true }, { prices: true, inventory: true }])(
    'are recognised as what they are, every column of them: %o',
    (choice) => {
      for (const { kind, columns } of tabTemplates(choice)) {
        const recognition = recogniseTab([columns.map(({ header }) => header)]);
        expect(recognition).toMatchObject({
          kind: 'recognised',
          layout: { kind, unknown: [], unsynced: [] },
        });
      }
    },
  );

  test('are one for products, unless more are chosen', () => {
    expect(Object.keys(headersOf({}))).toEqual(['Products']);
    expect(headersOf({}).Products).toEqual(expect.arrayContaining(['Price', 'Inventory quantity']));
  });

  test('ask for a price and a quantity in one place only', () => {
    const { Products, ...others } = headersOf({ prices: true, inventory: true });
    expect(others).toEqual({
      Prices: ['SKU', 'Price', 'Compare-at price'],
      Inventory: ['SKU', 'Location', 'Available'],
    });
    expect(Products).not.toEqual(expect.arrayContaining(['Price']));
    expect(Products).not.toEqual(expect.arrayContaining(['Compare-at price']));
    expect(Products).not.toEqual(expect.arrayContaining(['Inventory quantity']));
    expect(Products).toEqual(expect.arrayContaining(['Cost per item', 'Inventory tracker']));
  });

  test('offer words that a row may hold', () => {
    const context = { locale: parseLocale('en_US'), currencyCode: 'USD', currencyDecimals: 2 };
    for (const [kind, words = []] of Object.entries(CELL_CHOICES)) {
      for (const word of words)
        expect(cellKind(kind as CellKindName).parse(word, context)).toHaveProperty('value');
    }
  });
});
