import fc from 'fast-check';
import { legacyId } from '../../../../src/catalog/values/gid';
import { sampled } from '../../../support/sampled';
import { openShop, type Shop, type Tabs } from '../shop-and-sheet';

const HEADER = ['Handle', 'Title', 'SKU', 'Price'];

/** Everything that the shop has, and what each row is told, over several runs of the same sheet. */
function runs(shop: Shop, tabs: Tabs, count = 3) {
  return Array.from({ length: count }, () => ({
    said: shop.sync(tabs),
    has: JSON.stringify(shop.embedded.dump().products),
  }));
}

const statuses = (said: Record<string, string>) =>
  Object.values(said).map((text) => text.split(' ')[0] as string);

function expectRefused(shop: Shop, tabs: Tabs): void {
  const before = JSON.stringify(shop.embedded.dump().products);
  for (const { said, has } of runs(shop, tabs)) {
    expect(new Set(statuses(said))).toEqual(new Set(['error']));
    for (const text of Object.values(said)) expect(text).toMatch(/row \d+/);
    expect(has).toBe(before);
  }
}

describe('two names of one new product', () => {
  test.each([
    ['red mug', 'red-mug'],
    ['Café', 'cafe'],
    ['Red.Mug', 'red mug'],
  ])('that contradict each other create nothing, and both rows say so: %s and %s', (one, other) => {
    const tabs = {
      Products: [HEADER, [one, 'Red mug', 'R1', '10'], [other, 'Another red mug', 'R2', '12']],
    };
    expectRefused(openShop(), tabs);
  });

  test('that say a part each make one product', () => {
    const tabs = {
      Products: [
        ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Price'],
        ['Red Mug', 'Red mug', 'Size', 'S', '10'],
        ['red-mug', '', 'Size', 'L', '12'],
      ],
    };
    const shop = openShop();
    const [first, second] = runs(shop, tabs);
    expect(statuses(first?.said ?? {})).toEqual(['created', 'created']);
    expect(shop.product('red-mug').variants).toHaveLength(2);
    expect(statuses(second?.said ?? {})).toEqual(['unchanged', 'unchanged']);
  });
});

describe('one product of the shop under several names', () => {
  const start: Tabs = { Products: [HEADER, ['red-mug', 'Red mug', 'R1', '10']] };
  const withProduct = (isKnown: boolean) => {
    const shop = openShop();
    shop.sync(start);
    if (!isKnown) shop.forget();
    return shop;
  };
  const idOf = (shop: Shop) => legacyId(shop.product('red-mug').id as never);
  const variantIdOf = (shop: Shop) => legacyId(shop.variant('red-mug').id as never);

  test.each([true, false])(
    'is left alone where its titles differ by handle and by ID (synced before: %s)',
    (isKnown) => {
      const shop = withProduct(isKnown);
      expectRefused(shop, {
        Products: [HEADER, ['red-mug', 'Red mug', 'R1', '10']],
        Texts: [
          ['Product ID', 'Title'],
          [idOf(shop), 'Blue mug'],
        ],
      });
    },
  );

  test.each([true, false])(
    'is left alone where a third tab agrees with nobody (synced before: %s)',
    (isKnown) => {
      const shop = withProduct(isKnown);
      expectRefused(shop, {
        A: [HEADER.slice(0, 2), ['red-mug', 'Red mug']],
        B: [HEADER.slice(0, 2), ['red-mug', 'Blue mug']],
        C: [
          ['Product ID', 'Title'],
          [idOf(shop), 'Green mug'],
        ],
      });
    },
  );

  test.each([true, false])(
    'is not priced by a third tab where two were refused (synced before: %s)',
    (isKnown) => {
      const shop = withProduct(isKnown);
      expectRefused(shop, {
        A: [HEADER, ['red-mug', '', 'R1', '11']],
        B: [
          ['SKU', 'Price'],
          ['R1', '12'],
        ],
        C: [
          ['Variant ID', 'Price'],
          [variantIdOf(shop), '13'],
        ],
      });
    },
  );

  test.each([true, false])(
    'is not priced where a row by handle and one by SKU disagree (synced before: %s)',
    (isKnown) => {
      const shop = withProduct(isKnown);
      expectRefused(shop, {
        Products: [
          ['Handle', 'Title', 'Price'],
          ['red-mug', 'Red mug', '11'],
        ],
        Prices: [
          ['SKU', 'Price'],
          ['R1', '12'],
        ],
      });
    },
  );

  test('is refused on a new row that contradicts one that was in step', () => {
    const shop = withProduct(true);
    const said = shop.sync({
      Products: [HEADER, ['red-mug', 'Red mug', 'R1', '10'], ['Red Mug', 'Another', 'R1', '10']],
    });
    expect(statuses(said)).toEqual(['error', 'error']);
    expect(shop.product('red-mug').title).toBe('Red mug');
  });

  test.each([true, false])(
    'is synced where the tabs agree, or speak of different fields (synced before: %s)',
    (isKnown) => {
      const shop = withProduct(isKnown);
      const sheet = (price: string): Tabs => ({
        Products: [
          ['Handle', 'Title', 'SKU'],
          ['red-mug', 'Red mug', 'R1'],
        ],
        Texts: [
          ['Product ID', 'Title'],
          [idOf(shop), 'Red mug'],
        ],
        Prices: [
          ['SKU', 'Price'],
          ['R1', price],
        ],
      });
      expect(new Set(statuses(shop.sync(sheet('10'))))).toEqual(new Set(['unchanged']));
      expect(statuses(shop.sync(sheet('12')))).toEqual(['unchanged', 'unchanged', 'updated']);
      expect(new Set(statuses(shop.sync(sheet('12'))))).toEqual(new Set(['unchanged']));
    },
  );
});

test('whatever names rows use, a third run of the same sheet sends nothing that the second did not send', () => {
  const name = fc.constantFrom('red mug', 'red-mug', 'Red-Mug', 'blue', 'BLUE', 'blue ');
  const row = fc.tuple(
    name,
    fc.constantFrom('', 'Mug', 'Cup'),
    fc.constantFrom('', 'A', 'B'),
    fc.constantFrom('', '10', '12'),
  );
  const price = fc.tuple(fc.constantFrom('A', 'B'), fc.constantFrom('10', '12'));
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 4 }),
      fc.array(row, { maxLength: 2 }),
      fc.array(price, { maxLength: 2 }),
      (rows, others, prices) => {
        const shop = openShop();
        const tabs: Tabs = {
          Products: [HEADER, ...rows],
          More: [HEADER, ...others],
          Prices: [['SKU', 'Price'], ...prices],
        };
        shop.sync(tabs);
        shop.sync(tabs);
        const before = JSON.stringify(shop.embedded.dump().products);
        expect(shop.mutationsOf(() => shop.sync(tabs))).toEqual([]);
        expect(JSON.stringify(shop.embedded.dump().products)).toBe(before);
      },
    ),
    { numRuns: sampled(20, 600) },
  );
});
