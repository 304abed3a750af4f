import type { EmbeddedStore } from '../store/store-types';
import type { Item, Kind } from './workloads';

export interface RowMutation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One mutation for one row, as a client sends it that knows the ids; asks for nothing but errors, which is cheapest. */
export function rowMutations(store: EmbeddedStore, kind: Kind, items: readonly Item[]): RowMutation[] {
  if (kind === 'creates') return items.map(creation);
  const { state } = store;
  const skus = new Map(state.inventoryItems.all().map(({ id, sku }) => [id, sku]));
  const variants = new Map(
    state.variants.all().map((variant) => [skus.get(variant.inventoryItemId), variant]),
  );
  const [location] = state.locations.all();
  return items.map((item, index) => {
    const variant = variants.get(item.sku);
    if (!variant || !location) throw new Error(`The store has no ${item.sku}.`);
    return kind === 'stock'
      ? quantity(variant.inventoryItemId, location.id, item.available, index)
      : price(variant.productId, variant.id, item.price + (kind === 'no-change' ? 0 : 25));
  });
}

const price = (productId: string, id: string, cents: number): RowMutation => ({
  query: `mutation($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {
    productVariantsBulkUpdate(productId: $productId, variants: $variants) { userErrors { message } } }`,
  variables: { productId, variants: [{ id, price: (cents / 100).toFixed(2) }] },
});

function quantity(inventoryItemId: string, locationId: string, from: number, index: number): RowMutation {
  const change = { inventoryItemId, locationId, quantity: from + 1, changeFromQuantity: from };
  return {
    query: `mutation($input: InventorySetQuantitiesInput!, $key: String!) {
      inventorySetQuantities(input: $input) @idempotent(key: $key) { userErrors { message } } }`,
    variables: {
      input: { name: 'available', reason: 'correction', quantities: [change] },
      key: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    },
  };
}

function creation({ title, handle, sku, price: cents }: Item): RowMutation {
  const variant = {
    sku,
    price: (cents / 100).toFixed(2),
    optionValues: [{ optionName: 'Title', name: 'Default Title' }],
  };
  return {
    query: `mutation($input: ProductSetInput!) {
      productSet(input: $input, synchronous: true) { userErrors { message } } }`,
    variables: {
      input: {
        title,
        handle,
        status: 'ACTIVE',
        productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
        variants: [variant],
      },
    },
  };
}
