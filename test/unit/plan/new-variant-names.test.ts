import { guardActions } from '../../../src/plan/guards/suspicious-changes';
import { TWO_OPTIONS } from '../../support/csv';
import { catalogOf } from '../catalog/catalog-of';
import { openShop, type Shop, type Tabs } from './shop-and-sheet';

const tee = (
  ...variants: readonly (readonly [color: string, size: string, sku: string, price: string])[]
): Tabs => ({
  Products: [
    TWO_OPTIONS,
    ...variants.map(([color, size, sku, price], row) => [
      'tee',
      row ? '' : 'Tee',
      row ? '' : 'Color',
      color,
      row ? '' : 'Size',
      size,
      sku,
      price,
    ]),
  ],
});
const START = tee(
  ['Yello', 'S', 'T-1', '10.00'],
  ['Yello', 'M', 'T-2', '11.00'],
  ['Red', 'S', 'T-3', '12.00'],
);

const optionsOf = (shop: Shop) =>
  shop.product('tee').variants.map(({ options }) => Object.values(options).join(' / '));
const guarded = (shop: Shop, tabs: Tabs, ...confirmed: readonly string[]) =>
  guardActions(shop.plan(tabs).actions, {
    desired: catalogOf(tabs),
    snapshot: { products: new Map(), variants: new Map(), matchesBySku: new Map(), levels: new Map() },
    base: shop.base,
    recent: () => new Map(),
    confirmed: new Set(confirmed),
  });

describe('a new variant with the SKU of another', () => {
  test('of the same product is refused, and named', () => {
    const shop = openShop();
    shop.sync(START);
    const said = shop.sync(
      tee(
        ['Yello', 'S', 'T-1', '10.00'],
        ['Yello', 'M', 'T-2', '11.00'],
        ['Red', 'S', 'T-3', '12.00'],
        ['Blue', 'S', 'T-3', '12.00'],
      ),
    );
    expect(said['Products:5']).toBe(
      'error The SKU “T-3” belongs to the variant “Red / S” in Shopify. To change that one, type its option values; a new variant needs another SKU.',
    );
    expect(optionsOf(shop)).toHaveLength(3);
  });

  test('of another product of the store is refused as for a new product', () => {
    const shop = openShop();
    shop.sync({
      Products: [
        ['Handle', 'Title', 'SKU'],
        ['hat', 'Hat', 'H-1'],
      ],
    });
    shop.sync(START);
    const said = shop.sync(
      tee(
        ['Yello', 'S', 'T-1', '10.00'],
        ['Yello', 'M', 'T-2', '11.00'],
        ['Red', 'S', 'T-3', '12.00'],
        ['Blue', 'S', 'H-1', '12.00'],
      ),
    );
    expect(said['Products:5']).toMatch(/^error The SKU “H-1” belongs to the product “hat” in Shopify/);
    expect(optionsOf(shop)).toHaveLength(3);
  });

  test('is created where the other gets another SKU in the same sheet', () => {
    const shop = openShop();
    shop.sync(START);
    const said = shop.sync(
      tee(
        ['Yello', 'S', 'T-1', '10.00'],
        ['Yello', 'M', 'T-2', '11.00'],
        ['Red', 'S', 'T-9', '12.00'],
        ['Blue', 'S', 'T-3', '12.00'],
      ),
    );
    expect(said['Products:5']).toMatch(/^created/);
  });
});

describe('a corrected option value', () => {
  const CORRECTED = tee(
    ['Yellow', 'S', 'T-1', '10.00'],
    ['Yellow', 'M', 'T-2', '13.00'],
    ['Red', 'S', 'T-3', '12.00'],
  );

  test('is held once for all its rows, and asks whether to rename it', () => {
    const shop = openShop();
    shop.sync(START);
    const { actions, held, outcomes } = guarded(shop, CORRECTED);
    expect(actions).toEqual([]);
    expect(held).toMatchObject([
      { change: 'Color Yello → Yellow', reason: 'rename the option value in Shopify?' },
    ]);
    expect(outcomes.map(({ status, message }) => `${status} ${message}`)).toEqual([
      'skipped Color Yello → Yellow is held: rename the option value in Shopify? Confirm it in the sidebar, or change the cell.',
      'skipped The new name of its option value is held: row 2 says why.',
      'skipped Price 11.00 → 13.00 waits until its option value is renamed.',
    ]);
    expect(guarded(shop, CORRECTED, held[0]?.key ?? '').actions).toMatchObject([
      { kind: 'rename-option-value' },
    ]);
  });

  test('is renamed in Shopify when chosen, and then the other cells of its rows are sent', () => {
    const shop = openShop();
    shop.sync(START);
    const ids = shop.product('tee').variants.map(({ id }) => id);
    const sent = shop.mutationsOf(() => shop.sync(CORRECTED));
    expect(sent).toEqual(['productOptionUpdate', 'productVariantsBulkUpdate']);
    expect(optionsOf(shop)).toEqual(['Yellow / S', 'Yellow / M', 'Red / S']);
    expect(shop.product('tee').variants.map(({ id, price }) => [id, price])).toEqual([
      [ids[0], '10.00'],
      [ids[1], '13.00'],
      [ids[2], '12.00'],
    ]);
    expect(shop.mutationsOf(() => shop.sync(CORRECTED))).toEqual([]);
  });

  test('is given back by undoing the run', () => {
    const shop = openShop();
    shop.sync(START);
    shop.sync(CORRECTED);
    const run = 2;
    shop.undo(CORRECTED, run);
    expect(optionsOf(shop)).toEqual(['Yello / S', 'Yello / M', 'Red / S']);
    expect(shop.product('tee').variants).toHaveLength(3);
  });

  test.each([
    [
      'a row still has the old value',
      tee(['Yellow', 'S', 'T-1', '10.00'], ['Yello', 'M', 'T-2', '11.00'], ['Red', 'S', 'T-3', '12.00']),
    ],
    [
      'a variant has the new value already',
      tee(['Red', 'M', 'T-2', '11.00'], ['Yello', 'S', 'T-1', '10.00'], ['Red', 'S', 'T-3', '12.00']),
    ],
    [
      'two new values would follow one',
      tee(['Yellow', 'S', 'T-1', '10.00'], ['Amber', 'M', 'T-2', '11.00'], ['Red', 'S', 'T-3', '12.00']),
    ],
  ])('is no rename where %s, and makes no second variant', (_, tabs) => {
    const shop = openShop();
    shop.sync(START);
    const said = shop.sync(tabs);
    expect(Object.values(said).filter((text) => text.startsWith('error The SKU'))).not.toEqual([]);
    expect(optionsOf(shop)).toEqual(['Yello / S', 'Yello / M', 'Red / S']);
  });
});
