import { connectWithToken, openWorkbench } from './open-workbench';
import { slowDown } from './slow-down';
import { syncedOnce } from './synced';

describe('getting the catalog', () => {
  test('is chosen, counted, and fills a new tab that a preview finds up to date', async () => {
    const bench = await openWorkbench();
    const { sidebar, page, keep } = bench;
    await syncedOnce(bench);
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

  test('by a filter that finds nothing says so, and makes no tab', async () => {
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
