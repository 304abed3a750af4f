import { testInFull } from '../support/sampled';
import { connectWithToken, openWorkbench, takePicture } from './open-workbench';
import { describeProducts } from './own-fields';
import { slowDown } from './slow-down';
import { openSynced } from './synced';

/** Columns that would leave no room in a picture. */
const NOT_SHOWN = [/^Basics/, /^Prices$/, /^Stock/, /^Cost/, /^SEO$/, /^Images$/, /^Publishing$/];

describe('getting the catalog', () => {
  test('is chosen, counted, and fills a new tab that a preview finds up to date', async () => {
    const bench = await openSynced();
    const { sidebar, page, keep } = bench;
    await sidebar.getByText('Get from Shopify…').click();
    await sidebar.getByLabel('What', { exact: true }).selectOption('With a status');
    await sidebar.getByLabel('With a status').fill('active');
    await sidebar.getByLabel('In which form').selectOption('Prices only');
    await keep('50-get-catalog');
    await sidebar.getByRole('button', { name: 'Count first' }).click();
    await sidebar.getByText(/products?, .* × 4 columns, about/).waitFor();
    const slow = await slowDown(page, 'startPull');
    slow.progress = { sent: 3, total: 14 };
    await sidebar.getByRole('button', { name: 'Get it' }).click();
    await sidebar.getByText('3 of 14 products').waitFor();
    await keep('57-getting-catalog');
    slow.go();
    await sidebar.getByText(/is ticked. A preview finds nothing to send/).waitFor();
    await keep('51-got-catalog');
    const names = bench.bench.runtime.state.workbook.sheets.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('Prices')).length).toBeGreaterThan(0);
  });

  testInFull('begins with a store that has a catalog and no sheet', async () => {
    const bench = await openWorkbench();
    const { sidebar, page, keep } = bench;
    await page.getByText('Try it with…').click();
    await page.getByRole('button', { name: 'A store with a catalog, and no sheet' }).click();
    await page.getByRole('button', { name: 'Sheet1', exact: true }).waitFor();
    // It may be open or not: the page loads itself anew.
    await page.locator('header details').evaluate((details) => details.removeAttribute('open'));
    await connectWithToken(bench);
    await sidebar.getByText('Get from Shopify…').click();
    await sidebar.getByLabel('Where', { exact: true }).selectOption('The tab in front of you');
    await sidebar.getByRole('button', { name: 'Count first' }).click();
    await sidebar.getByText(/8 products, 12 rows .* Into “Sheet1”, which is empty/).waitFor();
    await keep('58-count-catalog');
    await sidebar.getByRole('button', { name: 'Get it' }).click();
    await sidebar.getByText('“Sheet1” has 12 rows of 8 products').waitFor();
    await keep('59-got-into-this-tab');
    await page.setViewportSize({ width: 1280, height: 760 });
    await page.locator('header details').evaluate((details) => details.removeAttribute('open'));
    await sidebar.getByRole('button', { name: 'Preview changes' }).scrollIntoViewIfNeeded();
    await takePicture(page, 'get-from-shopify');
    await sidebar.getByRole('button', { name: 'Preview changes' }).click();
    await sidebar.getByText('Nothing has been sent. Every change is in the tab').waitFor();
  });

  testInFull('brings the store’s own fields as columns, each as a person would type it', async () => {
    const bench = await openWorkbench();
    const { sidebar, page } = bench;
    await page.getByText('Try it with…').click();
    await page.getByRole('button', { name: 'A store with a catalog, and no sheet' }).click();
    await page.getByRole('button', { name: 'Sheet1', exact: true }).waitFor();
    describeProducts(bench.bench);
    await connectWithToken(bench);
    await sidebar.getByText('Get from Shopify…').click();
    const columns = sidebar.locator('fieldset').filter({ hasText: 'Cost and customs' });
    for (const pack of NOT_SHOWN) await columns.getByLabel(pack).uncheck();
    await columns.getByLabel('Metafields', { exact: true }).check();
    await sidebar.getByLabel('Where', { exact: true }).selectOption('The tab in front of you');
    await sidebar.getByRole('button', { name: 'Count first' }).click();
    await sidebar.getByRole('button', { name: 'Get it' }).click();
    await sidebar.getByText('“Sheet1” has 12 rows of 8 products').waitFor();
    const [header, first] = bench.bench.runtime.state.workbook.sheets.find(
      ({ name }) => name === 'Sheet1',
    )!.rows;
    const at = (name: string) => first?.[header?.findIndex((cell) => String(cell).includes(name)) ?? -1];
    expect(['material', 'width', 'rating', 'care'].map(at)).toEqual([
      'Stoneware',
      '9.5 cm',
      4.5,
      'Care guide | https://example.com/care',
    ]);
    await page.setViewportSize({ width: 1640, height: 620 });
    await columns.getByLabel('Metafields', { exact: true }).scrollIntoViewIfNeeded();
    await page.mouse.move(500, 300);
    await page.mouse.wheel(2000, 0);
    await takePicture(page, 'metafields');
  });

  testInFull('by a filter that finds nothing says so, and makes no tab', async () => {
    const bench = await openWorkbench();
    const { sidebar } = bench;
    await connectWithToken(bench);
    const before = bench.bench.runtime.state.workbook.sheets.length;
    await sidebar.getByText('Get from Shopify…').click();
    await sidebar.getByLabel('What', { exact: true }).selectOption('Of a vendor');
    await sidebar.getByLabel('Of a vendor').fill('Nobody');
    await sidebar.getByRole('button', { name: 'Count first' }).click();
    await sidebar.getByText(/finds no product/).waitFor();
    expect(bench.bench.runtime.state.workbook.sheets).toHaveLength(before);
  });
});
