import { SENDING_ORDER } from '../../../../src/plan/action-kinds';
import { batchPlan, sendingOrder } from '../../../../src/plan/batches/plan-batches';
import type { SyncAction, VariantChange } from '../../../../src/plan/model/action';
import { actionsOf, type Batch } from '../../../../src/plan/model/batch';
import type { UpdateAltText } from '../../../../src/plan/model/image-actions';
import type { SetStock } from '../../../../src/plan/model/stock-action';
import { STORE_LIMITS } from '../../../../src/shopify/client/limits';

const ref = (row: number) => ({ sheetId: 1, tab: 'Products', row });
const productId = 'gid://shopify/Product/1';
const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

const level = (row: number) =>
  ({
    ref: ref(row),
    column: 'Available',
    variantId: `gid://shopify/ProductVariant/${row}`,
    inventoryItemId: `gid://shopify/InventoryItem/${row}`,
    locationId: 'gid://shopify/Location/1',
    name: 'available',
    locationName: 'Main',
    to: 2,
    sheet: 2,
  }) as const;
const stock = (row: number): SetStock => ({ ...level(row), kind: 'set-stock', from: 1 });
const firstStock = (row: number): SetStock => ({ ...level(row), kind: 'activate-stock', from: null });
const altText = (row: number): UpdateAltText => ({
  kind: 'update-alt-text',
  column: 'Image alt text',
  ref: ref(row),
  productId,
  mediaId: `gid://shopify/MediaImage/${row}`,
  url: `https://a.b/${row}.jpg`,
  from: '',
  alt: 'Alt',
  sheet: 'Alt',
});
const variant = (row: number): VariantChange => ({
  id: `gid://shopify/ProductVariant/${row}`,
  ref: ref(row),
  changes: [],
});
const creation = (row: number): SyncAction => ({
  kind: 'create-product',
  ref: ref(row),
  rows: [ref(row)],
  handle: `product-${row}`,
  publishing: { kind: 'not-asked' },
  changes: [],
  blanks: [],
  optionNames: [],
  variants: [],
  images: [],
});

let keys = 0;
const newKey = () => {
  keys += 1;
  return `key-${keys}`;
};
const batches = (...actions: SyncAction[]) => batchPlan(actions, { newKey, limits: STORE_LIMITS });

describe('a plan in batches', () => {
  test('puts up to 250 stock levels into one, each batch with a key of its own', () => {
    const planned = batches(...times(501, (row) => stock(row)));
    expect(planned.map((batch) => actionsOf(batch).length)).toEqual([250, 250, 1]);
    expect(new Set(planned.map((batch) => 'key' in batch && batch.key)).size).toBe(3);
  });

  test('puts up to 2,048 variants of a product into one', () => {
    const planned = batches({ kind: 'update-variants', productId, variants: times(2049, variant) });
    expect(planned.map(({ kind }) => kind)).toEqual(times(2, () => 'update-variants'));
    const sizes = planned.map((batch) =>
      batch.kind === 'update-variants' ? batch.action.variants.length : 0,
    );
    expect(sizes).toEqual([2048, 1]);
  });

  test('puts up to 250 alt texts of one product into one', () => {
    const planned = batches(...times(251, altText), { ...altText(9), productId: 'gid://shopify/Product/2' });
    expect(planned.map((batch) => actionsOf(batch).length)).toEqual([250, 1, 1]);
  });

  test('sends products before their variants and stock last, whatever the order of the rows', () => {
    const planned = batches(
      stock(1),
      firstStock(2),
      altText(3),
      { kind: 'update-variants', productId, variants: [variant(4)] },
      creation(5),
    );
    const order = planned.map(({ kind }) => SENDING_ORDER.indexOf(kind));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(planned[0]?.kind).toBe('create-product');
    expect(planned.at(-1)?.kind).toBe('set-stock');
  });

  test('keeps the order of the rows within an operation', () => {
    const handles = batches(creation(3), creation(1), creation(2)).map((batch) =>
      batch.kind === 'create-product' ? batch.action.handle : '',
    );
    expect(handles).toEqual(['product-3', 'product-1', 'product-2']);
  });

  test('loses no action and sends none twice', () => {
    const actions = [...times(300, (row) => stock(row)), ...times(300, altText), ...times(5, creation)];
    expect(batches(...actions).flatMap(actionsOf)).toHaveLength(605);
    expect(batches()).toEqual([]);
  });
});

describe('SKUs that slipped by a row', () => {
  const ROWS = 20_000;
  const slipped = (index: number): Batch => {
    const ref = { sheetId: 1, tab: 'Products', row: index + 2 };
    const [from, to] = [`SKU-${index}`, `SKU-${index + 1}`];
    const change = { ...({ key: 'sku', column: 'SKU' } as const), from, to, sheet: to, ref };
    const variants = [{ id: `gid://shopify/ProductVariant/${index}` as const, ref, changes: [change] }];
    const action = {
      kind: 'update-variants',
      productId: `gid://shopify/Product/${index}`,
      variants,
    } as const;
    return { kind: 'update-variants', action };
  };

  test('are sent from the end of the longest tab: each is free before another item gets it', () => {
    const batches = Array.from({ length: ROWS }, (_, index) => slipped(index));
    const place = sendingOrder(batches);
    expect([...batches].sort((a, b) => place(a) - place(b))).toEqual([...batches].reverse());
  });

  test('in a circle have one that is the first, and all have a place', () => {
    const circle = Array.from({ length: 5 }, (_, index) => slipped(index));
    const last = slipped(5);
    if (last.kind === 'update-variants') {
      const [variant] = last.action.variants;
      const changes = variant?.changes.map((change: object) => ({ ...change, to: 'SKU-0' })) ?? [];
      circle.push({ ...last, action: { ...last.action, variants: [{ ...variant, changes } as never] } });
    }
    const place = sendingOrder(circle);
    expect(circle.map(place).every(Number.isFinite)).toBe(true);
  });
});
