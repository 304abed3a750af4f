import type { FieldChange, UpdateProduct } from '../../../src/plan/model/action';
import { productUpdate } from '../../../src/shopify/operations/product-update';

const ref = { sheetId: 1, tab: 'Products', row: 2 };
const change = (key: 'handle' | 'title', to: string): FieldChange => ({
  key,
  from: 'old',
  to,
  sheet: to,
  ref,
  column: key,
});
const inputFor = (...changes: FieldChange[]) => {
  const action: UpdateProduct = {
    kind: 'update-product',
    ref,
    productId: 'gid://shopify/Product/1',
    changes,
    images: [],
  };
  return productUpdate.request({ kind: 'update-product', action }).variables.product;
};

test('a product that gets another handle is still found at its old address', () => {
  expect(inputFor(change('handle', 'new'))).toMatchObject({ handle: 'new', redirectNewHandle: true });
});

test('nothing is redirected where the handle stays', () => {
  expect(inputFor(change('title', 'New'))).not.toHaveProperty('redirectNewHandle');
});
