import type { Overview, RunSummary, RunView } from '../../src/answers/answers';
import type { Listed } from '../../src/answers/waiting';
import { csvOf } from './csv';
import { answered } from './running';
import { openWorkbench, type Workbench } from './workbench';

const HEADER = ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity', 'Vendor'];
export const COLUMNS = { title: 1, price: 3, quantity: 5, vendor: 6 } as const;
export const HANDLES = ['mug', 'cup', 'jug', 'pot'] as const;
export type Handle = (typeof HANDLES)[number];

const FILE = csvOf([
  HEADER,
  ...HANDLES.map((handle, index) => [handle, `A ${handle}`, `S-${index}`, '20.00', 'shopify', '41', 'Acme']),
]);

const first = openWorkbench();
first.sync({ Products: FILE });
const SYNCED = first.save();

export const begin = (): Workbench => openWorkbench({ saved: SYNCED });

export function grid({ runtime }: Workbench) {
  return runtime.state.workbook.sheets.find(({ name }) => name === 'Products')!.rows;
}

const rowOf = (handle: Handle) => HANDLES.indexOf(handle) + 1;

export function type(
  bench: Workbench,
  handle: Handle,
  values: Partial<Record<keyof typeof COLUMNS, string | number>>,
) {
  for (const [column, value] of Object.entries(values))
    grid(bench)[rowOf(handle)]![COLUMNS[column as keyof typeof COLUMNS]] = value;
}

export const cell = (bench: Workbench, handle: Handle, column: keyof typeof COLUMNS) =>
  String(grid(bench)[rowOf(handle)]?.[COLUMNS[column]]);

/** Status and message, as they stand beside a row. */
export const said = (bench: Workbench, handle: Handle) =>
  grid(bench)
    [rowOf(handle)]?.slice(HEADER.length, HEADER.length + 2)
    .join(': ');

export function inStore(bench: Workbench, handle: Handle) {
  const product = bench.store.dump().products.find((one) => one.handle === handle);
  const [variant] = product?.variants ?? [];
  const [level] = Object.values(variant?.inventory ?? {});
  return {
    price: variant?.price,
    quantity: level?.available,
    vendor: product?.vendor,
    title: product?.title,
  };
}

/** Somebody else in Shopify. */
export function inShopify(
  bench: Workbench,
  handle: Handle,
  { price, vendor }: { price?: string; vendor?: string },
) {
  const product = bench.store.dump().products.find((one) => one.handle === handle);
  const variant = product?.variants[0]?.id;
  const { errors } = bench.store.execute({
    query: `mutation ($product: ID!, $variants: [ProductVariantsBulkInput!]!, $input: ProductUpdateInput!) {
      productVariantsBulkUpdate(productId: $product, variants: $variants) { userErrors { message } }
      productUpdate(product: $input) { userErrors { message } } }`,
    variables: {
      product: product?.id,
      variants: [{ id: variant, ...(price && { price }) }],
      input: { id: product?.id, ...(vendor && { vendor }) },
    },
  });
  expect(errors).toBeUndefined();
}

export function sell(bench: Workbench, handle: Handle, from: number, to: number) {
  const { data } = bench.store.execute({
    query: `query ($handle: String!) { productByIdentifier(identifier: { handle: $handle }) {
      variants(first: 1) { nodes { inventoryItem { id } } } } locations(first: 1) { nodes { id } } }`,
    variables: { handle },
  }) as never as {
    data: {
      productByIdentifier: { variants: { nodes: { inventoryItem: { id: string } }[] } };
      locations: { nodes: { id: string }[] };
    };
  };
  const inventoryItemId = data.productByIdentifier.variants.nodes[0]?.inventoryItem.id;
  const { errors } = bench.store.execute({
    query: `mutation ($quantities: [InventoryQuantityInput!]!) { inventorySetQuantities(input: {
      name: "available", reason: "correction", quantities: $quantities
    }) @idempotent(key: "sale") { userErrors { message } } }`,
    variables: {
      quantities: [
        { inventoryItemId, locationId: data.locations.nodes[0]?.id, quantity: to, changeFromQuantity: from },
      ],
    },
  });
  expect(errors).toBeUndefined();
}

export function call(bench: Workbench, name: string, request?: object): RunSummary {
  return answered(bench.call<RunSummary>(name, ...(request ? [request] : [])));
}

export const keysOf = ({ shown }: Listed<{ readonly key: string }>) => shown.map(({ key }) => key);

export function history(bench: Workbench): readonly RunView[] {
  const answer = bench.call<readonly RunView[]>('listRuns');
  return answer.ok ? answer.value : [];
}

/** With what looks like a slip of it. */
export function undo(bench: Workbench, run: number | null): void {
  const { held } = call(bench, 'undoRun', { run, preview: true });
  call(bench, 'undoRun', { run, ...(held.count > 0 && { held: keysOf(held) }) });
}

export const mutationsSent = ({ wire }: Workbench) =>
  wire.filter((text) => text.startsWith('{"query":"mutation')).length;

export const lastRunOf = (bench: Workbench) => {
  const answer = bench.call<Overview>('getOverview');
  return answer.ok ? answer.value.lastRun : null;
};
