import type { FrameLocator } from 'playwright-core';
import { fakeAccessToken } from '../../local/store/embedded-store';
import type { Bench } from '../../local/workbench/bench';
import { type OpenWorkbench, openWorkbench } from './open-workbench';

/** Has every tab of the examples synced. */
export async function tickAll(sidebar: FrameLocator): Promise<void> {
  for (const tab of ['Products', 'Prices', 'Inventory'])
    await sidebar.getByRole('checkbox', { name: new RegExp(`^${tab}`) }).check();
}

/** Connected, with every tab ticked and a first preview on show. */
export async function previewed(bench: OpenWorkbench): Promise<void> {
  const { sidebar } = bench;
  await sidebar.getByText('Tabs to sync').waitFor();
  await tickAll(sidebar);
  await sidebar.getByRole('button', { name: 'Preview changes' }).click();
  await sidebar.getByText('Nothing has been sent. Every change is in the tab').waitFor();
}

/** Connected and nothing more. */
export function connectAsAnna({ callFromSidebar, store }: Bench): void {
  callFromSidebar('saveConnection', [
    {
      method: 'permanent-token',
      shop: store.shop,
      connectedBy: 'Anna',
      accessToken: fakeAccessToken,
    },
  ]);
}

/** Opened by somebody who connected and sent everything that the examples hold, without a click: others try the clicks. */
export async function openSynced(): Promise<OpenWorkbench> {
  const bench = await openWorkbench({}, ({ callFromSidebar, runtime, store }) => {
    const sheetIds = runtime.state.workbook.sheets.map(({ id }) => id);
    const connection = { method: 'permanent-token', shop: store.shop, connectedBy: 'Anna' };
    const steps = [
      ['saveConnection', { ...connection, accessToken: fakeAccessToken }],
      ['chooseTabs', { sheetIds }],
      ['previewSync'],
      ['startSync'],
    ] as const;
    for (const [name, ...args] of steps)
      expect(callFromSidebar(name, args)).toMatchObject({ ok: true, value: { ok: true } });
  });
  // The page chooses a tab while it opens; what a test chooses comes after it.
  await bench.sidebar.getByText('Tabs to sync').waitFor();
  return bench;
}

/** As somebody does in Shopify admin. */
export function somebodySetsPrice({ bench }: OpenWorkbench, sku: string, price: string): void {
  const products = bench.store.dump().products;
  const product = products.find(({ variants }) => variants.some((variant) => variant.sku === sku))!;
  const { id } = product.variants.find((variant) => variant.sku === sku)!;
  const { data } = bench.store.execute({
    query: `mutation($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {
      productVariantsBulkUpdate(productId: $productId, variants: $variants) { userErrors { message } } }`,
    variables: { productId: product.id, variants: [{ id, price }] },
  });
  expect(data).toEqual({ productVariantsBulkUpdate: { userErrors: [] } });
}

export const priceOf = ({ bench }: OpenWorkbench, sku: string) =>
  bench.store
    .dump()
    .products.flatMap(({ variants }) => variants)
    .find((variant) => variant.sku === sku)?.price;

/** Types into a cell of the tab Prices, and waits until the spreadsheet has it: the page sends it on by itself. */
export async function typePrice({ page, bench }: OpenWorkbench, cell: string, price: string): Promise<void> {
  await page.getByRole('button', { name: 'Prices', exact: true }).click();
  await page.getByRole('textbox', { name: cell, exact: true }).fill(price);
  await page.keyboard.press('Enter');
  const [column, row] = [cell.charCodeAt(0) - 'A'.charCodeAt(0), Number(cell.slice(1))];
  const tab = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Prices');
  const stands = () => String(tab?.rows[row - 1]?.[column]);
  while (stands() !== price && Number(stands()) !== Number(price)) await page.waitForTimeout(20);
}

/** The page is loaded anew, and with it the sidebar. */
export async function reload({ page, sidebar }: OpenWorkbench): Promise<void> {
  await page.reload();
  await sidebar.getByText('Tabs to sync').waitFor();
}

/** Opens the history, and asks what undoing the last run would give back. */
export async function previewUndo({ sidebar }: OpenWorkbench): Promise<void> {
  await sidebar.getByText('History', { exact: true }).click();
  await sidebar
    .getByRole('button', { name: /^Undo this run/ })
    .first()
    .click();
}
