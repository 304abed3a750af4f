import type { Workbench } from '../../support/workbench';

/** What other people and apps do in Shopify. */
function execute(bench: Workbench, query: string, variables: Record<string, unknown>): void {
  const { body } = { body: bench.store.execute({ query, variables }) };
  const { data, errors } = body as { data?: Record<string, { userErrors: unknown[] }>; errors?: unknown };
  const refused = Object.values(data ?? {}).flatMap((one) => one?.userErrors ?? []);
  if (errors || refused.length > 0) throw new Error(JSON.stringify({ errors, refused }));
}

function productOf(bench: Workbench, handle: string) {
  const product = bench.store.dump().products.find((one) => one.handle === handle);
  if (!product) throw new Error(`There is no product ${handle}.`);
  return product;
}

export function moveProduct(bench: Workbench, handle: string, change: Record<string, unknown>): void {
  bench.clock.advance(1_000);
  execute(
    bench,
    `mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }`,
    { product: { id: productOf(bench, handle).id, ...change } },
  );
}

export function moveVariant(
  bench: Workbench,
  handle: string,
  index: number,
  change: Record<string, unknown>,
): void {
  bench.clock.advance(1_000);
  const product = productOf(bench, handle);
  execute(
    bench,
    `mutation ($id: ID!, $variants: [ProductVariantsBulkInput!]!) {
      productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { message } } }`,
    { id: product.id, variants: [{ id: product.variants[index]?.id, ...change }] },
  );
}

export function addProduct(bench: Workbench, input: Record<string, unknown>): void {
  bench.clock.advance(1_000);
  execute(
    bench,
    `mutation ($input: ProductSetInput!) { productSet(input: $input, synchronous: true) { userErrors { message } } }`,
    { input },
  );
}

export function deleteProduct(bench: Workbench, handle: string): void {
  bench.clock.advance(1_000);
  execute(
    bench,
    `mutation ($input: ProductDeleteInput!) { productDelete(input: $input) { userErrors { message } } }`,
    { input: { id: productOf(bench, handle).id } },
  );
}
