import { isoTime } from '../graphql/execution/context';
import type { EmbeddedStore } from '../store-types';
import type { Act } from './act';

/** The mutation an app or the admin would send for an act, on its own behalf: it costs our app no points. */
const requests: Readonly<Record<Exclude<Act['kind'], 'order'>, string>> = {
  price: `mutation($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {
    productVariantsBulkUpdate(productId: $productId, variants: $variants) { userErrors { message } } }`,
  tag: 'mutation($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { userErrors { message } } }',
  rename:
    'mutation($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }',
  delete: 'mutation($input: ProductDeleteInput!) { productDelete(input: $input) { userErrors { message } } }',
  unstock: 'mutation($id: ID!) { inventoryDeactivate(inventoryLevelId: $id) { userErrors { message } } }',
};

function variablesOf(act: Exclude<Act, { kind: 'order' }>): Record<string, unknown> {
  switch (act.kind) {
    case 'price':
      return { productId: act.productId, variants: [{ id: act.variantId, price: act.price }] };
    case 'tag':
      return { id: act.productId, tags: [act.tag] };
    case 'rename':
      return { product: { id: act.productId, title: act.title, handle: act.handle } };
    case 'delete':
      return { input: { id: act.productId } };
    case 'unstock':
      return { id: act.levelId };
  }
}

/** Whoever acts, it is not our app: what that was granted does not matter. */
const accessScopes = ['write_products', 'write_inventory'];

/** False where the store refused, as it would refuse anybody. */
export function perform(store: EmbeddedStore, act: Act): boolean {
  if (act.kind === 'order') return placeOrder(store, act.levelId, act.quantity);
  const answer = store.execute({ query: requests[act.kind], variables: variablesOf(act) }, { accessScopes });
  const [error] = answer.errors ?? [];
  if (error) throw new Error(`Somebody else could not ${act.kind}: ${error.message}`);
  const [payload] = Object.values(answer.data ?? {}) as { readonly userErrors: readonly unknown[] }[];
  return payload?.userErrors.length === 0;
}

/** An order commits what was available; on hand stays until it is shipped (https://help.shopify.com, inventory states). */
function placeOrder({ state, options }: EmbeddedStore, levelId: string, quantity: number): boolean {
  const level = state.inventoryLevels.get(levelId);
  if (!level) return false;
  const now = isoTime(options.now());
  const { available, committed } = level.quantities;
  state.inventoryLevels.put({
    ...level,
    quantities: { ...level.quantities, available: available - quantity, committed: committed + quantity },
    quantitiesUpdatedAt: { ...level.quantitiesUpdatedAt, available: now, committed: now },
    updatedAt: now,
  });
  return true;
}
