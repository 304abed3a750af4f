import type { BaseVariant } from '../../../../src/plan/model/base';
import type { Batch } from '../../../../src/plan/model/batch';
import { buildBase } from '../../../../src/plan/model/build-base';
import type { SetQuantity } from '../../../../src/plan/model/stock-action';
import { stockOf, unansweredStock, withoutUnanswered } from '../../../../src/plan/stock/unanswered-stock';

const level = (item: number, more: Partial<SetQuantity> = {}): SetQuantity => ({
  kind: 'set-stock',
  ref: { sheetId: 1, tab: 'Stock', row: item + 1 },
  column: 'Available',
  name: 'available',
  variantId: `gid://shopify/ProductVariant/${item}`,
  inventoryItemId: `gid://shopify/InventoryItem/${item}`,
  locationId: 'gid://shopify/Location/1',
  locationName: 'Main',
  from: 5,
  to: 8,
  sheet: 8,
  ...more,
});
const variant = (item: number, more: Partial<BaseVariant> = {}): BaseVariant => ({
  kind: 'variant',
  id: `gid://shopify/ProductVariant/${item}`,
  productId: 'gid://shopify/Product/1',
  inventoryItemId: `gid://shopify/InventoryItem/${item}`,
  sku: '',
  optionValues: [],
  fields: {},
  stock: {},
  image: '',
  ...more,
});
const sent = (...actions: SetQuantity[]): Batch => ({ kind: 'set-stock', actions, key: 'k' });
const LEVEL = 'gid://shopify/Location/1';

test('a level of which a change is still unanswered is left out of the plan, under any name, and says so', () => {
  const batches = [{ batch: sent(level(1)) }];
  const planned = [level(1, { name: 'on_hand', column: 'On hand' }), level(2)];
  expect(withoutUnanswered(planned, batches)).toMatchObject({
    actions: [level(2)],
    outcomes: [
      {
        ref: { row: 2 },
        status: 'skipped',
        message:
          'On hand · Main: Shopify has not answered yet what became of the last change. Sync again in a few minutes.',
      },
    ],
  });
  expect(withoutUnanswered(planned, []).actions).toEqual(planned);
});

test('what Shopify never answered is noted by its level, an adjustment with its number', () => {
  const base = buildBase([variant(1), variant(2)]);
  const batch = sent(level(1), level(2, { adds: 'adjustment' }), level(3));
  expect(
    unansweredStock(stockOf(batch), base).map(({ id, stockNotes }: BaseVariant) => [id, stockNotes]),
  ).toEqual([
    ['gid://shopify/ProductVariant/1', { [LEVEL]: { kind: 'unknown', delta: null, wanted: 8 } }],
    ['gid://shopify/ProductVariant/2', { [LEVEL]: { kind: 'unknown', delta: 3, wanted: 8 } }],
  ]);
});

test('an adjustment whose answer was noted before the execution was killed is known to be applied', () => {
  const stockNotes = { [LEVEL]: { kind: 'applied', delta: 3 } } as const;
  const base = buildBase([variant(1, { stockNotes })]);
  expect(unansweredStock(stockOf(sent(level(1, { adds: 'adjustment' }))), base)).toEqual([]);
});
