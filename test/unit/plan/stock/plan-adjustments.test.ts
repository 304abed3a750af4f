import type { RawCell } from '../../../../src/catalog/values/cell';
import { openShop, type Shop, type Tabs } from '../shop-and-sheet';

const MAIN = 'Shop location';
const LEVEL = { Products: [['Handle', 'Title', 'SKU', 'Inventory tracker', 'Inventory quantity']] };
const hat = (quantity: string, tracker = 'shopify'): Tabs => ({
  Products: [...LEVEL.Products, ['hat', 'Hat', 'H-1', tracker, quantity]],
});
const adjust = (...cells: RawCell[]): Tabs => ({
  Adjust: [['SKU', 'Variant Inventory Adjust'], ...cells.map((cell) => ['H-1', cell])],
});

function openWith(quantity: string): Shop {
  const shop = openShop();
  shop.sync(hat(quantity));
  return shop;
}

function stockOf(shop: Shop, location = MAIN): number | undefined {
  return shop.variant('hat').inventory[location]?.available;
}

/** An order takes one away. */
function order(shop: Shop, quantity = 1): void {
  const { inventoryLevels } = shop.embedded.state;
  for (const level of inventoryLevels.all()) {
    const { available, committed } = level.quantities;
    const quantities = {
      ...level.quantities,
      available: available - quantity,
      committed: committed + quantity,
    };
    inventoryLevels.put({ ...level, quantities });
  }
}

describe('an Adjust cell', () => {
  test('adds its number to what Shopify has, and a preview shows the sum', () => {
    const shop = openWith('5');
    expect(shop.preview(adjust(3))).toEqual({ 'Adjust:2': 'updated Available · Shop location: 5 + 3 = 8.' });
    expect(shop.sync(adjust(3))).toEqual({ 'Adjust:2': 'updated Available · Shop location: 5 + 3 = 8.' });
    expect(stockOf(shop)).toBe(8);
  });

  test('may take away, and go below nothing as orders do', () => {
    const shop = openWith('1');
    expect(shop.sync(adjust('-3'))['Adjust:2']).toBe('updated Available · Shop location: 1 − 3 = -2.');
    expect(stockOf(shop)).toBe(-2);
  });

  test('is applied once for as long as it holds its number', () => {
    const shop = openWith('5');
    shop.sync(adjust(3));
    expect(shop.mutationsOf(() => shop.sync(adjust(3)))).toEqual([]);
    expect(shop.sync(adjust(3))['Adjust:2']).toBe(
      'unchanged Available · Shop location: +3 was added and is not added again.',
    );
    expect(shop.plan(adjust(3)).applied).toMatchObject([{ column: 'Variant Inventory Adjust', delta: 3 }]);
  });

  test.each([
    ['another number', adjust(3), adjust(4), 12],
    ['the same number after it was blank', adjust(''), adjust(3), 11],
  ])('is applied anew where it holds %s', (_, between, again, expected) => {
    const shop = openWith('5');
    shop.sync(adjust(3));
    shop.sync(between);
    shop.sync(again);
    expect(stockOf(shop)).toBe(expected);
  });

  test.each(['', '0', 0, '-0', '0.0'])('asks for nothing where it holds “%s”', (cell) => {
    const shop = openWith('5');
    expect(shop.mutationsOf(() => shop.sync(adjust(cell)))).toEqual([]);
    expect(shop.preview(adjust(cell))['Adjust:2'] ?? 'unchanged').toBe('unchanged');
  });

  test.each([1.5, '2,5', 'three', true])('refuses “%s” in a sentence', (cell) => {
    const shop = openWith('5');
    const said = shop.sync(adjust(cell))['Adjust:2'];
    expect(said).toMatch(
      /^error Variant Inventory Adjust “.+” is not a whole number\. Type what to add, such as 3 or -2\.$/,
    );
    expect(stockOf(shop)).toBe(5);
  });

  test('is not mixed with a quantity, nor with another Adjust cell of that level', () => {
    const shop = openWith('5');
    expect(shop.sync({ ...hat('5'), ...adjust(3) })).toEqual({
      'Products:2':
        'error Inventory quantity and Variant Inventory Adjust in row 2 of Adjust are both filled: a quantity is either set or adjusted, and by one cell. Empty one of them.',
      'Adjust:2':
        'error Variant Inventory Adjust and Inventory quantity in row 2 of Products are both filled: a quantity is either set or adjusted, and by one cell. Empty one of them.',
    });
    expect(Object.values(shop.sync(adjust(3, 3))).every((said) => said.startsWith('error'))).toBe(true);
    expect(stockOf(shop)).toBe(5);
  });

  test('of what is on hand moves what is available by as much', () => {
    const shop = openWith('5');
    order(shop, 2);
    const tabs: Tabs = {
      Adjust: [
        ['SKU', `Inventory On Hand Adjust: ${MAIN}`],
        ['H-1', 4],
      ],
    };
    expect(shop.sync(tabs)['Adjust:2']).toBe('updated On hand · Shop location: 5 + 4 = 9.');
    expect(shop.variant('hat').inventory[MAIN]).toEqual({ available: 7, onHand: 9 });
  });

  test('of a new product is refused, and says what to do instead', () => {
    const shop = openShop();
    const tabs = { ...hat(''), ...adjust(3) };
    expect(Object.values(shop.sync(tabs)).join()).toMatch(
      /a new item has no stock yet that could be adjusted/,
    );
    expect(shop.embedded.dump().products).toEqual([]);
  });

  test('of an item that is not tracked, or not stocked there, is an error and not forgotten', () => {
    const shop = openShop({ locations: ['Main', 'Cellar'] });
    shop.sync(hat('', ''));
    const at = (place: string): Tabs => ({
      Adjust: [
        ['SKU', 'Location', 'Variant Inventory Adjust'],
        ['H-1', place, 3],
      ],
    });
    expect(shop.sync(at('Main'))['Adjust:2']).toBe(
      'error Available · Main: +3 was not added, because Shopify does not track this item. Set its inventory tracker to shopify.',
    );
    shop.sync(hat('', 'shopify'));
    expect(shop.sync(at('Attic'))['Adjust:2']).toMatch(/^error There is no active location “Attic”/);
    shop.sync(at('Main'));
    expect(stockOf(shop, 'Main')).toBe(3);
  });

  test('is made anew on what orders left, and never takes them back', () => {
    const shop = openWith('5');
    shop.sync(adjust(3), {}, undefined, () => order(shop));
    expect(stockOf(shop)).toBe(4);
    shop.sync(adjust(3));
    expect(stockOf(shop)).toBe(7);
  });

  test('is undone where the level still is what it made', () => {
    const shop = openWith('5');
    shop.sync(adjust(3));
    expect(shop.undo(adjust(3), 2)['Adjust:2']).toMatch(/^updated Undone: .* 8 → 5\.$/);
    expect(stockOf(shop)).toBe(5);
    expect(shop.mutationsOf(() => shop.sync(adjust(3)))).toEqual([]);
    shop.sync(adjust(2));
    order(shop);
    expect(shop.undo(adjust(2), 5)['Adjust:2']).toMatch(/Shopify has 6, no longer the 7/);
    expect(stockOf(shop)).toBe(6);
  });

  test('leaves a quantity that stood in the sheet before as drift, which sends nothing', () => {
    const shop = openWith('5');
    shop.sync(adjust(3));
    expect(shop.preview(hat('5'))['Products:2']).toBe('unchanged');
    expect(shop.mutationsOf(() => shop.sync(hat('5')))).toEqual([]);
    expect(stockOf(shop)).toBe(8);
  });
});
