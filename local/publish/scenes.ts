import type { FrameLocator, Page } from 'playwright-core';
import { fakeAccessToken } from '../store/embedded-store';
import type { Bench } from '../workbench/bench';
import type { SCREENSHOTS } from './needed-pictures';

/** Set of a scene: a spreadsheet with the add-on, synced once. */
export interface Stage {
  readonly bench: Bench;
  readonly page: Page;
  readonly sidebar: FrameLocator;
}

const HOUR_MS = 3_600_000;

type Scene = (stage: Stage) => Promise<void>;

/** Content of each picture. */
export const SCENES: Readonly<Record<(typeof SCREENSHOTS)[number]['file'], Scene>> = {
  'screenshot-1-preview.png': async (stage) => {
    await typePrices(stage, { B2: '16.50', B4: '15.90', B6: '21.00', B14: '26.00' });
    await typeInto(stage, 'Inventory', { C2: '50', C4: '12' });
    await press(stage, 'Preview changes');
    await stage.sidebar.getByRole('button', { name: 'Send changes' }).waitFor();
    await openTab(stage, 'Sync preview');
    await stage.page.locator('.grid').evaluate((grid) => grid.scrollTo(0, 340));
  },
  'screenshot-2-answers.png': async (stage) => {
    await typePrices(stage, { B2: '16.50', B4: '15.90', B6: 'n/a' });
    await press(stage, 'Sync now');
    await stage.sidebar.getByText('Updated', { exact: true }).waitFor();
    await openTab(stage, 'Prices');
  },
  'screenshot-3-changed-in-both.png': async (stage) => {
    await typePrices(stage, { B2: '17.00' });
    setPriceInShopify(stage, 'MUG-CRM', '18.00');
    await press(stage, 'Sync now');
    await stage.sidebar.getByRole('button', { name: /^Sheet: 17/ }).waitFor();
  },
  'screenshot-4-held.png': async (stage) => {
    await typePrices(stage, { B2: '1.60', B3: '1.50' });
    await press(stage, 'Sync now');
    await stage.sidebar.getByText('Are these 2 changes meant?').waitFor();
  },
  'screenshot-5-history.png': async (stage) => {
    for (const [at, price] of ['16.50', '17.00', '16.80'].entries()) {
      stage.bench.wait(HOUR_MS);
      await typePrices(stage, { B2: price, [`B${at + 5}`]: '20.00' });
      await press(stage, 'Sync now');
      await stage.sidebar.getByRole('heading', { name: `Synced Nov 23, ${10 + at}:` }).waitFor();
    }
    await stage.sidebar.getByText('History', { exact: true }).click();
    await stage.sidebar
      .getByRole('button', { name: /^Undo this run/ })
      .first()
      .waitFor();
    await openTab(stage, 'Sync history');
  },
  'screenshot-6-schedule.png': async (stage) => {
    await press(stage, 'Sync on a schedule…');
    await press(stage, 'Save schedule');
    await stage.sidebar.getByText('Next: within 2 hours.').waitFor();
    await typeInto(stage, 'Inventory', { C2: '50', C4: '12', C10: '48' });
    stage.bench.wait(2 * HOUR_MS);
    await press(stage, 'Reload the list');
    await stage.sidebar.getByText(/^Last: .*, 3 rows updated\.$/).waitFor();
  },
};

export async function connectAndSyncOnce({ sidebar, bench }: Stage): Promise<void> {
  await sidebar.getByLabel('A token that begins with shpat_').check();
  await sidebar.getByLabel('Access token').fill(fakeAccessToken);
  await sidebar.getByLabel('Shop address').fill(bench.store.shop);
  await sidebar.getByLabel('Your name').fill('Anna');
  await sidebar.getByRole('button', { name: 'Connect' }).click();
  await sidebar.getByText('Tabs to sync').waitFor();
  for (const tab of ['Products', 'Prices', 'Inventory'])
    await sidebar.getByRole('checkbox', { name: new RegExp(`^${tab}`) }).check();
  await sidebar.getByRole('button', { name: 'Preview changes' }).click();
  await sidebar.getByText('Nothing has been sent. Every change is in the tab').waitFor();
  await sidebar.getByRole('button', { name: 'Send changes' }).click();
  await sidebar.getByRole('heading', { name: /^Synced/ }).waitFor();
  await sidebar.getByRole('button', { name: 'Leave my cells alone' }).click();
  await sidebar.getByText('Keep stock cells up to date?').waitFor({ state: 'detached' });
}

type Typed = Readonly<Record<string, string>>;

const typePrices = (stage: Stage, prices: Typed) => typeInto(stage, 'Prices', prices);

/** Straight into the spreadsheet: what is typed on the page arrives some time later, and Google's clock may be sooner. */
async function typeInto(stage: Stage, tab: string, cells: Typed): Promise<void> {
  const sheet = stage.bench.runtime.state.workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`The examples have no tab ${tab}.`);
  for (const [cell, text] of Object.entries(cells))
    stage.bench.type(sheet.id, Number(cell.slice(1)), cell.charCodeAt(0) - 64, text);
  await openTab(stage, tab);
}

const openTab = ({ page }: Stage, name: string) => page.getByRole('button', { name, exact: true }).click();

const press = ({ sidebar }: Stage, name: string) => sidebar.getByRole('button', { name }).click();

function setPriceInShopify({ bench }: Stage, sku: string, price: string): void {
  const products = bench.store.dump().products;
  const product = products.find(({ variants }) => variants.some((variant) => variant.sku === sku));
  const variant = product?.variants.find((candidate) => candidate.sku === sku);
  if (!product || !variant) throw new Error(`The examples have no ${sku}.`);
  bench.store.execute({
    query: `mutation($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {
      productVariantsBulkUpdate(productId: $productId, variants: $variants) { userErrors { message } } }`,
    variables: { productId: product.id, variants: [{ id: variant.id, price }] },
  });
}
