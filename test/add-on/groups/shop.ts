import { csvOf } from '../../support/csv';
import { inAdmin } from '../../support/in-admin';
import type { Workbench } from '../../support/workbench';

type Bench = Pick<Workbench, 'store'>;

/** Collections by title; those with a tag are filled by that rule. */
export function collect(bench: Bench, ...collections: readonly (readonly [title: string, tag?: string])[]) {
  for (const [title, tag] of collections) {
    const ruleSet = tag && {
      appliedDisjunctively: false,
      rules: [{ column: 'TAG', relation: 'EQUALS', condition: tag }],
    };
    inAdmin(
      bench,
      `mutation ($input: CollectionInput!) {
        collectionCreate(input: $input) { collection { id } userErrors { message } } }`,
      { input: { title, ...(ruleSet && { ruleSet }) } },
    );
  }
}

function productOf({ store }: Bench, handle: string) {
  const product = store.state.products.all().find((each) => each.handle === handle);
  if (!product) throw new Error(`There is no product ${handle}.`);
  return product;
}

function collectionOf({ store }: Bench, title: string) {
  const collection = store.state.collections.all().find((each) => each.title === title);
  if (!collection) throw new Error(`There is no collection ${title}.`);
  return collection;
}

/** Titles of the collections that hold a product, in order. */
export function collectionsOf(bench: Bench, handle: string): string[] {
  const { id } = productOf(bench, handle);
  const data = inAdmin<{ product: { collections: { nodes: { title: string }[] } } }>(
    bench,
    'query ($id: ID!) { product(id: $id) { collections(first: 250) { nodes { title } } } }',
    { id },
  );
  return data.product.collections.nodes.map(({ title }) => title).sort();
}

/** Somebody in Shopify admin puts a product into a collection, or takes it out. */
export function move(bench: Bench, handle: string, what: 'Join' | 'Leave', title: string): void {
  const product = {
    id: productOf(bench, handle).id,
    [`collectionsTo${what}`]: [collectionOf(bench, title).id],
  };
  inAdmin(
    bench,
    'mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { userErrors { message } } }',
    { product },
  );
}

export function renameCollection(bench: Bench, title: string, to: string): void {
  inAdmin(
    bench,
    'mutation ($input: CollectionInput!) { collectionUpdate(input: $input) { userErrors { message } } }',
    { input: { id: collectionOf(bench, title).id, title: to } },
  );
}

/** A tab of products whose further columns are these; each row is a handle and its values. */
export function sheetOf(headers: readonly string[], ...rows: readonly (readonly string[])[]): string {
  return csvOf([
    ['Handle', 'Title', 'SKU', 'Price', ...headers],
    ...rows.map(([handle = '', ...values]) => [handle, `Title of ${handle}`, `${handle}-1`, '5', ...values]),
  ]);
}
