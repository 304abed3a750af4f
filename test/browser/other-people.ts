import { takePicture } from './open-workbench';
import { openSynced } from './synced';

describe('the workbench', () => {
  test('lets a newcomer be a customer, another person in Shopify, and the clock', async () => {
    const bench = await openSynced();
    const { sidebar, page } = bench;
    await page.getByRole('button', { name: /^Shopify store/ }).click();
    const row = page.getByRole('row').filter({ hasText: 'MUG-CRM' });
    const stock = Number((await row.locator('td').last().textContent())?.match(/-?\d+$/)?.[0]);
    await row.getByRole('button', { name: 'Sell one MUG-CRM' }).click();
    await page.getByRole('status').getByText('A customer ordered one MUG-CRM.').waitFor();
    await row
      .locator('td')
      .last()
      .getByText(String(stock - 1))
      .waitFor();
    await page.getByLabel('Price of MUG-CRM').fill('18.00');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Somebody set the price of MUG-CRM to 18.00').waitFor();
    await takePicture(page, '68-other-people');

    await page.getByRole('button', { name: 'Let an hour pass' }).click();
    await page.getByRole('status').getByText('Time passed, and nothing was due.').waitFor();
    await sidebar.getByRole('button', { name: 'Sync on a schedule…' }).click();
    await sidebar.getByRole('button', { name: 'Save schedule' }).click();
    await sidebar.getByText('Next: within 2 hours.').waitFor();
    await page.getByRole('button', { name: 'Let an hour pass' }).click();
    await page.getByRole('status').getByText('Google’s clock comes in').waitFor();
    await page.getByRole('button', { name: 'Let an hour pass' }).click();
    await page.getByRole('status').getByText('Google’s clock ran the add-on once.').waitFor();
    await sidebar.getByRole('button', { name: 'Reload the list' }).click();
    await sidebar.getByText(/^Last: /).waitFor();
  });
});
