import { buildBase } from '../../../../src/plan/model/build-base';
import { followLocationNames } from '../../../../src/sync/memory/followed-names';

const MAIN = 'gid://shopify/Location/1';
const SHOP = 'gid://shopify/Location/2';
const variant = {
  kind: 'variant',
  id: 'gid://shopify/ProductVariant/1',
  productId: 'gid://shopify/Product/1',
  inventoryItemId: 'gid://shopify/InventoryItem/1',
  sku: 'M',
  optionValues: [],
  fields: {},
  stock: { [MAIN]: ['20', '20'], [SHOP]: ['3', '3'] },
  image: '',
} as const;

const called = (main: string, shop: string) => ({
  domain: 'hats.myshopify.com',
  locations: [
    { id: MAIN, name: main },
    { id: SHOP, name: shop },
  ] as never,
});

/** A memory of one variant; `diesAt` counts the saved settings, at one of which the execution ends. */
function open() {
  const saved = new Map<string, string>();
  const base = buildBase([variant]);
  let revision = 7;
  return {
    saidOf: () => Object.values(base.variant(variant.id)?.stock ?? {}).map((pair) => pair?.[0]),
    follow(shop: ReturnType<typeof called>, diesAt = Number.POSITIVE_INFINITY): boolean {
      let saves = 0;
      const save = (key: string, value: string) => {
        saves += 1;
        if (saves === diesAt) throw new Error('killed');
        saved.set(key, value);
      };
      const state = {
        base,
        revision,
        saveMoved(_: unknown, records: readonly (typeof variant)[]) {
          for (const record of records) base.put(record);
          revision += 1;
        },
      };
      try {
        return followLocationNames(
          { settings: { load: (key: string) => saved.get(key), save } } as never,
          state as never,
          shop,
        );
      } catch {
        return false;
      }
    },
  };
}

describe('names of locations', () => {
  test('that are exchanged take what their cells said along, once', () => {
    const memory = open();
    expect(memory.follow(called('Main', 'Shop'))).toBe(false);
    expect(memory.follow(called('Shop', 'Main'))).toBe(true);
    expect(memory.saidOf()).toEqual(['3', '20']);
    expect(memory.follow(called('Shop', 'Main'))).toBe(false);
    expect(memory.saidOf()).toEqual(['3', '20']);
  });

  test.each([1, 2])('are exchanged once although Google ends the execution at save %d', (diesAt) => {
    const memory = open();
    memory.follow(called('Main', 'Shop'));
    memory.follow(called('Shop', 'Main'), diesAt);
    memory.follow(called('Shop', 'Main'));
    expect(memory.saidOf()).toEqual(['3', '20']);
  });

  test('that two locations have mean neither of them', () => {
    const memory = open();
    memory.follow(called('Main', 'Shop'));
    expect(memory.follow(called('Main', 'main'))).toBe(false);
    expect(memory.saidOf()).toEqual(['20', '3']);
  });

  test('that are given back to where they were move nothing in between without a sync', () => {
    const memory = open();
    memory.follow(called('Main', 'Shop'));
    expect(memory.follow(called('Warehouse', 'Shop'))).toBe(false);
    expect(memory.follow(called('Main', 'Shop'))).toBe(false);
    expect(memory.saidOf()).toEqual(['20', '3']);
  });
});
