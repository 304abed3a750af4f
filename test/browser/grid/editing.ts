import { openWorkbench, takePicture } from '../open-workbench';
import { openSynced } from '../synced';
import { cell, pasteAt, shows } from './pasting';

describe('a person at the spreadsheet of the workbench', () => {
  test('adds a tab, pastes a block, computes with a formula, and takes it back with Ctrl+Z', async () => {
    const { page, bench } = await openWorkbench();
    await page.getByRole('button', { name: 'Add a tab' }).click();
    await page.getByRole('button', { name: 'Sheet4', exact: true, pressed: true }).waitFor();
    await pasteAt(page, 'A1', 'SKU\tPrice\r\nMUG-CRM\t16\r\n"of ""two""\nlines"\t\r\n');
    await page.locator('input[aria-label="B2"][data-edited="false"]').waitFor();
    await shows(page, 'B2', '16');
    await page.locator('input[aria-label="A3"][data-edited="false"][title*="two"]').waitFor();
    const sheet = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Sheet4')!;
    expect(sheet.rows).toEqual([['SKU', 'Price'], ['MUG-CRM', 16], ['of "two"\nlines']]);

    await cell(page, 'B3').fill('=ROUND(B2*1.1,1)');
    await page.keyboard.press('Enter');
    await page.locator('input[aria-label="B3"][title="17.6"]').waitFor();
    await cell(page, 'B2').fill('20');
    await page.keyboard.press('Enter');
    await page.locator('input[aria-label="B3"][title="22"]').waitFor();
    // Whoever comes to the cell sees the formula.
    await cell(page, 'B3').focus();
    await shows(page, 'B3', '=ROUND(B2*1.1,1)');
    await takePicture(page, '90-formula');
    await cell(page, 'A1').focus();
    await page.keyboard.press('Control+z');
    await page.locator('input[aria-label="B3"][title="17.6"]').waitFor();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.locator('input[aria-label="A2"][title=""]').waitFor();
    await page.keyboard.press('Control+y');
    await page.locator('input[aria-label="A2"][title="MUG-CRM"]').waitFor();
  });

  test('sees the rows that the filter leaves, and all of them again', async () => {
    const { page, bench } = await openSynced();
    const prices = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Prices')!;
    bench.type(prices.id, 3, 2, 'n/a');
    expect(bench.callFromSidebar('startSync', [])).toMatchObject({ ok: true });
    await page.reload();
    await page.getByRole('button', { name: 'Prices', exact: true }).click();
    await cell(page, 'B2').waitFor();
    await page.getByRole('button', { name: 'Sync to Shopify', exact: true }).click();
    await page.getByRole('button', { name: /Show only problems/ }).click();
    await cell(page, 'B2').waitFor({ state: 'hidden' });
    await cell(page, 'B3').waitFor();
    await page.getByText(/rows are hidden by the filter/).waitFor();
    await takePicture(page, '91-filter');
    await page.getByRole('button', { name: 'Show all rows' }).click();
    await cell(page, 'B2').waitFor();
  });
});

describe('a person who never saw it', () => {
  test('is told that it is a simulation, is led through it, and sees a product as a customer does', async () => {
    const { page } = await openSynced();
    await page.getByText('This is a simulation.').waitFor();
    await page.getByRole('button', { name: 'Guided tour in 5 steps' }).click();
    await page.getByText('Step 1 of 5').waitFor();
    await page.locator('aside.pointed-at').waitFor();
    await takePicture(page, '92-tour');
    for (let step = 2; step <= 5; step += 1) {
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByText(`Step ${step} of 5`).waitFor();
    }
    await page.getByRole('button', { name: 'Next' }).waitFor({ state: 'detached' });
    await page.getByLabel('Guided tour').getByRole('button', { name: 'Close' }).click();
    await page.locator('.pointed-at').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: /^Shopify store/ }).click();
    await page.getByRole('button', { name: 'Harbour Mug', exact: true }).click();
    const product = page.getByRole('article', { name: 'Harbour Mug' });
    await product.getByText('€16.00').waitFor();
    await product.getByText('42 in stock').waitFor();
    expect(await product.getByRole('img').count()).toBe(4);
    await takePicture(page, '93-product-page');
    await product.getByLabel('Variant').selectOption('Kelp');
    await product.getByText('7 in stock').waitFor();
    await product.getByRole('button', { name: 'All products' }).click();
    await page.getByRole('button', { name: 'Harbour Mug', exact: true }).waitFor();
  });
});
