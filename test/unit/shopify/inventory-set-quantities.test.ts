import type { SetQuantity } from '../../../src/plan/model/stock-action';
import { inventorySetQuantities } from '../../../src/shopify/operations/inventory-set-quantities';

let keys = 0;
const { answer } = inventorySetQuantities(() => {
  keys += 1;
  return `fresh-${keys}`;
});

const level = (row: number, more: Partial<SetQuantity> = {}): SetQuantity => ({
  kind: 'set-stock',
  ref: { sheetId: 1, tab: 'Stock', row },
  column: 'Available',
  name: 'available',
  variantId: `gid://shopify/ProductVariant/${row}`,
  inventoryItemId: `gid://shopify/InventoryItem/${row}`,
  locationId: 'gid://shopify/Location/1',
  locationName: 'Main',
  from: 5,
  to: 8,
  sheet: 8,
  ...more,
});

function answerTo(actions: readonly SetQuantity[], code: string, index?: number) {
  const field = index === undefined ? null : ['input', 'quantities', String(index), 'changeFromQuantity'];
  const errors = [{ code, field, message: 'No.' }];
  return answer({ kind: 'set-stock', actions, key: 'first' }, errors, undefined);
}

test('a sum whose level moved is neither refused nor sent again as it is, but planned anew', () => {
  const sum = level(2, { adds: 'adjustment' });
  expect(answerTo([sum, level(3)], 'CHANGE_FROM_QUANTITY_STALE', 0)).toMatchObject({
    moved: [sum],
    refused: [],
    retry: [{ actions: [level(3)] }],
  });
});

test('a quantity whose level moved is a conflict of its row', () => {
  expect(answerTo([level(2), level(3)], 'CHANGE_FROM_QUANTITY_STALE', 1)).toMatchObject({
    moved: [],
    refused: [{ ref: { row: 3 }, status: 'conflict' }],
    retry: [{ actions: [level(2)] }],
  });
});

test('nothing is known while Shopify still works on the first request with the key', () => {
  expect(answerTo([level(2)], 'IDEMPOTENCY_CONCURRENT_REQUEST')).toMatchObject({ kind: 'unknown' });
});

test('a request whose lost answer was a refusal goes again whole, under a key of its own', () => {
  const answered = answerTo([level(2), level(3)], 'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED');
  expect(answered).toMatchObject({ refused: [], retry: [{ actions: [level(2), level(3)] }] });
  expect(answered.kind === 'answered' && answered.retry).toMatchObject([{ key: `fresh-${keys}` }]);
});

test('a refusal that names no level is halved until its culprit stands alone', () => {
  const [a, b, c] = [level(2), level(3), level(4)];
  expect(answerTo([a, b, c], 'INVALID_LOCATION')).toMatchObject({
    refused: [],
    retry: [{ actions: [a] }, { actions: [b, c] }],
  });
  expect(answerTo([a], 'INVALID_LOCATION')).toMatchObject({ refused: [{ status: 'error' }], retry: [] });
});
